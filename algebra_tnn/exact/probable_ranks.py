"""Probable generic ranks with a proved bound on the error.

Let M(θ) be a matrix whose entries are polynomials in θ = (θ_1, …, θ_n) with integer coefficients, and ρ its generic
rank, the rank over Q(θ). A trial draws a prime p from a set of primes, all with the same probability, and θ from S^n
with the uniform distribution, where S is GF(p) or its p − 1 nonzero elements; it answers with the rank of M(θ) modulo
p, which is at most ρ. So the largest rank seen is a lower bound of ρ, and it is ρ itself if a proved upper bound, the
*ceiling*, is met. Otherwise the value is probable, and this is the probability of an error:

**Proposition.** Let the entries of M have total degree at most δ; let each row of M, as the vector of the sums of the
absolute values of its entries' coefficients, have Euclidean length at most 2^h; let ρ ≤ c; and let the set have at
least π primes, all above ℓ ≥ 2^k, k ≥ 1. Then one trial shows a rank below ρ with probability at most

    ε = ⌊c h / k⌋ / π + c δ / ℓ,

and T independent trials all do with probability at most ε^T.

*Proof.* Some ρ × ρ minor m is a polynomial other than 0, with integer coefficients and of degree at most ρ δ ≤ c δ. On
the torus |θ_1| = … = |θ_n| = 1 the row lengths of M(θ) are at most 2^h, so |m(θ)| ≤ 2^(hρ) by Hadamard's inequality. A
coefficient of m is the mean of m(θ) θ^(−α) over the torus, so it is at most 2^(hρ) in absolute value. The primes above
ℓ that divide a fixed nonzero coefficient have a product of at most 2^(hc), so there are at most c h / k of them: the
first summand bounds the probability that m vanishes identically modulo p. If it does not, then m(θ) = 0 modulo p has
probability at most deg m / |S| ≤ c δ / (p − 1) ≤ c δ / ℓ (Schwartz, Zippel). Where m(θ) ≠ 0 modulo p, the rank is at
least ρ. ∎

T is fixed by ε before the first trial, so no choice depends on what is seen. Should the time end before, then the bound
ε^t of the t trials that were made is reported, and still at most a fraction η of all runs report a wrong value together
with a bound ≤ η. The draws come from a pseudo-random generator, and the proposition takes them for random ones.

One prime alone, however many points, says nothing about the first summand: it may divide all coefficients of m.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from algebra_tnn.exact.primes import PrimeSet

ERROR = Fraction(1, 2**60)


@dataclass(frozen=True, slots=True)
class ProbableRank:
    """A lower bound of a generic rank that is the rank itself, except with a probability of at most ``error_bound``."""

    value: int
    error_bound: Fraction
    trials: int
    primes: tuple[int, ...]

    @property
    def is_certain(self) -> bool:
        return self.error_bound == 0

    def __str__(self) -> str:
        if self.is_certain:
            return str(self.value)
        bits = (self.error_bound.denominator // self.error_bound.numerator).bit_length() - 1
        return f"{self.value} except with probability ≤ 2^-{bits}" if bits else f"at least {self.value}"


def word_primes() -> PrimeSet:
    """The primes of 61 bits, for FLINT's elimination."""
    return PrimeSet.of_bits(61)


@lru_cache(maxsize=1)
def double_primes() -> PrimeSet:
    """The 268 216 primes between 2^22 and 2^23, counted, for the elimination in doubles."""
    return PrimeSet.sieved(2**22, 2**23)


def row_height(entries: int, coefficients: int = 1) -> Fraction:
    """h for rows with at most so many nonzero entries, each with absolute coefficients that sum to at most so much.

    >>> row_height(16, 3)  # rows of Euclidean length at most 12 < 2^4
    Fraction(4, 1)
    """
    return Fraction((coefficients**2 * max(entries, 1) - 1).bit_length(), 2)


def miss_probability(primes: PrimeSet, *, ceiling: int, degree: int, height: int | Fraction) -> Fraction:
    """ε of the proposition: a bound on the probability that one trial shows less than the generic rank.

    >>> one = miss_probability(PrimeSet(1048572, 1048573, 1), ceiling=8000, degree=2, height=4)
    >>> many = miss_probability(double_primes(), ceiling=8000, degree=2, height=4)
    >>> one, many < Fraction(1, 100)
    (Fraction(1, 1), True)
    """
    bad = ceiling * height // max(primes.low.bit_length() - 1, 1)
    return min(Fraction(1), Fraction(bad, primes.number) + Fraction(ceiling * degree, primes.low))


def trials_for(error: Fraction, miss: Fraction) -> int:
    """The least T with miss^T ≤ error. Raises: ValueError for a miss above 99 %.

    >>> trials_for(ERROR, Fraction(1, 100))
    10
    """
    if miss > Fraction(99, 100):
        raise ValueError(
            f"one trial may miss the rank with probability {_percent(miss)}, which is too much for repetition to help; "
            "choose larger primes, such as primes=word_primes()"
        )
    bound, trials = Fraction(1), 0
    while bound > error:
        bound, trials = bound * miss, trials + 1
    return trials


