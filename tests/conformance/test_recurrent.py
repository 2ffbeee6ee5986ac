"""Recurrent networks and linear attention compute what the prose of the evaluator says; others are noticed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from algebra_tnn.laws import Law, einsum
from algebra_tnn.models.attention import LinearAttention
from algebra_tnn.models.recurrent import (
    CPRNN,
    MIRNN,
    MPSClassifier,
    MultiplicativeRNN,
    RecurrentCircuit,
    SecondOrderRNN,
)
from tests.conformance import format_evaluator
from tests.conformance import recurrent_evaluator as prose
from tests.conformance.agreement import RINGS, Reading, agrees, listed, shapes


def second_order(activation: Any = None, affine: bool = False) -> Reading:
    def read(p: dict[str, Any]) -> Any:
        more = (p["V"], p["U"], p["b"]) if affine else None
        return prose.second_order(listed(p, "x"), p["s"], p["w"], p["A"], more, activation)

    return read


def cp(p: dict[str, Any]) -> Any:
    return prose.second_order(listed(p, "x"), p["s"], p["w"], prose.sum_of_terms(p["A"], p["B"], p["C"]))


def multiplicative_integration(affine: bool) -> Reading:
    return lambda p: prose.multiplicative_integration(listed(p, "x"), p["s"], p["w"], p, affine)


def train(p: dict[str, Any]) -> Any:
    return format_evaluator.contracted(format_evaluator.ring(listed(p, "G")), listed(p, "x"))


def classifier(p: dict[str, Any]) -> Any:
    """For each label the train whose core at place 1 is the slice of that label."""
    *vectors, labels = listed(p, "x")
    total: Any = 0
    for label in range(len(labels)):
        cores = listed(p, "G")
        cores[1] = [[[*row[label]] for row in part] for part in cores[1]]
        total = total + labels[label] * format_evaluator.contracted(format_evaluator.ring(cores), vectors)
    return total


def layers_of(p: dict[str, Any], letters: str, depth: int) -> list[Any]:
    return [tuple(p[f"{letter}{layer}"] for letter in letters) for layer in range(1, depth + 1)]


def circuit(depth: int, templates: bool = False) -> Reading:
    value = prose.circuit_of_templates if templates else prose.circuit
    return lambda p: value(listed(p, "x"), layers_of(p, "IHs", depth), p["w"])


def attention(depth: int, position: int) -> Reading:
    return lambda p: prose.attention(listed(p, "x"), layers_of(p, "QKVO", depth), p["w"], position)


def renamed(reading: Reading) -> Reading:
    """The core of a multiplicative network is the tensor of a second-order one."""
    return lambda p: reading({**p, "A": p["G"]})


MODELS: dict[str, tuple[Any, Reading]] = {
    "multiplicative": (MultiplicativeRNN(4, 3, 2), renamed(second_order())),
    "cores of their own": (MultiplicativeRNN(4, 3, 2, shared=False), train),
    "classifier": (MPSClassifier(3, 2, 2, 3), classifier),
    "second order": (SecondOrderRNN(3, 3, 2), second_order()),
    "second order, affine": (
        SecondOrderRNN(2, 3, 2, activation="x^2 - 3x + 1", affine=True),
        second_order([1, -3, 1], affine=True),
    ),
    "cp": (CPRNN(3, 2, 3, 4), cp),
    "multiplicative integration": (MIRNN(3, 3, 2), multiplicative_integration(False)),
    "multiplicative integration, affine": (MIRNN(3, 2, 3, affine=True), multiplicative_integration(True)),
    "circuit": (RecurrentCircuit(3, 3, 2), circuit(1)),
    "deep circuit": (RecurrentCircuit(3, 3, 2, 3), circuit(3)),
    "templates": (RecurrentCircuit(3, 2, 2, templates=True), circuit(1)),
    "templates, deep": (RecurrentCircuit(3, 3, 2, 2, templates=True), circuit(2, templates=True)),
    "templates, few moments": (RecurrentCircuit(4, 3, 2, 2, templates=True), circuit(2, templates=True)),
    "attention": (LinearAttention(3, 2, heads=2, width=1, position=1), attention(1, 1)),
    "attention, deep": (LinearAttention(2, 3, 2, width=2), attention(2, 0)),
}


@pytest.mark.parametrize("ring", RINGS)
@pytest.mark.parametrize("name", MODELS)
def test_models_say_what_the_prose_says(name: str, ring: str) -> None:
    model, meaning = MODELS[name]
    assert agrees(model.law(), meaning, ring, times=1)


def transposed(s: Any, G: Any, w: Any, **x: Any) -> Any:
    for name in x:
        s = einsum("kip,p,i->k", G, s, x[name])
    return w @ s


def without_recurrence(I1: Any, H1: Any, s1: Any, w: Any, **x: Any) -> Any:
    h = s1
    for name in x:
        h = (I1 @ x[name]) * h + 0 * (H1 @ h)
    return w @ h


def scores_transposed(w: Any, Q1: Any, K1: Any, V1: Any, O1: Any, **x: Any) -> Any:
    total = 0
    for name in x:
        score = einsum("hab,b,hac,c->h", Q1, x[name], K1, x["x1"])
        total = total + einsum("h,hac,hcb,b->a", score, O1, V1, x[name])
    return w @ total


WRONG: dict[str, tuple[str, Callable[..., Any]]] = {
    "a core transposed": ("multiplicative", transposed),
    "states that are not mapped": ("circuit", without_recurrence),
    "queries of the other token": ("attention", scores_transposed),
}


@pytest.mark.parametrize("name", WRONG)
def test_planted_wrong_models_are_noticed(name: str) -> None:
    of, forward = WRONG[name]
    model, meaning = MODELS[of]
    right = model.law()
    law = Law.trace(forward, *shapes(right))
    assert law.shape == right.shape and not agrees(law, meaning, "Z")


def test_the_readings_of_a_deep_circuit_differ() -> None:
    polynomial = RecurrentCircuit(3, 3, 2, 2).law()
    assert not agrees(polynomial, circuit(2, templates=True), "Z")
