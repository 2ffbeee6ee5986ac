"""Polynomial networks with powers as activations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, product
from math import comb, prod
from typing import Any

from algebra_tnn.atlas.families.family import Family, listed
from algebra_tnn.atlas.rows import Value
from algebra_tnn.models import PolynomialNetwork


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
        for name, least in (("layers", 1), ("widths", 1), ("outputs", 1), ("degrees", 1)):
            values = getattr(self, name)
            if not values:
                raise ValueError(f"{name} are no numbers; give at least one")
            if min(values) < least:
                raise ValueError(f"{name} have {min(values)}; they are at least {least}")
        if self.ambient < 1:
            raise ValueError(f"ambient is {self.ambient}; it is at least 1")

    def count(self) -> int:
        return sum(
            len(self.widths) ** (layers - 1) * sum(1 for _ in self._ends(degrees))
            for layers in self.layers
            for degrees in self._degrees(layers)
        )

    def sizes(self) -> Iterator[dict[str, Any]]:
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

    def _ends(self, degrees: tuple[int, ...]) -> Iterator[tuple[int, int]]:
        """Numbers of inputs and outputs for which the space is small enough."""
        ends = product(self.widths, self.outputs)
        return ((n, m) for n, m in ends if polynomials(n, m, degrees, self.biases) <= self.ambient)


def polynomials(inputs: int, outputs: int, degrees: tuple[int, ...], biases: bool = False) -> int:
    """The number of coefficients of the outputs."""
    degree = prod(degrees)
    return outputs * comb(inputs + degree - (not biases), degree)


def _model(sizes: Mapping[str, Any]) -> PolynomialNetwork:
    return PolynomialNetwork(sizes["widths"], sizes["degrees"], biases=sizes["biases"])


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


NETWORKS = Family("pnn", NetworkSpace, _model, _columns, _work, ("dimension", "identifiability"))
