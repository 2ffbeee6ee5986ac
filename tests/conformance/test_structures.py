"""Structured and probabilistic models say what the prose of the evaluator says, and one that does not is noticed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from algebra_tnn.laws import einsum
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.models.probabilistic import BornMachine, HiddenMarkovModel, RestrictedBoltzmannMachine
from algebra_tnn.models.products import FactorizationMachine, PiNet
from algebra_tnn.models.structured import (
    Convolution,
    ConvolutionalNetwork,
    CPConvolution,
    LightningAttention,
    LowRankUpdate,
    StructuredProduct,
    TrainConvolution,
    TrainLayer,
    TuckerConvolution,
    WeightGradient,
)
from tests.conformance import network_evaluator
from tests.conformance import structure_evaluator as prose
from tests.conformance.agreement import Reading, imported_modules, is_noticed, is_said, listed

SIZES = (2, 1, 2, 2)  # channels in, window, channels out
GIVEN = [[[[1, 2], [0, 1]], [[0, 1], [3, 0]]], [[[1, 0, 2], [1, 1, 0]]]]


def kernels(layer: Any, kernel: Callable[[dict[str, Any]], Any]) -> Reading:
    return lambda p: prose.convolution(p["x"], kernel(p), SIZES, layer.stride)


def gradient(network: PolynomialNetwork, sigma: list[list[int]], layer: int) -> tuple[Any, Reading]:
    def reading(p: dict[str, Any]) -> Any:
        W = listed(p, "W")
        b = listed(p, "b") or [[0] * len(matrix) for matrix in W]
        return prose.gradient(p["u"], p["v"], p["X"], p["Y"], W, b, sigma, layer - 1)

    return WeightGradient(network, layer, samples=2), reading


def markov(shared: bool) -> tuple[Any, Reading]:
    def reading(p: dict[str, Any]) -> Any:
        A, B = ([p["A"]] * 2, [p["B"]] * 3) if shared else (listed(p, "A"), listed(p, "B"))
        return prose.hidden_markov(listed(p, "x"), p["pi"], A, B)

    return HiddenMarkovModel(steps=3, symbols=2, states=2, shared=shared), reading


CASES: dict[str, tuple[Any, Reading]] = {
    "Π-net": (
        PiNet(dimension=2, rank=2, degree=4, outputs=2),
        lambda p: prose.pi_net(p["x"], listed(p, "U"), p["C"], p["beta"]),
    ),
    "features": (
        FactorizationMachine(features=5, rank=2, order=4),
        lambda p: prose.factorization_machine(listed(p, "x"), p["w0"], p["w"], {2: p["P2"], 3: p["P3"], 4: p["P4"]}),
    ),
    "fields": (
        FactorizationMachine(features=3, rank=1, dimension=2),
        lambda p: prose.factorization_machine(listed(p, "x"), p["w0"], p["w"], {2: p["P2"]}),
    ),
    "train layer": (
        TrainLayer(rows=(2, 1), columns=(3, 2), ranks=(2,)),
        lambda p: prose.train_layer(p["x"], listed(p, "G")),
    ),
    "update": (LowRankUpdate(rows=2, columns=3, rank=2), lambda p: prose.updated(p["x"], p["W"], p["B"], p["A"])),
    "convolution": (
        layer := Convolution((2, 4), (1, 2), (2, 2), stride=2),
        kernels(layer, lambda p: lambda s, i, j, t: p["K"][s][i][j][t]),
    ),
    "CP": (
        layer := CPConvolution((2, 3), (1, 2), (2, 2), 2),
        kernels(layer, lambda p: prose.cp_kernel(listed(p, "a"))),
    ),
    "Tucker": (
        layer := TuckerConvolution((2, 3), (1, 2), (2, 2), (1, 2)),
        kernels(layer, lambda p: prose.tucker_kernel(p["G"], p["U0"], p["U3"])),
    ),
    "train": (
        layer := TrainConvolution((2, 3), (1, 2), (2, 2), (2, 1, 2)),
        kernels(layer, lambda p: prose.train_kernel(listed(p, "G"))),
    ),
    "filters": (
        ConvolutionalNetwork(7, filters=(3, 2), degrees=2, strides=(2, 1)),
        lambda p: network_evaluator.convolutional_network(p["x"], listed(p, "w"), [2, 1], 2),
    ),
    "attention": (
        LightningAttention(width=2, tokens=2, rank=1, outputs=2),
        lambda p: network_evaluator.lightning_attention(p["X"], p["V"], p["K"], p["Q"]),
    ),
    "structured": (
        StructuredProduct(GIVEN),
        lambda p: prose.structured_product(p["x"], listed(p, "h"), GIVEN),
    ),
    "gradient": gradient(PolynomialNetwork((2, 3, 2), 2), [[0, 0, 1]], 1),
    "gradient with biases": gradient(
        PolynomialNetwork((2, 2, 2, 1), activations=("x^3 - x", "x^2"), biases=True), [[0, -1, 0, 1], [0, 0, 1]], 2
    ),
    "last gradient": gradient(PolynomialNetwork((1, 2, 2), 2), [[0, 0, 1]], 2),
    "Markov": markov(shared=True),
    "Markov, step by step": markov(shared=False),
    "Boltzmann": (
        RestrictedBoltzmannMachine(visible=3, hidden=2),
        lambda p: prose.boltzmann(listed(p, "x"), [[p[f"W{j}_{i}"] for i in range(3)] for j in range(2)]),
    ),
    "Born": (BornMachine(3, 2, 2), lambda p: prose.born_machine(listed(p, "x"), listed(p, "G"))),
}


@pytest.mark.parametrize("ring", ["Z", "Z/12"])
@pytest.mark.parametrize("name", CASES)
def test_models_say_what_the_prose_says(name: str, ring: str) -> None:
    assert is_said(*CASES[name], ring)


WRONG: dict[str, tuple[str, Callable[..., Any]]] = {
    "a state without its skip connection": (
        "Π-net",
        lambda x, U1, U2, U3, U4, C, beta: C @ ((U4 @ x) * (U3 @ x) * (U2 @ x) * (U1 @ x)) + beta,
    ),
    "products of a feature with itself": (
        "fields",
        lambda x0, x1, x2, w0, w, P2: (
            w0 + w[0] @ x0 + w[1] @ x1 + w[2] @ x2 + ((P2[0] @ x0 + P2[1] @ x1 + P2[2] @ x2) ** 2).sum() / 2
        ),
    ),
    "an update without the layer": ("update", lambda x, W, B, A: B @ (A @ x)),
    "a stride that is left out": (
        "filters",
        lambda x, w1, w2: ((x[[[0, 1, 2], [1, 2, 3], [2, 3, 4]]] @ w1) ** 2)[[[0, 1], [1, 2]]] @ w2,
    ),
    "a transition before the first symbol": (
        "Markov",
        lambda x0, x1, x2, pi, B, A: einsum("h,ha,ai,i,ab,bj,j,bc,ck,k->", pi, A, B, x0, A, B, x1, A, B, x2),
    ),
    "hidden units that are not summed": (
        "Boltzmann",
        lambda x0, x1, x2, **W: einsum(
            "hi,gi,i,hj,gj,j,hk,gk,k->",
            *(t for i, x in enumerate((x0, x1, x2)) for t in (W[f"W0_{i}"], W[f"W0_{i}"], x)),
        ),
    ),
    "a train that is not squared": (
        "Born",
        lambda x0, x1, x2, G0, G1, G2: einsum("aib,i,bjc,j,ckd,k->", G0, x0, G1, x1, G2, x2),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_planted_wrong_models_are_noticed(name: str) -> None:
    case, forward = WRONG[name]
    assert is_noticed(forward, *CASES[case])


def test_the_evaluator_imports_nothing_of_the_package() -> None:
    assert imported_modules(prose) == {"__future__", "itertools", "typing"}
