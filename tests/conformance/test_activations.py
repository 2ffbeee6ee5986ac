"""ReLU, analytic and equivariant networks say what the prose says, and one that does not is noticed."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from algebra_tnn.laws import einsum
from algebra_tnn.models.analytic import JetNetwork
from algebra_tnn.models.equivariant import EquivariantNetwork
from algebra_tnn.models.rectified import RectifiedNetwork
from tests.conformance import activation_evaluator as prose
from tests.conformance.agreement import Reading, drawn, imported_modules, is_noticed, is_said

SLOPES = {"tanh": [1, 0, -1], "sigmoid": [0, 1, -1], "exp": [0, 1]}
SYMMETRIC = [[1, 0, 2], [1, 2, 0]]
PAIRS = [[1, 0, 2, 3], [0, 1, 3, 2]]  # positions 0, 1 and positions 2, 3


def layers(p: dict[str, Any], letter: str, count: int, zero: int = 0) -> list[Any]:
    return [p.get(f"{letter}{i}", [0] * len(p[f"W{i}"])) for i in range(1, count + 1)]


def rectified(widths: tuple[int, ...], biases: bool) -> tuple[Any, Reading, str]:
    def reading(p: dict[str, Any]) -> Any:
        count = len(widths) - 1
        masks = [p[f"m{i}"] for i in range(1, count)]
        return prose.rectified(p["x"], layers(p, "W", count), layers(p, "b", count), masks)

    return RectifiedNetwork(widths, biases), reading, "Z/12"


def jets(widths: tuple[int, ...], activation: str, order: int) -> tuple[Any, Reading, str]:
    def reading(p: dict[str, Any]) -> Any:
        count = len(widths) - 1
        t = [p[f"t{i}"] for i in range(1, count)]
        return prose.taylor(p["x"], layers(p, "W", count), t, p[f"b{count}"], SLOPES[activation], order)

    return JetNetwork(widths, activation, order), reading, "Q"


def equivariant(generators: list[list[int]], channels: tuple[int, ...], output: Any) -> tuple[Any, Reading, str]:
    def reading(p: dict[str, Any]) -> Any:
        w = [p[f"w{i}"] for i in range(1, len(channels))]
        return prose.equivariant(p["x"], w, generators, [0, 1, 0, 2], output)

    return EquivariantNetwork(generators, channels, activations="2*x^3 + x", output=output), reading, "Z/12"


CASES: dict[str, tuple[Any, Reading, str]] = {
    "masks": rectified((2, 3, 2, 1), biases=True),
    "masks without biases": rectified((3, 2, 2), biases=False),
    "tanh": jets((2, 2, 1), "tanh", 4),
    "tanh, three layers": jets((1, 2, 1, 2), "tanh", 3),
    "sigmoid": jets((1, 1, 1), "sigmoid", 5),
    "exp": jets((2, 1, 1), "exp", 3),
    "around a circle": equivariant([[1, 2, 0]], (1, 2, 1), "all"),
    "around a circle, one": equivariant([[1, 2, 3, 0]], (2, 1, 2), "one"),
    "all permutations": equivariant(SYMMETRIC, (1, 1, 1), "sum"),
    "two orbits": equivariant(PAIRS, (1, 1, 1), "one"),
}


@pytest.mark.parametrize("name", CASES)
def test_models_say_what_the_prose_says(name: str) -> None:
    assert is_said(*CASES[name])


def test_outputs_of_rectified_networks() -> None:
    network, rng = RectifiedNetwork((2, 3, 2, 2), biases=True), random.Random(1)
    for _ in range(5):
        weights = {n: drawn(s, lambda: Fraction(rng.randint(-9, 9), 4)) for n, s in network.parameters.items()}
        x = drawn((2,), lambda: Fraction(rng.randint(-9, 9), 2))
        said = prose.rectified(x, layers(weights, "W", 3), layers(weights, "b", 3))
        assert list(network.outputs(x, weights)) == said


WRONG: dict[str, tuple[str, Callable[..., Any]]] = {
    "a mask before the bias": (
        "masks",
        lambda x, m1, m2, W1, b1, W2, b2, W3, b3: (
            W3 @ (m2 * (W2 @ (m1 * (W1 @ x) + b1) + b2)) + b3  # m1 does not multiply b1
        ),
    ),
    "a derivative that is not divided by its factorial": (
        "exp",
        lambda x, W1, t1, W2, b2: (
            W2 @ (t1 + t1 * (W1 @ x) + t1 * (W1 @ x) ** 2 + Fraction(1, 6) * (t1 * (W1 @ x) ** 3)) + b2
        ),
    ),
    "filters that are read backwards": (
        "around a circle",
        lambda x, w1, w2: einsum(
            "ghij,hj->gi",
            w2[[[0, 2, 1], [1, 0, 2], [2, 1, 0]]],
            cubic(einsum("ghij,hj->gi", w1[[[0, 2, 1], [1, 0, 2], [2, 1, 0]]], x)),
        ),
    ),
}


def cubic(z: Any) -> Any:
    return z + 2 * z**3


@pytest.mark.parametrize("name", WRONG)
def test_planted_wrong_models_are_noticed(name: str) -> None:
    case, forward = WRONG[name]
    model, meaning, ring = CASES[case]
    assert is_noticed(forward, model, meaning, "Q" if ring == "Q" else "Z")


def test_the_evaluator_imports_nothing_of_the_package() -> None:
    assert imported_modules(prose) == {"__future__", "fractions", "typing"}
