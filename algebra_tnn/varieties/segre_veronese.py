"""Segre–Veronese varieties: products of powers of vectors, one vector per factor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations_with_replacement
from math import comb, prod
from typing import Any

import numpy as np

from algebra_tnn.exact.modular.blas import Doubles
from algebra_tnn.exact.modular.centred import reduce_in_place, reduced
from algebra_tnn.laws import Law, VectorField
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.varieties.secant import Secant
from algebra_tnn.varieties.variety import Indices, Points, nonzero_residues, positive_integers


@dataclass(frozen=True, slots=True)
class SegreVeronese:
    """The cone of the a₁^d₁ ⊗ … ⊗ a_k^d_k, where a_f has shape[f] entries and d_f = degrees[f].

    The coordinates are products of one monomial of degree d_f in the entries of a_f for each f, without binomial
    coefficients, in row-major order of the factors; the monomials of a factor are in lexicographic order
    (x₀², x₀x₁, x₁²). Modulo p this spans the same space as the powers of linear forms do, since p is above the degrees.
    Factors of one variable are allowed and change nothing.

    Raises: TypeError, ValueError for sizes and degrees that are not integers from 1, or not equally many.

    >>> X = SegreVeronese((3, 2), (1, 2))
    >>> X.ambient, X.dimension, X.name
    (9, 4, 'Segre–Veronese 3×2 of degrees (1, 2)')
    """

    shape: tuple[int, ...]
    degrees: tuple[int, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "shape", positive_integers(self.shape, "shape"))
        object.__setattr__(self, "degrees", positive_integers(self.degrees, "degrees"))
        if not self.shape:
            raise ValueError("the shape is empty; a Segre–Veronese variety has at least one factor")
        if len(self.shape) != len(self.degrees):
            raise ValueError(
                f"the shape {self.shape} has {len(self.shape)} factors but there are {len(self.degrees)} degrees; "
                "give one degree per factor"
            )

    @property
    def name(self) -> str:
        sizes = "×".join(map(str, self.shape))
        if self.degree == 1:
            return f"Segre {sizes}"
        if len(self.shape) == 1:
            return f"Veronese of degree {self.degree} in {sizes} variables"
        return f"Segre–Veronese {sizes} of degrees {self.degrees}"

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many monomials each factor has."""
        return tuple(comb(n + d - 1, d) for n, d in zip(self.shape, self.degrees, strict=True))

    @property
    def ambient(self) -> int:
        return prod(self.sizes)

    @property
    def dimension(self) -> int:
        return sum(self.shape) - len(self.shape) + 1

    @property
    def degree(self) -> int:
        return max(self.degrees)

    @property
    def reduced(self) -> SegreVeronese:
        """Without the factors of one variable, which change nothing; one of them stays if there is no other."""
        kept = [(n, d) for n, d in zip(self.shape, self.degrees, strict=True) if n > 1] or [(1, self.degrees[0])]
        shape, degrees = zip(*kept, strict=True)
        return SegreVeronese(shape, degrees)

    def secant(self, r: int) -> Secant:
        """σ_r, the closure of the sums of r points.

        >>> print(Segre((2, 3, 4)).secant(2))
        σ_2 of Segre 2×3×4
        """
        return Secant(self, r)

    def secant_law(self, terms: int) -> Law:
        """The power sum Σ_j Π_f ⟨a_fj, x_f⟩^d_f, with the factors of more than one variable."""
        return PowerSum(self.reduced.shape, self.reduced.degrees, terms).law

    def secant_fields(self, terms: int) -> tuple[VectorField, ...]:
        """None: how the factors of a term may be rescaled is known of every power sum."""
        return ()

    def secant_remarks(self, terms: int) -> tuple[str, ...]:
        if self.reduced == self:
            return ()
        return (f"factors of one variable change nothing: this is {self.reduced.name}",)

    def point(self, *vectors: Sequence[Any]) -> tuple[Any, ...]:
        """The coordinates of a₁^d₁ ⊗ … ⊗ a_k^d_k; the entries come from any commutative ring.

        >>> SegreVeronese((2, 2), (1, 2)).point((1, 10), (2, 3))
        (4, 6, 9, 40, 60, 90)
        """
        if [len(vector) for vector in vectors] != list(self.shape):
            raise ValueError(
                f"the vectors have {[len(vector) for vector in vectors]} entries; "
                f"a point of {self.name} is made of vectors of {list(self.shape)} entries"
            )
        result: tuple[Any, ...] = (1,)
        for vector, degree in zip(vectors, self.degrees, strict=True):
            monomials = [prod(term) for term in combinations_with_replacement(vector, degree)]
            result = tuple(x * y for x in result for y in monomials)
        return result

    def random_points(self, count: int, rng: np.random.Generator, modulus: int) -> Points:
        entries = nonzero_residues((count, sum(self.shape)), rng, modulus)  # one point after the other
        return tuple(np.split(entries, np.cumsum(self.shape)[:-1], axis=1))

    def coordinates(self, points: Points, modulus: int) -> Doubles:
        return _tensor_product(self._powers(points, modulus), len(points[0]), modulus)

    def tangent_rows(self, points: Points, modulus: int, out: Doubles | None = None) -> Doubles:
        """Vectors that span the tangent spaces of the cone: derivatives along the entries of each factor.

        Along a_f itself (Euler) every factor gives a multiple of the point, so all factors but the first do without
        their last entry; random points have no zero entry.
        Shape: (count, dimension, ambient). ``out``, if given, holds zeros and receives the rows.
        """
        if out is None:
            out = np.zeros((len(points[0]), self.dimension, self.ambient))
        start = 0
        for factor, n in enumerate(self.shape):
            stop = start + n - (factor > 0)
            self._derive(points, factor, modulus, out[:, start:stop])
            start = stop
        return out

    def derivatives(self, points: Points, factor: int, modulus: int) -> Doubles:
        """The derivatives of the points along every entry of one factor. Shape: (count, shape[factor], ambient)."""
        out = np.zeros((len(points[0]), self.shape[factor], self.ambient))
        self._derive(points, factor, modulus, out)
        return out

    def _derive(self, points: Points, factor: int, modulus: int, out: Doubles) -> None:
        """Writes the derivatives along the first entries of a factor, as many as ``out`` has room for."""
        count, entries, _ = out.shape
        powers = self._powers(points, modulus, leave_out=factor)
        left = _tensor_product(powers[:factor], count, modulus)
        right = _tensor_product(powers[factor + 1 :], count, modulus)
        target = out.reshape(count, entries, left.shape[1], self.sizes[factor], right.shape[1])
        others = left[:, :, np.newaxis] * right[:, np.newaxis, :]
        reduce_in_place(others, modulus)
        if self.degrees[factor] == 1:  # the derivative along entry j is the unit vector e_j in this factor
            np.einsum("pjljr->pjlr", target[:, :, :, :entries])[...] = others[:, np.newaxis]
            return
        partial = _partial_derivatives(points[factor], self.degrees[factor], modulus)[:, :entries]
        np.multiply(partial[:, :, np.newaxis, :, np.newaxis], others[:, np.newaxis, :, np.newaxis, :], out=target)
        reduce_in_place(out, modulus)

    def _powers(self, points: Points, modulus: int, leave_out: int | None = None) -> list[Doubles]:
        return [
            np.empty((len(vectors), 0)) if factor == leave_out else _monomials(vectors, degree, modulus)
            for factor, (vectors, degree) in enumerate(zip(points, self.degrees, strict=True))
        ]


