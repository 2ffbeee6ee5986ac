"""Tensor networks on any graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from algebra_tnn.tensors.formats.format import TensorFormat
from algebra_tnn.tensors.formats.networks import Network, Word
from algebra_tnn.tensors.formats.sizes import listed, size

if TYPE_CHECKING:
    from networkx import Graph


@dataclass(frozen=True, slots=True, init=False)
class TensorNetwork(TensorFormat):
    """The tensor that nodes with words of letters have: a product of their entries, summed over letters but ``modes``.

    ``nodes`` give each node its letters, one for each of its axes; a letter that is no mode is a bond, and may join
    more than two nodes. Nodes are contracted in the order in which they stand.

    Raises: TypeError, ValueError, in one sentence. Reference: [CuiFreedmanSattathStongMinton2016].

    >>> square = {"A": ["i", "a", "d"], "B": ["j", "a", "b"], "C": ["k", "b", "c"], "D": ["l", "c", "d"]}
    >>> network = TensorNetwork(square, {**dict.fromkeys("ijkl", 3), **dict.fromkeys("abcd", 2)}, "ijkl")
    >>> network.shape, network.min_cut([0, 1]), network.min_cut([0, 2])
    ((3, 3, 3, 3), 4, 9)
    """

    nodes: tuple[tuple[str, Word], ...]
    sizes: tuple[tuple[str, int], ...]
    modes: Word

    def __init__(self, nodes: Mapping[str, Sequence[str]], sizes: Mapping[str, int], modes: Sequence[str]) -> None:
        if not isinstance(nodes, Mapping) or not nodes:
            raise TypeError(f"nodes is {nodes!r}; it gives each node its letters, such as {{'A': ['i', 'a']}}")
        words = {_identifier("nodes", name): _word(f"nodes[{name!r}]", word) for name, word in nodes.items()}
        ends = _word("modes", modes)
        used = list(dict.fromkeys(letter for word in words.values() for letter in word))
        if not isinstance(sizes, Mapping):
            raise TypeError(f"sizes is {sizes!r}; it gives each letter its size, such as {{'i': 3}}")
        for letter in (*used, *sizes):
            if letter not in sizes:
                raise ValueError(f"the letter {letter} has no size; sizes gives one to each of {', '.join(used)}")
            if letter not in used:
                raise ValueError(f"sizes has the letter {letter}, which is in no node; leave it out")
        for letter in ends:
            if letter not in used:
                raise ValueError(f"the mode {letter} is in no node; a mode is an open letter of a node")
        if len(ends) < 2:
            raise ValueError(f"modes has {len(ends)} entries; a tensor has at least two modes")
        for name in words:
            if name[0] in "vx" and name[1:].isdecimal():
                raise ValueError(f"a node is called {name}, like a value of the law; take another letter than v and x")
        object.__setattr__(self, "nodes", tuple(words.items()))
        object.__setattr__(self, "sizes", tuple((x, size(f"sizes[{x!r}]", sizes[x])) for x in used))
        object.__setattr__(self, "modes", ends)

    @classmethod
    def on(cls, graph: Graph) -> TensorNetwork:
        """The network on a networkx graph: a node for each vertex, a bond for each edge with its ``size``.

        A vertex has a mode of the size ``mode`` if it has such an attribute. Modes are in the order of the vertices.
        Raises: TypeError, ValueError.

        >>> from networkx import path_graph
        >>> graph = path_graph(3)
        >>> graph.add_weighted_edges_from([(0, 1, 2), (1, 2, 2)], weight="size")
        >>> graph.add_nodes_from([0, 1, 2], mode=3)
        >>> TensorNetwork.on(graph).expected_dimension
        16
        """
        words: dict[str, list[str]] = {f"G{vertex}": [] for vertex in graph}
        sizes: dict[str, int] = {}
        modes = []
        for vertex, data in graph.nodes(data=True):
            if "mode" in data:
                modes.append(f"i{vertex}")
                words[f"G{vertex}"].append(modes[-1])
                sizes[modes[-1]] = data["mode"]
        for number, (one, two, data) in enumerate(graph.edges(data=True)):
            if one == two:
                raise ValueError(f"the vertex {one} has an edge to itself; a bond joins two nodes")
            if "size" not in data:
                raise ValueError(f"the edge from {one} to {two} has no size; every bond has one")
            for vertex in (one, two):
                words[f"G{vertex}"].append(f"b{number}")
            sizes[f"b{number}"] = data["size"]
        return cls(words, sizes, modes)

    @classmethod
    def from_shapes(
        cls, nodes: Mapping[str, tuple[Sequence[str], Sequence[int]]], modes: Mapping[str, int]
    ) -> TensorNetwork:
        """The network of nodes with letters and shapes; bonds must have one size, and open letters that of their mode.

        Raises: TypeError, ValueError.
        """
        sizes: dict[str, tuple[int, str]] = {}
        for name, (word, shape) in nodes.items():
            if not isinstance(word, (list, tuple)) or not isinstance(shape, (list, tuple)):
                raise TypeError(f"the node {name} has the letters {word!r} and the shape {shape!r}; both are lists")
            if len(word) != len(shape):
                raise ValueError(f"the node {name} has {len(word)} letters and {len(shape)} sizes; one size per letter")
            for letter, n in zip(word, shape, strict=True):
                n = size(f"the size of {letter} in {name}", n)
                other, where = sizes.setdefault(letter, (n, name))
                if n != other:
                    raise ValueError(f"the bond {letter} has size {other} in {where} and {n} in {name}; they are equal")
        for mode, n in modes.items():
            if mode in sizes and sizes[mode][0] != n:
                raise ValueError(
                    f"the open letter {mode} has size {sizes[mode][0]} in {sizes[mode][1]}, but the tensor's mode has "
                    f"size {n}; they are equal"
                )
        return cls({name: word for name, (word, _) in nodes.items()}, {x: n for x, (n, _) in sizes.items()}, [*modes])

    @property
    def shape(self) -> tuple[int, ...]:
        return self.networks[0].shape

    @property
    def networks(self) -> tuple[Network, ...]:
        return (Network.of(dict(self.nodes), dict(self.sizes), self.modes),)

    def __str__(self) -> str:
        return f"tensor network {listed(self.shape, '×')} with {len(self.nodes)} nodes"


def _word(place: str, value: Any) -> Word:
    if not isinstance(value, (list, tuple, str)):
        raise TypeError(f"{place} is {value!r}; it is a list of letters")
    word = tuple(_identifier(place, letter) for letter in value)
    for letter in word:
        if word.count(letter) > 1:
            raise ValueError(f"{place} has the letter {letter} twice; take two letters, and a node that joins them")
    return word


def _identifier(place: str, value: Any) -> str:
    if not isinstance(value, str) or not value.isidentifier() or not value.isascii():
        raise ValueError(f"{place} has the name {value!r}; names are written with letters, digits and underscores")
    return value
