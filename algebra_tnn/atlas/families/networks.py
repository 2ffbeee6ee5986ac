"""Polynomial networks with powers as activations."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, product
from math import comb, prod
from typing import Any

from algebra_tnn.atlas.families.family import Family, checked_integer, listed, set_numbers
from algebra_tnn.atlas.rows import Value
from algebra_tnn.families import FAMILIES, Description


@dataclass(frozen=True, slots=True)
class NetworkSpace:
    """All networks with so many layers of weights, inputs and hidden widths among ``widths``, outputs among
    ``outputs``, activations t^r with r among ``degrees``, in a space of at most ``ambient`` dimensions.

    ``mixed``: each layer has a degree of its own; otherwise all have the same.

    >>> space = NetworkSpace(layers=(2,), widths=(1, 2), outputs=(1,), degrees=(2, 3), ambient=3)
    >>> [(s["widths"], s["degrees"]) for s in space.sizes()]
    [((1, 1, 1), (2,)), ((1, 1, 1), (3,)), ((1, 2, 1), (2,)), ((1, 2, 1), (3,)), ((2, 1, 1), (2,)), ((2, 2, 1), (2,))]
    >>> space.count()
    6
    """

    layers: tuple[int, ...]
    widths: tuple[int, ...]
    outputs: tuple[int, ...]
    degrees: tuple[int, ...]
    ambient: int
    mixed: bool = True
    biases: bool = False

    def __post_init__(self) -> None:
        set_numbers(self, layers=1, widths=1, outputs=1, degrees=1)
        checked_integer("ambient", self.ambient, 1)

    def count(self) -> int:
        return sum(
            many * len(self.widths) ** (layers - 1) * self._ends(degree)
            for layers in self.layers
            for degree, many in self._products(layers - 1).items()
        )

    def sizes(self) -> Iterator[dict[str, Any]]:
        # Permutations of neurons do not change widths, and networks with other widths or degrees are other models.
        for layers in self.layers:
            for widths in product(*[self.widths] * layers, self.outputs):
                for degrees in self._degrees(layers):
                    if polynomials(widths[0], widths[-1], degrees, self.biases) <= self.ambient:
                        yield {"widths": widths, "degrees": degrees, "biases": self.biases}

    def _degrees(self, layers: int) -> Iterator[tuple[int, ...]]:
        if self.mixed:
            yield from product(self.degrees, repeat=layers - 1)
        else:
            yield from dict.fromkeys((degree,) * (layers - 1) for degree in self.degrees)

    def _products(self, activations: int) -> Mapping[int, int]:
        """How many choices of degrees have a product; those above ``ambient`` count as one more than that.

        Polynomials of such degrees have too many coefficients, but for one input without bias, where they have one.
        """
        if not self.mixed:
            return Counter(min(prod(degrees), self.ambient + 1) for degrees in self._degrees(activations + 1))
        found = Counter({1: 1})
        for _ in range(activations):
            longer = Counter[int]()
            for (degree, many), factor in product(found.items(), self.degrees):
                longer[min(degree * factor, self.ambient + 1)] += many
            found = longer
        return found

    def _ends(self, degree: int) -> int:
        """For how many numbers of inputs and outputs the space is small enough; both are in ascending order."""
        found = 0
        for inputs in self.widths:
            fitting = bisect_right(self.outputs, self.ambient // polynomials(inputs, 1, (degree,), self.biases))
            if not fitting:
                break
            found += fitting
        return found


def polynomials(inputs: int, outputs: int, degrees: tuple[int, ...], biases: bool = False) -> int:
    """The number of coefficients of the outputs."""
    degree = prod(degrees)
    return outputs * comb(inputs + degree - (not biases), degree)


def _described(sizes: Mapping[str, Any]) -> Description:
    degrees = sizes["degrees"]
    powers = {"degree": degrees[0]} if len(set(degrees)) == 1 else {"degrees": degrees} if degrees else {}
    return Description(FAMILIES["pnn"], {"widths": sizes["widths"], **powers, "biases": sizes["biases"]})


def _model(sizes: Mapping[str, Any]) -> Any:
    return _described(sizes).model()


def _columns(sizes: Mapping[str, Any]) -> dict[str, Value]:
    widths, degrees = sizes["widths"], sizes["degrees"]
    return {
        "layers": len(widths) - 1,
        "widths": listed(widths),
        "degrees": listed(degrees),
        "biases": int(sizes["biases"]),
        "inputs": widths[0],
        "outputs": widths[-1],
    }


def _work(sizes: Mapping[str, Any]) -> float:
    widths = sizes["widths"]
    weights = sum(a * b for a, b in pairwise(widths))
    return float(len(widths) * weights * min(weights, polynomials(widths[0], widths[-1], sizes["degrees"])))


NETWORKS = Family(
    "pnn", NetworkSpace, _model, _columns, _work, ("dimension", "identifiability", "conservation"), described=_described
)
