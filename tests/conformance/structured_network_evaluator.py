"""A second reading of attention in layers and of convolutions with channels, from the prose below; nothing of the
package is imported.

Nested loops over nested lists throughout. Indices count from 0; a matrix is a list of rows.

*Attention* takes a matrix X, whose columns are tokens, to a matrix with as many columns. The score of token s as seen
from token t is the inner product of K x_s and Q x_t. Without normalization token t becomes the sum over s of that score
times V x_s. With the weighting p, a polynomial or a power series with the constant term 1, token t becomes the sum over
s of p(score) times V x_s, divided by the sum over s of p(score). In several layers the matrix that comes out of one
layer goes into the next, with weights of its own.

*Up to a degree D*: all entries of X are multiplied by a new variable e; every number is then a power series in e, of
which the terms up to e^D are kept; at the end e = 1.

A *convolutional network with channels* takes x, a list of channels, to the list of channels whose channel c has at a
the sum over all channels b and places p of w[c][b][p] x[b][stride·a + p], for all a where the places exist. Between
layers every entry is raised to a power.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

Series = list[Any]  # coefficients of 1, e, e², …


def added(f: Series, g: Series) -> Series:
    return [a + b for a, b in zip(f, g, strict=True)]


def times(f: Series, g: Series) -> Series:
    found: Series = [0] * len(f)
    for i, a in enumerate(f):
        for j, b in enumerate(g):
            if i + j < len(f):
                found[i + j] = found[i + j] + a * b
    return found


def divided(f: Series, g: Series) -> Series:
    """The q with q g = f, coefficient after coefficient; g begins with a number that is not zero."""
    q: Series = []
    for i in range(len(f)):
        rest = f[i]
        for j in range(i):
            rest = rest - q[j] * g[i - j]
        q.append(Fraction(rest) / g[0])
    return q


def transposed(matrix: list[list[Any]]) -> list[list[Any]]:
    return [list(column) for column in zip(*matrix, strict=True)]


def applied(matrix: list[list[Any]], vector: list[Series]) -> list[Series]:
    found = []
    for row in matrix:
        total: Series = [0] * len(vector[0])
        for x, entry in zip(row, vector, strict=True):
            total = added(total, [x * c for c in entry])
        found.append(total)
    return found


def inner(u: list[Series], v: list[Series]) -> Series:
    total: Series = [0] * len(u[0])
    for f, g in zip(u, v, strict=True):
        total = added(total, times(f, g))
    return total


def weighed(coefficients: list[Any], score: Series) -> Series:
    power: Series = [1] + [0] * (len(score) - 1)
    total: Series = [0] * len(score)
    for c in coefficients:
        total = added(total, [c * x for x in power])
        power = times(power, score)
    return total


def attention(
    X: list[list[Any]], layers: list[tuple[Any, Any, Any]], coefficients: list[Any], degree: int
) -> list[list[Any]]:
    """Normalized attention up to a degree."""
    tokens = [[[0, x] + [0] * (degree - 1) for x in column] for column in transposed(X)]
    for V, K, Q in layers:
        columns = []
        for t in tokens:
            total: Series = [0] * (degree + 1)
            column: list[Series] = [[0] * (degree + 1) for _ in V]
            for s in tokens:
                weight = weighed(coefficients, inner(applied(K, s), applied(Q, t)))
                total = added(total, weight)
                column = [added(f, times(weight, g)) for f, g in zip(column, applied(V, s), strict=True)]
            columns.append([divided(f, total) for f in column])
        tokens = columns
    return transposed([[sum(entry) for entry in column] for column in tokens])


def lightning(X: list[list[Any]], layers: list[tuple[Any, Any, Any]]) -> list[list[Any]]:
    """Attention without normalization."""
    for V, K, Q in layers:
        tokens = transposed(X)
        columns = []
        for t in tokens:
            column: list[Any] = [0] * len(V)
            for s in tokens:
                score: Any = 0
                for k, q in zip(K, Q, strict=True):
                    score = score + product(k, s) * product(q, t)
                for i, row in enumerate(V):
                    column[i] = column[i] + score * product(row, s)
            columns.append(column)
        X = transposed(columns)
    return X


def product(u: list[Any], v: list[Any]) -> Any:
    total: Any = 0
    for a, b in zip(u, v, strict=True):
        total = total + a * b
    return total


def channels(x: list[list[Any]], filters: list[Any], strides: list[int], exponent: int) -> list[list[Any]]:
    for layer, (w, stride) in enumerate(zip(filters, strides, strict=True)):
        found = []
        for kernel in w:
            places, length = [], len(kernel[0])
            for start in range(0, len(x[0]) - length + 1, stride):
                total: Any = 0
                for b, row in enumerate(kernel):
                    total = total + product(row, x[b][start : start + length])
                places.append(total if layer == len(filters) - 1 else total**exponent)
            found.append(places)
        x = found
    return x
