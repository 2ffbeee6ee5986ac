"""A second reading of derivatives of networks, from the prose below; it imports nothing of the package.

Nested loops over nested lists, for the elements of any commutative ring. Indices count from 0.

A *number with steps* is a sum of elements of the ring times products of different steps e_0, e_1, …, whose squares are
zero. If e_0, …, e_(k−1) move x along v_0, …, v_(k−1), then the coefficient of e_0 ⋯ e_(k−1) in f(x + Σ e_i v_i) is the
derivative of order k of f at x along these vectors. It is written as a dictionary from sets of steps to the ring.

A *polynomial network* applies to a vector a matrix and adds a vector, in turn with the activation of each neuron. A
*flexible network* has no vectors to add, and the activation of neuron i of a layer is the sum over k of C[i][k] times
the k-th polynomial of the basis.

A *derivative tensor*, as a form: the sum over the points and the outputs of w at the point, u at the output, and the
derivative of the output there along v_0, …, v_(k−1).
"""

from __future__ import annotations

from typing import Any

from tests.conformance.sums import multiplied, plus

Number = dict[frozenset[int], Any]


def times(a: Number, b: Number) -> Number:
    return multiplied(a, b, lambda one, two: None if one & two else one | two)


def constant(x: Any) -> Number:
    return {frozenset(): x}


def applied(polynomial: list[Any], t: Number) -> Number:
    """The polynomial with the coefficients c0, c1, … at t."""
    total, power = constant(0), constant(1)
    for c in polynomial:
        total = plus(total, times(constant(c), power))
        power = times(power, t)
    return total


def layer(matrix: list[list[Any]], x: list[Number]) -> list[Number]:
    found = []
    for row in matrix:
        total = constant(0)
        for j in range(len(x)):
            total = plus(total, times(constant(row[j]), x[j]))
        found.append(total)
    return found


def polynomial_network(
    x: list[Number], weights: list[Any], biases: list[Any], activations: list[list[list[Any]]]
) -> list[Number]:
    for i in range(len(weights)):
        x = layer(weights[i], x)
        x = [plus(x[r], constant(biases[i][r])) for r in range(len(x))]
        if i < len(activations):
            x = [applied(activations[i][r], x[r]) for r in range(len(x))]
    return x


def flexible_network(x: list[Number], weights: list[Any], mixtures: list[Any], basis: list[list[Any]]) -> list[Number]:
    for i in range(len(weights)):
        x = layer(weights[i], x)
        if i < len(mixtures):
            moved = []
            for r in range(len(x)):
                total = constant(0)
                for k in range(len(basis)):
                    total = plus(total, times(constant(mixtures[i][r][k]), applied(basis[k], x[r])))
                moved.append(total)
            x = moved
    return x


def derivative_form(network: Any, u: list[Any], vectors: list[list[Any]], w: list[Any], points: list[list[Any]]) -> Any:
    """``network`` takes numbers with steps to numbers with steps."""
    total: Any = 0
    everything = frozenset(range(len(vectors)))
    for n in range(len(points)):
        moved = []
        for j in range(len(points[n])):
            entry = constant(points[n][j])
            for k in range(len(vectors)):
                entry = plus(entry, {frozenset([k]): vectors[k][j]})
            moved.append(entry)
        outputs = network(moved)
        for i in range(len(u)):
            total = total + w[n] * u[i] * outputs[i].get(everything, 0)
    return total
