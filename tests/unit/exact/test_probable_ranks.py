from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from itertools import product

import pytest
from flint import nmod_mat

from algebra_tnn.exact.primes import PrimeSet, primes_in
from algebra_tnn.exact.probable_ranks import (
    ERROR,
    ProbableRank,
    cheapest_primes,
    double_primes,
    miss_probability,
    probable_rank,
    row_height,
    trials_for,
    word_primes,
)

Rows = Callable[..., list[list[int]]]


def determinant(a: int, b: int, c: int, d: int) -> list[list[int]]:
    return [[a, b], [c, d]]


def hidden(a: int, b: int) -> list[list[int]]:
    """Of determinant 6 (a² − b²): of rank 0 or 1 modulo 2 and 3, and wherever a = ± b."""
    return [[6 * a, b], [6 * b, a]]


def deficient(a: int, b: int, c: int) -> list[list[int]]:
    """Three rows on two parameters: the third is the sum of the others."""
    return [[a, b, c], [b, c, a], [a + b, b + c, c + a]]


def rank_at(rows: Rows, p: int, point: tuple[int, ...]) -> int:
    M = rows(*point)
    return int(nmod_mat(len(M), len(M[0]), [x for row in M for x in row], p).rank())


def trial_of(rows: Rows, parameters: int) -> Callable[[int, int], int]:
    def trial(p: int, seed: int) -> int:
        rng = random.Random(seed)
        return rank_at(rows, p, tuple(rng.randrange(1, p) for _ in range(parameters)))

    return trial


def true_miss(rows: Rows, parameters: int, primes: list[int], rank: int) -> Fraction:
    """The probability that one trial shows less than the rank, by going through all primes and points."""
    total = Fraction(0)
    for p in primes:
        points = list(product(range(1, p), repeat=parameters))
        missed = sum(rank_at(rows, p, point) < rank for point in points)
        total += Fraction(missed, len(points) * len(primes))
    return total


@pytest.mark.parametrize(
    ("rows", "parameters", "degree", "height", "low", "high"),
    [
        (determinant, 4, 1, row_height(2), 4, 11),
        (determinant, 4, 1, row_height(2), 10, 12),
        (hidden, 2, 1, row_height(2, 6), 1, 60),
        (hidden, 2, 1, row_height(2, 6), 4, 60),
        (hidden, 2, 1, row_height(2, 6), 4, 6),
    ],
)
def test_the_bound_is_above_the_true_probability(
    rows: Rows, parameters: int, degree: int, height: Fraction, low: int, high: int
) -> None:
    primes = PrimeSet.sieved(low, high)
    truth = true_miss(rows, parameters, primes_in(low + 1, high + 1).tolist(), 2)
    assert 0 < truth <= miss_probability(primes, ceiling=2, degree=degree, height=height)


def test_bad_primes_count() -> None:
    """Modulo 2 and 3 the determinant 6 (a² − b²) vanishes identically: no choice of the point helps."""
    for p in (2, 3):
        assert true_miss(hidden, 2, [p], 2) == 1
    alone = miss_probability(PrimeSet.sieved(1, 3), ceiling=2, degree=1, height=row_height(2, 6))
    assert alone == 1


def test_wrong_values_are_as_rare_as_the_bound_says() -> None:
    """Of many runs with one trial, those with a wrong value are at most as many as the bound, and there are some."""
    primes = PrimeSet.sieved(40, 100)
    bound = miss_probability(primes, ceiling=2, degree=1, height=row_height(2))
    found = [
        probable_rank(
            trial_of(determinant, 4), ceiling=2, degree=1, height=row_height(2), primes=primes, seed=seed, trials=1
        )
        for seed in range(3000)
    ]
    wrong = [result for result in found if result.value < 2]
    assert 0 < len(wrong) <= 3000 * bound
    assert all(result.error_bound == bound for result in wrong)
    assert all(result.is_certain for result in found if result.value == 2)


def test_more_trials_make_fewer_errors() -> None:
    primes = PrimeSet.sieved(4, 11)
    numbers = {"ceiling": 2, "degree": 1, "height": row_height(2), "primes": primes, "error": Fraction(1, 100)}
    miss = miss_probability(primes, ceiling=2, degree=1, height=row_height(2))
    assert miss < 1
    wrong = [
        sum(probable_rank(trial_of(determinant, 4), **numbers, seed=s, trials=t).value < 2 for s in range(2000))
        for t in (1, 2)
    ]
    assert 0 < wrong[1] < wrong[0]


def test_a_deficient_rank_comes_with_its_bound() -> None:
    found = probable_rank(trial_of(deficient, 3), ceiling=3, degree=1, height=row_height(3, 2), seed=4)
    assert found.value == 2
    assert not found.is_certain
    assert found.error_bound <= ERROR
    assert found.trials == len(found.primes) == len(set(found.primes))
    miss = miss_probability(word_primes(), ceiling=3, degree=1, height=row_height(3, 2))
    assert found.error_bound == miss**found.trials
    assert found == probable_rank(trial_of(deficient, 3), ceiling=3, degree=1, height=row_height(3, 2), seed=4)
    other = probable_rank(trial_of(deficient, 3), ceiling=3, degree=1, height=row_height(3, 2), seed=5)
    assert other.primes != found.primes


