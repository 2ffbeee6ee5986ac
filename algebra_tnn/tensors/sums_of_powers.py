"""Weighted sums of powers of linear forms: the symmetric decompositions of symmetric tensors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm, prod
from typing import Any, TypeAlias

from algebra_tnn.exact import Matrix, Q
from algebra_tnn.exact.number_fields import Algebraic, NumberField
from algebra_tnn.laws.arrays import number_to_json
from algebra_tnn.laws.power_sums import monomials_of_degree
from algebra_tnn.tensors.forms import Form

Element: TypeAlias = Any  # a Number, or an Algebraic
Vector: TypeAlias = tuple[Element, ...]


@dataclass(frozen=True)
class SumOfPowers:
    """Σ_j w_j ⟨v_j, x⟩^d, with numbers or elements of one number field as weights w_j and entries of v_j.

    >>> print(SumOfPowers(3, (1, -2), ((1, 1), (0, 1))).text(("x", "y")))
    (x + y)^3 - 2*y^3
    """

    degree: int
    weights: tuple[Element, ...]
    vectors: tuple[Vector, ...]
    number_field: NumberField | None = None

    @property
    def length(self) -> int:
        return len(self.weights)

    def equals(self, form: Form) -> bool:
        """Whether the sum is this form, compared coefficient by coefficient."""
        if form.degree != self.degree or any(len(v) != len(form.variables) for v in self.vectors):
            return False
        powers = [[_powers(x, self.degree) for x in v] for v in self.vectors]
        for a in monomials_of_degree(len(form.variables), form.degree):
            moment: Element = 0
            for w, power in zip(self.weights, powers, strict=True):
                moment = moment + prod((p[e] for p, e in zip(power, a, strict=True)), start=w)
            if moment != form.moment(a):
                return False
        return True

    def reduced(self) -> SumOfPowers:
        """The same sum with one power for each line of vectors, and none with the weight zero.

        A rational vector is the least integral one of its line with a positive first entry; other vectors have 1 there.
        """
        weights: dict[Vector, Element] = {}
        for w, v in zip(self.weights, self.vectors, strict=True):
            scale = _scale(v)
            vector = tuple(_quotient(x, scale) for x in v)
            weights[vector] = weights.get(vector, 0) + prod([scale] * self.degree, start=w)
        kept = {v: _quotient(w, 1) for v, w in weights.items() if w}
        return SumOfPowers(self.degree, tuple(kept.values()), tuple(kept), self.number_field)

    def pulled_back(self, M: Matrix) -> SumOfPowers:
        """The sum at Mx: each vector v becomes vM."""
        vectors = tuple(
            tuple(sum((c * row[i] for c, row in zip(v, M, strict=True)), start=0) for i in range(len(M[0])))
            for v in self.vectors
        )
        return SumOfPowers(self.degree, self.weights, vectors, self.number_field)

    def terms(self) -> list[list[list[Element]]]:
        """Rank-one tensors, one list of vectors per term: the vector in every mode, with the weight in the first."""
        return [
            [[w * x for x in v], *([list(v)] * (self.degree - 1))]
            for w, v in zip(self.weights, self.vectors, strict=True)
        ]

    def to_dict(self) -> dict[str, Any]:
        """Weights and vectors; elements of the number field by their coefficients, the constant first."""

        def written(x: Element) -> Any:
            if isinstance(x, Algebraic):
                return [number_to_json(c) for c in x.coefficients()]
            return number_to_json(x) if self.number_field is None else [number_to_json(x)]

        return {
            "degree": self.degree,
            "weights": [written(w) for w in self.weights],
            "vectors": [[written(x) for x in v] for v in self.vectors],
            "root": None if self.number_field is None else list(self.number_field.polynomial),
        }

    def text(self, variables: Sequence[str]) -> str:
        """As a formula; elements of the number field are polynomials in t."""
        text = ""
        for w, v in zip(self.weights, self.vectors, strict=True):
            weight = _element(w)
            sign, size = ("-", weight[1:]) if weight.startswith("-") else ("+", weight)
            text += f" {sign} " if text else sign.replace("+", "")
            text += ("" if size == "1" else f"{size}*") + _power(v, variables, self.degree)
        return text or "0"


def _scale(vector: Vector) -> Element:
    """What a vector that is not zero is divided by."""
    leading = next(x for x in vector if x)
    if any(isinstance(x, Algebraic) for x in vector):
        return leading
    common = lcm(*(x.denominator for x in vector))
    return Fraction(gcd(*(int(x * common) for x in vector)), common) * (1 if leading > 0 else -1)


def _quotient(x: Element, y: Element) -> Element:
    return x / y if isinstance(x, Algebraic) or isinstance(y, Algebraic) else Q.divided(x, y)


def _power(vector: Vector, variables: Sequence[str], degree: int) -> str:
    """A power of a linear form, in brackets unless it is one variable."""
    parts = []
    for x, name in zip(vector, variables, strict=True):
        if x:
            factor = _element(x)
            sign, size = ("-", factor[1:]) if factor.startswith("-") else ("+", factor)
            parts.append(f"{sign} " + (name if size == "1" else f"{size}*{name}"))
    form = " ".join(parts).removeprefix("+ ").replace("- ", "-", int(parts[0].startswith("-")))
    base = form if len(parts) == 1 and form.isidentifier() else f"({form})"
    return base if degree == 1 else f"{base}^{degree}"


def _element(x: Element) -> str:
    """A number, or a polynomial in t, in brackets if it has several terms or a denominator."""
    if not isinstance(x, Algebraic):
        return str(x) if x.denominator == 1 else f"{'-' * (x < 0)}({abs(x)})"
    text = ""
    for power, c in reversed(list(enumerate(x.coefficients()))):
        if c:
            name = ("", "t")[power] if power < 2 else f"t^{power}"
            size = name if abs(c) == 1 and name else "*".join(filter(None, [_element(abs(c)), name]))
            text += (" - " if c < 0 else " + ") if text else "-" * (c < 0)
            text += size
    return f"({text})" if " " in text else text or "0"


def _powers(x: Element, degree: int) -> list[Element]:
    found: list[Element] = [1]
    for _ in range(degree):
        found.append(found[-1] * x)
    return found
