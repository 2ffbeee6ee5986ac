"""Kruskal ranks: which column sets of a matrix are independent, all at once."""
