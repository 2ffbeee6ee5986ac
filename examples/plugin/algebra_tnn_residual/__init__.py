"""Residual networks for algebra_tnn: a model, a statement about it, and a prover."""
