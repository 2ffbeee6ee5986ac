"""Attention in layers: sizes, symmetries, bad input."""

from __future__ import annotations

import random
from typing import Any

import pytest

from algebra_tnn import rank
from algebra_tnn.exact import Field
from algebra_tnn.laws import Law, derivative, jacobian_rank, value
from algebra_tnn.models.structured import ConvolutionalNetwork, LightningAttention, NormalizedAttention

PRIME = 1_000_003
MODELS = [
    LightningAttention(2, 2, 1, 1),
    LightningAttention(2, 1, 1, 2, layers=2),
    LightningAttention(1, 2, 2, 1),
    LightningAttention(3, 1, 2, 1),
    NormalizedAttention(2, 2, 1, 1, layers=2),
    ConvolutionalNetwork(3, (2, 2), 2, channels=(1, 2, 1)),
    ConvolutionalNetwork(3, (2, 2), 1, channels=(1, 2, 1)),
    ConvolutionalNetwork(9, (3, 2, 2), (2, 3), strides=(2, 1, 1)),
]


def drawn(law: Law, seed: int = 1) -> dict[str, Any]:
    rng = random.Random(seed)

    def nested(shape: tuple[int, ...]) -> Any:
        return [nested(shape[1:]) for _ in range(shape[0])] if shape else rng.randrange(PRIME)

    return {name: nested(shape) for name, shape in (*law.inputs, *law.parameters)}


def flat(nested: Any) -> list[int]:
    return [x for part in nested for x in flat(part)] if isinstance(nested, list) else [nested]


@pytest.mark.parametrize("model", MODELS, ids=str)
def test_no_function_changes_along_the_fields(model: Any) -> None:
    law = model.law()
    point = drawn(law)
    for field in model.symmetries().fields:
        assert not any(flat(value(derivative(law, field), point, modulus=PRIME)))


@pytest.mark.parametrize("model", MODELS, ids=str)
def test_the_fields_span_the_orbits(model: Any) -> None:
    """For one token and for linear channels there are more of them than what is counted."""
    law = model.law()
    point = {name: x for name, x in drawn(law).items() if name in law.parameter_names}
    rows = []
    for field in model.symmetries().fields:
        moved = {name: Law((), law.parameters, (), component) for name, component in field.components}
        zeros = {name: [0] * len(flat(x)) for name, x in point.items()}
        found = {name: flat(value(each, point, modulus=PRIME)) for name, each in moved.items()}
        rows.append([x for name in point for x in (zeros | found)[name]])
    found = rank(rows, Field.named(f"GF({PRIME})"))
    more = {str(MODELS[3]): 2, str(MODELS[6]): 2}
    assert found == model.orbit_dimension + more.get(str(model), 0)


def test_names_of_layers() -> None:
    assert [*LightningAttention(2, 2, 1, 3).parameters] == ["V", "K", "Q"]
    assert LightningAttention(2, 2, 1, 3, layers=2).parameters["V1"] == (2, 2)
    assert LightningAttention(2, 2, 1, 3, layers=2).parameters["V2"] == (3, 2)
    assert str(LightningAttention(2, 1, 1, 3)) == "lightning attention from 2 to 3 on 1 token with rank 1"
    layers = NormalizedAttention(2, 3, 1, 2, layers=2, weighting=[1, 1, 0])
    assert str(layers) == (
        "2 layers of attention with the weighting t + 1 from 2 to 2 on 3 tokens with rank 1, up to degree 3"
    )


def test_remarks() -> None:
    assert LightningAttention(3, 2, 2, 2).remarks == ()
    (remark,) = LightningAttention(3, 1, 2, 2).remarks
    assert remark.startswith("one token sees the symmetric part of Kᵀ Q alone: the dimension is 11")
    (remark,) = ConvolutionalNetwork(5, (2, 2), 2).remarks
    assert remark.startswith("all 3 positions have one function, each of its 3 inputs")
    assert ConvolutionalNetwork(3, (2, 2), 2).remarks == ()


def test_a_softmax_and_its_power_series_agree_as_far_as_they_go() -> None:
    exponential, polynomial = (
        NormalizedAttention(2, 2, 1, 1, degree=5, weighting=w) for w in ("softmax", (1, 1, "1/2"))
    )
    assert exponential.law() == polynomial.law() and exponential != polynomial
    assert exponential.law() != NormalizedAttention(2, 2, 1, 1, degree=5, weighting=(1, 1)).law()


@pytest.mark.slow
def test_terms_of_degree_five_are_too_few_for_two_layers() -> None:
    """Tokens differ after one layer by terms of degree three, and the second layer needs two differences."""
    found = [jacobian_rank(NormalizedAttention(1, 2, 1, 1, 2, degree).law()).rank for degree in (3, 5, 7)]
    assert found == [2, 2, 3]


def test_without_a_hidden_layer() -> None:
    layer = ConvolutionalNetwork(5, (3,), strides=2)
    assert (layer.expected_dimension, layer.factorizations, layer.exponents) == (3, 1, ())


@pytest.mark.parametrize(
    ("make", "kind", "message"),
    [
        (lambda: LightningAttention(0, 2, 1, 1), ValueError, "width is 0; sizes and ranks are integers from 1 on"),
        (lambda: LightningAttention(2, 2, 1, 1, 1.0), TypeError, "layers is 1.0; "),
        (lambda: NormalizedAttention(2, 2, 1, 1, degree=4), ValueError, "degree is 4; the function is odd"),
        (
            lambda: NormalizedAttention(2, 2, 1, 1, weighting="relu"),
            TypeError,
            "weighting is 'relu'; it is \"softmax\"",
        ),
        (lambda: NormalizedAttention(2, 2, 1, 1, weighting=(2, 1)), ValueError, "it begins with 1, since a factor"),
        (lambda: NormalizedAttention(2, 2, 1, 1, weighting=(1, 0)), ValueError, "and has another coefficient"),
        (lambda: NormalizedAttention(2, 2, 1, 1, weighting=(1, 0.5)), TypeError, r"weighting\[1\]"),
        (
            lambda: ConvolutionalNetwork(4, (2, 2), 2, channels=(1, 2)),
            ValueError,
            "channels has 2 entries; there are 3, one before the first filter, and one after each of them",
        ),
        (lambda: ConvolutionalNetwork(4, (2, 2), 2, channels=(1, 0, 1)), ValueError, r"channels\[1\] is 0"),
        (
            lambda: ConvolutionalNetwork(3, (2, 2), activations=[["x^2", "x"]], channels=(1, 1, 1)),
            ValueError,
            "activations differ in a layer; with channels give one for each hidden layer",
        ),
    ],
)
def test_bad_input(make: Any, kind: type[Exception], message: str) -> None:
    with pytest.raises(kind, match=message):
        make()
