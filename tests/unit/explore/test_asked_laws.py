"""Questions are about a law or a model; anything else is one sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from algebra_tnn import (
    CPFormat,
    Law,
    PolynomialNetwork,
    Tensor,
    WeightedNetwork,
    conserved_quantities,
    depth_efficiency,
    dimension,
    nuclear_norm,
    same_function,
    separation_rank,
    separation_ranks,
    spectral_norm,
    weights_from_moments,
)
from algebra_tnn.explore.asked_laws import law_of
from algebra_tnn.laws import derivative
from algebra_tnn.models.derivatives import jacobians
from algebra_tnn.models.rectified import RectifiedNetwork

NETWORK = PolynomialNetwork((1, 1, 1), degrees=3)
UNIT = Tensor.from_nested([[[1, 0], [0, 0]], [[0, 0], [0, 1]]])


def test_the_law() -> None:
    law = NETWORK.law()
    assert law_of(NETWORK) == law_of(law) == law
    assert law_of(CPFormat((2, 2), 1)).input_names == ("x0", "x1")


@pytest.mark.parametrize(
    "question",
    [dimension, conserved_quantities, separation_ranks, depth_efficiency, lambda model: separation_rank(model, [0])],
)
def test_what_has_no_law(question: Callable[[Any], Any]) -> None:
    with pytest.raises(TypeError, match=r"^the model is int; it is a Law, or a network, format"):
        question(3)


@pytest.mark.parametrize(
    ("question", "arguments", "sentence"),
    [
        (law_of, [PolynomialNetwork], "the model is the class PolynomialNetwork; it is a Law"),
        (dimension, [WeightedNetwork(NETWORK, [[[1]], [[1]]])], "the model is WeightedNetwork; it is a Law"),
        (lambda d: conserved_quantities(NETWORK, degree=d), [2.0], "the degree is 2.0; .* an integer from 1 on"),
        (jacobians, [NETWORK, [[1]]], "the network is PolynomialNetwork; it is a WeightedNetwork"),
        (RectifiedNetwork((1, 1, 1)).in_region, [[1]], r"the pattern is \[1\]; it is a list of numbers 0 and 1"),
        (derivative, ["x", "x"], r"the law is str; it is a Law, such as Law\.trace returns"),
        (spectral_norm, [[[[1]]]], r"the tensor is list; it is a Tensor, such as Tensor\.from_nested returns"),
        (nuclear_norm, [UNIT, UNIT, UNIT], "terms is Tensor; it is a CP"),
        (weights_from_moments, [NETWORK, [1]], "the moments are list; they are a dictionary of tensors"),
        (same_function, [RectifiedNetwork((1, 1)), [[[1]]], NETWORK, []], "the network is PolynomialNetwork; both"),
    ],
)
def test_other_types(question: Callable[..., Any], arguments: list[Any], sentence: str) -> None:
    with pytest.raises(TypeError, match=sentence):
        question(*arguments)


def test_the_zero_tensor_has_a_norm() -> None:
    found = spectral_norm(Tensor((2, 2, 1), (0,) * 4))
    assert (found.squared, found.status) == (0, "proved")


def test_laws_are_asked_as_they_are() -> None:
    assert dimension(Law.trace(lambda x, w: w * x, {"x": ()}, {"w": ()})).lower == 1
