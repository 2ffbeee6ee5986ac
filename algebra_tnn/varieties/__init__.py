"""Segre–Veronese varieties and Grassmannians: points, tangent spaces, Terracini matrices and their ranks.

Dimensions are those of affine cones, one more than those of the projective varieties.
"""

from algebra_tnn.varieties.grassmannian import Grassmannian
from algebra_tnn.varieties.secant import Secant
from algebra_tnn.varieties.secants import Method, SecantRank, probable_generic_rank, secant_rank
from algebra_tnn.varieties.segre_veronese import Segre, SegreVeronese, Veronese
from algebra_tnn.varieties.terracini import secant_ranks, terracini_matrix, terracini_profile
from algebra_tnn.varieties.variety import Points, Variety

__all__ = [
    "Grassmannian",
    "Method",
    "Points",
    "Secant",
    "SecantRank",
    "Segre",
    "SegreVeronese",
    "Variety",
    "Veronese",
    "probable_generic_rank",
    "secant_rank",
    "secant_ranks",
    "terracini_matrix",
    "terracini_profile",
]
