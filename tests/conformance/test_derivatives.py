"""Derivatives of networks say what the prose of the evaluator says, and a model that does not is noticed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.models.derivatives import DerivativeTensor, FlexibleNetwork
from tests.conformance import derivative_evaluator as prose
from tests.conformance.agreement import Reading, imported_modules, is_noticed, is_said, listed

BASIS = [[0, 1], [0, -1, 0, 2]]


def flexible(widths: tuple[int, ...]) -> tuple[FlexibleNetwork, Callable[[dict[str, Any]], Any]]:
    network = FlexibleNetwork(widths, basis=("t", "2t^3 - t"))

    def evaluated(p: dict[str, Any]) -> Any:
        mixtures = [list(zip(p[f"C{i}_0"], p[f"C{i}_1"], strict=True)) for i in range(1, len(widths) - 1)]
        return lambda x: prose.flexible_network(x, listed(p, "W"), mixtures, BASIS)

    return network, evaluated


def polynomial(widths: tuple[int, ...]) -> tuple[PolynomialNetwork, Callable[[dict[str, Any]], Any]]:
    sigma = [[[0, 0, 0, 1]] * n for n in widths[1:-1]]
    return PolynomialNetwork(
        widths, 3, biases=True
    ), lambda p: lambda x: prose.polynomial_network(x, listed(p, "W"), listed(p, "b"), sigma)


def derived(of: Any, order: int, points: int) -> tuple[DerivativeTensor, Reading]:
    network, evaluated = of
    return DerivativeTensor(network, order, points), lambda p: prose.derivative_form(
        evaluated(p), p["u"], listed(p, "v"), p["w"], p["X"]
    )


def values(of: Any) -> tuple[FlexibleNetwork, Reading]:
    network, evaluated = of
    return network, lambda p: [f[frozenset()] for f in evaluated(p)([prose.constant(x) for x in p["x"]])]


CASES: dict[str, tuple[Any, Reading]] = {
    "flexible": values(flexible((2, 3, 1, 2))),
    "Jacobians": derived(polynomial((2, 3, 2)), 1, 2),
    "Jacobians of three layers": derived(flexible((2, 2, 1, 2)), 1, 2),
    "Hessians": derived(flexible((2, 3, 2)), 2, 2),
    "third derivatives": derived(polynomial((2, 2, 1)), 3, 1),
}


@pytest.mark.parametrize("ring", ["Z", "Z/12"])
@pytest.mark.parametrize("name", CASES)
def test_models_say_what_the_prose_says(name: str, ring: str) -> None:
    assert is_said(*CASES[name], ring)


WRONG: dict[str, tuple[str, Callable[..., Any]]] = {
    "activations that are not mixed": (
        "flexible",
        lambda x, W1, W2, W3, **C: W3 @ (W2 @ (W1 @ x)),
    ),
    "slopes at the first point alone": (
        "Jacobians",
        lambda u, v0, w, X, W1, b1, W2, b2: (W2.T @ u) * (W1 @ X[0] + b1) ** 2 * 3 @ (W1 @ v0) * (w[0] + w[1]),
    ),
    "a factor of the derivative that is left out": (
        "third derivatives",
        lambda u, v0, v1, v2, w, X, W1, b1, W2, b2: ((W2.T @ u) * (W1 @ v0) * (W1 @ v1)) @ (W1 @ v2) * w[0] * 3,
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_planted_wrong_models_are_noticed(name: str) -> None:
    case, forward = WRONG[name]
    assert is_noticed(forward, *CASES[case])


def test_the_evaluator_imports_nothing_of_the_package() -> None:
    assert imported_modules(prose) == {"__future__", "typing", "tests.conformance.sums"}
