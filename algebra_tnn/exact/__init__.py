"""Exact scalars, fields and linear algebra over Z, Q and GF(p). FLINT lives here and only here; no geometry.

Numbers are ``int`` or ``fractions.Fraction`` outside and FLINT types inside. A matrix is a tuple of rows.
"""

from algebra_tnn.exact.fields import C, Field, Q, R, prime_field
from algebra_tnn.exact.k_ranks import KRank, Progress, k_rank
from algebra_tnn.exact.matrices import (
    Minor,
    independent_columns,
    kernel,
    minor,
    rank,
    rank_factorization,
    residues,
    solution,
)
from algebra_tnn.exact.scalars import Matrix, Number, any_number_of_digits, exact_matrix, exact_number

__all__ = [
    "C",
    "Field",
    "KRank",
    "Matrix",
    "Minor",
    "Number",
    "Progress",
    "Q",
    "R",
    "any_number_of_digits",
    "exact_matrix",
    "exact_number",
    "independent_columns",
    "k_rank",
    "kernel",
    "minor",
    "prime_field",
    "rank",
    "rank_factorization",
    "residues",
    "solution",
]
