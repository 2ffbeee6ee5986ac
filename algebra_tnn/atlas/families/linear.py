"""Networks without activations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from algebra_tnn.atlas.families.family import Family, listed, set_numbers
from algebra_tnn.atlas.rows import Value
from algebra_tnn.families import FAMILIES, Description


@dataclass(frozen=True, slots=True)
class LinearSpace:
    """All networks of linear layers, as many as one of ``layers`` says, with widths among ``widths``; with ``biases``
    of affine ones.

    Without biases a network and its transpose, with the layers in reverse order, are one case.

    >>> space = LinearSpace(layers=(2,), widths=(1, 2))
    >>> [s["widths"] for s in space.sizes()]
    [(1, 1, 1), (1, 1, 2), (1, 2, 1), (1, 2, 2), (2, 1, 2), (2, 2, 2)]
    >>> space.count()
    6
    """

    layers: tuple[int, ...]
    widths: tuple[int, ...]
    biases: bool = False

    def __post_init__(self) -> None:
        set_numbers(self, layers=1, widths=1)

    def count(self) -> int:
        n = len(self.widths)
        if self.biases:
            return sum(n ** (layers + 1) for layers in self.layers)
        palindromes = (n ** (layers // 2 + 1) for layers in self.layers)
        return sum((n ** (layers + 1) + same) // 2 for layers, same in zip(self.layers, palindromes, strict=True))

    def sizes(self) -> Iterator[dict[str, Any]]:
        # Transposition, W ↦ Wᵀ with the order of the layers reversed, permutes the parameters and so keeps the metric;
        # it takes y = W_L ⋯ W_1 x to its transpose, with the same coefficients. Hence dimensions are the same, and
        # conserved quantities are taken to each other. Biases stand at one end of a layer: nothing of the kind there.
        for layers in self.layers:
            for widths in product(self.widths, repeat=layers + 1):
                if self.biases or widths <= widths[::-1]:
                    yield {"widths": widths, "biases": self.biases}


def _described(sizes: Mapping[str, Any]) -> Description:
    return Description(FAMILIES["linear"], sizes)


def _model(sizes: Mapping[str, Any]) -> Any:
    return _described(sizes).model()


def _named(sizes: Mapping[str, Any]) -> str:
    return f"linear network {listed(sizes['widths'])}{' with biases' * sizes['biases']}"


def _columns(sizes: Mapping[str, Any]) -> dict[str, Value]:
    widths = sizes["widths"]
    return {
        "layers": len(widths) - 1,
        "widths": listed(widths),
        "degrees": listed((1,) * (len(widths) - 2)),
        "biases": int(sizes["biases"]),
        "inputs": widths[0],
        "outputs": widths[-1],
    }


def _work(sizes: Mapping[str, Any]) -> float:
    return float(prod(sizes["widths"]) * len(sizes["widths"]))


LINEAR = Family("linear", LinearSpace, _model, _columns, _work, ("dimension", "conservation"), _named, _described)
