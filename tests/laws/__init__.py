"""Properties for all inputs, by Hypothesis: deterministic, the same examples on every run."""
