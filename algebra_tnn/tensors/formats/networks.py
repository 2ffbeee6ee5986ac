"""Tensors as einsums of named nodes: the one idea that all formats have in common.

A letter names an index with a range. Each node has a word of letters, one for each of its modes; the modes of the
tensor are letters, too; all other letters are summed over. A letter may occur in any number of nodes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, count
from typing import Any, TypeAlias

from algebra_tnn.laws.arrays import Array, Shape
from algebra_tnn.laws.tracing import Traced, einsum, named

Word: TypeAlias = tuple[str, ...]
Operand: TypeAlias = tuple[Any, Word]  # a tensor with a letter for each of its axes
Order: TypeAlias = "str | tuple[Order, ...]"  # names of nodes; what is in brackets is contracted before the rest

ALPHABET = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Node:
    """A tensor of a network: a parameter with this name, unless its entries are given or shared.

    ``shared`` is the name of a parameter that several nodes are, in one network or in several networks of a sum.
    """

    name: str
    word: Word
    constant: Array | None = None
    shared: str | None = None

    @property
    def parameter(self) -> str:
        """The name of the parameter that the node is."""
        return self.shared or self.name


@dataclass(frozen=True, slots=True)
class Network:
    """The tensor Σ Π_nodes, summed over the letters that are no modes, with its modes in this order.

    ``order`` says in which order nodes are contracted, which changes what it costs and nothing else.
    """

    nodes: tuple[Node, ...]
    sizes: tuple[tuple[str, int], ...]
    modes: Word
    order: Order

    @classmethod
    def of(
        cls,
        words: Mapping[str, Sequence[str]],
        sizes: Mapping[str, int],
        modes: Sequence[str],
        order: Order | None = None,
        constants: Mapping[str, Any] | None = None,
        shared: Mapping[str, str] | None = None,
    ) -> Network:
        """By default nodes are contracted one after the other; all at once if a letter joins more than two of them.

        ``shared`` gives nodes the names of their parameters; those with the same name are one and the same tensor.
        Raises: ValueError if these differ in shape, or have entries that are given.

        >>> square = Network.of({"A": "ia", "B": "ja"}, {"i": 3, "j": 3, "a": 2}, "ij", shared={"A": "G", "B": "G"})
        >>> square.parameters
        {'G': (3, 2)}
        """
        fixed = {name: Array.of(entries) for name, entries in (constants or {}).items()}
        tied = {**{name: name for name in (shared or {}).values()}, **(shared or {})}
        nodes = tuple(Node(name, tuple(word), fixed.get(name), tied.get(name)) for name, word in words.items())
        _check_shared(nodes, sizes)
        uses = Counter(chain(modes, *(dict.fromkeys(node.word) for node in nodes)))
        names = tuple(words)
        if order is None:
            order = names if max(uses.values()) > 2 else left_to_right(names)
        return cls(nodes, tuple(sizes.items()), tuple(modes), order)

    @property
    def parameters(self) -> dict[str, Shape]:
        """The shapes of the nodes that are not constant, by the names of their parameters."""
        return {node.parameter: self.shape_of(node.word) for node in self.free_nodes}

    @property
    def shape(self) -> Shape:
        return self.shape_of(self.modes)

    def shape_of(self, word: Iterable[str]) -> Shape:
        sizes = dict(self.sizes)
        return tuple(sizes[letter] for letter in word)

    @property
    def homes(self) -> dict[str, tuple[Node, ...]]:
        """The nodes in which each letter occurs."""
        return {letter: tuple(node for node in self.nodes if letter in node.word) for letter, _ in self.sizes}

    @property
    def bonds(self) -> dict[str, tuple[Node, Node]]:
        """The letters that are no modes and occur in exactly two nodes, both parameters of their own, with these."""
        inner, own = {letter: homes for letter, homes in self.homes.items() if letter not in self.modes}, self.own_nodes
        return {
            letter: (homes[0], homes[1])
            for letter, homes in inner.items()
            if len(homes) == 2 and all(node in own for node in homes)
        }

    @property
    def free_nodes(self) -> tuple[Node, ...]:
        """The nodes that are parameters."""
        return tuple(node for node in self.nodes if node.constant is None)

    @property
    def own_nodes(self) -> tuple[Node, ...]:
        """The nodes that are parameters and share them with no others."""
        return tuple(node for node in self.free_nodes if node.shared is None)

    @property
    def classes(self) -> list[list[Node]]:
        """The parameters: those that share letters are together, and those that share letters with these."""
        found: list[list[Node]] = []
        for node in self.free_nodes:
            joined = [part for part in found if any(set(node.word) & set(other.word) for other in part)]
            found = [part for part in found if part not in joined] + [[*chain(*joined), node]]
        return found

    @property
    def pairs(self) -> Iterator[tuple[Node, Node, Word, Word]]:
        """Pairs of own nodes with common letters: their bonds, and the other letters that they have in common."""
        bonds = self.bonds
        for one, two in combinations(self.own_nodes, 2):
            if shared := [letter for letter in one.word if letter in two.word]:
                inner = tuple(letter for letter in shared if letter in bonds)
                yield one, two, inner, tuple(letter for letter in shared if letter not in bonds)

    def contracted(self, given: Mapping[str, Traced], vectors: Mapping[str, Traced], stem: str = "v") -> Traced:
        """The tensor for these parameters while a law is traced; modes may be contracted with vectors.

        Values on the way get names, the stem with a number: there the law can be cut. A vector enters where the last
        node with its mode does.
        """
        nodes, numbers = {node.name: node for node in self.nodes}, count()

        def value(order: Order, outside: set[str], result: Word | None = None) -> Operand:
            """What is in the brackets, with the letters that occur outside."""
            if isinstance(order, str):
                node = nodes[order]
                tensor = given[node.parameter] if node.constant is None else node.constant.nested()
                parts = [(tensor, node.word)]
            else:
                words = [set(chain(*(nodes[name].word for name in names_in(some)))) for some in order]
                parts = [value(some, outside.union(*words[:i], *words[i + 1 :])) for i, some in enumerate(order)]
            met = dict.fromkeys(chain(*(word for _, word in parts)))
            parts += [(vectors[x], (x,)) for x in met if x in vectors and x not in outside]
            if len(parts) == 1 and result is None:
                return parts[0]
            tensors, letters = [tensor for tensor, _ in parts], [word for _, word in parts]
            if result is not None:
                return einsum(pattern(letters, result), *tensors), result
            word = tuple(letter for letter in dict.fromkeys(chain(*letters)) if letter in outside)
            return named(f"{stem}{next(numbers)}", einsum(pattern(letters, word), *tensors)), word

        kept = tuple(mode for mode in self.modes if mode not in vectors)
        whole: Traced = value(self.order, set(kept), kept)[0]
        return whole


def parameters_of(networks: Iterable[Network]) -> dict[str, Shape]:
    """The shapes of the parameters of a sum of networks."""
    return {name: shape for network in networks for name, shape in network.parameters.items()}


def _check_shared(nodes: Iterable[Node], sizes: Mapping[str, int]) -> None:
    shapes: dict[str, tuple[Shape, str]] = {}
    for node in nodes:
        if node.shared is None:
            continue
        if node.constant is not None:
            raise ValueError(
                f"the node {node.name} has entries that are given; it cannot share the ones of {node.shared}"
            )
        shape = tuple(sizes[letter] for letter in node.word)
        other, where = shapes.setdefault(node.shared, (shape, node.name))
        if shape != other:
            raise ValueError(
                f"the nodes {where} and {node.name} have the shapes {list(other)} and {list(shape)}; "
                f"nodes that share {node.shared} have one shape"
            )


def left_to_right(names: Sequence[Order]) -> Order:
    """((a, b), c), …: one after the other."""
    order: Order = names[0]
    for name in names[1:]:
        order = (order, name)
    return order


def names_in(order: Order) -> Iterator[str]:
    if isinstance(order, str):
        yield order
    else:
        for part in order:
            yield from names_in(part)


def pattern(words: Sequence[Word], result: Word) -> str:
    """The words with a letter of the alphabet for each letter. Raises: ValueError if there are too many.

    >>> pattern([("row", "bond"), ("bond", "column")], ("row", "column"))
    'ab,bc->ac'
    """
    letters = list(dict.fromkeys(chain(*words)))
    if len(letters) > len(ALPHABET):
        raise ValueError(
            f"{len(letters)} letters meet in one contraction; it has at most {len(ALPHABET)}, so take fewer modes"
        )
    short = dict(zip(letters, ALPHABET, strict=False))
    return (
        ",".join("".join(map(short.__getitem__, word)) for word in words)
        + "->"
        + "".join(map(short.__getitem__, result))
    )
