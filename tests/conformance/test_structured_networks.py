"""Attention in layers and convolutions with channels say what the prose of the evaluator says."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from algebra_tnn.laws import einsum
from algebra_tnn.models.structured import ConvolutionalNetwork, LightningAttention, NormalizedAttention
from tests.conformance import structured_network_evaluator as prose
from tests.conformance.agreement import Reading, agrees, imported_modules, is_noticed, is_said

EXPONENTIAL = [1, 1, Fraction(1, 2), Fraction(1, 6), Fraction(1, 24)]


def layers(attention: LightningAttention | NormalizedAttention, p: dict[str, Any]) -> list[tuple[Any, Any, Any]]:
    several = attention.layers > 1
    return [tuple(p[f"{name}{i}" if several else name] for name in "VKQ") for i in range(1, attention.layers + 1)]


def normalized(coefficients: list[Any], **sizes: Any) -> tuple[NormalizedAttention, Reading]:
    model = NormalizedAttention(**sizes)
    return model, lambda p: prose.attention(p["X"], layers(model, p), coefficients, model.degree)


def lightning(*sizes: int) -> tuple[LightningAttention, Reading]:
    model = LightningAttention(*sizes)
    return model, lambda p: prose.lightning(p["X"], layers(model, p))


CASES: dict[str, tuple[Any, Reading]] = {
    "lightning": lightning(2, 3, 1, 2, 2),
    "softmax": normalized(EXPONENTIAL, width=2, tokens=2, rank=1, outputs=1, degree=5),
    "softmax in two layers": normalized(EXPONENTIAL, width=1, tokens=3, rank=1, outputs=2, layers=2, degree=7),
    "weights": normalized([1, 0, 2], width=1, tokens=2, rank=2, outputs=1, degree=7, weighting=(1, 0, 2)),
    "channels": (
        ConvolutionalNetwork(7, filters=(2, 2), degrees=3, strides=(2, 1), channels=(2, 1, 2)),
        lambda p: prose.channels(p["x"], [p["w1"], p["w2"]], [2, 1], 3),
    ),
}
RATIONAL = {"softmax", "softmax in two layers", "weights"}


@pytest.mark.parametrize(
    ("name", "ring"), [(name, ring) for name in CASES for ring in ("Q", "Z/12") if name not in RATIONAL or ring == "Q"]
)
def test_models_say_what_the_prose_says(name: str, ring: str) -> None:
    assert is_said(*CASES[name], ring)


WRONG: dict[str, tuple[str, Callable[..., Any]]] = {
    "one layer of two": ("lightning", lambda X, V1, K1, Q1, V2, K2, Q2: V2 @ X @ ((K1 @ X).T @ (Q1 @ X))),
    "weights that are not divided": (
        "weights",
        lambda X, V, K, Q: V @ X @ (((K @ X).T @ (Q @ X)) ** 2 * 2 + [[1, 1], [1, 1]]),
    ),
    "channels that are exchanged": (
        "channels",
        lambda x, w1, w2: einsum(
            "ipb,cbp->ci",
            (einsum("ipb,cbp->ci", x.T[[[0, 1], [2, 3], [4, 5]]], w1[[0]]) ** 3).T[[[0, 1], [1, 2]]],
            w2[[1, 0]],
        ),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_planted_wrong_models_are_noticed(name: str) -> None:
    case, forward = WRONG[name]
    assert is_noticed(forward, *CASES[case], "Q")


def test_queries_and_keys_are_told_apart() -> None:
    def exchanged(p: dict[str, Any]) -> Any:
        return prose.attention(p["X"], [(p["V"], p["Q"], p["K"])], EXPONENTIAL, 5)

    model, _ = CASES["softmax"]
    assert not agrees(model.law(), exchanged, "Q", times=1)


def test_the_evaluator_imports_nothing_of_the_package() -> None:
    assert imported_modules(prose) == {"__future__", "fractions", "typing"}
