"""Both sides of the maximum on the simplex, for all small graphs."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from typing import Any

import pytest
from networkx import DiGraph, Graph, MultiGraph, complete_graph, cycle_graph, petersen_graph, wheel_graph
from networkx.generators.atlas import graph_atlas_g

from algebra_tnn import Nonnegative, checker, verify
from algebra_tnn.explore.reductions import clique_law, motzkin_straus
from algebra_tnn.explore.reductions.clique_bounds import clique_bound
from algebra_tnn.explore.reductions.colourings_of_graphs import neighbours, proper_colouring, vertices_and_edges


def small_graphs(most: int) -> list[Any]:
    return [graph for graph in graph_atlas_g() if 1 <= graph.number_of_nodes() <= most]


def clique_number(graph: Any) -> int:
    """By trying all sets of vertices."""
    sets = (S for k in range(len(graph) + 1) for S in combinations(graph, k))
    return max(len(S) for S in sets if all(graph.has_edge(i, j) for i, j in combinations(S, 2)))


def on_a_grid(graph: Any, parts: int) -> Fraction:
    """The largest value at points of the simplex with this denominator."""
    points = (x for x in product(range(parts + 1), repeat=len(graph)) if sum(x) == parts)
    return max(Fraction(sum(x[i] * x[j] for i, j in graph.edges), parts**2) for x in points)


def test_the_pentagon() -> None:
    found = motzkin_straus(cycle_graph(5))
    assert (found.value, found.status, found.trusts) == (Fraction(1, 4), "proved", ())
    assert found.bound.certificate is not None
    assert checker.check(found.bound.certificate.to_json()).answer == "accepted"
    assert "1/4" in found.explanation and "[0, 1]" in found.explanation and "<pre" in found._repr_html_()


def test_a_smaller_bound_has_no_certificate() -> None:
    size, edges = vertices_and_edges(complete_graph(3))
    with pytest.raises(ValueError, match="more vertices than the bound says"):
        clique_bound(range(size), neighbours(size, edges), 2)
    assert verify(Nonnegative(clique_law(size, edges, 2), ("x",))).status == "undecided"


@pytest.mark.slow
def test_all_graphs_with_at_most_five_vertices() -> None:
    graphs = small_graphs(5)
    assert len(graphs) == 52
    for graph in graphs:
        found = motzkin_straus(graph)
        m = clique_number(graph)
        assert found.status == "proved" and len(found.clique) == m
        assert on_a_grid(graph, 6 if m in (1, 2, 3) else m) <= found.value == Fraction(m - 1, 2 * m)
        assert all(graph.has_edge(i, j) for i, j in combinations(found.clique, 2))


@pytest.mark.slow
@pytest.mark.parametrize("graph", [wheel_graph(6), petersen_graph(), wheel_graph(7)], ids=str)
def test_graphs_that_need_more_colours_than_their_cliques(graph: Any) -> None:
    assert motzkin_straus(graph).status == "proved"


def test_colourings() -> None:
    size, edges = vertices_and_edges(wheel_graph(6))
    near = neighbours(size, edges)
    assert proper_colouring(range(size), near, 3) is None
    found = proper_colouring(range(size), near, 4)
    assert found is not None and all(found[i] != found[j] for i, j in edges)


def test_bad_graphs() -> None:
    loop = Graph([(0, 1), (1, 1)])
    with pytest.raises(TypeError, match=r"the graph is list; it is a Graph of networkx"):
        motzkin_straus([(0, 1)])  # what a caller without types may do
    with pytest.raises(ValueError, match="edges have no direction"):
        motzkin_straus(DiGraph([(0, 1)]))
    with pytest.raises(ValueError, match="MultiGraph"):
        motzkin_straus(MultiGraph([(0, 1)]))
    with pytest.raises(ValueError, match="has no vertex"):
        motzkin_straus(Graph())
    with pytest.raises(ValueError, match="the vertex 1 has an edge to itself"):
        motzkin_straus(loop)
