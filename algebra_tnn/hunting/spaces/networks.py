"""Network architectures, those with few weights first."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

from algebra_tnn.atlas.families import NetworkSpace
from algebra_tnn.models import PolynomialNetwork

Size: TypeAlias = tuple[int, int, tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Architectures:
    """The polynomial networks of a space that can be swept, in ascending order of their numbers of weights.

    ``weights``: at most so many, if it is given.

    >>> space = Architectures(NetworkSpace((2,), widths=(2, 3), outputs=(1,), degrees=(2,), ambient=6))
    >>> [str(network) for network in space.instances(seed=0)]
    ['pnn 2,2,1 with t²', 'pnn 3,2,1 with t²', 'pnn 2,3,1 with t²', 'pnn 3,3,1 with t²']
    >>> [str(network) for network in space.smaller(PolynomialNetwork((3, 3, 1), 2))]
    ['pnn 3,2,1 with t²', 'pnn 2,3,1 with t²']
    """

    among: NetworkSpace
    weights: int | None = None

    order = "numbers of weights, then of layers, then widths, then degrees"
    exhaustive = True

    @property
    def description(self) -> str:
        of = self.among
        biases = " and biases" if of.biases else ""
        degrees = (
            f"degrees {_listed(of.degrees)}{'' if of.mixed or len(of.degrees) == 1 else ', the same in all layers'}"
        )
        most = "" if self.weights is None else f", at most {self.weights:,} weights"
        return (
            f"networks of {_listed(of.layers)} layers of weights{biases}, with inputs and hidden widths "
            f"{_listed(of.widths)}, outputs {_listed(of.outputs)}, {degrees}, in spaces of at most {of.ambient:,} "
            f"dimensions{most}"
        )

    def instances(self, seed: int) -> Iterator[PolynomialNetwork]:
        """All of them; the seed has no effect."""
        sizes = ((_size(**found), found) for found in self.among.sizes())
        few = [(size, found) for size, found in sizes if self.weights is None or size[0] <= self.weights]
        for _, found in sorted(few, key=lambda each: each[0]):
            yield PolynomialNetwork(**found)

    def size(self, instance: PolynomialNetwork) -> Size:
        return _size(instance.widths, instance.degrees, instance.biases)

    def smaller(self, instance: PolynomialNetwork) -> Iterator[PolynomialNetwork]:
        """Networks of the space with a hidden layer less, or one width or one degree that is the next smaller one."""
        size = self.size(instance)
        found = {self.size(each): each for each in self._neighbours(instance) if self.size(each) < size}
        yield from (each for _, each in sorted(found.items(), key=lambda item: item[0]))

    def canonical(self, instance: PolynomialNetwork) -> Hashable:
        """Itself: permutations of neurons do not change an architecture."""
        return instance

    def _neighbours(self, instance: PolynomialNetwork) -> Iterator[PolynomialNetwork]:
        of, widths, degrees = self.among, instance.widths, instance.degrees
        changed = [
            *(((*widths[:i], *widths[i + 1 :]), degrees[: i - 1] + degrees[i:]) for i in range(1, len(widths) - 1)),
            *((lowered, degrees) for lowered in _lowered(widths[:-1], of.widths, widths[-1:])),
            *(((*widths[:-1], outputs), degrees) for (outputs,) in _lowered(widths[-1:], of.outputs)),
            *((widths, lowered) for lowered in _degrees_below(degrees, of)),
        ]
        for new_widths, new_degrees in changed:
            network = PolynomialNetwork(new_widths, new_degrees, instance.biases)
            if network.depth in of.layers and network.ambient_dimension <= of.ambient:
                yield network


def _degrees_below(degrees: tuple[int, ...], of: NetworkSpace) -> Iterator[tuple[int, ...]]:
    if of.mixed:
        yield from _lowered(degrees, of.degrees)
    else:
        yield from ((degree,) * len(degrees) for degree in reversed(of.degrees) if degree < min(degrees))


def _lowered(
    numbers: tuple[int, ...], allowed: tuple[int, ...], after: tuple[int, ...] = ()
) -> Iterator[tuple[int, ...]]:
    """With one of the numbers replaced by the next smaller one that is allowed."""
    for i, number in enumerate(numbers):
        below = [other for other in allowed if other < number]
        if below:
            yield (*numbers[:i], max(below), *numbers[i + 1 :], *after)


def _size(widths: tuple[int, ...], degrees: tuple[int, ...], biases: bool) -> Size:
    return sum((m + biases) * n for m, n in pairwise(widths)), len(widths) - 1, widths, degrees


def _listed(values: tuple[Any, ...]) -> str:
    """Numbers, with those that follow one another as a range.

    >>> _listed((2,)), _listed((2, 3, 4)), _listed((1, 3))
    ('2', '2 to 4', '1, 3')
    """
    if len(values) > 1 and values == tuple(range(values[0], values[-1] + 1)):
        return f"{values[0]} to {values[-1]}"
    return ", ".join(map(str, values))