def Segre(shape: Iterable[int]) -> SegreVeronese:
    """The cone of the tensors a₁ ⊗ … ⊗ a_k of rank at most one and this shape; entries in row-major order.

    >>> Segre((2, 3, 4)).ambient, Segre((2, 3, 4)).dimension
    (24, 7)
    """
    sizes = positive_integers(shape, "shape")
    return SegreVeronese(sizes, (1,) * len(sizes))


def Veronese(n: int, degree: int) -> SegreVeronese:
    """The cone of the powers of linear forms in n variables, as forms of the given degree.

    >>> Veronese(3, 2).point((1, 2, 3))
    (1, 2, 3, 4, 6, 9)
    """
    return SegreVeronese((n,), (degree,))


def _tensor_product(parts: Sequence[Doubles], count: int, modulus: int) -> Doubles:
    """The tensor products of the vectors, point by point. Shape: (count, product of the lengths)."""
    result = np.ones((count, 1))
    for part in parts:
        result = (result[:, :, np.newaxis] * part[:, np.newaxis, :]).reshape(count, result.shape[1] * part.shape[1])
        reduce_in_place(result, modulus)
    return result


def _monomials(vectors: Doubles, degree: int, modulus: int) -> Doubles:
    """All monomials of a degree in the entries of the vectors, in lexicographic order."""
    result = vectors
    for d in range(2, degree + 1):
        first, rest = _recursion(vectors.shape[1], d)
        result = reduced(vectors[:, first] * result[:, rest], modulus)
    return result


def _partial_derivatives(vectors: Doubles, degree: int, modulus: int) -> Doubles:
    """The partial derivatives of all monomials of a degree ≥ 2. Shape: (count, variables, monomials)."""
    count, n = vectors.shape
    variable, monomial, lower, exponent = _differentiation(n, degree)
    result = np.zeros((count, n, comb(n + degree - 1, degree)))
    values = _monomials(vectors, degree - 1, modulus)[:, lower] * exponent
    reduce_in_place(values, modulus)
    result[:, variable, monomial] = values
    return result


@lru_cache(maxsize=64)
def _positions(n: int, degree: int) -> dict[tuple[int, ...], int]:
    """The monomials of a degree in n variables as ascending tuples of variables, and their places."""
    return {term: i for i, term in enumerate(combinations_with_replacement(range(n), degree))}


@lru_cache(maxsize=64)
def _recursion(n: int, degree: int) -> tuple[Indices, Indices]:
    """For each monomial its first variable, and the place of the rest among the monomials of one degree less."""
    lower = _positions(n, degree - 1)
    terms = _positions(n, degree)
    return np.array([term[0] for term in terms]), np.array([lower[term[1:]] for term in terms])


@lru_cache(maxsize=64)
def _differentiation(n: int, degree: int) -> tuple[Indices, Indices, Indices, Doubles]:
    """The nonzero partial derivatives: variable, monomial, place of the monomial with one power less, exponent."""
    lower = _positions(n, degree - 1)
    entries = []
    for i, term in enumerate(_positions(n, degree)):
        for variable in sorted(set(term)):
            at = term.index(variable)
            entries.append((variable, i, lower[term[:at] + term[at + 1 :]], term.count(variable)))
    variables, monomials, lowers, exponents = (np.array(column) for column in zip(*entries, strict=True))
    return variables, monomials, lowers, exponents.astype(np.float64)
