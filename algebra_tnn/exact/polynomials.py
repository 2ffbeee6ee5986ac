"""Sparse polynomials in several variables over Z, Q and GF(p), by FLINT; SymPy for display alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from flint import fmpq, fmpq_mpoly_ctx, fmpz_mpoly_ctx, nmod_mpoly_ctx
from numpy.typing import NDArray

from algebra_tnn.exact.primes import prime
from algebra_tnn.exact.scalars import Number

_ORDER = "degrevlex"


@dataclass(frozen=True, slots=True)
class PolynomialRing:
    """The polynomials in these variables over Z, over Q if ``rational``, or over GF(p), where p is the characteristic.

    >>> R = PolynomialRing(("x", "y"))
    >>> x, y = R.variables
    >>> print((x + 2 * y) ** 2)
    x^2 + 4*x*y + 4*y^2
    """

    names: tuple[str, ...]
    characteristic: int = 0
    rational: bool = False

    def __post_init__(self) -> None:
        for i, name in enumerate(self.names):
            if len(set(self.names)) < len(self.names) and name in self.names[:i]:
                raise ValueError(f"two variables are called {name}; each variable has a name of its own")
        if self.characteristic:
            prime(self.characteristic)  # FLINT ends the process where a composite modulus has no inverse

    @property
    def context(self) -> Any:
        """FLINT's ring, whose variables are numbered: it knows ASCII names only."""
        numbered = tuple(f"x{i}" for i in range(len(self.names)))
        if self.characteristic:
            return nmod_mpoly_ctx.get(numbered, modulus=self.characteristic, ordering=_ORDER)
        return (fmpq_mpoly_ctx if self.rational else fmpz_mpoly_ctx).get(numbered, _ORDER)

    @property
    def variables(self) -> tuple[Polynomial, ...]:
        return tuple(Polynomial(self, x) for x in self.context.gens())

    def __call__(self, x: Number) -> Polynomial:
        """The constant polynomial. Raises: ValueError if a denominator has no inverse in the ring."""
        return Polynomial(self, self.context.constant(self.scalar(x)))

    def scalar(self, x: Number) -> Any:
        """The number as FLINT wants it for coefficients."""
        if self.rational and not self.characteristic:
            return fmpq(x.numerator, x.denominator)
        if x.denominator == 1:
            return int(x) % self.characteristic if self.characteristic else int(x)
        if not self.characteristic or x.denominator % self.characteristic == 0:
            over = f"GF({self.characteristic})" if self.characteristic else "Z"
            raise ValueError(f"the number {x} is no element of {over}; choose polynomials over Q, or another prime")
        return x.numerator * pow(x.denominator, -1, self.characteristic) % self.characteristic

    def of_terms(self, exponents: Sequence[Sequence[int]], coefficients: Sequence[Number]) -> Polynomial:
        """The sum of the terms, whose exponents are in the order of the variables and pairwise different."""
        terms = zip(exponents, coefficients, strict=True)
        return Polynomial(self, self.context.from_dict({tuple(e): self.scalar(c) for e, c in terms}))


