"""Numbers a + b θ + … for a root θ of an irreducible polynomial over Q; rational numbers are the case of degree 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from flint import fmpq, fmpq_poly, fmpz_poly

from algebra_tnn.exact.scalars import Number


def _fmpq(x: Number) -> fmpq:
    return fmpq(x.numerator, x.denominator)


def _number(x: Any) -> Number:
    return int(x.p) if x.q == 1 else Fraction(int(x.p), int(x.q))


@dataclass(frozen=True)
class NumberField:
    """Q[t]/(f) for an irreducible f with integer coefficients, constant first."""

    polynomial: tuple[int, ...]

    @cached_property
    def f(self) -> fmpq_poly:
        return fmpq_poly(list(self.polynomial))

    @property
    def degree(self) -> int:
        return len(self.polynomial) - 1

    def __call__(self, x: Number | Sequence[Number]) -> Algebraic:
        coefficients = [x] if isinstance(x, (int, Fraction)) else list(x)
        return Algebraic(fmpq_poly([_fmpq(c) for c in coefficients]) % self.f, self)

    def real_root_interval(self) -> tuple[Number, Number] | None:
        """Two rational numbers between which f changes its sign, or None if no real root was found."""
        bound = 1 + max(abs(c) for c in self.polynomial)
        for pieces in (1, 2, 8, 64, 1024, 16384):
            step = Fraction(2 * bound, pieces)
            signs = [self._value(-bound + i * step) for i in range(pieces + 1)]
            for i in range(pieces):
                if signs[i] * signs[i + 1] < 0:
                    ends = (-bound + i * step, -bound + (i + 1) * step)
                    return _number(_fmpq(ends[0])), _number(_fmpq(ends[1]))
        return self._isolated_interval()

    def _isolated_interval(self) -> tuple[Number, Number] | None:
        """From FLINT's isolation of the roots: a dyadic midpoint, and a radius that is halved until f changes sign."""
        roots: list[Any] = fmpz_poly(list(self.polynomial)).complex_roots()
        for root, _ in roots:
            if root.imag == 0:
                mantissa, exponent = root.real.mid().man_exp()
                middle = Fraction(int(mantissa)) * Fraction(2) ** int(exponent)
                for halving in range(20, 60):
                    radius = Fraction(1, 2**halving)
                    if self._value(middle - radius) * self._value(middle + radius) < 0:
                        return middle - radius, middle + radius
        return None

    def _value(self, x: Fraction) -> Fraction:
        result = Fraction(0)
        for c in reversed(self.polynomial):
            result = result * x + c
        return result


class Algebraic:
    """An element of a number field; + − × ÷ mix with integers and fractions."""

    __slots__ = ("field", "value")

    def __init__(self, value: fmpq_poly, field: NumberField) -> None:
        self.value, self.field = value, field

    def _other(self, x: Any) -> fmpq_poly:
        return x.value if isinstance(x, Algebraic) else fmpq_poly([_fmpq(x)])

    def __add__(self, x: Any) -> Algebraic:
        return Algebraic(self.value + self._other(x), self.field)

    def __sub__(self, x: Any) -> Algebraic:
        return Algebraic(self.value - self._other(x), self.field)

    def __rsub__(self, x: Any) -> Algebraic:
        return Algebraic(self._other(x) - self.value, self.field)

    def __mul__(self, x: Any) -> Algebraic:
        return Algebraic(self.value * self._other(x) % self.field.f, self.field)

    def __neg__(self) -> Algebraic:
        return Algebraic(-self.value, self.field)

    __radd__, __rmul__ = __add__, __mul__

    def inverse(self) -> Algebraic:
        """Raises: ZeroDivisionError."""
        if self.value.is_zero():
            raise ZeroDivisionError("0 has no inverse")
        divisor, s, _ = self.value.xgcd(self.field.f)
        return Algebraic(s / divisor.coeffs()[0] % self.field.f, self.field)

    def __truediv__(self, x: Any) -> Algebraic:
        divisor: Algebraic = x if isinstance(x, Algebraic) else self.field(x)
        return self * divisor.inverse()

    def __rtruediv__(self, x: Any) -> Algebraic:
        return self.field(x) * self.inverse()

    def __eq__(self, x: object) -> bool:
        if isinstance(x, (int, Fraction, Algebraic)):
            return bool(self.value == self._other(x))
        return NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self.coefficients()))

    def __bool__(self) -> bool:
        return not self.value.is_zero()

    def coefficients(self) -> list[Number]:
        """As many numbers as the degree of the field, constant first."""
        found = [_number(c) for c in self.value.coeffs()]
        return found + [0] * (self.field.degree - len(found))


def irreducible_factors(coefficients: Sequence[Number]) -> list[tuple[tuple[int, ...], int]]:
    """The irreducible factors over Q of a nonzero polynomial (constant first), primitive, with multiplicities."""
    _, factors = fmpq_poly([_fmpq(c) for c in coefficients]).numer().factor()
    return [(tuple(int(c) for c in factor.coeffs()), int(multiplicity)) for factor, multiplicity in factors]


def characteristic_polynomial(matrix: Sequence[Sequence[Number]]) -> list[Number]:
    """Of a square rational matrix, constant first."""
    from flint import fmpq_mat

    entries = [_fmpq(x) for row in matrix for x in row]
    return [_number(c) for c in fmpq_mat(len(matrix), len(matrix), entries).charpoly().coeffs()]
