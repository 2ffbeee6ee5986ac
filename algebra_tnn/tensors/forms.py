"""Homogeneous polynomials, which are the symmetric tensors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import product
from math import comb, factorial, prod
from typing import TypeAlias

from algebra_tnn.exact import Matrix, Number, PolynomialRing, rank, rank_factorization
from algebra_tnn.laws.power_sums import monomials_of_degree
from algebra_tnn.tensors.tensor import Tensor

Exponents: TypeAlias = tuple[int, ...]

MOST_MONOMIALS = 3000  # of the degree of a form


@dataclass(frozen=True)
class Form:
    """A form of degree d in the given variables, as its terms: exponents with nonzero coefficients, in falling order.

    Raises: ValueError for exponents of another degree, negative ones, and spaces with too many monomials.

    >>> F = Form.of(("x", "y"), 3, {(2, 1): 3, (0, 3): -1})
    >>> print(F, F.degree, F.moments)
    3*x^2*y - y^3 3 (0, 1, 0, -1)
    """

    variables: tuple[str, ...]
    degree: int
    terms: tuple[tuple[Exponents, Number], ...]

    def __post_init__(self) -> None:
        if self.degree < 1 or not self.variables:
            raise ValueError(
                f"the form has degree {self.degree} and {len(self.variables)} variables; both are at least 1"
            )
        for exponents, _ in self.terms:
            if sum(exponents) != self.degree or min(exponents) < 0 or len(exponents) != len(self.variables):
                raise ValueError(
                    f"a term has the exponents {exponents}; in a form of degree {self.degree} in {len(self.variables)} "
                    "variables there is one for each, and they sum to the degree"
                )
        if self.monomial_count > MOST_MONOMIALS:
            raise ValueError(
                f"forms of degree {self.degree} in {len(self.variables)} variables have {self.monomial_count} "
                f"coefficients; forms with up to {MOST_MONOMIALS} are treated"
            )

    @classmethod
    def of(cls, variables: Sequence[str], degree: int, terms: Mapping[Exponents, Number]) -> Form:
        """The form with these coefficients; those that are zero are left out."""
        return cls(tuple(variables), degree, tuple(sorted(((e, c) for e, c in terms.items() if c), reverse=True)))

    @property
    def monomial_count(self) -> int:
        """The dimension of the space of all forms of this degree."""
        return comb(len(self.variables) + self.degree - 1, self.degree)

    @cached_property
    def _moment(self) -> dict[Exponents, Number]:
        return {e: _reduced(Fraction(c) / multinomial(e)) for e, c in self.terms}

    def moment(self, exponents: Exponents) -> Number:
        """f_a in Σ_a d!/a! f_a x^a: the entry of the symmetric tensor at an index with a_i times the number i."""
        return self._moment.get(exponents, 0)

    @property
    def moments(self) -> tuple[Number, ...]:
        """All of them, in falling order of the exponents."""
        return tuple(self.moment(e) for e in monomials_of_degree(len(self.variables), self.degree))

    def tensor(self) -> Tensor:
        """The symmetric tensor T with F(x) = T(x, …, x). Raises: ValueError for degree 1.

        >>> Form.of(("x", "y"), 2, {(1, 1): 1}).tensor().nested()
        [[0, Fraction(1, 2)], [Fraction(1, 2), 0]]
        """
        n = len(self.variables)
        indices = product(range(n), repeat=self.degree)
        entries = tuple(self.moment(tuple(index.count(i) for i in range(n))) for index in indices)
        return Tensor((n,) * self.degree, entries)

    def catalecticant(self, order: int) -> Matrix:
        """The matrix of the moments f_(a+b), with a of degree ``order`` and b of degree d − ``order``.

        Its rank is the dimension of the space of the partial derivatives of this order.
        """
        n = len(self.variables)
        rows, columns = monomials_of_degree(n, order), monomials_of_degree(n, self.degree - order)
        return tuple(tuple(self.moment(_sum(a, b)) for b in columns) for a in rows)

    @cached_property
    def catalecticant_ranks(self) -> tuple[int, ...]:
        """Of the orders 0, …, d; they are the same from both ends."""
        half = [rank(self.catalecticant(order)) for order in range(self.degree // 2 + 1)]
        return (*half, *reversed(half[: self.degree - self.degree // 2]))

    def derivative(self, direction: Sequence[Number]) -> Form | None:
        """Σ_i v_i ∂F/∂x_i; None if it is zero, or F is of degree 1.

        >>> print(Form.of(("x", "y"), 3, {(2, 1): 1}).derivative((1, 2)))
        2*x^2 + 2*x*y
        """
        total: dict[Exponents, Number] = {}
        for exponents, c in self.terms:
            for i, v in enumerate(direction):
                if exponents[i] and v:
                    lower = (*exponents[:i], exponents[i] - 1, *exponents[i + 1 :])
                    total[lower] = total.get(lower, 0) + c * v * exponents[i]
        return Form.of(self.variables, self.degree - 1, total) if self.degree > 1 and any(total.values()) else None

    def essential_forms(self) -> Matrix:
        """A basis of the least space of linear forms in which F can be written, in reduced echelon form, as rows.

        >>> Form.of(("x", "y", "z"), 2, {(2, 0, 0): 1, (1, 0, 1): 2, (0, 0, 2): 1}).essential_forms()
        ((1, 0, 1),)
        """
        derivatives = tuple(zip(*self.catalecticant(1), strict=True))
        return rank_factorization(derivatives)[1]

    def in_essential_variables(self) -> tuple[Form, Matrix]:
        """G and linear forms with F(x) = G(Mx), where the first variable of each row of M is the one of G."""
        M = self.essential_forms()
        kept = [next(i for i, x in enumerate(row) if x) for row in M]
        terms = {
            tuple(exponents[i] for i in kept): c
            for exponents, c in self.terms
            if sum(exponents[i] for i in kept) == self.degree
        }
        return Form.of([self.variables[i] for i in kept], self.degree, terms), M

    def __str__(self) -> str:
        ring = PolynomialRing(self.variables, rational=True)
        return str(ring.of_terms(*zip(*self.terms, strict=True))) if self.terms else "0"


def multinomial(exponents: Iterable[int]) -> int:
    """d!/Π a_i!, where d is the sum of the a_i."""
    a = tuple(exponents)
    return factorial(sum(a)) // prod(map(factorial, a))


def _sum(a: Exponents, b: Exponents) -> Exponents:
    return tuple(x + y for x, y in zip(a, b, strict=True))


def _reduced(x: Fraction) -> Number:
    return x.numerator if x.denominator == 1 else x
