"""Sums of decomposable vectors v₁ ∧ … ∧ v_k as laws, and the fields along which they move.

Both laws are ⟨y, Σ_j v_1j ∧ … ∧ v_kj⟩, with Plücker coordinates in lexicographic order. One has the vectors as its
parameter V, V[a, i, j] entry i of the a-th vector of term j, and so too many parameters. The other has as many as
count: the a-th vectors are e_a + X[a], with X[a] on the coordinates from k on, and each term is multiplied by a number
s[j]. These sums are dense among all.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, combinations_with_replacement, product
from math import comb
from typing import Any

import numpy as np

from algebra_tnn.laws import Law, VectorField
from algebra_tnn.laws.motions import Motion
from algebra_tnn.laws.tracing import Traced, einsum

Matrix = list[list[int]]


def sum_of_wedges(k: int, n: int, terms: int) -> Law:
    """⟨y, Σ_j v_1j ∧ … ∧ v_kj⟩: the alternating form y is contracted with one vector after the other.

    Then motions of the whole space cancel entry by entry, which keeps the identities short.

    >>> from algebra_tnn.laws import expansion
    >>> print(*expansion(sum_of_wedges(2, 2, 1)))
    -y_0*V_0_1_0*V_1_0_0 + y_0*V_0_0_0*V_1_1_0
    """
    return Law.trace(lambda y, V: _contracted(y, list(V), n).sum(), {"y": (comb(n, k),)}, {"V": (k, n, terms)})


def sum_of_graphs(k: int, n: int, terms: int) -> Law:
    """⟨y, Σ_j s_j (e_1 + x_1j) ∧ … ∧ (e_k + x_kj)⟩, x_aj on the coordinates from k on.

    >>> from algebra_tnn.laws import expansion
    >>> print(*expansion(sum_of_graphs(1, 3, 1)))
    y_1*X_0_0_0*s_0 + y_2*X_0_1_0*s_0 + y_0*s_0
    """
    if k == n:  # one point, and its multiples
        return Law.trace(lambda y, s: einsum("i,j->", y, s), {"y": (1,)}, {"s": (terms,)})

    def forward(y: Traced, X: Traced, s: Traced) -> Traced:
        unit, place = _frames(k, n, terms)
        V = unit + einsum("im,amj->aij", place, X)
        return einsum("lj,j->", _contracted(y, list(V), n), s)

    return Law.trace(forward, {"y": (comb(n, k),)}, {"X": (k, n - k, terms), "s": (terms,)})


def as_vectors(k: int, n: int, terms: int) -> Any:
    """The parameter V in those of the law of graphs, as a JSON expression: the first vectors are multiplied by s."""
    unit, place = _frames(k, n, terms)
    graphs = ["+", ["constant", unit], ["einsum", "im,amj->aij", ["constant", place], "X"]]
    first, others = ["constant", [int(a == 0) for a in range(k)]], ["constant", [int(a > 0) for a in range(k)]]
    return ["+", ["einsum", "a,aij,j->aij", first, graphs, "s"], ["einsum", "a,aij->aij", others, graphs]]


def _frames(k: int, n: int, terms: int) -> tuple[list[Matrix], Matrix]:
    """The first k unit vectors, for each term, and the others as columns."""
    first = [[[int(i == a)] * terms for i in range(n)] for a in range(k)]
    return first, [[int(i == k + m) for m in range(n - k)] for i in range(n)]


def _contracted(y: Traced, vectors: list[Traced], n: int) -> Traced:
    """The alternating form with one vector after the other, for each term: of shape 1 × terms."""
    form, k = y, len(vectors)
    for a, vector in enumerate(vectors):
        rests = list(combinations(range(n), k - 1 - a))
        place = {columns: i for i, columns in enumerate(combinations(range(n), k - a))}
        others = [[i for i in range(n) if i not in rest] for rest in rests]
        pairs = [[(i, rest) for i in more] for more, rest in zip(others, rests, strict=True)]
        signs = [[(-1) ** sum(x < i for x in rest) for i, rest in row] for row in pairs]
        places = [[place[tuple(sorted((i, *rest)))] for i, rest in row] for row in pairs]
        form = einsum(f"li,lij,li{'j' * (a > 0)}->lj", signs, vector[others], form[places])
    return form


def special_linear_fields(law: Law) -> Iterator[VectorField]:
    """The vectors of each term are transformed by matrices of trace zero, which does not change their product."""
    k, _, terms = law.parameters[0][1]
    matrices = [_matrix(k, {(a, b): 1}) for a, b in product(range(k), repeat=2) if a != b]
    matrices += [_matrix(k, {(a, a): 1, (a + 1, a + 1): -1}) for a in range(k - 1)]
    for term in range(terms):
        at = [int(j == term) for j in range(terms)]
        for matrix in matrices:
            yield VectorField.trace(lambda V, M=matrix, e=at: {"V": einsum("ab,j,bij->aij", M, e, V)}, law)


def symplectic_fields(law: Law) -> Iterator[VectorField]:
    """For k = 2: the vectors of all terms together are transformed by matrices that preserve Σ_j e_0j ∧ e_1j."""
    _, _, terms = law.parameters[0][1]
    vectors = list(product(range(2), range(terms)))
    for one, two in combinations_with_replacement(vectors, 2):
        #  rows (a, j) of a symmetric matrix become rows (1 − a, j), with signs
        entries = {((1 - a, j), other): (-1) ** a for (a, j), other in ((one, two), (two, one))}
        flat = [[entries.get((row, column), 0) for column in vectors] for row in vectors]
        A = np.array(flat).reshape(2, terms, 2, terms).tolist()
        yield VectorField.trace(lambda V, A=A: {"V": einsum("ajbl,bil->aij", A, V)}, law)


def linear_motions(law: Law) -> Iterator[Motion]:
    """GL(n) moves the vectors, and y by the inverse on the Plücker coordinates: a motion for each e_b ↦ e_a."""
    k, n, _ = law.parameters[0][1]
    chosen = list(combinations(range(n), k))
    place = {columns: i for i, columns in enumerate(chosen)}

    def image(columns: tuple[int, ...], a: int, b: int) -> tuple[int, int]:
        """The coordinate with a in the place of b, and the sign with which y moves along it."""
        if b not in columns or (a in columns and a != b):
            return 0, 0
        moved = [a if j == b else j for j in columns]
        exchanges = sum(x > y for x, y in combinations(moved, 2))
        return place[tuple(sorted(moved))], -((-1) ** exchanges)

    for a, b in product(range(n), repeat=2):
        matrix = _matrix(n, {(a, b): 1})
        indices, signs = map(list, zip(*(image(columns, a, b) for columns in chosen), strict=True))
        yield Motion.trace(
            law,
            lambda V, M=matrix: {"V": einsum("il,alj->aij", M, V)},
            lambda y, at=indices, signs=signs: {"y": einsum("s,s->s", signs, y[at])},
        )


def _matrix(size: int, entries: dict[Any, int]) -> Matrix:
    return [[entries.get((i, j), 0) for j in range(size)] for i in range(size)]


__all__ = [
    "as_vectors",
    "linear_motions",
    "special_linear_fields",
    "sum_of_graphs",
    "sum_of_wedges",
    "symplectic_fields",
]
