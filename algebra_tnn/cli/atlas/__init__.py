"""``atlas``: sweeps of one question over many models, and the files that hold their rows; one module per command."""
