"""Tensor networks in files: nodes with letters, or the vertices and edges of a graph."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.file_kinds import GRAPH, NODES

if TYPE_CHECKING:
    from algebra_tnn.tensors.formats import TensorNetwork

EXPECTED = (
    'a tensor network, which is an object {"nodes": {"A": {"letters": ["i", "a"], "shape": [3, 2]}, ...}, '
    '"modes": {"i": 3, ...}}, or a graph with the sizes of modes and bonds, '
    '{"vertices": {"A": 3, "B": null, ...}, "edges": [["A", "B", 2], ...]}'
)


def is_network(value: dict[str, Any]) -> bool:
    """Whether the object has the keys of a tensor network."""
    return NODES.is_of(value) or GRAPH.is_of(value)


def network_of(name: str, value: dict[str, Any]) -> TensorNetwork:
    """The network that the file of this name holds. Raises: BadInput."""
    read = {NODES.keys: _of_nodes, GRAPH.keys: _of_graph}.get(frozenset(value))
    if read is None:
        raise BadInput(f"{name} is no tensor network; it holds {EXPECTED}")
    try:
        return read(name, value)
    except (TypeError, ValueError) as error:
        raise BadInput(f"{name}: {error}") from None


def _of_nodes(name: str, value: dict[str, Any]) -> TensorNetwork:
    from algebra_tnn.tensors.formats import TensorNetwork

    if not all(isinstance(part, dict) for part in value.values()):
        raise BadInput(f"{name} is no tensor network; it holds {EXPECTED}")
    for node, given in value["nodes"].items():
        if not isinstance(given, dict) or set(given) != {"letters", "shape"}:
            raise BadInput(f"{name}: the node {node} is {_brief(given)}; it has letters and a shape")
    nodes = {node: (given["letters"], given["shape"]) for node, given in value["nodes"].items()}
    return TensorNetwork.from_shapes(nodes, value["modes"])


def _of_graph(name: str, value: dict[str, Any]) -> TensorNetwork:
    """The vertex A becomes the node GA with the mode iA, as in ``TensorNetwork.on``; edges are b0, b1, … in order."""
    from algebra_tnn.tensors.formats import TensorNetwork
    from algebra_tnn.tensors.formats.sizes import size

    vertices, edges = value["vertices"], value["edges"]
    if not isinstance(vertices, dict) or not vertices or not isinstance(edges, list):
        raise BadInput(f"{name} is no graph; it holds {EXPECTED}")
    modes = {f"i{vertex}": size(f"the mode of {vertex}", n) for vertex, n in vertices.items() if n is not None}
    words = {vertex: [f"i{vertex}"] if n is not None else [] for vertex, n in vertices.items()}
    bonds = {}
    for i, edge in enumerate(edges):
        ends = edge[:-1] if isinstance(edge, list) else []
        if len(ends) != 2 or ends[0] == ends[1]:
            raise BadInput(
                f'{name}: edges[{i}] is {_brief(edge)}; a bond joins two vertices, such as ["A", "B", 2]; what joins '
                "more of them is a letter, in a file with nodes and letters"
            )
        for end in ends:
            if not isinstance(end, str) or end not in vertices:
                known = ", ".join(vertices)
                raise BadInput(f"{name}: edges[{i}] ends at {_brief(end)}, which is no vertex; they are {known}")
            words[end].append(f"b{i}")
        bonds[f"b{i}"] = size(f"the size of edges[{i}]", edge[-1])
    return TensorNetwork({f"G{vertex}": word for vertex, word in words.items()}, modes | bonds, [*modes])


def _brief(value: Any) -> str:
    return json.dumps(value)[:60]
