"""Exact scalars, fields and linear algebra over Z, Q and GF(p). FLINT lives here and only here; no geometry.

Numbers are ``int`` or ``fractions.Fraction`` outside; inside they are FLINT's types, or residues in doubles, the one
place where a float type holds integers. A matrix is a tuple of rows. Names are imported on first use: a child process
that needs one of them does not load all.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from algebra_tnn.exact.containment import ChildDied, contained, report
    from algebra_tnn.exact.fields import C, Field, Q, R, prime_field
    from algebra_tnn.exact.kruskal.k_ranks import KRank, Progress, k_rank
    from algebra_tnn.exact.linear.matrices import independent_columns, kernel, rank, rank_factorization, solution
    from algebra_tnn.exact.linear.minors import Minor, minor, residues
    from algebra_tnn.exact.modular.centred import PRIME, ResidueMatrix
    from algebra_tnn.exact.modular.rank_profiles import RankProfile, Slabs, rank_profile
    from algebra_tnn.exact.polynomials import Polynomial, PolynomialRing
    from algebra_tnn.exact.primes import PrimeSet, is_prime
    from algebra_tnn.exact.probable_ranks import ProbableRank, double_primes, probable_rank, word_primes
    from algebra_tnn.exact.scalars import Matrix, Number, any_number_of_digits, exact_matrix, exact_number

_HOMES = {
    "modular.centred": ("PRIME", "ResidueMatrix"),
    "containment": ("ChildDied", "contained", "report"),
    "fields": ("C", "Field", "Q", "R", "prime_field"),
    "kruskal.k_ranks": ("KRank", "Progress", "k_rank"),
    "linear.matrices": ("independent_columns", "kernel", "rank", "rank_factorization", "solution"),
    "linear.minors": ("Minor", "minor", "residues"),
    "polynomials": ("Polynomial", "PolynomialRing"),
    "primes": ("PrimeSet", "is_prime"),
    "probable_ranks": ("ProbableRank", "double_primes", "probable_rank", "word_primes"),
    "modular.rank_profiles": ("RankProfile", "Slabs", "rank_profile"),
    "scalars": ("Matrix", "Number", "any_number_of_digits", "exact_matrix", "exact_number"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "PRIME",
    "C",
    "ChildDied",
    "Field",
    "KRank",
    "Matrix",
    "Minor",
    "Number",
    "Polynomial",
    "PolynomialRing",
    "PrimeSet",
    "ProbableRank",
    "Progress",
    "Q",
    "R",
    "RankProfile",
    "ResidueMatrix",
    "Slabs",
    "any_number_of_digits",
    "contained",
    "double_primes",
    "exact_matrix",
    "exact_number",
    "independent_columns",
    "is_prime",
    "k_rank",
    "kernel",
    "minor",
    "prime_field",
    "probable_rank",
    "rank",
    "rank_factorization",
    "rank_profile",
    "report",
    "residues",
    "solution",
    "word_primes",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'algebra_tnn.exact' has no attribute {name!r}")
    return getattr(import_module(f"algebra_tnn.exact.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
