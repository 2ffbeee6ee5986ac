"""Proper colourings of graphs with three colours as common zeros of quadratic polynomials.

Let p be a cubic polynomial with three different roots in a field: the colours. Let p[s, t] = (p(s) − p(t)) / (s − t), a
quadratic polynomial. For roots s and t of p it is zero if s ≠ t, and p′(s) ≠ 0 if s = t. So the numbers x_i with
p(x_i) = 0 for all vertices and p[x_i, x_j] = 0 for all edges are the proper colourings, and no extension of the field
has more of them. With y_i = x_i² everything is quadratic. With p = t³ − t this can be asked over every field of
characteristic other than 2, with p = t³ − 1 over those with three cube roots of one, such as C, GF(4) and GF(7), but
not over GF(3), where all x_i = 1 is a solution for every graph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from algebra_tnn.certificates import Explained, Verdict
from algebra_tnn.claims import Vanishes
from algebra_tnn.exact import Number
from algebra_tnn.explore.reductions.colouring_refutations import COLOURS, refutation
from algebra_tnn.explore.reductions.colourings_of_graphs import Edge, neighbours, proper_colouring, vertices_and_edges
from algebra_tnn.laws import Law, apply, einsum, fixed, named
from algebra_tnn.provers import cofactors
from algebra_tnn.verification import verify

if TYPE_CHECKING:
    from networkx import Graph

EQUATIONS = "equations"

Cubic: TypeAlias = tuple[Number, Number, Number]


@dataclass(frozen=True, slots=True)
class ThreeColouring(Explained):
    """Whether three colours are enough for the vertices of a graph: ``colouring``, or None.

    ``verdict`` is about the quadratic system in x and y whose solutions are the colourings with −1, 0 and 1: that the
    colouring is a solution, or that there is none over any field of characteristic other than 2.
    """

    vertices: int
    edges: tuple[Edge, ...]
    colouring: tuple[int, ...] | None
    verdict: Verdict

    @property
    def status(self) -> str:
        return self.verdict.status

    @property
    def trusts(self) -> tuple[str, ...]:
        return self.verdict.trusts

    @property
    def explanation(self) -> str:
        found = "no colouring with three colours" if self.colouring is None else f"colours {list(self.colouring)}"
        return f"{found} of {self.vertices} vertices and {len(self.edges)} edges: {self.verdict.explanation}"


def three_colouring(graph: Graph) -> ThreeColouring:
    """A proper colouring of a graph by −1, 0 and 1, or the certificate that there is none.

    Vertices are numbered in the order of the graph. Cost: exponential in the number of vertices, as far as is known in
    general. Raises: TypeError, ValueError for what is no simple graph. Reference: [HillarLim2013].

    >>> from networkx import cycle_graph
    >>> found = three_colouring(cycle_graph(5))
    >>> found.colouring, found.status
    ((-1, 0, -1, 0, 1), 'proved')
    """
    size, edges = vertices_and_edges(graph)
    colours = proper_colouring(range(size), neighbours(size, edges), len(COLOURS))
    if colours is None:
        claim = Vanishes(no_colouring_law(size, edges), (EQUATIONS,))
        found = refutation(size, edges)
        verdict = verify(claim, by=lambda claim: cofactors(claim, {EQUATIONS: found.cofactors}))
        return ThreeColouring(size, edges, None, verdict)
    x = tuple(COLOURS[colours[i]] for i in range(size))
    solved = fixed(colouring_law(size, edges), {"x": x, "y": [c * c for c in x]})
    return ThreeColouring(size, edges, x, verify(Vanishes(solved)))


def colouring_law(size: int, edges: Sequence[Edge], cubic: Cubic = (0, -1, 0)) -> Law:
    """The equations of the colourings by the roots of t³ + c2 t² + c1 t + c0, for ``cubic`` = (c0, c1, c2).

    First y_i − x_i² for all vertices, then p(x_i) as x_i y_i + c2 y_i + c1 x_i + c0, then
    y_i + x_i x_j + y_j + c2 (x_i + x_j) + c1 for all edges.

    >>> from algebra_tnn.laws import value
    >>> value(colouring_law(2, [(0, 1)]), {"x": [-1, 1], "y": [1, 1]})
    [0, 0, 0, 0, 0]
    """
    return Law.trace(lambda x, y: _equations(x, y, edges, cubic), {"x": (size,), "y": (size,)}, {})


def no_colouring_law(size: int, edges: Sequence[Edge], cubic: Cubic = (0, -1, 0)) -> Law:
    """The number 1 as a law of x and y, in which the equations have a name: it vanishes with them if they have no
    solution."""

    def one(x: Any, y: Any) -> Any:
        named(EQUATIONS, _equations(x, y, edges, cubic))
        return apply([1], x[0])

    return Law.trace(one, {"x": (size,), "y": (size,)}, {})


def _equations(x: Any, y: Any, edges: Sequence[Edge], cubic: Cubic) -> Any:
    n, total = len(x), 2 * len(x) + len(edges)
    c0, c1, c2 = cubic
    parts = [(y - x**2, range(n)), (x * y + c2 * y + c1 * x + c0, range(n, 2 * n))]
    if edges:
        ends = [x[[edge[k] for edge in edges]] for k in (0, 1)], [y[[edge[k] for edge in edges]] for k in (0, 1)]
        (s, t), (ss, tt) = ends
        parts.append((ss + s * t + tt + c2 * (s + t) + c1, range(2 * n, total)))
    joined = [einsum("i,ik->k", part, [[int(k == i) for k in range(total)] for i in places]) for part, places in parts]
    return sum(joined[1:], joined[0])
