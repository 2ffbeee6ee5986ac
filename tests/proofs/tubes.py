"""The hypotheses of the statements about tubes, and about moments of homogeneous activations."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

from algebra_tnn import library

Table = dict[str, bool]


def module(name: str) -> Any:
    return library.load(name)


def exponents() -> Table:
    """x^p x^q is one power of x, and which one."""
    table = module("tensors/tubes_of_differences").TABLE
    places = list(product(range(3), repeat=2))
    return {
        "products of powers are powers": all(sorted(table[p][q]) == [0, 0, 1] for p, q in places),
        "exponents are added": all(table[p][q][(p + q) % 3] == 1 for p, q in places),
    }


def slices() -> Table:
    """Where transposition puts the slices."""
    flip = module("tensors/tubes_flipped").FLIP
    return {
        "the first slice stays": flip[0][0] == 1,
        "the order of the others is reversed": all(sum(row) == 1 for row in flip)
        and [row.index(1) for row in flip[1:]] == sorted((row.index(1) for row in flip[1:]), reverse=True),
    }


def degrees() -> Table:
    activation = module("learning/homogeneous_moments_mixed").ACTIVATION
    return {"a homogeneous activation": len(activation) == 1, "a polynomial": all(d >= 0 for d in activation)}


TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "tensors/tubes_of_differences": ("exponents are added", exponents),
    "tensors/tubes_flipped": ("the first slice stays", slices),
    "learning/homogeneous_moments_mixed": ("a homogeneous activation", degrees),
}
