"""Networks with small integer weights."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations_with_replacement, pairwise, permutations, product
from math import gcd
from typing import TypeAlias

from algebra_tnn.models import PolynomialNetwork, WeightedNetwork

Row: TypeAlias = tuple[int, ...]
Rows: TypeAlias = tuple[Row, ...]
Size: TypeAlias = tuple[int, tuple[int, ...], tuple[int, ...], int, tuple[Rows, ...]]


@dataclass(frozen=True, slots=True)
class IntegerWeights:
    """A network with powers as activations and no biases, at integer weights: the rows of each layer.

    >>> print(IntegerWeights((2, 2, 1), (3,), (((1, 0), (0, 1)), ((1, -1),))))
    pnn 2,2,1 with t³ at W1 = [1,0; 0,1], W2 = [1,-1]
    """

    widths: tuple[int, ...]
    degrees: tuple[int, ...]
    layers: tuple[Rows, ...]

    @property
    def weighted(self) -> WeightedNetwork:
        return WeightedNetwork(PolynomialNetwork(self.widths, self.degrees), list(self.layers))

    @property
    def blocks(self) -> tuple[IntegerWeights, ...]:
        """Its parts of two layers that follow one another."""
        parts = zip(pairwise(self.layers), self.degrees, strict=True)
        return tuple(
            IntegerWeights(self.widths[i : i + 3], (degree,), layers) for i, (layers, degree) in enumerate(parts)
        )

    def __str__(self) -> str:
        layers = (
            f"W{i} = [{'; '.join(','.join(map(str, row)) for row in rows)}]" for i, rows in enumerate(self.layers, 1)
        )
        return f"{PolynomialNetwork(self.widths, self.degrees)} at {', '.join(layers)}"


@dataclass(frozen=True, slots=True)
class SmallWeights:
    """Networks with powers as activations whose weights are integers of absolute value at most ``largest``.

    No row of weights is zero. Up to rescalings each row of a layer is primitive, with a positive first entry; up to
    permutations of neurons and outputs, rows are in order; up to permutations of inputs and changes of their signs one
    of each class is looked at.

    >>> space = SmallWeights((PolynomialNetwork((2, 1, 1), 2), PolynomialNetwork((2, 2, 1), 2)), largest=1)
    >>> [str(each.layers) for each in space.instances(seed=0)][:3]
    ['(((0, 1),), ((1,),))', '(((1, 0),), ((1,),))', '(((1, -1),), ((1,),))']
    """

    architectures: tuple[PolynomialNetwork, ...]
    largest: int

    order = "numbers of weights, then widths, degrees, then the sum of the absolute values of all weights"
    exhaustive = True

    def __post_init__(self) -> None:
        ordered = sorted(
            self.architectures, key=lambda network: (network.parameter_count, network.widths, network.degrees)
        )
        object.__setattr__(self, "architectures", tuple(ordered))

    @property
    def description(self) -> str:
        names = ", ".join(map(str, self.architectures))
        return (
            f"weights −{self.largest} to {self.largest} of {names}, no row zero, one for each class modulo rescalings "
            "and permutations of neurons, inputs and outputs"
        )

    def instances(self, seed: int) -> Iterator[IntegerWeights]:
        """All of them; the seed has no effect."""
        for network in self.architectures:
            layers = [
                list(combinations_with_replacement(_directions(m, self.largest), n))
                for m, n in pairwise(network.widths)
            ]
            found = (IntegerWeights(network.widths, network.degrees, chosen) for chosen in product(*layers))
            yield from sorted(found, key=self.size)

    def size(self, instance: IntegerWeights) -> Size:
        weights = sum(m * n for m, n in pairwise(instance.widths))
        total = sum(abs(x) for rows in instance.layers for row in rows for x in row)
        return weights, instance.widths, instance.degrees, total, instance.layers

    def smaller(self, instance: IntegerWeights) -> Iterator[IntegerWeights]:
        """Other instances with a weight that is nearer to zero, or with a neuron less."""
        size = self.size(instance)
        found = {self.size(each): each for each in self._neighbours(instance)}
        yield from (found[each] for each in sorted(found) if each < size)

    def canonical(self, instance: IntegerWeights) -> Hashable:
        first, *others = instance.layers
        m = instance.widths[0]
        turned = (
            tuple(tuple(sign * row[i] for sign, i in zip(signs, order, strict=True)) for row in first)
            for order in permutations(range(m))
            for signs in product((1, -1), repeat=m)
        )
        classes = (_normal((rows, *others), instance.degrees) for rows in turned)
        return instance.widths, instance.degrees, min(classes)

    def _neighbours(self, instance: IntegerWeights) -> Iterator[IntegerWeights]:
        for layer, rows in enumerate(instance.layers):
            for i, row in enumerate(rows):
                for j, x in enumerate(row):
                    nearer = (*row[:j], x - (x > 0) + (x < 0), *row[j + 1 :])
                    if x and any(nearer):
                        changed = (*rows[:i], nearer, *rows[i + 1 :])
                        layers = (*instance.layers[:layer], changed, *instance.layers[layer + 1 :])
                        yield IntegerWeights(instance.widths, instance.degrees, _normal(layers, instance.degrees))
        allowed = {(network.widths, network.degrees) for network in self.architectures}
        for layer in range(len(instance.degrees)):
            for i in range(instance.widths[layer + 1]):
                smaller = _without(instance, layer, i)
                if (smaller.widths, smaller.degrees) in allowed and all(
                    any(row) for rows in smaller.layers for row in rows
                ):
                    yield smaller


def _without(instance: IntegerWeights, layer: int, i: int) -> IntegerWeights:
    """Without neuron i of a hidden layer."""
    rows, after = instance.layers[layer], instance.layers[layer + 1]
    layers = (
        *instance.layers[:layer],
        (*rows[:i], *rows[i + 1 :]),
        tuple((*row[:i], *row[i + 1 :]) for row in after),
        *instance.layers[layer + 2 :],
    )
    widths = instance.widths
    lowered = (*widths[: layer + 1], widths[layer + 1] - 1, *widths[layer + 2 :])
    return IntegerWeights(lowered, instance.degrees, _normal(layers, instance.degrees))


def _normal(layers: tuple[Rows, ...], degrees: tuple[int, ...]) -> tuple[Rows, ...]:
    """After rescalings and permutations of hidden neurons and outputs: primitive rows in order, layer by layer."""
    return min(_normals(layers, degrees))


def _normals(layers: tuple[Rows, ...], degrees: tuple[int, ...]) -> Iterator[tuple[Rows, ...]]:
    """Several where neurons have equal rows, so that these do not say which comes first."""
    rows, *others = layers
    if not others:
        yield (tuple(sorted(map(_primitive, rows))),)
        return
    scales = [_scale(row) ** degrees[0] for row in rows]
    columns = [
        tuple(x * scale for x in column) for scale, column in zip(scales, zip(*others[0], strict=True), strict=True)
    ]
    for neurons in permutations(zip(map(_primitive, rows), columns, strict=True)):
        ordered = tuple(row for row, _ in neurons)
        if list(ordered) == sorted(ordered):
            after = tuple(zip(*(column for _, column in neurons), strict=True))
            yield from ((ordered, *rest) for rest in _normals((after, *others[1:]), degrees[1:]))


def _scale(row: Row) -> int:
    """The number by which a row is a multiple of a primitive one with a positive first entry."""
    return gcd(*row) * (1 if next(filter(None, row)) > 0 else -1)


def _primitive(row: Row) -> Row:
    scale = _scale(row)
    return tuple(x // scale for x in row)


@cache
def _directions(length: int, largest: int) -> Rows:
    rows = product(range(-largest, largest + 1), repeat=length)
    return tuple(sorted(row for row in rows if any(row) and _scale(row) == 1))
