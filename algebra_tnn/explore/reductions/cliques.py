"""The largest cliques of a graph as the maximum of a quadratic form on the simplex [MotzkinStraus1965]."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from algebra_tnn.certificates import Certificate, Explained, Shortfall, Verdict, united_trusts
from algebra_tnn.claims import Nonnegative, Vanishes
from algebra_tnn.exact import Number
from algebra_tnn.explore.reductions.clique_bounds import CliqueBound, Form, Monomial, clique_bound
from algebra_tnn.explore.reductions.colourings_of_graphs import Edge, neighbours, vertices_and_edges
from algebra_tnn.laws import Law, einsum, fixed
from algebra_tnn.laws.arrays import Array
from algebra_tnn.laws.expressions import Applied, Constant, Expression, Name
from algebra_tnn.laws.operations import Einsum
from algebra_tnn.provers import squares
from algebra_tnn.verification import verify

if TYPE_CHECKING:
    from networkx import Graph


@dataclass(frozen=True, slots=True)
class CliqueOptimum(Explained):
    """max Σ x_i x_j over the edges, where x ≥ 0 and Σ x_i = 1, is ``value`` = (1 − 1/ω)/2.

    ``clique`` has ω vertices, and the value is reached where all of them have the weight 1/ω: ``attained`` is the
    verdict about that, ``bound`` the one that no x ≥ 0 has more. With both of them proved, ω is the clique number.
    """

    vertices: int
    edges: tuple[Edge, ...]
    clique: tuple[int, ...]
    attained: Verdict
    bound: Verdict

    @property
    def value(self) -> Number:
        return _optimum(len(self.clique))

    @property
    def status(self) -> str:
        """Whether both sides are proved."""
        return "proved" if {self.attained.status, self.bound.status} == {"proved"} else "undecided"

    @property
    def trusts(self) -> tuple[str, ...]:
        return united_trusts((self.attained, self.bound))

    @property
    def explanation(self) -> str:
        return (
            f"max Σ x_i x_j = {self.value} on the simplex of {self.vertices} vertices ({self.status})\n"
            f"  reached at the weights 1/{len(self.clique)} of the clique {list(self.clique)}: "
            f"{self.attained.explanation}\n"
            f"  no more than that: {self.bound.explanation}"
        )


def motzkin_straus(graph: Graph) -> CliqueOptimum:
    """The maximum of Σ x_i x_j over the edges of a graph on the simplex, which is (1 − 1/ω)/2 for the clique number ω.

    Vertices are numbered in the order of the graph. The bound is an identity: a sum of x's, or a product of such sums,
    times what is missing is a sum of squares times monomials with coefficients ≥ 0.
    Cost: exponential in the number of vertices, as far as is known in general. Raises: TypeError, ValueError for what
    is no simple graph. Reference: [MotzkinStraus1965].

    >>> from networkx import path_graph
    >>> found = motzkin_straus(path_graph(3))
    >>> found.value, found.clique, found.status
    (Fraction(1, 4), (0, 1), 'proved')
    """
    size, edges = vertices_and_edges(graph)
    clique = _largest_clique(size, edges)
    m = len(clique)
    law = clique_law(size, edges, m)
    bound = clique_bound(range(size), neighbours(size, edges), m)
    point = [Fraction(int(i in clique), m) for i in range(size)]
    return CliqueOptimum(
        size,
        edges,
        clique,
        verify(Vanishes(fixed(law, {"x": point}))),
        verify(Nonnegative(law, ("x",)), by=partial(_certificate, bound, m)),
    )


def clique_law(size: int, edges: tuple[Edge, ...], m: int) -> Law:
    """(1 − 1/m)/2 · (Σ x_i)² − Σ x_i x_j over the edges, as a law of x.

    >>> from algebra_tnn.laws import value
    >>> value(clique_law(3, ((0, 1), (1, 2)), 2), {"x": [1, 1, 0]})
    0
    """
    matrix = [[_optimum(m) - Fraction(int((i, j) in edges)) for j in range(size)] for i in range(size)]
    return Law.trace(lambda x: einsum("ij,i,j->", matrix, x, x), {"x": (size,)}, {})


def _optimum(m: int) -> Number:
    return Fraction(m - 1, 2 * m)


def _largest_clique(size: int, edges: tuple[Edge, ...]) -> tuple[int, ...]:
    """The first one in lexicographic order."""
    from networkx import Graph, find_cliques

    graph = Graph(edges)
    graph.add_nodes_from(range(size))
    maximal = [tuple(sorted(clique)) for clique in find_cliques(graph)]
    return min(maximal, key=lambda clique: (-len(clique), clique))


def _certificate(bound: CliqueBound, m: int, claim: Nonnegative) -> Certificate | Shortfall:
    ((_, (size,)),) = claim.law.inputs

    def entries(monomial: Monomial) -> list[tuple[str, int]]:
        return [("x", i) for i in monomial]

    def expression(form: Form) -> Expression | int:
        if not form:
            return 1
        row = Array((size,), tuple(dict(form).get(i, 0) for i in range(size)))
        return Applied(Einsum("i,i->"), (Constant(row), Name("x")))

    return squares(
        claim,
        multiplier=[(c, entries(monomial)) for monomial, c in bound.multiplier().items()],
        squares=[
            (c / Fraction(2 * m), entries(monomial), expression(form)) for (monomial, form), c in bound.squares.items()
        ],
    )
