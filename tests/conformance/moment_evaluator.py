"""A second reading of moments, from the prose below; it imports nothing of the package.

Nested loops over nested lists, for the elements of any commutative ring. Polynomials in x are dictionaries from
exponents to coefficients. Indices count from 0.

The *Hermite tensor*: its entry at (i_0, …, i_(m−1)) is the product over all variables j of He_k(x_j), where k is how
often j is among the indices, and He_(k+1) = t He_k − k He_(k−1).

The mean of a monomial under the normal distribution is the product over the variables of (e − 1)(e − 3) ⋯ 1 if all
exponents e are even, and 0 otherwise.

The *moment* of a network of one hidden layer: the outputs and the entries of the Hermite tensor are multiplied out as
polynomials in x, and the mean is taken monomial by monomial.

The *third cumulant* of a random variable p is E[p³] − 3 E[p²] E[p] + 2 E[p]³.
"""

from __future__ import annotations

from itertools import product
from typing import Any

from tests.conformance.sums import multiplied, plus

Poly = dict[tuple[int, ...], Any]


def hermite(k: int, t: Any) -> Any:
    before, now = 0, 1
    for j in range(k):
        before, now = now, t * now + (-j) * before
    return now


def hermite_entry(x: list[Any], index: tuple[int, ...]) -> Any:
    total: Any = 1
    for j in range(len(x)):
        total = total * hermite(index.count(j), x[j])
    return total


def nested(shape: tuple[int, ...], entry: Any) -> Any:
    def level(first: tuple[int, ...]) -> Any:
        if len(first) == len(shape):
            return entry(first)
        return [level((*first, i)) for i in range(shape[len(first)])]

    return level(())


def hermite_tensor(x: list[Any], order: int) -> Any:
    return nested((len(x),) * order, lambda index: hermite_entry(x, index))


def times(f: Poly, g: Poly) -> Poly:
    return multiplied(f, g, lambda d, e: tuple(a + b for a, b in zip(d, e, strict=True)))


def mean(f: Poly) -> Any:
    total: Any = 0
    for exponents in f:
        term = f[exponents]
        for e in exponents:
            for j in range(e - 1, 0, -2):
                term = term * j
        if all(e % 2 == 0 for e in exponents):
            total = total + term
    return total


def variable(j: int, n: int) -> Poly:
    return {tuple(int(i == j) for i in range(n)): 1}


def constant(c: Any, n: int) -> Poly:
    return {(0,) * n: c}


def network_moment(
    W1: Any, b1: list[Any], W2: Any, b2: list[Any], sigmas: list[list[Any]], order: int, output_mode: bool
) -> Any:
    n = len(W1[0])

    def neuron(i: int) -> Poly:
        z = constant(b1[i], n)
        for j in range(n):
            z = plus(z, times(constant(W1[i][j], n), variable(j, n)))
        total, power = constant(0, n), constant(1, n)
        for c in sigmas[i]:
            total, power = plus(total, times(constant(c, n), power)), times(power, z)
        return total

    neurons = [neuron(i) for i in range(len(W1))]

    def output(o: int) -> Poly:
        total = constant(b2[o], n)
        for i in range(len(neurons)):
            total = plus(total, times(constant(W2[o][i], n), neurons[i]))
        return total

    def score(index: tuple[int, ...]) -> Poly:
        total = constant(1, n)
        for j in range(n):
            before, now = constant(0, n), constant(1, n)
            for k in range(index.count(j)):
                before, now = now, plus(times(variable(j, n), now), times(constant(-k, n), before))
            total = times(total, now)
        return total

    def entry(index: tuple[int, ...]) -> Any:
        if output_mode:
            return mean(times(output(index[0]), score(index[1:])))
        return mean(times(output(0), score(index)))

    return nested(((len(W2),) if output_mode else ()) + (n,) * order, entry)


def third_cumulant(u: list[Any], q: Any, n: int) -> Any:
    p: Poly = {}
    for i in range(len(u)):
        entries = iter(q[i])
        for a, b in product(range(n), repeat=2):
            if a <= b:
                c = u[i] * next(entries)
                both = times(variable(a, n), variable(b, n))
                p = plus(p, times(constant(c if a == b else c + c, n), both))
    one, two = mean(p), mean(times(p, p))
    three = mean(times(times(p, p), p))
    return three + (-3) * (two * one) + 2 * (one * one * one)
