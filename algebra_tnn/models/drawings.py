"""Polynomial networks as layered graphs: for networkx, and drawn as SVG."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from algebra_tnn.models.connections import NOTHING

if TYPE_CHECKING:
    from networkx import DiGraph

    from algebra_tnn.models.polynomial_network import PolynomialNetwork

DRAWN = 12  # neurons of one layer; of wider layers the first ones are drawn, with the number of the others
ACROSS, DOWN, RADIUS, MARGIN = 130, 44, 14, 30
COLOURS = ("#1f4e79", "#b45309", "#15803d", "#9333ea", "#be123c", "#0e7490")


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


def drawing(network: PolynomialNetwork) -> str:
    """SVG: a column for each layer, a line for each weight; tied weights of a layer share a colour."""
    drawn = [min(width, DRAWN) for width in network.widths]
    height = 2 * MARGIN + DOWN * (max(drawn) + 1)
    width = 2 * MARGIN + ACROSS * network.depth
    lines = [*_weights(network, drawn, height), *_neurons(network, drawn, height)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            'font-family="serif" font-size="11" text-anchor="middle">',
            f"<title>{escape(str(network))}</title>",
            *lines,
            "</svg>",
        ]
    )


def _place(layer: int, i: int, drawn: list[int], height: int) -> tuple[float, float]:
    return MARGIN + layer * ACROSS, height / 2 + DOWN * (i - (drawn[layer] - 1) / 2)


def _weights(network: PolynomialNetwork, drawn: list[int], height: int) -> Iterator[str]:
    for layer, connections in enumerate(network.connections, 1):
        for i in range(drawn[layer]):
            for j in range(drawn[layer - 1]):
                k = connections.numbers[i][j]
                if k != NOTHING:
                    (x1, y1), (x2, y2) = _place(layer - 1, j, drawn, height), _place(layer, i, drawn, height)
                    colour = COLOURS[k % len(COLOURS)] if connections.is_tied else "#94a3b8"
                    yield f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{colour}"/>'


def _neurons(network: PolynomialNetwork, drawn: list[int], height: int) -> Iterator[str]:
    for layer, width in enumerate(network.widths):
        for i in range(drawn[layer]):
            x, y = _place(layer, i, drawn, height)
            text = label(network, layer, i)
            yield f'<circle cx="{x:g}" cy="{y:g}" r="{RADIUS}" fill="white" stroke="#334155"/>'
            above = 4 if len(text) <= 4 else -RADIUS - 4  # a long text stands above its neuron
            yield f'<text x="{x:g}" y="{y + above:g}">{escape(text)}</text>'
        if width > drawn[layer]:
            x, y = _place(layer, drawn[layer], drawn, height)
            yield f'<text x="{x:g}" y="{y:g}">⋮ {width - drawn[layer]} more</text>'
