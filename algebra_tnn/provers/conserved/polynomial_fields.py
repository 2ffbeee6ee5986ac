"""Polynomial vector fields on the parameters modulo a prime, and their brackets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.exact.polynomials import Polynomial
from algebra_tnn.laws import Law, expansion
from algebra_tnn.laws.jacobians import Rows


@dataclass(frozen=True, slots=True)
class PolynomialField:
    """A field with its value v and its derivative Dv (with the rows of v) at one point, residues modulo a prime."""

    components: tuple[Polynomial, ...]
    value: NDArray[np.int64]
    slope: NDArray[np.int64]

    @classmethod
    def at(cls, components: Sequence[Polynomial], point: Sequence[int]) -> PolynomialField:
        names = components[0].ring.names
        slope = [[_value(x.derivative(name), point) for name in names] if x else [0] * len(names) for x in components]
        value = [_value(x, point) for x in components]
        return cls(tuple(components), np.array(value, np.int64), np.array(slope, np.int64))

    @property
    def term_count(self) -> int:
        return sum(x.term_count for x in self.components)

    def bracket_value(self, other: PolynomialField) -> NDArray[np.int64]:
        """[u, v] = Dv u − Du v at the point, for u this field and v the other."""
        return (other.slope @ self.value - self.slope @ other.value) % PRIME

    def bracket(self, other: PolynomialField, point: Sequence[int]) -> PolynomialField:
        """The field [u, v] = Dv u − Du v."""
        return PolynomialField.at(
            [x - y for x, y in zip(_derivatives(other, self), _derivatives(self, other), strict=True)], point
        )


def gradient_fields(law: Law, rows: Rows, point: Sequence[int]) -> list[PolynomialField]:
    """The fields θ ↦ ∇(u · f(x; θ)), one for each of the rows. Raises: ValueError if a law is too long to expand."""
    fields = []
    for k in range(len(rows)):
        sample = {name: x[k].astype(np.int64) for name, x in rows.samples.items()}
        covector = rows.covectors[k].astype(np.int64).ravel().tolist()
        outputs = expansion(law, sample, modulus=PRIME)
        function = sum((u * f for u, f in zip(covector, outputs, strict=True) if u), outputs[0] * 0)
        fields.append(PolynomialField.at([function.derivative(name) for name in function.ring.names], point))
    return fields


def _derivatives(field: PolynomialField, along: PolynomialField) -> list[Polynomial]:
    """The derivatives of the components in the direction of the other field."""
    names, moving = along.components[0].ring.names, [(b, x) for b, x in enumerate(along.components) if x]
    zero = along.components[0] * 0
    return [
        sum((slope * x for b, x in moving if (slope := component.derivative(names[b]))), zero) if component else zero
        for component in field.components
    ]


def _value(polynomial: Polynomial, point: Sequence[int]) -> int:
    return int(polynomial.value(point)) if polynomial else 0  # most are zero, and a point is long
