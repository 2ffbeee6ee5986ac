"""A second reading of what models compute, from the prose below; it imports nothing of the package.

Nested loops over nested lists throughout, for the elements of any commutative ring. Indices count from 0. A tensor is
a nested list, its first index outermost; a matrix is a list of rows.

A *polynomial network* of widths d_0, …, d_L has weight matrices W_1, …, W_L, W_l with d_l rows and d_(l−1) columns, and
perhaps bias vectors b_1, …, b_L. Layer l takes the vector h of the layer below to W_l h + b_l; after each layer but the
last every entry t is replaced by c_0 + c_1 t + c_2 t² + …, the *activation* of that layer. The output of the last layer
is the output of the network. The activation may differ from neuron to neuron: entry i of a hidden layer then has its
own c_0, c_1, … If weights are zero or tied, a matrix of *places* has, for each entry of the weight matrix, the number
of a free weight, counted from 0, or −1 for a zero; the free weights of the layer are a list. Without ties they are
numbered row by row, from left to right.

A *tensor train* of N modes has cores G_1, …, G_N, where G_k has an index into the bond on its left, one into its mode,
and one into the bond on its right; the outermost bonds have one index. The tensor's entry at (i_1, …, i_N) is the
product of the matrices G_1[:, i_1, :] … G_N[:, i_N, :], a single number. As a multilinear function of vectors
x_1, …, x_N it is the sum over all entries of the tensor of the entry times the product of the x_k[i_k].

A *sum of R rank-one tensors* with factor matrices A_1, …, A_N, one column per term, has at (i_1, …, i_N) the entry
Σ_r A_1[i_1][r] ⋯ A_N[i_N][r]; as a multilinear function of vectors as for tensor trains.

*Lightning attention* takes a matrix X, whose columns are tokens, to V X (K X)ᵀ (Q X): the score of token s as seen from
token t is the inner product of K x_s and Q x_t, and token t becomes the sum over s of that score times V x_s.

A *convolutional network* with one filter per layer takes a vector h to the vector whose entry a is the inner product of
the filter w with h[stride·a], h[stride·a + 1], …; there are as many entries as windows fit. Between layers every entry
is raised to a power.

*ParaTuck-2* with matrices A, G, F, H, B has, at (i, j, k), the entry (i, j) of A D_k(G) F D_k(H) Bᵀ, where D_k(G) is
the diagonal matrix of row k of G.
"""

from __future__ import annotations

from itertools import product
from typing import Any


def inner(u: list[Any], v: list[Any]) -> Any:
    total: Any = 0
    for i in range(len(u)):
        total = total + u[i] * v[i]
    return total


def applied(matrix: list[list[Any]], vector: list[Any]) -> list[Any]:
    return [inner(row, vector) for row in matrix]


def transposed(matrix: list[list[Any]]) -> list[list[Any]]:
    return [[row[j] for row in matrix] for j in range(len(matrix[0]))]


def power(t: Any, exponent: int) -> Any:
    result: Any = 1
    for _ in range(exponent):
        result = result * t
    return result


def polynomial_network(
    x: list[Any],
    weights: list[list[list[Any]]],
    activations: list[list[Any]],
    biases: list[list[Any]] | None = None,
) -> list[Any]:
    h = x
    for layer in range(len(weights)):
        h = applied(weights[layer], h)
        if biases is not None:
            h = [h[i] + biases[layer][i] for i in range(len(h))]
        if layer < len(weights) - 1:
            activated = []
            for t in h:
                value: Any = 0
                for e in range(len(activations[layer])):
                    value = value + activations[layer][e] * power(t, e)
                activated.append(value)
            h = activated
    return h


def weight_matrix(free: list[Any], places: list[list[int]]) -> list[list[Any]]:
    matrix: list[list[Any]] = []
    for row in places:
        entries: list[Any] = []
        for k in row:
            entries.append(0 if k == -1 else free[k])
        matrix.append(entries)
    return matrix