def test_the_ceiling_ends_the_search_with_certainty() -> None:
    found = probable_rank(trial_of(deficient, 3), ceiling=2, degree=1, height=row_height(3, 2))
    assert found == ProbableRank(2, Fraction(0), 1, found.primes)
    assert found.is_certain
    assert str(found) == "2"
    assert probable_rank(trial_of(deficient, 3), ceiling=0, degree=1, height=1) == ProbableRank(0, Fraction(0), 0, ())


def test_one_prime_near_a_million_is_not_enough_for_eight_thousand_rows() -> None:
    """Degree 2 and rank 8000: the point alone misses with 1.5 %, and the prime alone with a probability unknown."""
    one = PrimeSet(1048572, 1048573, 1)
    point = miss_probability(one, ceiling=8000, degree=2, height=0)
    assert Fraction(15, 1000) < point < Fraction(16, 1000)
    assert miss_probability(one, ceiling=8000, degree=2, height=4) == 1
    assert trials_for(ERROR, point) == 10
    with pytest.raises(
        ValueError, match=r"one trial may miss the rank with probability 100\.0 %.*choose larger primes"
    ):
        trials_for(ERROR, miss_probability(one, ceiling=8000, degree=2, height=4))
    assert trials_for(ERROR, miss_probability(double_primes(), ceiling=8000, degree=2, height=4)) == 9
    assert trials_for(ERROR, miss_probability(word_primes(), ceiling=8000, degree=2, height=4)) == 2


def test_the_trials_suffice_and_one_fewer_does_not() -> None:
    for miss in (Fraction(1, 2), Fraction(1, 3), Fraction(9, 10), Fraction(1, 2**60), Fraction(1, 2**59)):
        trials = trials_for(ERROR, miss)
        assert miss**trials <= ERROR < miss ** (trials - 1)
    assert trials_for(ERROR, Fraction(0)) == 1


def test_budgets_end_the_search_with_the_bound_that_was_reached() -> None:
    numbers = {"ceiling": 3, "degree": 1, "height": row_height(3, 2), "primes": double_primes()}
    seen: list[tuple[ProbableRank, int]] = []
    found = probable_rank(trial_of(deficient, 3), **numbers, trials=2, progress=lambda *x: seen.append(x))
    miss = miss_probability(double_primes(), ceiling=3, degree=1, height=row_height(3, 2))
    assert found.trials == 2
    assert found.error_bound == miss**2 > ERROR
    assert [(result.trials, planned) for result, planned in seen] == [(1, 2), (2, 2)]
    assert seen[-1][0] == found
    assert probable_rank(trial_of(deficient, 3), **numbers, seconds=600).error_bound <= ERROR
    hurried = probable_rank(trial_of(deficient, 3), **numbers, seconds=1e-9)
    assert hurried.trials == 1
    assert hurried.error_bound == miss


def test_the_largest_rank_counts() -> None:
    ranks = iter([1, 2, 0, 1, 2, 2, 2, 2, 2, 2])
    found = probable_rank(lambda p, seed: next(ranks), ceiling=3, degree=1, height=1, primes=double_primes())
    assert found.value == 2


def test_the_primes_that_need_least_time() -> None:
    for size, bits in ((5, 61), (40, 61), (1000, 23), (8000, 23)):
        primes = cheapest_primes(ceiling=size, degree=2, height=5, shape=(size, size))
        assert primes.low == 2 ** (bits - 1)
    steep = cheapest_primes(ceiling=5000, degree=10**6, height=5, shape=(5000, 5000))
    assert steep == word_primes()


def test_the_height_of_rows() -> None:
    """2^h is at least the Euclidean length: rows of Euclidean length 1, √2, 3 √5."""
    assert (row_height(1), row_height(0), row_height(2), row_height(5, 3)) == (0, 0, Fraction(1, 2), 3)
    for entries, coefficients in product(range(1, 20), range(1, 5)):
        square = coefficients**2 * entries
        assert square <= 2 ** int(2 * row_height(entries, coefficients)) < 2 * square


def test_how_a_probable_rank_is_written() -> None:
    assert str(ProbableRank(32, Fraction(1, 2**60), 2, (5, 7))) == "32 except with probability ≤ 2^-60"
    assert str(ProbableRank(32, Fraction(3, 2**60), 2, (5, 7))) == "32 except with probability ≤ 2^-58"
    assert str(ProbableRank(32, Fraction(1), 1, (5,))) == "at least 32"


def test_numbers_out_of_range() -> None:
    def ask(**changes: object) -> None:
        numbers = {"ceiling": 3, "degree": 1, "height": 1, **changes}
        probable_rank(lambda p, seed: 4, **numbers)  # wrong on purpose

    for name in ("ceiling", "degree", "height"):
        with pytest.raises(ValueError, match=f"the {name} is -1; it is at least 0"):
            ask(**{name: -1})
    for name in ("trials", "seconds"):
        with pytest.raises(ValueError, match=f"the budget is 0 {name}; give a positive number"):
            ask(**{name: 0})
    with pytest.raises(ValueError, match="the error is 2; it is a probability"):
        ask(error=Fraction(2))
    with pytest.raises(ValueError, match=r"a trial modulo \d+ has rank 4, above the ceiling 3; raise the ceiling"):
        ask()
