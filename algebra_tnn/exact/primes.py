"""Prime numbers: a test without doubt below 2^64, a sieve, and sets of primes whose number is known from below."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache
from math import isqrt

import numpy as np
from numpy.typing import NDArray

LARGEST_TESTED = 2**64
LARGEST_SIEVED = 2**32
_BASES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)


@lru_cache(maxsize=1024)
def is_prime(n: int) -> bool:
    """Whether n is prime, for n < 2^64.

    Strong Fermat tests to the first twelve prime bases are a proof below 3.18 · 10^23.
    Raises: ValueError for n ≥ 2^64. Cost: at most twelve powers modulo n. Reference: [SorensonWebster2017].

    >>> is_prime(2**31 - 1), is_prime(2**32 + 1), is_prime(3215031751)  # the last passes the tests to 2, 3, 5, 7
    (True, False, False)
    """
    if n >= LARGEST_TESTED:
        raise ValueError(f"the number {n} is not below 2^64, up to where primes are told; choose a smaller one")
    for q in _BASES:
        if n % q == 0:
            return n == q
    if n < 2:
        return False
    odd, twos = n - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    return all(_passes(n, base, odd, twos) for base in _BASES)


def _passes(n: int, base: int, odd: int, twos: int) -> bool:
    """The strong Fermat test, where n − 1 = odd · 2^twos."""
    x = pow(base, odd, n)
    if x in (1, n - 1):
        return True
    for _ in range(twos - 1):
        x = x * x % n
        if x == n - 1:
            return True
    return False


def prime(p: int) -> int:
    """The number itself, if it is prime. Raises: ValueError in one sentence if it is not.

    It stands before FLINT, which ends the process where an inverse modulo a composite number does not exist.
    """
    if p < 2 or not is_prime(p):
        raise ValueError(f"the modulus is {p}, but {p} is not prime; choose a prime, such as 1048573")
    return p


def primes_in(low: int, high: int) -> NDArray[np.int64]:
    """The primes p with low ≤ p < high, in order, by a sieve of the interval.

    Raises: ValueError for high > 2^32. Cost: high − low bytes, and about as many steps as there are multiples.

    >>> primes_in(10, 30)
    array([11, 13, 17, 19, 23, 29])
    """
    if high > LARGEST_SIEVED:
        raise ValueError(f"the sieve would end at {high}; it goes up to 2^32: choose a lower end")
    low = max(low, 2)
    unmarked = np.ones(max(high - low, 0), dtype=np.bool_)
    root = isqrt(max(high - 1, 0))
    divisors = primes_in(2, root + 1).tolist() if root >= 2 else []
    for q in divisors:
        unmarked[max(q * q, -(-low // q) * q) - low :: q] = False
    return np.flatnonzero(unmarked) + low


@dataclass(frozen=True, slots=True)
class PrimeSet:
    """The primes p with low < p ≤ high, of which there are at least ``number``.

    >>> PrimeSet.sieved(10, 30)
    PrimeSet(low=10, high=30, number=6)
    """

    low: int
    high: int
    number: int

    def __post_init__(self) -> None:
        if not (1 <= self.low < self.high and 1 <= self.number <= self.high - self.low):
            raise ValueError(
                f"the primes are {self.number} or more with {self.low} < p ≤ {self.high}; choose 1 ≤ low < high, and a "
                "number of primes that lies between"
            )

    @classmethod
    def sieved(cls, low: int, high: int) -> PrimeSet:
        """All primes between, counted. Raises: ValueError if there are none, or above 2^32."""
        return cls(low, high, len(primes_in(low + 1, high + 1)))

    @classmethod
    def of_bits(cls, bits: int) -> PrimeSet:
        """The primes with exactly this many bits, from 6 to 63; their number from below by a theorem.

        There are more than 3x / (5 log x) primes between x and 2x for x ≥ 20½ [RosserSchoenfeld1962], Corollary 3;
        here x = 2^(bits−1), and log 2 < 0.7.

        >>> PrimeSet.of_bits(23).number, PrimeSet.sieved(2**22, 2**23).number
        (163414, 268216)
        """
        if not 6 <= bits <= 63:
            raise ValueError(f"primes of {bits} bits were asked for; choose between 6 and 63 bits")
        return cls(2 ** (bits - 1), 2**bits, 6 * 2 ** (bits - 1) // (7 * (bits - 1)))

    def drawn(self, generator: random.Random) -> int:
        """A prime of the set, each with the same probability: integers are drawn until one is prime."""
        while True:
            p = generator.randrange(self.low + 1, self.high + 1)
            if is_prime(p):
                return p
