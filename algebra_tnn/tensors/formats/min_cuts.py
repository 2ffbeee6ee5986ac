"""Cuts of a network that separate modes: products of sizes that bound the rank of a flattening."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Context, Decimal
from math import prod

from algebra_tnn.tensors.formats.networks import Network

SOURCE, SINK = ("end", "source"), ("end", "sink")


@dataclass(frozen=True, slots=True)
class MinCut:
    """The letters of a cut, the product of their sizes, and the nodes on the side of the chosen modes."""

    size: int
    letters: tuple[str, ...]
    inside: tuple[str, ...]


def min_cut(network: Network, modes: Collection[str]) -> MinCut:
    """The least product of sizes of letters that must be cut to separate these modes from the others.

    A letter counts once, however many nodes it joins: with the cut letters fixed, the tensor is a product of two
    factors, one for each side, so that the flattening is a sum of as many matrices of rank one as the letters have
    values. Reference: [CuiFreedmanSattathStongMinton2016].
    """
    from networkx import DiGraph, minimum_cut

    capacities, graph = _capacities(network), DiGraph()
    graph.add_nodes_from([SOURCE, SINK])
    for letter, homes in network.homes.items():
        graph.add_edge(("in", letter), ("out", letter), capacity=capacities[letter])
        ends = [("node", node.name) for node in homes]
        if letter in network.modes:
            ends.append(SOURCE if letter in modes else SINK)
        for end in ends:
            graph.add_edge(end, ("in", letter))  # without a capacity it is not cut
            graph.add_edge(("out", letter), end)
    _, (side, _) = minimum_cut(graph, SOURCE, SINK)
    letters = tuple(x for x, _ in network.sizes if ("in", x) in side and ("out", x) not in side)
    inside = tuple(node.name for node in network.nodes if ("node", node.name) in side)
    return MinCut(prod(network.shape_of(letters)), letters, inside)


def _capacities(network: Network) -> dict[str, int]:
    """The logarithms of the sizes as integers, so long that the least sum belongs to the least product.

    Two different products of sizes, at most B, differ by a factor of at least 1 + 1/B, their logarithms by more than
    1/2B. A sum of k logarithms, each rounded by less than 10^(−d), is wrong by less than k 10^(−d), and 10^d > 4kB.
    """
    sizes = dict(network.sizes)
    digits = len(str(4 * len(sizes) * prod(sizes.values())))
    context = Context(prec=digits + 10)
    return {letter: int(Decimal(n).ln(context).scaleb(digits, context)) for letter, n in sizes.items()}
