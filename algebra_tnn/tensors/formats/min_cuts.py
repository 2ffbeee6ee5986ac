"""Cuts of a network that separate modes: products of sizes that bound the rank of a flattening."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from math import prod
from typing import TypeVar

from algebra_tnn.tensors.formats.networks import Network

Letter = TypeVar("Letter", bound=Hashable)
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
    nodes = [node.word for node in network.nodes]
    vectors = range(len(nodes), len(nodes) + len(network.modes))
    chosen = [place for place, mode in zip(vectors, network.modes, strict=True) if mode in modes]
    others = [place for place in vectors if place not in chosen]
    letters, side = least_cut(dict(network.sizes), [*nodes, *((x,) for x in network.modes)], chosen, others)
    inside = tuple(node.name for k, node in enumerate(network.nodes) if k in side)
    return MinCut(prod(network.shape_of(letters)), letters, inside)


def least_cut(
    sizes: Mapping[Letter, int], words: Sequence[Sequence[Letter]], source: Collection[int], sink: Collection[int]
) -> tuple[tuple[Letter, ...], frozenset[int]]:
    """The letters with the least product of sizes without which no path of shared letters leads from source to sink.

    Source and sink are places of words. With the letters come the places on the side of the source, which has all words
    from which the sink is not reached: of several least cuts it is the one next to the sink.

    >>> least_cut({"a": 3, "b": 2, "c": 2}, ["a", "ab", "bc", "c"], [0], [3])
    (('c',), frozenset({0, 1, 2}))
    """
    from networkx import DiGraph, minimum_cut
    from networkx.algorithms.flow import shortest_augmenting_path

    capacities, graph = _capacities(sizes), DiGraph()
    graph.add_nodes_from([SOURCE, SINK, *(("word", place) for place in range(len(words)))])
    for letter, capacity in capacities.items():
        graph.add_edge(("in", letter), ("out", letter), capacity=capacity)
    for place, word in enumerate(words):
        for letter in word:  # an edge without a capacity is not cut
            graph.add_edge(("word", place), ("in", letter))
            graph.add_edge(("out", letter), ("word", place))
    graph.add_edges_from((SOURCE, ("word", place)) for place in source)
    graph.add_edges_from((("word", place), SINK) for place in sink)
    _, (side, _) = minimum_cut(graph, SOURCE, SINK, flow_func=shortest_augmenting_path)  # fast on small graphs
    letters = tuple(x for x in sizes if ("in", x) in side and ("out", x) not in side)
    return letters, frozenset(place for place in range(len(words)) if ("word", place) in side)


def _capacities(sizes: Mapping[Letter, int]) -> dict[Letter, int]:
    """The logarithms of the sizes as integers, so long that the least sum belongs to the least product.

    Two different products of sizes, at most B, differ by a factor of at least 1 + 1/B, their logarithms by more than
    1/2B. A sum of k logarithms, each rounded by less than 10^(−d), is wrong by less than k 10^(−d), and 10^d > 4kB.
    """
    digits = len(str(4 * len(sizes) * prod(sizes.values())))
    context = Context(prec=digits + 10)
    logarithms = {n: int(Decimal(n).ln(context).scaleb(digits, context)) for n in set(sizes.values())}
    return {letter: logarithms[n] for letter, n in sizes.items()}
