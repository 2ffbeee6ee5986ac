"""Searches for colourings with three colours, in vain, as identities 1 = Σ cofactor · equation.

Let p = t³ − t, p[s, t] = (p(s) − p(t)) / (s − t) = s² + st + t² − 1, and L_c the polynomial of degree two with
L_c(c) = 1 that is 0 at the other two of −1, 0 and 1. Then Σ_c L_c = 1. A search that colours one vertex after the
other, and turns back where an edge has the same colour twice, writes 1 as the sum over its ends of Π L_c(x_v), over the
vertices v that have a colour c there. Each end has an edge with twice the colour c, at s = x_i and t = x_j, and since
(t − c) L_c(t) = p(t)/p′(c) and p[s, t] − p′(c) = (s − c)(s + t + c) + (t − c)(t + 2c),

    p′(c) L_c(s) L_c(t) = L_c(s) L_c(t) p[s, t] − (p(s) L_c(t) (s + t + c) + p(t) L_c(s) (t + 2c)) / p′(c).

In the quadratic equations with y_i = x_i², p(x_i) = (x_i y_i − x_i) − x_i (y_i − x_i²), and p[x_i, x_j] is
(y_i + x_i x_j + y_j − 1) − (y_i − x_i²) − (y_j − x_j²). All denominators are powers of two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias

from algebra_tnn.exact import Number
from algebra_tnn.explore.reductions.colourings_of_graphs import Edge, neighbours
from algebra_tnn.laws import apply, einsum

COLOURS = (-1, 0, 1)  # the roots of p
NONE = len(COLOURS)  # in the place of a colour, for a vertex without one
HALF = Fraction(1, 2)

_LAGRANGE: tuple[list[Number], ...] = ([0, -HALF, HALF], [1, 0, -1], [0, HALF, HALF])

Entries: TypeAlias = tuple[Sequence[int], Sequence[Number]]  # the row of the entry of each end, and the entries


@dataclass(frozen=True, slots=True)
class End:
    """Where a search turned back: the places in COLOURS of the vertices, and an edge with the same colour twice."""

    colours: tuple[int, ...]
    edge: int


@dataclass(frozen=True, slots=True)
class Refutation:
    """All ends of a search for a colouring of a graph that has none."""

    size: int
    edges: tuple[Edge, ...]
    ends: tuple[End, ...]

    def cofactors(self, x: Any) -> Any:
        """The cofactors of the equations, as they are ordered in ``colouring_law``, while a law is traced."""
        n = self.size
        pairs = [self.edges[end.edge] for end in self.ends]
        i, j = [i for i, _ in pairs], [j for _, j in pairs]
        c = [COLOURS[end.colours[vertex]] for end, vertex in zip(self.ends, i, strict=True)]
        once: list[Number] = [Fraction(1, 3 * each * each - 1) for each in c]  # 1/p′(c)
        twice: list[Number] = [a * a for a in once]
        minus_once, minus_twice = [-a for a in once], [-a for a in twice]
        s, t = x[i], x[j]
        of_first = self._products(x, i) * (s + t + c)
        of_second = self._products(x, j) * (t + [2 * each for each in c])
        of_edges = self._matrix(([2 * n + end.edge for end in self.ends], once), (i, minus_once), (j, minus_once))
        return (
            of_edges @ self._products(x, [n] * len(self.ends))
            + self._matrix(([n + vertex for vertex in i], minus_twice)) @ of_first
            + self._matrix((i, twice)) @ (of_first * s)
            + self._matrix(([n + vertex for vertex in j], minus_twice)) @ of_second
            + self._matrix((j, twice)) @ (of_second * t)
        )

    def _products(self, x: Any, left_out: Sequence[int]) -> Any:
        """For each end Π L_c(x_v) over the vertices with a colour, but for one vertex."""
        table = einsum("c,i->ic", [0] * NONE + [1], apply([1], x))
        for place, polynomial in enumerate(_LAGRANGE):
            table = table + einsum("c,i->ic", [int(k == place) for k in range(NONE + 1)], apply(polynomial, x))
        factors = [
            table[v][[NONE if out == v else end.colours[v] for end, out in zip(self.ends, left_out, strict=True)]]
            for v in range(self.size)
        ]
        return einsum(",".join("e" * self.size) + "->e", *factors)

    def _matrix(self, *parts: Entries) -> list[list[Number]]:
        """A row for each equation, a column for each end."""
        found: list[list[Number]] = [[0] * len(self.ends) for _ in range(2 * self.size + len(self.edges))]
        for rows, numbers in parts:
            for k, (row, number) in enumerate(zip(rows, numbers, strict=True)):
                found[row][k] += number
        return found


def refutation(size: int, edges: tuple[Edge, ...]) -> Refutation:
    """The ends of a search that always takes a vertex with most coloured neighbours; the graph has no colouring.

    >>> len(refutation(4, ((0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3))).ends)
    33
    """
    return Refutation(size, edges, tuple(_ends([NONE] * size, edges)))


def _ends(colours: list[int], edges: Sequence[Edge]) -> Iterator[End]:
    near = neighbours(len(colours), edges)
    free = [v for v, colour in enumerate(colours) if colour == NONE]
    v = max(free, key=lambda v: (sum(colours[j] != NONE for j in near[v]), len(near[v])))
    for c in range(NONE):
        tried = [*colours[:v], c, *colours[v + 1 :]]
        clash = next((e for e, (i, j) in enumerate(edges) if v in (i, j) and tried[i] == tried[j] == c), None)
        if clash is None:
            yield from _ends(tried, edges)
        else:
            yield End(tuple(tried), clash)
