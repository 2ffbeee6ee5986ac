"""Separation ranks of laws: minors of the matrix of coefficients from below, cuts of networks from above."""

from algebra_tnn.provers.separation.coefficients import side_monomials
from algebra_tnn.provers.separation.cuts import Cut, best_cut, cut
from algebra_tnn.provers.separation.descriptions import Part, described
from algebra_tnn.provers.separation.evaluations import grid_rank
from algebra_tnn.provers.separation.minors import coefficient_minor, rank_at_random_point
from algebra_tnn.provers.separation.widths import shallow_width

__all__ = [
    "Cut",
    "Part",
    "best_cut",
    "coefficient_minor",
    "cut",
    "described",
    "grid_rank",
    "rank_at_random_point",
    "shallow_width",
    "side_monomials",
]
