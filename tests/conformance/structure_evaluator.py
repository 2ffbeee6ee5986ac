"""A second reading of structured and probabilistic models, from the prose below; it imports nothing of the package.

Nested loops over nested lists, for the elements of any commutative ring. Indices count from 0.

A *Π-net* has matrices U_1, …, U_N. Entry r of the last state is the sum over all sets of numbers from 2 to N of the
product of ⟨row r of U_1, x⟩ and the ⟨row r of U_m, x⟩ with m in the set. An output is the inner product of a row of C
with the last state, plus an entry of β.

A *factorization machine* adds to w_0 and the ⟨w_j, x_j⟩, for every t from 2 to the order, every term s and every set of
t features, the product over the set of ⟨P_t[j][s], x_j⟩.

A *tensor train layer*: the output at (i_0, i_1, …) is the sum over all (j_0, j_1, …) of x there times the entry of the
product of the matrices G0[:, i_0, j_0, :] G1[:, i_1, j_1, :] ….

A *convolution*: y[i][j][t] is the sum over s, p and q of K[s][p][q][t] x[i·stride + p][j·stride + q][s]. The kernel is
Σ_r a0[r][s] a1[r][p] a2[r][q] a3[r][t] in CP format, Σ_ab G[a][p][q][b] U0[s][a] U3[t][b] in Tucker format, and the
product of the matrices G0[:, s, :] G1[:, p, :] G2[:, q, :] G3[:, t, :] as a tensor train.

A layer with an *update*: entry i is Σ_j (W[i][j] + Σ_r B[i][r] A[r][j]) x[j].

A *structured product*: the matrices Σ_p h_k[p] M_kp are multiplied, and then applied to x.

The *gradient* as a bilinear form: for every sample, the network is evaluated; the vector that comes back to a layer is
the error of the outputs in the last one, and in the others entry j is the sum over i of entry i of what comes back to
the next layer times its W[i][j], times the derivative of the activation at the pre-activation j. The value is the sum
over samples of ⟨u, what comes back to the layer⟩ ⟨v, what enters it⟩.

A *hidden Markov model*: for all sequences of states and of symbols, the product of π of the first state, A of every two
states in a row, B of every state and its symbol, and of the entries of the vectors at the symbols, is summed.

A *restricted Boltzmann machine*: likewise for all values of hidden and visible units, the product over all pairs of
Wj_i[h_j][v_i].

A *Born machine*: the square of the tensor train.
"""

from __future__ import annotations

from itertools import combinations, product
from typing import Any


def inner(u: list[Any], v: list[Any]) -> Any:
    total: Any = 0
    for i in range(len(u)):
        total = total + u[i] * v[i]
    return total


def times(factors: list[Any]) -> Any:
    total: Any = 1
    for factor in factors:
        total = total * factor
    return total


def added(values: list[Any]) -> Any:
    total: Any = 0
    for value in values:
        total = total + value
    return total


def pi_net(x: list[Any], U: list[Any], C: Any, beta: list[Any]) -> list[Any]:
    def state(r: int) -> Any:
        others = range(1, len(U))
        chosen = [S for size in range(len(U)) for S in combinations(others, size)]
        return added([times([inner(U[0][r], x)] + [inner(U[m][r], x) for m in S]) for S in chosen])

    y = [state(r) for r in range(len(U[0]))]
    return [inner(C[o], y) + beta[o] for o in range(len(C))]


def factorization_machine(x: list[Any], w0: Any, w: Any, P: dict[int, Any]) -> Any:
    total = w0 + added([inner(w[j], x[j]) for j in range(len(x))])
    for t in P:
        for s in range(len(P[t][0])):
            for chosen in combinations(range(len(x)), t):
                total = total + times([inner(P[t][j][s], x[j]) for j in chosen])
    return total


def chain(matrices: list[Any]) -> Any:
    """The product of matrices with one row and, at the end, one column, as the sum over all paths."""
    total: Any = 0
    for path in product(*[range(len(matrix)) for matrix in matrices]):
        ends = (*path[1:], 0)
        total = total + times([matrices[k][path[k]][ends[k]] for k in range(len(matrices))])
    return total


def train_layer(x: Any, cores: list[Any]) -> Any:
    """For cores with two sites: the rows and columns of both."""
    rows = [range(len(core[0])) for core in cores]
    columns = [range(len(core[0][0])) for core in cores]

    def entry(i: tuple[int, ...], j: tuple[int, ...]) -> Any:
        return chain([[line[i[k]][j[k]] for line in cores[k]] for k in range(len(cores))])

    def output(i: tuple[int, ...]) -> Any:
        return added([entry(i, (a, b)) * x[a][b] for a in columns[0] for b in columns[1]])

    return [[output((i, j)) for j in rows[1]] for i in rows[0]]


