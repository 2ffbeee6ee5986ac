"""Known values, each with its source, and answers computed by other means than the package's."""
