"""A library of statements: its index, and proofs by theme."""
