"""Linear algebra over Q and GF(p) with evidence: ranks, minors with their inverses, kernels, solutions."""
