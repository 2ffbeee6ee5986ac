"""Convolutional arithmetic circuits, deep and shallow, each with a bipartition of its inputs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from algebra_tnn.atlas.families.family import Family, listed, set_numbers
from algebra_tnn.atlas.rows import Value
from algebra_tnn.families import FAMILIES, Description

MOST_INPUTS = 16  # with 2^15 bipartitions


@dataclass(frozen=True, slots=True)
class CircuitSpace:
    """All circuits with so many ``inputs`` of a dimension among ``dimension``, and channels of each layer among
    ``channels``; each with every bipartition of its inputs, up to permutations of these that keep the circuit.

    Deep circuits pool pairs of neighbours, and have a power of two of inputs; ``shallow`` ones multiply all at once.

    >>> space = CircuitSpace(inputs=(4,), dimension=(2,), channels=(2,))
    >>> [s["side"] for s in space.sizes()]
    [(0,), (0, 1), (0, 2)]
    """

    inputs: tuple[int, ...]
    dimension: tuple[int, ...]
    channels: tuple[int, ...]
    shallow: bool = False
    shared: bool = False

    def __post_init__(self) -> None:
        set_numbers(self, inputs=2, dimension=1, channels=1)
        for inputs in self.inputs:
            if inputs > MOST_INPUTS:
                raise ValueError(f"one of inputs is {inputs}; all bipartitions are listed for at most {MOST_INPUTS}")
            if not self.shallow and inputs & (inputs - 1):
                raise ValueError(f"one of inputs is {inputs}; deep circuits that pool pairs have 2, 4, 8 or 16 inputs")

    def count(self) -> int:
        return sum(
            len(self.dimension) * len(self.channels) ** self._layers(inputs) * len(sides(inputs, self.shallow))
            for inputs in self.inputs
        )

    def sizes(self) -> Iterator[dict[str, Any]]:
        about = {"shallow": self.shallow, "shared": self.shared}
        for inputs in self.inputs:
            chosen = sides(inputs, self.shallow)
            several = product(self.dimension, product(self.channels, repeat=self._layers(inputs)), chosen)
            for dimension, channels, side in several:
                yield {"inputs": inputs, "dimension": dimension, "channels": channels, "side": side, **about}

    def _layers(self, inputs: int) -> int:
        return 1 if self.shallow else inputs.bit_length() - 1


def sides(inputs: int, shallow: bool) -> list[tuple[int, ...]]:
    """One side of each bipartition into two parts that are not empty, one for each class modulo symmetry.

    Separation ranks are those of either side. Permutations of the inputs that keep the pooling tree take the circuit
    to itself, with filters exchanged. For a shallow circuit these are all permutations, so that the size of the smaller
    side tells the class. For pairs of pairs it is the unordered tree of the sizes: an isomorphism of trees of brackets
    that keeps which leaves are chosen exists if and only if there is one of the two halves, in one order or the other,
    so sorting the two halves at each bracket, from the inside out, gives equal words exactly for equivalent sides.

    >>> sides(4, shallow=True)
    [(0,), (0, 1)]
    >>> len(sides(8, shallow=False))
    12
    """
    if shallow:
        return [tuple(range(size)) for size in range(1, inputs // 2 + 1)]
    found: dict[str, tuple[int, ...]] = {}
    for size in range(1, inputs // 2 + 1):
        for side in combinations(range(inputs), size):
            word = "".join("01"[k in side] for k in range(inputs))
            found.setdefault(min(_sorted(word), _sorted(word.translate({48: 49, 49: 48}))), side)
    return list(found.values())


def _sorted(word: str) -> str:
    if len(word) == 1:
        return word
    return "".join(sorted((_sorted(word[: len(word) // 2]), _sorted(word[len(word) // 2 :]))))


def _described(sizes: Mapping[str, Any]) -> Description:
    said = {name: sizes[name] for name in ("inputs", "dimension", "shared")}
    if sizes["shallow"]:
        return Description(FAMILIES["shallow"], {**said, "width": sizes["channels"][0]})
    return Description(FAMILIES["convac"], {**said, "channels": sizes["channels"]})


def _model(sizes: Mapping[str, Any]) -> Any:
    return _described(sizes).model()


def _named(sizes: Mapping[str, Any]) -> str:
    return f"{_model(sizes)}, inputs {listed(sizes['side'])} and the others"


def _columns(sizes: Mapping[str, Any]) -> dict[str, Value]:
    return {
        "layers": 1 + len(sizes["channels"]),
        "widths": listed(sizes["channels"]),
        "inputs": sizes["inputs"],
        "modes": sizes["inputs"],
        "shape": listed([sizes["dimension"]] * sizes["inputs"]),
        "outputs": 1,
    }


def _work(sizes: Mapping[str, Any]) -> float:
    smaller = min(len(sizes["side"]), sizes["inputs"] - len(sizes["side"]))
    return float(sizes["inputs"] * max(sizes["channels"]) * sizes["dimension"] ** smaller)


CIRCUITS = Family("convac", CircuitSpace, _model, _columns, _work, ("separation",), _named, _described)
