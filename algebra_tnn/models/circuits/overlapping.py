"""Circuits whose windows overlap: tensor networks in which inputs occur several times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import mul
from typing import Any

from algebra_tnn.laws.law import Law
from algebra_tnn.laws.tracing import Traced
from algebra_tnn.models.circuits.circuit import Circuit, checked_flag, checked_inputs, parameter_name
from algebra_tnn.models.circuits.trees import Windows
from algebra_tnn.tensors.formats.sizes import checked, numbered, size


@dataclass(frozen=True, slots=True, init=False)
class OverlappingCircuit(Circuit):
    """A deep circuit whose layers multiply windows of neighbouring positions that may overlap; the last takes all.

    Position j of a layer multiplies the positions stride·j, …, stride·j + window − 1 of the layer below, entry by
    entry, and its matrix Wl_j maps the product to the channels of the layer. A position that several windows use is
    in the network once for each use, with all that is below it, and so are the inputs. The tensor is therefore the
    *grid tensor*, the values at one-hot inputs; as a law it is extended to a function that is linear in each input. The
    ``polynomial_law``, in which an input is multiplied by itself, is another extension of the same values.

    Args:
        channels: r_0, r_1, …, one for each layer of products.
        window, stride: of all layers but the last, whose window has all positions that are left.
        shared: one matrix Wl for all positions of layer l.
    Raises: TypeError, ValueError, in one sentence. Reference: [SharirShashua2018].

    >>> circuit = OverlappingCircuit(inputs=4, dimension=2, channels=(2, 2), window=2, stride=1)
    >>> circuit.windows
    (((0, 1), (1, 2), (2, 3)), ((0, 1, 2),))
    >>> circuit.min_cut([0, 1]), circuit.min_cut([0, 2]), len(circuit.networks[0].nodes)
    (4, 4, 10)
    """

    inputs: int
    dimension: int
    channels: tuple[int, ...]
    window: int
    stride: int
    shared: bool

    def __init__(
        self, inputs: Any, dimension: Any, channels: Any, window: Any = 2, stride: Any = 1, shared: bool = False
    ) -> None:
        object.__setattr__(self, "inputs", checked_inputs(inputs))
        object.__setattr__(self, "dimension", size("dimension", dimension))
        object.__setattr__(self, "channels", checked("channels", channels))
        object.__setattr__(self, "window", size("window", window))
        object.__setattr__(self, "stride", size("stride", stride))
        object.__setattr__(self, "shared", checked_flag("shared", shared))
        _ = self.networks  # says whether the windows fit

    @property
    def windows(self) -> Windows:
        """For each layer of products and each of its positions the positions that it multiplies.

        Raises: ValueError if a window does not fit, or leaves positions out.
        """
        layers, positions = [], self.inputs
        for layer in range(1, len(self.channels)):
            room = positions - self.window
            if room < 0 or self.stride > self.window or room % self.stride:
                raise ValueError(
                    f"windows of {self.window} positions with stride {self.stride} do not cover the {positions} "
                    f"positions below layer {layer}: take a stride of at most {self.window} that divides "
                    f"{positions} − {self.window}, or fewer channels, one for each layer"
                )
            starts = range(0, room + 1, self.stride)
            layers.append(tuple(tuple(range(start, start + self.window)) for start in starts))
            positions = len(starts)
        return (*layers, (tuple(range(positions)),))

    @property
    def layouts(self) -> dict[str, Windows]:
        return {"": self.windows}

    def polynomial_law(self) -> Law:
        """The function of the inputs in which each use of an input has the same vector, of degree above one in some.

        At unit vectors it has the values of ``law``.

        >>> OverlappingCircuit(3, 2, (2, 1)).polynomial_law().degree_in("x1")
        2
        """
        names = numbered("x", self.inputs)
        depth = len(self.channels)

        def mapped(given: Mapping[str, Traced], layer: int, values: Sequence[Traced]) -> list[Traced]:
            weights = (given[parameter_name(layer, j, depth, self.shared)] for j in range(len(values)))
            return [W @ value for W, value in zip(weights, values, strict=True)]

        def forward(**given: Traced) -> Traced:
            values = mapped(given, 0, [given[name] for name in names])
            for layer, positions in enumerate(self.windows, start=1):
                products = [reduce(mul, (values[k] for k in window)) for window in positions]
                values = mapped(given, layer, products)
            return values[0]

        return Law.trace(forward, dict.fromkeys(names, (self.dimension,)), self.parameters)

    def __str__(self) -> str:
        return f"overlapping circuit of {self._sizes()}, windows of {self.window} and stride {self.stride}"