def _percent(x: Fraction) -> str:
    return f"{int(1000 * x) // 10}.{int(1000 * x) % 10} %"


def cheapest_primes(
    *, ceiling: int, degree: int, height: int | Fraction, shape: tuple[int, int], error: Fraction = ERROR
) -> PrimeSet:
    """The set of primes with which the least time is needed to reach the error, for matrices of this shape.

    Few trials with 61 bits and FLINT, or more with 23 bits in doubles: the costs are those of eliminations that were
    measured, in nanoseconds, without the time in which the matrices are made.

    >>> numbers = {"ceiling": 60, "degree": 3, "height": 5}
    >>> [cheapest_primes(**numbers, shape=(height, 60)).low.bit_length() for height in (60, 999)]
    [61, 23]
    """
    entries, eliminated = shape[0] * shape[1], shape[0] * shape[1] * min(shape)
    by_words = 150 * entries + 2 * eliminated // 9
    by_doubles = 8000 * min(shape) + 10 * entries + eliminated // 45
    words, doubles = (
        miss_probability(primes, ceiling=ceiling, degree=degree, height=height)
        for primes in (word_primes(), double_primes())
    )
    try:
        cost = trials_for(error, doubles) * by_doubles
    except ValueError:
        return word_primes()
    return word_primes() if trials_for(error, words) * by_words < cost else double_primes()


def probable_rank(
    trial: Callable[[int, int], int],
    *,
    ceiling: int,
    degree: int,
    height: int | Fraction,
    shape: tuple[int, int] | None = None,
    primes: PrimeSet | None = None,
    error: Fraction = ERROR,
    seed: int = 0,
    trials: int | None = None,
    seconds: float | None = None,
    progress: Callable[[ProbableRank, int], None] | None = None,
) -> ProbableRank:
    """The generic rank of M, certain if a trial meets the ceiling, else with the error of the proposition above.

    Args: trial: trial(p, seed) is the rank of M(θ) modulo p, for a θ of nonzero residues, uniform and independent for
    each seed; ceiling: a proved upper bound of the generic rank, such as the number of rows or of columns; degree: of
    the entries, at most; height: see ``row_height``; shape: of M, by default (ceiling, ceiling), for the choice of the
    primes; primes: a set to use instead, for trials that cannot do with larger ones; error: what is to be reached;
    trials, seconds: budgets that may end before; one trial is always made; progress: is given the result so far and
    the number of trials that are planned, after each trial.
    Cost: one trial if the ceiling is met, else as many as ``trials_for(error, ε)`` says.
    Raises: ValueError if a number is out of range, or if no number of trials suffices.

    >>> def trial(p, seed):  # of the matrix ((a, b), (2 a, 2 b)), whose rows have length at most 2 √2 < 2^2
    ...     return 1
    >>> print(probable_rank(trial, ceiling=2, degree=1, height=2))
    1 except with probability ≤ 2^-118
    """
    _check(ceiling=ceiling, degree=degree, height=height, trials=trials, seconds=seconds)
    if not 0 < error < 1:
        raise ValueError(f"the error is {error}; it is a probability between 0 and 1, such as Fraction(1, 2**60)")
    if not ceiling:
        return ProbableRank(0, Fraction(0), 0, ())
    primes = primes or cheapest_primes(
        ceiling=ceiling, degree=degree, height=height, shape=shape or (ceiling, ceiling), error=error
    )
    miss = miss_probability(primes, ceiling=ceiling, degree=degree, height=height)
    planned = trials_for(error, miss) if trials is None else min(trials, trials_for(error, miss))
    generator, start = random.Random(seed), time.monotonic()
    found = ProbableRank(0, Fraction(1), 0, ())
    while found.trials < planned and not found.is_certain:
        p = primes.drawn(generator)
        rank = max(found.value, trial(p, generator.getrandbits(63)))
        if rank > ceiling:
            raise ValueError(f"a trial modulo {p} has rank {rank}, above the ceiling {ceiling}; raise the ceiling")
        bound = Fraction(0) if rank == ceiling else found.error_bound * miss
        found = ProbableRank(rank, bound, found.trials + 1, (*found.primes, p))
        if progress is not None:
            progress(found, planned)
        if seconds is not None and (time.monotonic() - start) * (found.trials + 1) > seconds * found.trials:
            break  # the next trial would end too late, if it takes as long as those before
    return found


def _check(*, seconds: float | None, trials: int | None, **numbers: int | Fraction) -> None:
    for name, number in numbers.items():
        if number < 0:
            raise ValueError(f"the {name} is {number}; it is at least 0")
    for unit, budget in (("trials", trials), ("seconds", seconds)):
        if budget is not None and budget <= 0:
            raise ValueError(f"the budget is {budget} {unit}; give a positive number, or None for no limit")
