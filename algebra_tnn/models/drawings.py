"""Polynomial networks as layered graphs: for networkx, and drawn as SVG."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from algebra_tnn.models.connections import NOTHING
from algebra_tnn.models.layered_drawings import COLOURS, GREY, Layer, layered

if TYPE_CHECKING:
    from networkx import DiGraph

    from algebra_tnn.models.polynomial_network import PolynomialNetwork


def graph(network: PolynomialNetwork) -> DiGraph:
    """Nodes (layer, index), layer 0 for inputs, with ``pos``, ``layer``, ``label``; edges with ``weight_name``.

    Raises: ImportError if networkx is missing.
    """
    try:
        from networkx import DiGraph
    except ImportError:
        raise ImportError("networkx is not installed; `pip install networkx`, or use drawing(), an SVG") from None
    result = DiGraph(name=str(network))
    for layer, width in enumerate(network.widths):
        for i in range(width):
            place = (float(layer), (width - 1) / 2 - i)
            result.add_node((layer, i), pos=place, layer=layer, label=label(network, layer, i))
    for layer, connections in enumerate(network.connections, 1):
        for i, row in enumerate(connections.numbers):
            for j, k in enumerate(row):
                if k != NOTHING:
                    place_in = f"[{k}]" if connections.groups is not None else f"[{i}][{j}]"
                    result.add_edge((layer - 1, j), (layer, i), weight_name=f"W{layer}{place_in}")
    return result


def label(network: PolynomialNetwork, layer: int, i: int) -> str:
    """x_0, … for inputs, the activation for hidden neurons, f_0, … for outputs."""
    if layer == 0:
        return f"x_{i}"
    return f"f_{i}" if layer == network.depth else str(network.activations[layer - 1][i])


def drawing(network: PolynomialNetwork, title: str = "") -> str:
    """SVG: a column for each layer, a line for each weight; tied weights of a layer share a colour."""

    def colour(layer: int, i: int, j: int) -> str | None:
        connections = network.connections[layer - 1]
        k = connections.numbers[i][j]
        if k == NOTHING:
            return None
        return COLOURS[k % len(COLOURS)] if connections.is_tied else GREY

    layers = [Layer(width, partial(label, network, layer), str(width)) for layer, width in enumerate(network.widths)]
    return layered(title or str(network), layers, colour)
