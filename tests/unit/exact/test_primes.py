from __future__ import annotations

import random
from collections import Counter

import pytest
from sympy import isprime, primepi, primerange

from algebra_tnn.exact.primes import PrimeSet, is_prime, prime, primes_in

# Carmichael numbers, strong pseudoprimes to the first 3, 4, 9 prime bases, squares of primes, primes at borders
NOTABLE = [561, 1729, 25326001, 3215031751, 3825123056546413051, 65537**2, 2**31 - 1, 2**61 - 1, 2**64 - 59, 2**64 - 1]


def test_primes_are_told_from_composite_numbers() -> None:
    rng = random.Random(3)
    sample = [*range(-5, 3000), *NOTABLE, *(rng.getrandbits(bits) for bits in range(12, 65) for _ in range(20))]
    assert [n for n in sample if is_prime(n)] == [n for n in sample if n > 0 and isprime(n)]


def test_there_is_an_end_to_what_is_told() -> None:
    with pytest.raises(ValueError, match="is not below 2\\^64"):
        is_prime(2**64)


@pytest.mark.parametrize("p", [-7, 0, 1, 12, 1048573 * 3])
def test_a_composite_modulus_is_refused_in_one_sentence(p: int) -> None:
    with pytest.raises(ValueError, match=f"the modulus is {p}, but {p} is not prime; choose a prime"):
        prime(p)
    assert prime(1048573) == 1048573


@pytest.mark.parametrize(
    ("low", "high"), [(0, 0), (5, 4), (0, 3), (2, 3), (2, 4), (4, 5), (24, 29), (90, 200), (2**20 - 99, 2**20)]
)
def test_the_sieve(low: int, high: int) -> None:
    assert primes_in(low, high).tolist() == list(primerange(low, high))


def test_the_sieve_has_an_end() -> None:
    assert primes_in(2**32 - 100, 2**32).tolist() == list(primerange(2**32 - 100, 2**32))
    with pytest.raises(ValueError, match="it goes up to 2\\^32"):
        primes_in(2**32, 2**32 + 9)


def test_the_number_of_primes_is_bounded_from_below() -> None:
    for bits in range(6, 24):
        found = PrimeSet.of_bits(bits)
        true = int(primepi(2**bits) - primepi(2 ** (bits - 1)))
        assert 0 < found.number <= true
        assert PrimeSet.sieved(found.low, found.high).number == true


def test_draws_are_primes_of_the_set_and_all_come_equally_often() -> None:
    primes = PrimeSet.sieved(6, 31)
    generator = random.Random(1)
    counts = Counter(primes.drawn(generator) for _ in range(3200))
    assert set(counts) == {7, 11, 13, 17, 19, 23, 29, 31}
    assert all(300 < number < 500 for number in counts.values())  # 400 ± 5 standard deviations
    large = PrimeSet.of_bits(61).drawn(random.Random(5))
    assert 2**60 < large < 2**61
    assert isprime(large)
    assert large == PrimeSet.of_bits(61).drawn(random.Random(5))


def test_sets_that_make_no_sense_are_refused() -> None:
    with pytest.raises(ValueError, match="between 6 and 63 bits"):
        PrimeSet.of_bits(64)
    for low, high in ((24, 28), (0, 9), (9, 9)):
        with pytest.raises(ValueError, match="choose 1 ≤ low < high, and a number"):
            PrimeSet.sieved(low, high)
