"""What text needs anywhere: HTML, characters for LaTeX, indices in plain text, what a mistyped name meant."""