def convolution(x: Any, kernel: Any, sizes: tuple[int, int, int, int], stride: int) -> Any:
    """``kernel`` gives the entry at s, p, q, t."""
    S, h, w, T = sizes
    rows = [i for i in range(len(x)) if i % stride == 0 and i + h <= len(x)]
    columns = [j for j in range(len(x[0])) if j % stride == 0 and j + w <= len(x[0])]

    def value(i: int, j: int, t: int) -> Any:
        places = product(range(S), range(h), range(w))
        return added([kernel(s, p, q, t) * x[i + p][j + q][s] for s, p, q in places])

    return [[[value(i, j, t) for t in range(T)] for j in columns] for i in rows]


def cp_kernel(a: list[Any]) -> Any:
    def entry(*place: int) -> Any:
        return added([times([a[k][r][place[k]] for k in range(4)]) for r in range(len(a[0]))])

    return entry


def tucker_kernel(G: Any, U0: Any, U3: Any) -> Any:
    def entry(s: int, p: int, q: int, t: int) -> Any:
        pairs = product(range(len(G)), range(len(G[0][0][0])))
        return added([G[a][p][q][b] * U0[s][a] * U3[t][b] for a, b in pairs])

    return entry


def train_kernel(cores: list[Any]) -> Any:
    def entry(*place: int) -> Any:
        return chain([[row[place[k]] for row in cores[k]] for k in range(4)])

    return entry


def updated(x: list[Any], W: Any, B: Any, A: Any) -> list[Any]:
    def entry(i: int, j: int) -> Any:
        return W[i][j] + added([B[i][r] * A[r][j] for r in range(len(A))])

    return [added([entry(i, j) * x[j] for j in range(len(x))]) for i in range(len(W))]


def structured_product(x: list[Any], h: list[Any], factors: list[Any]) -> list[Any]:
    vector = x
    for k in reversed(range(len(factors))):
        matrices = factors[k]
        vector = [
            added([h[k][p] * inner(matrices[p][i], vector) for p in range(len(matrices))])
            for i in range(len(matrices[0]))
        ]
    return vector


def polynomial(coefficients: list[Any], t: Any) -> Any:
    return added([coefficients[e] * times([t] * e) for e in range(len(coefficients))])


def slope(coefficients: list[Any], t: Any) -> Any:
    return added([e * coefficients[e] * times([t] * (e - 1)) for e in range(1, len(coefficients))])


def gradient(
    u: list[Any], v: list[Any], X: Any, Y: Any, W: list[Any], b: list[Any], sigma: list[Any], layer: int
) -> Any:
    """W, b and sigma by layers from 0 on, and so is ``layer``."""
    total: Any = 0
    for n in range(len(X)):
        entering, before = [X[n]], []
        for k in range(len(W)):
            z = [inner(W[k][i], entering[k]) + b[k][i] for i in range(len(W[k]))]
            before.append(z)
            if k < len(W) - 1:
                entering.append([polynomial(sigma[k], t) for t in z])
        back = [before[-1][i] - Y[n][i] for i in range(len(Y[n]))]
        for k in reversed(range(layer, len(W) - 1)):
            back = [
                added([back[i] * W[k + 1][i][j] for i in range(len(back))]) * slope(sigma[k], before[k][j])
                for j in range(len(before[k]))
            ]
        total = total + inner(u, back) * inner(entering[layer], v)
    return total


def hidden_markov(x: list[Any], pi: list[Any], A: list[Any], B: list[Any]) -> Any:
    steps, total = len(x), 0
    for h in product(range(len(pi)), repeat=steps):
        for s in product(range(len(x[0])), repeat=steps):
            moves = [A[t][h[t]][h[t + 1]] for t in range(steps - 1)]
            seen = [B[t][h[t]][s[t]] * x[t][s[t]] for t in range(steps)]
            total = total + pi[h[0]] * times(moves) * times(seen)
    return total


def boltzmann(x: list[Any], W: Any) -> Any:
    total: Any = 0
    for h in product((0, 1), repeat=len(W)):
        for v in product((0, 1), repeat=len(x)):
            pairs = [W[j][i][h[j]][v[i]] for j in range(len(W)) for i in range(len(x))]
            total = total + times(pairs) * times([x[i][v[i]] for i in range(len(x))])
    return total


def born_machine(x: list[Any], cores: list[Any]) -> Any:
    total: Any = 0
    for s in product(*[range(len(vector)) for vector in x]):
        entry = chain([[row[s[k]] for row in cores[k]] for k in range(len(cores))])
        total = total + entry * times([x[k][s[k]] for k in range(len(x))])
    return total * total
