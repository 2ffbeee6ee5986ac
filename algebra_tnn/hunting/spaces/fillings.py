"""Networks at the border between those that fill their space and those that do not."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from algebra_tnn.explore.borders import Border
from algebra_tnn.explore.filling_search import Widths, effective_widths, probably_fills
from algebra_tnn.explore.fillings import monomials
from algebra_tnn.models import PolynomialNetwork

Size: TypeAlias = tuple[int, int, Widths]


@dataclass(frozen=True, slots=True)
class FillingBorders:
    """The networks that fill their space while none with a neuron less does, for activations t^degree, as ranks at
    random weights tell; with 2, 3, … layers of weights.

    Ranks at random weights prove that a network fills, not that it does not: a hypothesis of a hunt has to. That they
    are all of them is a matter of luck likewise, good but for a tiny probability.

    >>> space = FillingBorders(inputs=2, outputs=1, degree=2, layers=4)
    >>> [network.widths for network in space.instances(seed=0)]
    [(2, 2, 1), (2, 2, 2, 1), (2, 3, 3, 2, 1)]
    """

    inputs: int
    outputs: int
    degree: int
    layers: int

    order = "layers, then hidden neurons, then widths"
    exhaustive = True

    @property
    def description(self) -> str:
        return (
            f"minimal networks that fill at random weights, with {self.inputs} inputs, {self.outputs} outputs, t^"
            f"{self.degree} and 2 to {self.layers} layers of weights"
        )

    def instances(self, seed: int) -> Iterator[PolynomialNetwork]:
        """All of them; the seed has no effect."""
        for layers in range(2, self.layers + 1):
            found = [
                PolynomialNetwork(w, self.degree) for w in _minimal(self.inputs, self.outputs, self.degree, layers)
            ]
            yield from sorted(found, key=self.size)

    def size(self, instance: PolynomialNetwork) -> Size:
        return instance.depth, sum(instance.widths[1:-1]), instance.widths

    def smaller(self, instance: PolynomialNetwork) -> Iterator[PolynomialNetwork]:
        """Those before it: no minimal network is the smaller neighbour of another one."""
        for other in self.instances(seed=0):
            if self.size(other) >= self.size(instance):
                return
            yield other

    def canonical(self, instance: PolynomialNetwork) -> Hashable:
        """Itself: permutations of neurons do not change an architecture."""
        return instance


@lru_cache(maxsize=64)
def _minimal(inputs: int, outputs: int, degree: int, layers: int) -> tuple[Widths, ...]:
    border = Border([monomials(inputs, degree**layer) for layer in range(1, layers)])
    while border.candidates:
        border.explore(lambda hidden: probably_fills(effective_widths((inputs, *hidden, outputs), degree), degree))
    return tuple((inputs, *hidden, outputs) for hidden in border.minimal)
