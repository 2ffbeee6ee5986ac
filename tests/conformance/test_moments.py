"""Moments say what the prose of the evaluator says, and models that do not are noticed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from algebra_tnn.laws import einsum
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.models.moments import HermiteTensor, NetworkMoment, QuadraticPushForward
from tests.conformance import moment_evaluator as prose
from tests.conformance.agreement import Reading, imported_modules, is_noticed, is_said


def network(order: int, sigmas: list[list[int]], widths: tuple[int, ...], biases: bool) -> tuple[Any, Reading]:
    model = NetworkMoment(PolynomialNetwork(widths, activations=[sigmas], biases=biases), order)

    def reading(p: dict[str, Any]) -> Any:
        b1, b2 = (p["b1"], p["b2"]) if biases else ([0] * widths[1], [0] * widths[2])
        return prose.network_moment(p["W1"], b1, p["W2"], b2, sigmas, order, widths[2] > 1 or order == 1)

    return model, reading


CASES: dict[str, tuple[Any, Reading]] = {
    "scores": (HermiteTensor(dimension=2, order=3), lambda p: prose.hermite_tensor(p["x"], 3)),
    "scores of even order": (HermiteTensor(dimension=2, order=4), lambda p: prose.hermite_tensor(p["x"], 4)),
    "moment": network(3, [[0, 1, 0, 1], [1, 0, -5, 1]], (2, 2, 1), biases=True),
    "moment of several outputs": network(2, [[0, -1, 2, 0, 1]], (2, 1, 2), biases=True),
    "moment without biases": network(2, [[0, 0, 1, 0, 0, 0, 1]], (1, 1, 1), biases=False),
    "moment of order one": network(1, [[0, 0, 1, 0, 1]], (2, 1, 1), biases=True),
    "cumulants": (QuadraticPushForward(maps=2, latent=2), lambda p: prose.third_cumulant(p["u"], p["q"], 2)),
}


@pytest.mark.parametrize("ring", ["Z", "Z/12"])
@pytest.mark.parametrize("name", CASES)
def test_models_say_what_the_prose_says(name: str, ring: str) -> None:
    assert is_said(*CASES[name], ring)


WRONG: dict[str, tuple[str, Callable[..., Any]]] = {
    "scores without pairs": ("scores", lambda x: einsum("i,j,k->ijk", x, x, x)),
    "a moment without the mean of the slopes": (
        "moment of order one",
        lambda W1, b1, W2, b2: einsum("oi,ij->oj", W2, W1),
    ),
    "cumulants without their factor": (
        "cumulants",
        lambda u, q: QuadraticPushForward(maps=2, latent=2).forward(u, q) / 8,
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_planted_wrong_models_are_noticed(name: str) -> None:
    case, forward = WRONG[name]
    assert is_noticed(forward, *CASES[case])


def test_the_evaluator_imports_nothing_of_the_package() -> None:
    assert imported_modules(prose) == {"__future__", "itertools", "typing", "tests.conformance.sums"}
