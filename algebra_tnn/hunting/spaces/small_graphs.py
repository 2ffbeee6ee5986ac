"""Graphs with few vertices, one for each class of isomorphic ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from algebra_tnn.hunting.spaces.given import Listed

if TYPE_CHECKING:
    from networkx import Graph

MOST_VERTICES = 7  # in the atlas of graphs of networkx


@dataclass(frozen=True)
class SmallGraph:
    """A graph with the vertices 0, 1, …; its number in the atlas of graphs tells isomorphic ones."""

    vertices: int
    edges: tuple[tuple[int, int], ...]
    number: int

    @property
    def graph(self) -> Graph:
        """As a graph of networkx."""
        from networkx import Graph

        graph = Graph()
        graph.add_nodes_from(range(self.vertices))
        graph.add_edges_from(self.edges)
        return graph

    def __str__(self) -> str:
        edges = " ".join(f"{i}{j}" for i, j in self.edges)
        return f"graph with {self.vertices} vertices and {len(self.edges)} edges: {edges}"


def small_graphs(most: int) -> Listed[SmallGraph]:
    """All connected graphs with at most so many vertices, up to isomorphism. Raises: ValueError above seven.

    >>> [str(each) for each in small_graphs(3).instances(0)][-1]
    'graph with 3 vertices and 3 edges: 01 02 12'
    """
    from networkx import graph_atlas_g, is_connected

    if not 1 <= most <= MOST_VERTICES:
        raise ValueError(f"graphs with up to {most} vertices are asked; those with 1 to {MOST_VERTICES} are at hand")
    chosen = [
        SmallGraph(len(graph), tuple(sorted(tuple(sorted(edge)) for edge in graph.edges)), number)
        for number, graph in enumerate(graph_atlas_g())
        if 0 < len(graph) <= most and is_connected(graph)
    ]
    return Listed(
        f"connected graphs with at most {most} vertices, up to isomorphism",
        chosen,
        measure=lambda each: (each.vertices, len(each.edges)),
        symmetry=lambda each: each.number,
        order="vertices, then edges",
    )
