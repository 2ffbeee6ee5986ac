"""A second reading of recurrent networks and linear attention, from the prose below; it imports nothing of the package.

Nested loops over nested lists, for the elements of any commutative ring. Indices count from 0, steps as well. The
state before the first step is s, and the output is the inner product of w and the state after the last one.

In a *second-order* network the entry k of a state is the sum over p and i of A[p][i][k] h[p] x[i], where h is the state
before; with affine terms, plus (V h)[k] + (U x)[k] + b[k]; then the polynomial c_0 + c_1 t + … of that. The tensor of a
*CPRNN* has the entries Σ_r A[p][r] B[i][r] C[k][r]; the sum of a *MIRNN* is alpha[k] (U x)[k] (V h)[k], and its affine
terms are beta[k] (V h)[k] + gamma[k] (U x)[k] + b[k].

A *recurrent circuit* has the state h(t, l)[k] = (I_l h(t, l − 1))[k] (H_l h(t − 1, l))[k], where h(t, 0) is the input
and h(−1, l) is s_l. Its *grid tensor* has at (d_0, d_1, …) the value for the unit vectors of these indices, and the
output is the sum over all places of the entry there times the entries of the inputs.

*Linear attention* replaces each token y_i by the sum over heads and tokens y_j of the number ⟨Q y_i, K y_j⟩ times
O V y_j.
"""

from __future__ import annotations

from itertools import product
from typing import Any

from tests.conformance.network_evaluator import applied, inner


def polynomial(coefficients: list[Any], t: Any) -> Any:
    """By Horner's rule."""
    total: Any = 0
    for c in reversed(coefficients):
        total = total * t + c
    return total


def bilinear(tensor: Any, h: list[Any], x: list[Any]) -> list[Any]:
    result = []
    for k in range(len(tensor[0][0])):
        total: Any = 0
        for p in range(len(h)):
            for i in range(len(x)):
                total = total + tensor[p][i][k] * h[p] * x[i]
        result.append(total)
    return result


def sum_of_terms(A: Any, B: Any, C: Any) -> Any:
    """The tensor with these factors."""
    return [
        [[inner([A[p][r] * B[i][r] for r in range(len(A[0]))], C[k]) for k in range(len(C))] for i in range(len(B))]
        for p in range(len(A))
    ]


def added(u: list[Any], v: list[Any]) -> list[Any]:
    return [u[i] + v[i] for i in range(len(u))]


def multiplied(u: list[Any], v: list[Any]) -> list[Any]:
    return [u[i] * v[i] for i in range(len(u))]


def second_order(
    inputs: list[Any], s: list[Any], w: list[Any], tensor: Any, affine: Any = None, activation: Any = None
) -> Any:
    """``affine`` holds V, U and b; the coefficients of the activation begin with c_0."""
    h = s
    for x in inputs:
        z = bilinear(tensor, h, x)
        if affine is not None:
            V, U, b = affine
            z = added(z, added(added(applied(V, h), applied(U, x)), b))
        h = z if activation is None else [polynomial(activation, t) for t in z]
    return inner(w, h)


def multiplicative_integration(inputs: list[Any], s: list[Any], w: list[Any], p: Any, affine: bool) -> Any:
    h = s
    for x in inputs:
        above, across = applied(p["U"], x), applied(p["V"], h)
        h = multiplied(multiplied(p["alpha"], above), across)
        if affine:
            h = added(h, added(added(multiplied(p["beta"], across), multiplied(p["gamma"], above)), p["b"]))
    return inner(w, h)


def circuit(inputs: list[Any], layers: list[tuple[Any, Any, Any]], w: list[Any]) -> Any:
    """Each layer has I, H and s."""

    def state(t: int, layer: int) -> list[Any]:
        if layer < 0:
            return list(inputs[t])
        from_below, from_before, start = layers[layer]
        if t < 0:
            return list(start)
        return multiplied(applied(from_below, state(t, layer - 1)), applied(from_before, state(t - 1, layer)))

    return inner(w, state(len(inputs) - 1, len(layers) - 1))


def circuit_of_templates(inputs: list[Any], layers: list[tuple[Any, Any, Any]], w: list[Any]) -> Any:
    total: Any = 0
    for place in product(*[range(len(x)) for x in inputs]):
        units = [[int(i == place[t]) for i in range(len(inputs[t]))] for t in range(len(inputs))]
        term = circuit(units, layers, w)
        for t in range(len(inputs)):
            term = term * inputs[t][place[t]]
        total = total + term
    return total


def attention(tokens: list[Any], layers: list[tuple[Any, Any, Any, Any]], w: list[Any], position: int) -> Any:
    """Each layer has Q, K, V, O with an entry for each head."""
    for Q, K, V, outputs in layers:
        new = []
        for y in tokens:
            total: list[Any] = [0 for _ in y]
            for h in range(len(Q)):
                for z in tokens:
                    score = inner(applied(Q[h], y), applied(K[h], z))
                    total = added(total, [score * t for t in applied(outputs[h], applied(V[h], z))])
            new.append(total)
        tokens = new
    return inner(w, tokens[position])
