"""Sums of squares that bound quadratic forms on the simplex by clique numbers.

Let G be a graph without a clique of m + 1 vertices, x ≥ 0 on its vertices, s = Σ x_i, and Q the sum of x_i x_j over all
ordered pairs of vertices that are equal or not joined. The theorem of Motzkin and Straus is f_m = m Q − s² ≥ 0.

*If m colours are enough*, let s_c be the sum of x over colour c. All pairs of one colour are in Q, so that
f_m = Σ_{c<d} (s_c − s_d)² + 2m Σ x_i x_j, over the pairs {i, j} of different colours that are not joined.

*In general*, let n_i be the sum of x over the neighbours of i, a_i = s − n_i, and g_i the form f_(m−1) of the graph on
the neighbours of i, in which there is no clique of m vertices. Then

    s f_m = Σ_i x_i ((m − 1) a_i − n_i)² / (m − 1) + (m / (m − 1)) Σ_i x_i g_i + 2m Σ x_i x_j x_k,

the last sum over edges {i, j} and vertices k that are joined to neither. *Proof.* s² = Σ_i x_i s and Q = Σ x_i a_i give
s f_m = Σ x_i (m a_i s − s²) = Σ x_i ((m − 1) a_i² + (m − 2) a_i n_i − n_i²), and this is the first sum plus
m Σ x_i (a_i n_i − n_i² / (m − 1)). By g_i = (m − 1) Q_i − n_i² the rest is m Σ x_i (a_i n_i − Q_i). Coefficients of
x_i x_j x_k in Σ x_i a_i n_i and Σ x_i Q_i are 2 and 2 if two of its pairs are joined, 2 and 0 if one is, 0 and 0 for
three or none; those of x_i x_j², with an edge {i, j}, are 1 and 1. ∎ The g_i are treated in the same way, and products
of sums of x that they need become factors of everything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import TypeAlias, TypeVar

from algebra_tnn.exact import Number
from algebra_tnn.explore.reductions.colourings_of_graphs import proper_colouring

Monomial: TypeAlias = tuple[int, ...]  # vertices, ascending, with repetitions
Form: TypeAlias = tuple[tuple[int, Number], ...]  # a linear form by its coefficients; the empty one stands for 1
Squares: TypeAlias = dict[tuple[Monomial, Form], Number]
Sums: TypeAlias = Counter[frozenset[int]]
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class CliqueBound:
    """The product of the ``sums`` of x, times f_m, is Σ c · monomial · form², with c ≥ 0."""

    sums: Sums
    squares: Squares

    def multiplier(self) -> dict[Monomial, Number]:
        """The product of the sums, multiplied out."""
        found: dict[Monomial, Number] = {(): 1}
        for part in self.sums.elements():
            found = _added((tuple(sorted((*m, v))), c) for m, c in found.items() for v in part)
        return found


def clique_bound(vertices: Sequence[int], near: Sequence[frozenset[int]], m: int) -> CliqueBound:
    """That f_m ≥ 0 on the graph with these vertices. Raises: ValueError if it has a clique of m + 1 vertices."""
    colours = proper_colouring(vertices, near, m)
    if colours is not None:
        return CliqueBound(Counter(), _coloured(vertices, near, m, colours))
    if m < 2:
        raise ValueError("the graph has a clique with more vertices than the bound says")
    parts = {i: clique_bound([j for j in vertices if j in near[i]], near, m - 1) for i in vertices}
    common: Sums = Counter()
    for part in parts.values():
        common |= part.sums
    everything = CliqueBound(common, {}).multiplier()
    terms: list[tuple[tuple[Monomial, Form], Number]] = []
    for i in vertices:
        form = tuple((j, -1 if j in near[i] else m - 1) for j in vertices)
        terms += _times(everything, (i,), {((), form): Fraction(1, m - 1)})
        rest = CliqueBound(common - parts[i].sums, {}).multiplier()
        terms += _times(rest, (i,), {key: c * Fraction(m, m - 1) for key, c in parts[i].squares.items()})
    for i, j, k in _edges_and_strangers(vertices, near):
        terms += _times(everything, (i, j, k), {((), ()): 2 * m})
    return CliqueBound(common + Counter([frozenset(vertices)]), _added(terms))


def _coloured(vertices: Sequence[int], near: Sequence[frozenset[int]], m: int, colours: dict[int, int]) -> Squares:
    found: Squares = {}
    for c, d in combinations(range(m), 2):
        form = tuple((v, 1 if colours[v] == c else -1) for v in vertices if colours[v] in (c, d))
        if form:
            found[(), form] = 1
    for i, j in combinations(sorted(vertices), 2):
        if colours[i] != colours[j] and j not in near[i]:
            found[(i, j), ()] = 2 * m
    return found


def _edges_and_strangers(vertices: Sequence[int], near: Sequence[frozenset[int]]) -> Iterator[tuple[int, int, int]]:
    for i, j in combinations(sorted(vertices), 2):
        if j in near[i]:
            yield from ((i, j, k) for k in vertices if k not in (i, j) and k not in near[i] | near[j])


def _times(
    multiplier: dict[Monomial, Number], factor: Monomial, squares: Squares
) -> Iterator[tuple[tuple[Monomial, Form], Number]]:
    for monomial, c in multiplier.items():
        for (other, form), d in squares.items():
            yield (tuple(sorted((*monomial, *factor, *other))), form), c * d


def _added(terms: Iterable[tuple[Key, Number]]) -> dict[Key, Number]:
    found: dict[Key, Number] = {}
    for key, c in terms:
        found[key] = found.get(key, 0) + c
    return found
