"""The fields that claims are about. Numbers in R and C are rational, or algebraic where a certificate says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from algebra_tnn.exact.primes import is_prime
from algebra_tnn.exact.scalars import Matrix, Number

LARGEST_CHARACTERISTIC = 2**40
MODULUS = 2**31 - 1  # the prime behind certificates in characteristic 0
_FINITE = re.compile(r"GF\(\s*([0-9]{1,4000})\s*\)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Field:
    """Q, R, C, or GF(p) for a prime p.

    >>> Field.named("GF(7)").characteristic
    7
    """

    name: str
    characteristic: int = 0

    @classmethod
    def named(cls, name: str) -> Field:
        """The field of this name. Raises: ValueError."""
        if name in ("Q", "R", "C"):
            return cls(name)
        match = _FINITE.fullmatch(name)
        if match is None:
            raise ValueError(f"the field is {name!r}; it is one of Q, R, C, or GF(p) with a prime p, such as GF(2)")
        p = int(match[1])
        if p > LARGEST_CHARACTERISTIC:
            raise ValueError(f"the field is {name}; the prime of a finite field is at most 2^40")
        if not is_prime(p):
            raise ValueError(f"the field is {name}, but {p} is not prime; choose GF(p) with a prime p")
        return cls(f"GF({p})", p)

    def __str__(self) -> str:
        return self.name

    @property
    def is_finite(self) -> bool:
        return self.characteristic > 0

    @property
    def modulus(self) -> int:
        """The prime modulo which independence is shown: p over GF(p), a large one in characteristic 0."""
        return self.characteristic or MODULUS

    def number(self, x: Number) -> Number:
        """The element of the field that x is: a residue over GF(p). Raises: ValueError if a denominator vanishes."""
        p = self.characteristic
        if not p:
            return x
        if x.denominator % p == 0:
            raise ValueError(f"the entry {x} has a denominator divisible by {p}, so it is no element of {self}")
        return x.numerator * pow(x.denominator, -1, p) % p

    def matrix(self, matrix: Matrix) -> Matrix:
        return tuple(tuple(self.number(x) for x in row) for row in matrix) if self.characteristic else matrix

    def divided(self, x: Number, y: Number) -> Number:
        """x / y in the field."""
        if self.characteristic:
            return int(x) * pow(int(y), -1, self.characteristic) % self.characteristic
        quotient = Fraction(x) / Fraction(y)
        return quotient.numerator if quotient.denominator == 1 else quotient


def prime_field(p: int) -> Field:
    """GF(p), for a p that is known to be prime."""
    return Field(f"GF({p})", p)


Q, R, C = Field("Q"), Field("R"), Field("C")