class Polynomial:
    """A polynomial of a ring; + − · ** mix with integers, and with fractions over Q and GF(p)."""

    __slots__ = ("flint", "ring")

    def __init__(self, ring: PolynomialRing, flint: Any) -> None:
        self.ring, self.flint = ring, flint

    def _operand(self, x: Any) -> Any:
        if isinstance(x, Polynomial):
            if x.ring != self.ring:
                raise ValueError(f"polynomials of the rings {self.ring} and {x.ring} do not mix; choose one ring")
            return x.flint
        return self.ring.scalar(x) if isinstance(x, (int, Fraction)) else None

    def __add__(self, x: Any) -> Polynomial:
        other = self._operand(x)
        return NotImplemented if other is None else Polynomial(self.ring, self.flint + other)

    def __sub__(self, x: Any) -> Polynomial:
        other = self._operand(x)
        return NotImplemented if other is None else Polynomial(self.ring, self.flint - other)

    def __rsub__(self, x: Any) -> Polynomial:
        other = self._operand(x)
        return NotImplemented if other is None else Polynomial(self.ring, other - self.flint)

    def __mul__(self, x: Any) -> Polynomial:
        other = self._operand(x)
        return NotImplemented if other is None else Polynomial(self.ring, self.flint * other)

    def __neg__(self) -> Polynomial:
        return Polynomial(self.ring, -self.flint)

    def __pow__(self, exponent: int) -> Polynomial:
        return Polynomial(self.ring, self.flint**exponent)

    __radd__, __rmul__ = __add__, __mul__

    def __eq__(self, x: object) -> bool:
        other = self._operand(x)
        return NotImplemented if other is None else bool(self.flint == other)

    def __hash__(self) -> int:
        return hash((self.ring, str(self.flint)))

    def __bool__(self) -> bool:
        return not self.flint.is_zero()

    def __reduce__(self) -> Any:
        exponents = self.exponents()
        largest = int(exponents.max(initial=0))
        packed = exponents.astype(np.min_scalar_type(largest))
        return _unpacked, (self.ring, packed, self.coefficients())

    @property
    def term_count(self) -> int:
        return len(self.flint)

    @property
    def degree(self) -> int:
        """The total degree; −1 for the polynomial 0."""
        return int(self.flint.total_degree()) if self else -1

    def terms(self) -> Iterator[tuple[tuple[int, ...], Number]]:
        """(exponents in the order of the variables, coefficient), in falling degree; over GF(p) from 0 to p − 1.

        Cost: some microseconds per term, far more than the arithmetic.
        """
        for exponents, c in zip(self.flint.monoms(), self.flint.coeffs(), strict=True):
            yield tuple(map(int, exponents)), _number(c)

    def exponents(self) -> NDArray[np.int64]:
        """A row of exponents for each term, in the order of ``terms``: less work where there are many."""
        return np.array(self.flint.monoms(), dtype=np.int64).reshape(self.term_count, len(self.ring.names))

    def coefficients(self) -> list[Number]:
        """The coefficients in the order of ``terms``."""
        return [_number(c) for c in self.flint.coeffs()]

    def value(self, point: Sequence[Number]) -> Number:
        """The value at a point, one number per variable; over GF(p) from 0 to p − 1.

        >>> x, y = PolynomialRing(("x", "y"), characteristic=7).variables
        >>> (x * y + 3).value([2, 5])
        6
        """
        return _number(self.flint(*map(self.ring.scalar, point)))

    def derivative(self, name: str) -> Polynomial:
        """The partial derivative by the variable of this name."""
        return Polynomial(self.ring, self.flint.derivative(self.ring.names.index(name)))

    def coefficients_in(self, names: Sequence[str]) -> dict[tuple[int, ...], Polynomial]:
        """The coefficients of the monomials in the named variables, polynomials in the others.

        >>> R = PolynomialRing(("a", "b", "x"))
        >>> a, b, x = R.variables
        >>> {e: str(c) for e, c in (((a + b) * x) ** 2).coefficients_in(["x"]).items()}
        {(2,): 'a^2 + 2*a*b + b^2'}
        """
        chosen = [self.ring.names.index(name) for name in names]
        parts: dict[tuple[int, ...], dict[tuple[int, ...], Any]] = {}
        for exponents, c in self.flint.terms():
            rest = list(exponents)
            for i in chosen:
                rest[i] = 0
            parts.setdefault(tuple(int(exponents[i]) for i in chosen), {})[tuple(rest)] = c
        return {e: Polynomial(self.ring, self.ring.context.from_dict(part)) for e, part in parts.items()}

    def to_sympy(self) -> Any:
        """The same polynomial as a SymPy expression, for display; the variables are symbols with their names."""
        from sympy import Poly, Rational, symbols

        terms = {e: Rational(c.numerator, c.denominator) for e, c in self.terms()}
        return Poly.from_dict(terms, *(symbols(name, seq=False) for name in self.ring.names)).as_expr()

    def __str__(self) -> str:
        written = [_term(c, e, self.ring.names) for e, c in self.terms()]
        return " + ".join(written).replace("+ -", "- ") or "0"

    def __repr__(self) -> str:
        return f"<polynomial with {self.term_count} terms in {len(self.ring.names)} variables>"


def _unpacked(ring: PolynomialRing, exponents: Any, coefficients: Sequence[Number]) -> Polynomial:
    return ring.of_terms(exponents.tolist(), coefficients)


def _number(c: Any) -> Number:
    if isinstance(c, fmpq):
        return int(c.p) if c.q == 1 else Fraction(int(c.p), int(c.q))
    return int(c)


def _term(c: Number, exponents: Sequence[int], names: Sequence[str]) -> str:
    powers = [name if e == 1 else f"{name}^{e}" for name, e in zip(names, exponents, strict=True) if e]
    if powers and abs(c) == 1:
        return ("-" if c < 0 else "") + "*".join(powers)
    return "*".join([str(c), *powers])
