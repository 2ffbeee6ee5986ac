"""What circuits have in common: linear maps at every position and products over windows, in turn."""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from algebra_tnn.laws.vector_fields import VectorField
from algebra_tnn.models.circuits.drawings import pooling_drawing
from algebra_tnn.models.circuits.products_of_two import ProductOfTwo, products_of_two
from algebra_tnn.models.circuits.trees import Windows
from algebra_tnn.tensors.formats.format import TensorFormat
from algebra_tnn.tensors.formats.gauge import Gauge, gauge, gauge_dimension
from algebra_tnn.tensors.formats.networks import Network, Order, Word
from algebra_tnn.tensors.formats.sizes import listed, numbered, size

MOST_NODES = 4096


class Circuit(TensorFormat):
    """A sum of circuits with the same inputs and channels, each with windows of its own."""

    __slots__ = ()

    inputs: int
    dimension: int
    channels: tuple[int, ...]
    shared: bool

    @property
    @abstractmethod
    def layouts(self) -> dict[str, Windows]:
        """The windows of each summand, by the prefix of the names of its parameters."""

    @property
    def networks(self) -> tuple[Network, ...]:
        return tuple(
            circuit_network(windows, self.inputs, self.dimension, self.channels, self.shared, prefix)
            for prefix, windows in self.layouts.items()
        )

    def symmetries(self) -> Gauge:
        """The gauge of the networks, and rotations of two positions whose product is summed to a single number."""
        law = self.law()
        moves = (move for two in self._products_of_two for move in two.moves)
        return Gauge((*gauge(self.networks, law).fields, *(VectorField.trace(move, law) for move in moves)))

    @property
    def gauge_dimension(self) -> int:
        return gauge_dimension(*self.networks) + sum(two.freedom for two in self._products_of_two)

    @property
    def _products_of_two(self) -> tuple[ProductOfTwo, ...]:
        def parts(prefix: str, windows: Windows) -> Iterator[ProductOfTwo]:
            def name(layer: int, position: int) -> str:
                return parameter_name(layer, position, len(self.channels), self.shared, prefix)

            return products_of_two(windows, self.dimension, self.channels, name)

        return tuple(two for prefix, windows in self.layouts.items() for two in parts(prefix, windows))

    def drawing(self) -> str:
        """The pooling trees as SVG."""
        return pooling_drawing(str(self), self.layouts, self.inputs, self.dimension, self.channels)

    def _sizes(self) -> str:
        shared = ", shared filters" * self.shared
        return f"{self.inputs} inputs of dimension {self.dimension} with channels {listed(self.channels)}{shared}"


def checked_inputs(value: Any) -> int:
    """Raises: TypeError, ValueError unless it is an integer from 2 on."""
    found = size("inputs", value)
    if found < 2:
        raise ValueError(f"inputs is {found}; a circuit has at least two")
    return found


def checked_flag(place: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{place} is {value!r}; it is True or False")
    return value


def parameter_name(layer: int, position: int, depth: int, shared: bool, prefix: str = "") -> str:
    """W1 for layer 1, or W1_0, … if its positions have matrices of their own."""
    return f"{prefix}W{layer}" if shared or layer == depth else f"{prefix}W{layer}_{position}"


def circuit_network(
    windows: Windows, inputs: int, dimension: int, channels: Sequence[int], shared: bool, prefix: str = ""
) -> Network:
    """The network of a circuit in which each position multiplies those of its window, a position in several unrolled.

    Raises: ValueError if that gives too many nodes.
    """
    modes, depth = numbered("i", inputs), len(channels)
    sizes = dict.fromkeys(modes, dimension)
    words: dict[str, Word] = {}
    parameters: dict[str, str] = {}  # of the nodes
    uses: Counter[tuple[int, int]] = Counter()

    def placed(layer: int, position: int, above: Word) -> Order:
        """The node of a position and what is below, in the order of contraction; a node stands after its first part."""
        copy, own = uses[layer, position], f"{layer}" if layer == depth else f"{layer}_{position}"
        uses[layer, position] += 1
        name = f"{prefix}W{own}_{copy}" if copy else f"{prefix}W{own}"
        letter = f"{prefix}p{own}_{copy}" if layer else modes[position]
        window = windows[layer - 1][position] if layer else ()
        below = [placed(layer - 1, window[0], (letter,))] if layer else []
        if len(words) == MOST_NODES:
            raise ValueError(f"the circuit has more than {MOST_NODES} nodes when each use of a position has its own")
        words[name] = (*above, letter)
        parameters[name] = parameter_name(layer, position, depth, shared, prefix)
        if layer:
            sizes[letter] = channels[layer - 1]
            below += [placed(layer - 1, part, (letter,)) for part in window[1:]]
        return (name, *below) if below else name

    order, times = placed(depth, 0, ()), Counter(parameters.values())
    tied = {name: parameter for name, parameter in parameters.items() if times[parameter] > 1 or parameter != name}
    return Network.of(words, sizes, modes, order, shared=tied)
