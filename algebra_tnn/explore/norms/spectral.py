"""Spectral norms of 2×2×n tensors, with both sides proved.

With t = T(x, y, ·), Lagrange's identity is

    λ |x|²|y|²|z|² − T(x, y, z)² = (λ |x|²|y|² − |t|²) |z|² + Σ_{k<l} (t_k z_l − t_l z_k)²,

so σ² ≤ λ if λ |x|²|y|² − |t|² is a sum of squares, and σ² = λ if that has a zero, for then z = t reaches it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import Any

from algebra_tnn.certificates import Certificate, Explained, Shortfall, Verdict, united_trusts
from algebra_tnn.claims import Nonnegative, Vanishes
from algebra_tnn.exact import Matrix, Number, exact_number
from algebra_tnn.explore.norms.biquadratic_forms import (
    Product,
    Squares,
    critical_values,
    gram_matrix,
    product_in_kernel,
    semidefinite_matrices,
    shifted,
)
from algebra_tnn.laws import Law, apply, einsum, expansion, named
from algebra_tnn.provers import cofactors, squares
from algebra_tnn.tensors import Tensor
from algebra_tnn.verification import verify


@dataclass(frozen=True, slots=True)
class SpectralNorm(Explained):
    """σ² = ``squared`` for the largest value σ of T(x, y, z) at real unit vectors: ``bound`` is the verdict about ≤,
    ``attained`` the one about x and y, not zero, at which it is reached, for a real number r with the r² that it names.

    Without a rational number for which both were found, ``squared`` is None and the norm is undecided.
    """

    tensor: Tensor
    squared: Number | None
    bound: Verdict | None
    attained: Verdict | None

    @property
    def status(self) -> str:
        """Whether both sides are proved."""
        sides = [None if each is None else each.status for each in (self.bound, self.attained)]
        return "proved" if sides == ["proved", "proved"] else "undecided"

    @property
    def trusts(self) -> tuple[str, ...]:
        return united_trusts(each for each in (self.bound, self.attained) if each is not None)

    @property
    def explanation(self) -> str:
        if self.bound is None or self.attained is None:
            return "undecided: no rational number was found that is the square of the spectral norm"
        return (
            f"the square of the spectral norm is {self.squared} ({self.status})\n"
            f"  no more than that: {self.bound.explanation}\n  reached: {self.attained.explanation}"
        )


def spectral_norm(tensor: Tensor, squared: Any = None) -> SpectralNorm:
    """The square of the largest value of T(x, y, z) at real unit vectors, for a tensor of shape 2×2×n.

    Only rational squares are found. Args: squared: the number, where it is known and only to be proved.
    Raises: TypeError, ValueError for other shapes and inexact numbers.

    >>> T = Tensor.from_nested([[[3, 0], [0, 0]], [[0, 0], [0, 4]]])
    >>> spectral_norm(T, 16).status
    'proved'
    """
    gram = gram_matrix(tensor)
    for value in critical_values(gram) if squared is None else [exact_number(squared, "the square")]:
        for matrix, form in semidefinite_matrices(gram, value):
            if (zero := product_in_kernel(matrix)) is not None:
                bound = verify(Nonnegative(norm_law(tensor, value)), by=partial(_certificate, tensor, form))
                return SpectralNorm(tensor, value, bound, _reached(gram, value, zero))
    return SpectralNorm(tensor, None, None, None)


def spectral_norm_at_most(tensor: Tensor, squared: Any) -> Verdict:
    """Whether the square of the spectral norm of a tensor of shape 2×2×n is at most a rational number.

    Undecided does not mean that it is more. Raises: TypeError, ValueError for other shapes and inexact numbers.

    >>> spectral_norm_at_most(Tensor.from_nested([[[1, 0], [0, 0]], [[0, 0], [0, 1]]]), 1).status
    'proved'
    """
    gram, bound = gram_matrix(tensor), exact_number(squared, "the square")
    claim = Nonnegative(norm_law(tensor, bound))
    for _, form in semidefinite_matrices(gram, bound):
        return verify(claim, by=partial(_certificate, tensor, form))
    return Verdict(claim, "undecided")


def norm_law(tensor: Tensor, squared: Number) -> Law:
    """λ |x|²|y|²|z|² − T(x, y, z)² as a law of x, y and z.

    >>> from algebra_tnn.laws import value
    >>> T = Tensor.from_nested([[[1, 0], [0, 0]], [[0, 0], [0, 1]]])
    >>> value(norm_law(T, 4), {"x": [1, 0], "y": [2, 0], "z": [3, 0]})
    108
    """
    nested = tensor.nested()
    return Law.trace(
        lambda x, y, z: squared * ((x @ x) * (y @ y) * (z @ z)) - einsum("ijk,i,j,k->", nested, x, y, z) ** 2,
        {name: (n,) for name, n in zip("xyz", tensor.shape, strict=True)},
        {},
    )


def _certificate(tensor: Tensor, squares_of_form: Squares, claim: Nonnegative) -> Certificate | Shortfall:
    n, nested = tensor.shape[2], tensor.nested()

    def entry(row: tuple[Number, ...], k: int, x: Any, y: Any, z: Any) -> Any:
        return einsum("ij,i,j->", [row[:2], row[2:]], x, y) * z[k]

    def minor(p: int, q: int, x: Any, y: Any, z: Any) -> Any:
        t = einsum("ijk,i,j->k", nested, x, y)
        return t[p] * z[q] - t[q] * z[p]

    terms = [(c, (), partial(entry, row, k)) for c, row in squares_of_form for k in range(n)]
    terms += [(1, (), partial(minor, p, q)) for p, q in combinations(range(n), 2)]
    return squares(claim, squares=terms)


def _reached(gram: Matrix, squared: Number, zero: Product) -> Verdict:
    """That λ |x|²|y|² = |t|² at the product, by division by r² − radicand."""
    form = shifted(gram, squared, 0)

    def missing(r: Any) -> Any:
        named("relation", r**2 - zero.radicand)
        x, y = ([r * b + a for a, b in vector] for vector in (zero.x, zero.y))
        pairs = [p * q for p in x for q in y]
        return sum((form[i][j] * (pairs[i] * pairs[j]) for i in range(4) for j in range(4)), apply([0], r))

    law = Law.trace(missing, {"r": ()}, {})
    powers = {exponent: c for (exponent,), c in expansion(law)[0].terms()}
    quotient: list[Number] = [0] * 5
    for k in range(4, 1, -1):  # r^k = (r² − radicand) r^(k−2) + radicand · r^(k−2)
        quotient[k - 2] = powers.get(k, 0)
        powers[k - 2] = powers.get(k - 2, 0) + zero.radicand * powers.get(k, 0)
    claim = Vanishes(law, ("relation",))
    return verify(claim, by=lambda claim: cofactors(claim, {"relation": lambda r: apply(quotient, r)}))
