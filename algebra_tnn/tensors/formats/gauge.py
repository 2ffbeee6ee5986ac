"""The gauge of a network: what may be moved from node to node without a change of the tensor.

Let two nodes share letters, of which L occur in no other node and are no modes, and M are all others. For every value
of M an invertible matrix may act on L in one node, and its inverse transpose in the other: the sum over L is the same.
Nodes that share a parameter take part in actions on all parameters at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, product
from math import prod
from typing import Any, TypeAlias

from algebra_tnn.exact import rank
from algebra_tnn.laws.arrays import Array, Shape
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.tracing import Traced, einsum
from algebra_tnn.laws.vector_fields import VectorField
from algebra_tnn.tensors.formats.joint_gauge import actions
from algebra_tnn.tensors.formats.networks import Network, Node, Operand, Word, pattern

Move: TypeAlias = Callable[..., dict[str, Traced]]
Place: TypeAlias = tuple[tuple[str, int], ...]  # values of letters


@dataclass(frozen=True, slots=True)
class Gauge:
    """Vector fields on the nodes along which the tensor does not change; there may be others, and they may depend."""

    fields: tuple[VectorField, ...]


def gauge(networks: Sequence[Network], law: Law) -> Gauge:
    """The fields of all pairs of nodes, and rescalings of nodes that have no common letters, or all joint actions."""
    others: Iterable[Move] = actions(networks) if _are_tied(networks) else _balances(networks)
    moves = chain(*map(_mixings, networks), others)
    return Gauge(tuple(VectorField.trace(move, law) for move in moves))


def gauge_dimension(*networks: Network) -> int:
    """The dimension of the gauge group of a sum of networks modulo what moves no node.

    Matrices of trace zero act by themselves. Scalars multiply the entries of a node where letters have given values;
    how many of them act independently is the rank of a matrix with a row for each. If parameters are shared, actions on
    all parameters at once are counted instead, and off the diagonal what more acts on pairs of other nodes.
    """
    if not _are_tied(networks):
        return sum(_traceless(network) + _independent_scalings(network) for network in networks)
    return len(actions(networks)) + sum(_off_diagonal(network) for network in networks)


def _are_tied(networks: Iterable[Network]) -> bool:
    return any(node.shared for network in networks for node in network.nodes)


def _traceless(network: Network) -> int:
    return sum(places * (n * n - 1) for n, places, _ in _bond_sizes(network))


def _off_diagonal(network: Network) -> int:
    """Matrices with zeros on the diagonal that are not sums of such matrices for single bonds."""
    return sum(places * (n * n - n) - sum(m * m - m for m in sizes) for n, places, sizes in _bond_sizes(network))


def _bond_sizes(network: Network) -> Iterator[tuple[int, int, Shape]]:
    """For pairs of nodes: of how many values matrices act, at how many places, and the sizes of single bonds."""
    for _, _, inner, shared in network.pairs:
        sizes = network.shape_of(inner)
        yield prod(sizes), prod(network.shape_of(shared)), sizes


def _independent_scalings(network: Network) -> int:
    scalings = list(_scalings(network))
    letters: dict[str, set[str]] = {}  # on whose values scalars depend, for each node
    for ends, place in scalings:
        for node in ends:
            letters.setdefault(node.name, set()).update(letter for letter, _ in place)
    entries = [(name, set(place)) for name, word in letters.items() for place in _places(network, tuple(sorted(word)))]
    rows = tuple(
        tuple((one.name == name) - (two.name == name) if entry >= set(place) else 0 for name, entry in entries)
        for (one, two), place in scalings
    )
    return rank(rows) if rows else 0


def _scalings(network: Network) -> Iterator[tuple[tuple[Node, Node], Place]]:
    """Two nodes, and values of letters where their entries may be multiplied by s in one and by 1/s in the other."""
    for one, two, _, shared in network.pairs:
        yield from (((one, two), place) for place in _places(network, shared))
    yield from (((one, two), ()) for one, two in _apart(network))


def _apart(network: Network) -> Iterator[tuple[Node, Node]]:
    """Pairs of nodes that join all classes of nodes that share letters."""
    yield from ((one[0], two[0]) for one, two in pairwise(network.classes))


def _places(network: Network, word: Word) -> Iterator[Place]:
    for values in product(*map(range, network.shape_of(word))):
        yield tuple(zip(word, values, strict=True))


def _mixings(network: Network) -> Iterator[Move]:
    for one, two, inner, shared in network.pairs:
        n = prod(network.shape_of(inner))
        for place in _places(network, shared):
            for i, j in product(range(n), repeat=2):
                yield _mixing(network, one, two, inner, place, i, j)


def _balances(networks: Iterable[Network]) -> Iterator[Move]:
    for network in networks:
        for one, two in _apart(network):
            yield _mixing(network, one, two, (), (), 0, 0)


def _mixing(network: Network, one: Node, two: Node, inner: Word, place: Place, i: int, j: int) -> Move:
    """E_ij on the inner letters of one node and −E_ji on those of the other, where other letters have the values."""
    sizes, shape = dict(network.sizes), network.shape_of(inner)
    target = {letter: f"{letter}'" for letter in inner}
    places = [([int(k == value) for k in range(sizes[letter])], (letter,)) for letter, value in place]

    def unit(k: int, sign: int = 1) -> Any:
        return Array(shape, tuple(sign * (k == x) for x in range(prod(shape)))).nested()

    def moved(node: Node, tensor: Traced, out: Any, into: Any) -> Traced:
        parts: list[Operand] = [(tensor, node.word), *places, (into, inner), (out, tuple(target.values()))]
        result = tuple(target.get(letter, letter) for letter in node.word)
        return einsum(pattern([word for _, word in parts], result), *(part for part, _ in parts))

    def move(**nodes: Traced) -> dict[str, Traced]:
        return {
            one.name: moved(one, nodes[one.name], unit(i), unit(j)),
            two.name: moved(two, nodes[two.name], unit(j, -1), unit(i)),
        }

    return move
