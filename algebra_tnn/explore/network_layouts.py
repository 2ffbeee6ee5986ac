"""Where the nodes and letters of a network stand in a picture: in a row, on a circle, as a tree, or by springs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING, TypeAlias

from algebra_tnn.tensors.formats.networks import Network

if TYPE_CHECKING:
    from networkx import Graph

Place: TypeAlias = tuple[float, float]
Vertex: TypeAlias = tuple[str, str]  # "node" or "letter", and its name

LEG, SPREAD, PARALLEL = 0.75, 0.45, 0.3
SPACING = 2.2  # between vertices, where springs decide
ALONG, CLOSE = (0.5, 0.35, 0.65, 0.42, 0.58), 0.2  # where on its line a bond is named, and what would be too near


@dataclass(frozen=True, slots=True)
class Layout:
    """Places of nodes and of letters; a letter is drawn as lines from its place to its nodes.

    Letters of size one that belong to one node alone, and are no modes, have no place.
    """

    nodes: Mapping[str, Place]
    letters: Mapping[str, Place]


def layout(network: Network) -> Layout:
    """A row for a chain, a circle for a ring, the modes below for a tree; otherwise springs, always the same.

    >>> from algebra_tnn.tensors.formats import TrainFormat
    >>> found = layout(TrainFormat((2, 2), (3,)).networks[0])
    >>> found.nodes, found.letters["r1"]
    ({'G0': (0.0, 0.0), 'G1': (1.0, 0.0)}, (0.5, 0.0))
    """
    drawn = [x for x, n in network.sizes if n > 1 or len(network.homes[x]) > 1 or x in network.modes]
    ends = {letter: [node.name for node in network.homes[letter]] for letter in drawn}
    bonds = [letter for letter in drawn if len(ends[letter]) == 2 and letter not in network.modes]
    legs = [letter for letter in drawn if len(ends[letter]) == 1]
    joints = [letter for letter in drawn if letter not in bonds and letter not in legs]
    graph = _graph(network, {letter: ends[letter] for letter in (*bonds, *joints)}, joints)
    places = _row(graph) or _circle(graph)
    if places:
        letters = {**_legs(places, {leg: ends[leg][0] for leg in legs}), **_named(places, "letter")}
    else:
        for leg in legs:
            graph.add_edge(("letter", leg), ("node", ends[leg][0]))
        places = _tree(graph, network) or _springs(graph, legs)
        letters = _named(places, "letter")
    nodes = _named(places, "node")
    letters.update(_bonds(nodes, {bond: ends[bond] for bond in bonds}))
    return Layout(nodes, letters)


def _graph(network: Network, inner: Mapping[str, list[str]], joints: Iterable[str]) -> Graph:
    """Nodes, and letters that are vertices of their own, in the order of the network."""
    from networkx import Graph

    graph = Graph()
    graph.add_nodes_from(("node", node.name) for node in network.nodes)
    graph.add_nodes_from(("letter", joint) for joint in joints)
    for letter, names in inner.items():
        if ("letter", letter) in graph:
            graph.add_edges_from((("letter", letter), ("node", name)) for name in names)
        else:
            graph.add_edge(*(("node", name) for name in names))
    return graph


def _named(places: Mapping[Vertex, Place], kind: str) -> dict[str, Place]:
    return {name: place for (found, name), place in places.items() if found == kind}


def _row(graph: Graph) -> dict[Vertex, Place]:
    """Empty unless the graph is a path."""
    from networkx import dfs_preorder_nodes, is_tree

    if not is_tree(graph) or max(degree for _, degree in graph.degree) > 2:
        return {}
    first = next(vertex for vertex, degree in graph.degree if degree < 2)
    return {vertex: (float(x), 0.0) for x, vertex in enumerate(dfs_preorder_nodes(graph, first))}


def _circle(graph: Graph) -> dict[Vertex, Place]:
    """Clockwise from the top; empty unless the graph is a cycle."""
    from networkx import dfs_preorder_nodes, is_connected

    if not is_connected(graph) or {degree for _, degree in graph.degree} != {2}:
        return {}
    n = len(graph)
    radius = max(0.8, 1.1 * n / (2 * pi))
    around = enumerate(dfs_preorder_nodes(graph, next(iter(graph))))
    return {vertex: (radius * sin(2 * pi * k / n), radius * cos(2 * pi * k / n)) for k, vertex in around}


def _legs(places: Mapping[Vertex, Place], homes: Mapping[str, str]) -> dict[str, Place]:
    """Outward from the middle on a circle, below in a row."""
    found = {}
    for leg, home in homes.items():
        row = [other for other, its in homes.items() if its == home]
        aside = SPREAD * (row.index(leg) - (len(row) - 1) / 2)
        x, y = places["node", home]
        far = hypot(x, y)
        right, up = (x / far, y / far) if _is_round(places) else (0.0, -1.0)
        found[leg] = (x + LEG * right - aside * up, y + LEG * up + aside * right)
    return found


def _is_round(places: Mapping[Vertex, Place]) -> bool:
    return any(y for _, y in places.values())


def _tree(graph: Graph, network: Network) -> dict[Vertex, Place]:
    """The ends of branches below, in the order of the modes as far as lines need not cross; empty if there are cycles.

    The root of each tree is its only node with one letter, such as the output of a circuit; else what is in the middle.
    """
    from networkx import center, connected_components, is_forest

    if not is_forest(graph):
        return {}
    rank = {("letter", mode): k for k, mode in enumerate(network.modes)}
    last = len(rank)
    places: dict[Vertex, Place] = {}
    column = count()

    def least(vertex: Vertex, above: Vertex | None) -> int:
        below = [least(other, vertex) for other in graph[vertex] if other != above]
        return min([rank.get(vertex, last), *below])

    def put(vertex: Vertex, above: Vertex | None) -> None:
        below = sorted((other for other in graph[vertex] if other != above), key=lambda other: least(other, vertex))
        for other in below:
            put(other, vertex)
        xs, ys = [places[other][0] for other in below], [places[other][1] for other in below]
        places[vertex] = (sum(xs) / len(xs), max(ys) + 1) if below else (float(next(column)), 0.0)

    for component in connected_components(graph):
        ends = [vertex for vertex in component if vertex[0] == "node" and graph.degree[vertex] == 1]
        put(ends[0] if len(ends) == 1 else center(graph.subgraph(component))[0], None)
    return places


def _springs(graph: Graph, legs: Iterable[str]) -> dict[Vertex, Place]:
    """Springs push legs far away, but their direction is good."""
    from networkx import spring_layout

    scale = SPACING * len(graph) ** 0.5 / 2
    found = spring_layout(graph, seed=0, scale=scale, iterations=200)
    places = {vertex: (float(x), float(y)) for vertex, (x, y) in found.items()}
    for leg in legs:
        (x, y), (z, w) = places["letter", leg], places[next(iter(graph["letter", leg]))]
        part = LEG / (hypot(x - z, y - w) or LEG)
        places["letter", leg] = (z + part * (x - z), w + part * (y - w))
    return places


def _bonds(nodes: Mapping[str, Place], ends: Mapping[str, list[str]]) -> dict[str, Place]:
    """Between their two nodes, in the middle where it is free, and side by side where there are several."""
    found: dict[str, Place] = {}
    for bond, pair in ends.items():
        row = [other for other, its in ends.items() if its == pair]
        aside = PARALLEL * (row.index(bond) - (len(row) - 1) / 2)
        (x, y), (z, w) = (nodes[name] for name in pair)
        length = hypot(z - x, w - y) or 1.0
        right, up = x - aside * (w - y) / length, y + aside * (z - x) / length
        places = [(right + part * (z - x), up + part * (w - y)) for part in ALONG]
        free = (place for place in places if all(hypot(place[0] - a, place[1] - b) > CLOSE for a, b in found.values()))
        found[bond] = next(free, places[0])
    return found
