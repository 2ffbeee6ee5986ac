"""Formats as graphs: for networkx, and drawn as SVG, the nodes in a row with bonds as arcs and modes as legs.

Nodes that share a parameter are filled and bear its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from algebra_tnn.tensors.formats.networks import Network, Node

if TYPE_CHECKING:
    from networkx import MultiGraph

    from algebra_tnn.tensors.formats.format import TensorFormat

ACROSS, RADIUS, MARGIN, LEG = 90, 16, 40, 46
HIGHEST = 150  # of an arc
LINE = '<path d="{}" fill="none" stroke="#94a3b8"/>'
TEXT = '<text x="{:g}" y="{:g}" fill="{}">{}</text>'


def graph(format: TensorFormat) -> MultiGraph:
    """Vertices for nodes (``shape``, ``parameter``), modes (``mode``), and letters that join more than two of these.

    Edges have a ``letter`` and its ``size``.
    """
    from networkx import MultiGraph

    result = MultiGraph(name=str(format))
    for mode, name in enumerate(format.networks[0].modes):
        result.add_node(name, mode=mode)
    for network in format.networks:
        for node in network.nodes:
            kind = {"constant": node.constant is not None, "parameter": node.parameter}
            result.add_node(node.name, shape=network.shape_of(node.word), **kind)
        for letter, n in network.sizes:
            ends = [*(node.name for node in network.homes[letter]), *([letter] if letter in network.modes else [])]
            if len(ends) == 2:
                result.add_edge(*ends, letter=letter, size=n)
            else:
                joint = f"all {letter}"
                result.add_node(joint, letter=letter, size=n)
                result.add_edges_from((joint, end, {"letter": letter, "size": n}) for end in ends)
    return result


def drawing(format: TensorFormat) -> str:
    """SVG: one row of nodes for all summands, with a plus between two of them."""
    highest = max(_height(network) for network in format.networks)
    height, start, lines = highest + 2 * MARGIN + LEG + 2 * RADIUS, MARGIN, list[str]()
    for i, network in enumerate(format.networks):
        level = MARGIN + highest + RADIUS
        if i:
            lines.append(TEXT.format(start + MARGIN - ACROSS / 2, level + 4, "#334155", "+"))
        lines += _drawn(network, start + MARGIN, level)
        start += ACROSS * len(network.nodes)
    width = start + MARGIN
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            'font-family="serif" font-size="11" text-anchor="middle">',
            f"<title>{escape(str(format))}</title>",
            '<rect width="100%" height="100%" rx="6" fill="white"/>',  # a notebook may be dark
            *lines,
            "</svg>",
        ]
    )


def _height(network: Network) -> float:
    places = {node.name: i for i, node in enumerate(network.nodes)}
    return max((_arc(*ends) for ends in _spans(network, places)), default=0)


def _spans(network: Network, places: dict[str, int]) -> Iterator[tuple[int, int]]:
    for homes in network.homes.values():
        if len(homes) > 1:
            yield places[homes[0].name], places[homes[-1].name]


def _arc(first: int, last: int) -> float:
    """How high the arc goes between two nodes; neighbours are joined by a line."""
    return 0 if last - first == 1 else min(HIGHEST, 22.0 * (last - first))


def _drawn(network: Network, left: float, level: float) -> Iterator[str]:
    places = {node.name: left + ACROSS * i for i, node in enumerate(network.nodes)}
    order = {node.name: i for i, node in enumerate(network.nodes)}
    for letter, n in network.sizes:
        homes, label = network.homes[letter], escape(f"{letter}: {n}")
        xs = [places[node.name] for node in homes]
        if letter in network.modes:
            middle, end = sum(xs) / len(xs), level + RADIUS + LEG
            for node, x in zip(homes, xs, strict=True):
                bend = x + 7 * (_legs(network, node).index(letter) - (len(_legs(network, node)) - 1) / 2)
                yield LINE.format(f"M{bend:g},{level:g} L{bend if len(xs) == 1 else middle:g},{end:g}")
                middle = bend if len(xs) == 1 else middle
            row = _legs(network, homes[0]).index(letter)
            yield TEXT.format(middle, end + 12 + 11 * row, "#15803d", label)
        elif len(homes) == 2:
            high = _arc(order[homes[0].name], order[homes[1].name])
            yield LINE.format(
                f"M{xs[0]:g},{level:g} C{xs[0]:g},{level - 4 * high / 3:g} "
                f"{xs[1]:g},{level - 4 * high / 3:g} {xs[1]:g},{level:g}"
            )
            yield TEXT.format(sum(xs) / 2, level - high - 4, "#1f4e79", label)
        elif len(homes) > 2:
            high, middle = _arc(order[homes[0].name], order[homes[-1].name]), sum(xs) / len(xs)
            for x in xs:
                yield LINE.format(f"M{x:g},{level:g} L{middle:g},{level - high:g}")
            yield f'<circle cx="{middle:g}" cy="{level - high:g}" r="3" fill="#334155"/>'
            yield TEXT.format(middle, level - high - 6, "#1f4e79", label)
    for node in network.nodes:
        fill = "#e2e8f0" if node.constant is not None else "#fef3c7" if node.shared else "white"
        yield f'<circle cx="{places[node.name]:g}" cy="{level:g}" r="{RADIUS}" fill="{fill}" stroke="#334155"/>'
        below = 4 if len(node.parameter) <= 4 else RADIUS + 12  # a long name stands below its node
        yield TEXT.format(places[node.name], level + below, "black", escape(node.parameter))


def _legs(network: Network, node: Node) -> list[str]:
    return [letter for letter in node.word if letter in network.modes]