def network_of_neurons(
    x: list[Any],
    weights: list[list[list[Any]]],
    activations: list[list[list[Any]]],
    biases: list[list[Any]] | None = None,
) -> list[Any]:
    """The outputs, each from the neurons below that it asks; one list of coefficients for every hidden neuron."""

    def before_activation(layer: int, i: int) -> Any:
        total: Any = 0
        for j in range(len(weights[layer][i])):
            total = total + weights[layer][i][j] * below(layer, j)
        return total if biases is None else total + biases[layer][i]

    def below(layer: int, j: int) -> Any:
        if layer == 0:
            return x[j]
        t, value = before_activation(layer - 1, j), 0
        coefficients = activations[layer - 1][j]
        for e in range(len(coefficients)):
            value = value + coefficients[e] * power(t, e)
        return value

    return [before_activation(len(weights) - 1, i) for i in range(len(weights[-1]))]


def multilinear(entry: Any, vectors: list[list[Any]]) -> Any:
    """The sum over all places of the entry there times the entries of the vectors."""
    total: Any = 0
    for place in product(*[range(len(vector)) for vector in vectors]):
        term = entry(place)
        for k in range(len(vectors)):
            term = term * vectors[k][place[k]]
        total = total + term
    return total


def tensor_train(vectors: list[list[Any]], cores: list[list[list[list[Any]]]]) -> Any:
    def entry(place: tuple[int, ...]) -> Any:
        total: Any = 0
        for bonds in product(*[range(len(core)) for core in cores]):  # the left bond of each core
            term: Any = 1
            for k in range(len(cores)):
                right = bonds[k + 1] if k + 1 < len(cores) else 0
                term = term * cores[k][bonds[k]][place[k]][right]
            total = total + term
        return total

    return multilinear(entry, vectors)


def rank_one_terms(vectors: list[list[Any]], factors: list[list[list[Any]]]) -> Any:
    def entry(place: tuple[int, ...]) -> Any:
        total: Any = 0
        for r in range(len(factors[0][0])):
            term: Any = 1
            for k in range(len(factors)):
                term = term * factors[k][place[k]][r]
            total = total + term
        return total

    return multilinear(entry, vectors)


def lightning_attention(
    X: list[list[Any]], V: list[list[Any]], K: list[list[Any]], Q: list[list[Any]]
) -> list[list[Any]]:
    tokens = transposed(X)
    columns = []
    for t in tokens:
        column: list[Any] = [0] * len(V)
        for s in tokens:
            score = inner(applied(K, s), applied(Q, t))
            value = applied(V, s)
            column = [column[i] + score * value[i] for i in range(len(V))]
        columns.append(column)
    return transposed(columns)


def convolutional_network(x: list[Any], filters: list[list[Any]], strides: list[int], exponent: int) -> list[Any]:
    h = x
    for layer in range(len(filters)):
        w, stride = filters[layer], strides[layer]
        windows = []
        start = 0
        while start + len(w) <= len(h):
            windows.append(inner(w, h[start : start + len(w)]))
            start += stride
        h = windows if layer == len(filters) - 1 else [power(t, exponent) for t in windows]
    return h


def paratuck2(
    A: list[list[Any]], G: list[list[Any]], F: list[list[Any]], H: list[list[Any]], B: list[list[Any]]
) -> list[list[list[Any]]]:
    def slice_(k: int) -> list[list[Any]]:
        left = [[A[i][r] * G[k][r] for r in range(len(F))] for i in range(len(A))]
        middle = [[F[r][s] * H[k][s] for s in range(len(F[0]))] for r in range(len(F))]
        first = [[inner(row, column) for column in transposed(middle)] for row in left]
        return [[inner(row, column) for column in B] for row in first]

    slices = [slice_(k) for k in range(len(G))]
    return [[[slices[k][i][j] for k in range(len(G))] for j in range(len(B))] for i in range(len(A))]
