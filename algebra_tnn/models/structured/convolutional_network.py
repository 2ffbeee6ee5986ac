"""Polynomial convolutional networks in one dimension, with one filter for each layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.tracing import Traced, named
from algebra_tnn.models.activations import activated
from algebra_tnn.models.connections import NOTHING
from algebra_tnn.models.polynomial_network import PolynomialNetwork
from algebra_tnn.models.structured.convolutions import windows
from algebra_tnn.models.traced_model import TracedModel
from algebra_tnn.tensors.formats.sizes import checked, listed, size


@dataclass(frozen=True, slots=True, init=False)
class ConvolutionalNetwork(TracedModel):
    """h_l[i] = σ(Σ_p w_l[p] h_(l−1)[i · stride_l + p]) from x = h_0 on, without σ after the last filter.

    Filters are read forwards, as in other packages: Σ w[p] h[i + p], and not Σ w[p] h[i − p].

    Args:
        inputs: the length of x. filters: the lengths of w1, w2, …; degrees or activations: as for PolynomialNetwork.
        strides: one for each filter, or one number for all of them.

    Raises: TypeError, ValueError, in one sentence. Reference: [ShahverdiMarchettiKohn2024].

    >>> network = ConvolutionalNetwork(7, filters=(3, 2), degrees=2, strides=(2, 1))
    >>> print(network, network.widths, network.parameters)
    convolutional network 7,3,2 with t², filters 3,2, strides 2,1 (7, 3, 2) {'w1': (3,), 'w2': (2,)}
    """

    length: int
    filters: tuple[int, ...]
    strides: tuple[int, ...]
    network: PolynomialNetwork

    def __init__(
        self,
        inputs: int,
        filters: Sequence[int],
        degrees: Sequence[int] | int | None = None,
        strides: Sequence[int] | int = 1,
        activations: Any = None,
    ) -> None:
        length, lengths = size("inputs", inputs), checked("filters", filters)
        each = strides if isinstance(strides, (list, tuple)) else (strides,) * len(lengths)
        steps = checked("strides", each, length=len(lengths), why="one for each filter, or one number for all")
        widths = [length]
        for i, (k, step) in enumerate(zip(lengths, steps, strict=True)):
            if k > widths[-1]:
                raise ValueError(
                    f"filters[{i}] is {k}, but {widths[-1]} values come before it; take more inputs or shorter filters"
                )
            widths.append(len(windows(widths[-1], k, step)))
        ties = [_ties(m, k, step) for m, k, step in zip(widths[:-1], lengths, steps, strict=True)]
        network = PolynomialNetwork(widths, degrees, activations=activations, shared=ties)
        for name, field in (("length", length), ("filters", lengths), ("strides", steps), ("network", network)):
            object.__setattr__(self, name, field)

    @property
    def widths(self) -> tuple[int, ...]:
        """The numbers of values before the first filter and after each of them."""
        return self.network.widths

    @property
    def inputs(self) -> dict[str, Shape]:
        return {"x": (self.length,)}

    @property
    def parameters(self) -> dict[str, Shape]:
        return {f"w{i}": (k,) for i, k in enumerate(self.filters, 1)}

    def forward(self, x: Traced, **w: Traced) -> Traced:
        for i, ((m, _), k, step) in enumerate(zip(pairwise(self.widths), self.filters, self.strides, strict=True), 1):
            z = x[windows(m, k, step)] @ w[f"w{i}"]
            if i < len(self.filters):
                x = named(f"h{i}", activated(self.network.activations[i - 1], named(f"z{i}", z)))
        return z

    def __str__(self) -> str:
        dense = PolynomialNetwork(self.widths, activations=self.network.activations)
        filters, strides = listed(self.filters), listed(self.strides)
        return f"convolutional network {str(dense).removeprefix('pnn ')}, filters {filters}, strides {strides}"


def _ties(inputs: int, filter: int, stride: int) -> list[list[int]]:
    """The matrix of a layer: in each row the numbers of the filter's weights, where its window is."""
    return [
        [place - window[0] if place in window else NOTHING for place in range(inputs)]
        for window in windows(inputs, filter, stride)
    ]
