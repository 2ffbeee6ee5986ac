"""A second reading of ReLU, analytic and equivariant networks, from the prose below; it imports nothing of the package.

Nested loops over nested lists. Indices count from 0.

A *ReLU network*: each layer sums weights times values and adds the bias; between layers a negative number becomes 0. As
a law a number is multiplied by the mask of its neuron instead.

The *Taylor polynomial* of degree K at 0 of a network with an activation σ, σ′ = p(σ): along the line s·x every hidden
value h(s) is a power series in s with h(0) = t, and h′ = p(h) z′, where z is the series of its pre-activation. So the
coefficients of h follow one from the other. The value at x is the sum of the coefficients of s^0, …, s^K of the output.

An *equivariant network*: the pairs of positions are put into classes, two pairs in one class if some permutation of the
group, a product of generators, takes the one to the other; all products are listed first. Classes are numbered as their
first pairs come row by row. Each value is the activation of the sum over all positions and channels.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any


def layer(W: list[list[Any]], b: list[Any], h: list[Any]) -> list[Any]:
    z = []
    for i in range(len(W)):
        total = b[i]
        for j in range(len(h)):
            total = total + W[i][j] * h[j]
        z.append(total)
    return z


def rectified(x: list[Any], W: list[Any], b: list[Any], masks: list[list[Any]] | None = None) -> list[Any]:
    h = x
    for number in range(len(W)):
        h = layer(W[number], b[number], h)
        if number < len(W) - 1:
            if masks is None:
                h = [t if t > 0 else 0 for t in h]
            else:
                h = [masks[number][i] * h[i] for i in range(len(h))]
    return h


def series_product(one: list[Any], two: list[Any], K: int) -> list[Any]:
    found: list[Any] = [0] * (K + 1)
    for i in range(K + 1):
        for j in range(K + 1 - i):
            found[i + j] = found[i + j] + one[i] * two[j]
    return found


def solved(t: Any, z: list[Any], p: list[int], K: int) -> list[Any]:
    """The series h with h(0) = t and h′ = p(h) z′."""
    h = [t] + [0] * K
    for k in range(K):
        slope: list[Any] = [0] * (K + 1)
        power: list[Any] = [1] + [0] * K
        for c in p:
            for i in range(K + 1):
                slope[i] = slope[i] + c * power[i]
            power = series_product(power, h, K)
        right: Any = 0
        for i in range(k + 1):
            right = right + slope[k - i] * (i + 1) * z[i + 1]
        h[k + 1] = right * Fraction(1, k + 1)
    return h


def taylor(x: list[Any], W: list[Any], t: list[Any], b: list[Any], p: list[int], K: int) -> list[Any]:
    h = [[0, x[i]] + [0] * (K - 1) for i in range(len(x))]
    for number in range(len(W)):
        z = []
        for i in range(len(W[number])):
            row: list[Any] = [0] * (K + 1)
            for j in range(len(h)):
                for k in range(K + 1):
                    row[k] = row[k] + W[number][i][j] * h[j][k]
            z.append(row)
        if number < len(W) - 1:
            h = [solved(t[number][i], z[i], p, K) for i in range(len(z))]
    outputs = []
    for i in range(len(z)):
        total = b[i]
        for k in range(K + 1):
            total = total + z[i][k]
        outputs.append(total)
    return outputs


def group(generators: list[list[int]]) -> list[tuple[int, ...]]:
    n = len(generators[0])
    found = [tuple(range(n))]
    for one in found:
        for generator in generators:
            product = tuple(generator[one[g]] for g in range(n))
            if product not in found:
                found.append(product)
    return found


def classes(generators: list[list[int]]) -> dict[tuple[int, int], int]:
    n, elements = len(generators[0]), group(generators)
    numbers: dict[tuple[int, int], int] = {}
    for g in range(n):
        for h in range(n):
            if (g, h) not in numbers:
                number = len(set(numbers.values()))
                for one in elements:
                    numbers[one[g], one[h]] = number
    return numbers


def equivariant(x: list[Any], w: list[Any], generators: list[list[int]], sigma: list[Any], output: str) -> list[Any]:
    n, numbers, h = len(x), classes(generators), x
    for depth in range(len(w)):
        z = []
        for g in range(n):
            row = []
            for i in range(len(w[depth][0])):
                total: Any = 0
                for other in range(n):
                    for j in range(len(h[other])):
                        total = total + w[depth][numbers[g, other]][i][j] * h[other][j]
                if depth < len(w) - 1:
                    value: Any = 0
                    for e in range(len(sigma)):
                        value = value + sigma[e] * total**e
                    total = value
                row.append(total)
            z.append(row)
        h = z
    if output == "sum":
        return [sum((h[g][i] for g in range(1, n)), h[0][i]) for i in range(len(h[0]))]
    if output == "one":
        seen: list[int] = []
        for g in range(n):
            if all(numbers[g, g] != numbers[k, k] for k in seen):
                seen.append(g)
        return [h[g] for g in seen]
    return h
