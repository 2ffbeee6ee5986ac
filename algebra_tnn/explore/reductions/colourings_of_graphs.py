"""Proper colourings of graphs, by search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from networkx import Graph

Edge: TypeAlias = tuple[int, int]


def vertices_and_edges(graph: Graph) -> tuple[int, tuple[Edge, ...]]:
    """The number of vertices of a networkx graph, and its edges as pairs i < j of their positions.

    Raises: TypeError for what is no graph; ValueError for one that is directed, has no vertex, an edge twice, or an
    edge from a vertex to itself.
    """
    if not all(hasattr(graph, name) for name in ("is_directed", "is_multigraph", "nodes", "edges")):
        raise TypeError(f"the graph is {type(graph).__name__}; it is a Graph of networkx")
    if graph.is_directed() or graph.is_multigraph():
        raise ValueError(
            f"the graph is a {type(graph).__name__}; edges have no direction and join two vertices once, so take a "
            "networkx.Graph"
        )
    positions = {vertex: i for i, vertex in enumerate(graph.nodes)}
    if not positions:
        raise ValueError("the graph has no vertex; it has at least one")
    found = []
    for one, two in graph.edges:
        if one == two:
            raise ValueError(f"the vertex {one} has an edge to itself; an edge joins two vertices")
        i, j = sorted((positions[one], positions[two]))
        found.append((i, j))
    return len(positions), tuple(sorted(found))


def neighbours(size: int, edges: Iterable[Edge]) -> list[frozenset[int]]:
    """For each vertex those that an edge joins with it."""
    found: list[set[int]] = [set() for _ in range(size)]
    for i, j in edges:
        found[i].add(j)
        found[j].add(i)
    return [frozenset(some) for some in found]


def proper_colouring(vertices: Sequence[int], near: Sequence[frozenset[int]], colours: int) -> dict[int, int] | None:
    """A colour below ``colours`` for each of the vertices, different ones for neighbours; None if there is none.

    >>> square = neighbours(4, [(0, 1), (1, 2), (2, 3), (0, 3)])
    >>> proper_colouring(range(4), square, 2), proper_colouring(range(4), square, 1)
    ({0: 0, 1: 1, 2: 0, 3: 1}, None)
    """
    found: dict[int, int] = {}

    def completed(i: int) -> bool:
        if i == len(vertices):
            return True
        taken = {found[j] for j in near[vertices[i]] if j in found}
        for colour in range(min(colours, len(set(found.values())) + 1)):  # of colours not yet used, one is enough
            if colour not in taken:
                found[vertices[i]] = colour
                if completed(i + 1):
                    return True
                del found[vertices[i]]
        return False

    return found if completed(0) else None
