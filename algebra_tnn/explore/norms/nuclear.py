"""Nuclear norms of 2×2×n tensors between a decomposition and a dual tensor.

The nuclear norm over R is the least Σ_r |a_r| |b_r| |c_r| over all T = Σ_r a_r ⊗ b_r ⊗ c_r. If D is a tensor with a
spectral norm of at most one, ⟨T, D⟩ = Σ_r D(a_r, b_r, c_r) ≤ Σ_r |a_r| |b_r| |c_r|, so that ⟨T, D⟩ bounds it from
below. Over C it may be less.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import isqrt, prod

from algebra_tnn.certificates import Certificate, Explained, Verdict, united_trusts
from algebra_tnn.claims import TensorRankAtMost
from algebra_tnn.exact import Number
from algebra_tnn.explore.norms.spectral import spectral_norm_at_most
from algebra_tnn.tensors import CP, Tensor
from algebra_tnn.verification import verify


@dataclass(frozen=True, slots=True)
class NuclearNorm(Explained):
    """``lower`` ≤ nuclear norm over R ≤ ``upper``: ``terms`` is the verdict that the terms, of these norms together,
    sum to the tensor, ``dual`` the one that the spectral norm of the dual tensor is at most one; where that is
    undecided, ``lower`` is 0."""

    tensor: Tensor
    lower: Number
    upper: Number
    terms: Verdict
    dual: Verdict

    @property
    def status(self) -> str:
        """Whether both bounds are proved, and equal."""
        both = self.terms.status == self.dual.status == "proved"
        return "proved" if both and self.lower == self.upper else "undecided"

    @property
    def trusts(self) -> tuple[str, ...]:
        return united_trusts((self.terms, self.dual))

    @property
    def explanation(self) -> str:
        return (
            f"{self.lower} ≤ nuclear norm over R ≤ {self.upper}\n"
            f"  at most, by terms: {self.terms.explanation}\n  at least, by the dual tensor: {self.dual.explanation}"
        )


def nuclear_norm(tensor: Tensor, terms: CP, dual: Tensor) -> NuclearNorm:
    """The bounds of the nuclear norm over R that a decomposition and a dual tensor of spectral norm ≤ 1 prove.

    Raises: TypeError for other types; ValueError if the terms do not sum to the tensor, if the shapes differ or are not
    2×2×n, and if the product of the lengths of the vectors of a term is irrational.

    >>> T = Tensor.from_nested([[[1, 0], [0, 0]], [[0, 0], [0, 1]]])
    >>> found = nuclear_norm(T, CP.from_factors([[1, 0], [0, 1]], [[1, 0], [0, 1]], [[1, 0], [0, 1]]), T)
    >>> found.lower, found.upper, found.status
    (2, 2, 'proved')
    """
    for name, given, wanted in (("tensor", tensor, Tensor), ("terms", terms, CP), ("dual", dual, Tensor)):
        if not isinstance(given, wanted):
            raise TypeError(f"{name} is {type(given).__name__}; it is a {wanted.__name__}")
    if dual.shape != tensor.shape:
        raise ValueError(f"the dual tensor has the shape {dual.shape}; it is that of the tensor, {tensor.shape}")
    if terms.tensor() != tensor:
        raise ValueError("the terms do not sum to the tensor; an upper bound needs a decomposition of it")

    def decomposition(claim: TensorRankAtMost) -> Certificate:
        return Certificate(claim, "decomposition", {"factors": terms.factors, "root": None})

    bounded = spectral_norm_at_most(dual, 1)
    paired = sum(a * b for a, b in zip(tensor.entries, dual.entries, strict=True))
    return NuclearNorm(
        tensor,
        paired if bounded.status == "proved" else 0,
        sum(_length(terms, r) for r in range(terms.length)),
        verify(TensorRankAtMost(tensor, terms.length), by=decomposition),
        bounded,
    )


def _length(terms: CP, r: int) -> Number:
    """The product of the lengths of the vectors of a term."""
    squared = Fraction(prod(sum(row[r] ** 2 for row in factor) for factor in terms.factors))
    roots = [isqrt(part) for part in squared.as_integer_ratio()]
    if any(root**2 != part for root, part in zip(roots, squared.as_integer_ratio(), strict=True)):
        raise ValueError(
            f"term {r} has the norm √({squared}), which is irrational; take terms whose vectors have lengths with a "
            "rational product"
        )
    return Fraction(*roots) if roots[1] != 1 else roots[0]
