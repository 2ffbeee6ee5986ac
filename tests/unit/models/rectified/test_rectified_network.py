from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from algebra_tnn.laws import derivative, expansion, value
from algebra_tnn.models.rectified import RectifiedNetwork
from algebra_tnn.models.rectified.rectified_network import Pattern

NETWORK = RectifiedNetwork((2, 2, 2, 1), biases=True)
WEIGHTS: dict[str, Any] = {
    "W1": [[1, "1/2"], [-2, 1]],
    "b1": ["1/3", 1],
    "W2": [[1, -1], [3, 2]],
    "b2": [-1, "2/5"],
    "W3": [[1, -2]],
    "b3": [4],
}


def test_at_the_masks_of_an_input_the_law_is_the_network() -> None:
    for x in ([1, 2], ["-3/2", 1], [0, -5]):
        pattern = NETWORK.pattern(x, WEIGHTS)
        masks = NETWORK.masked(pattern)
        assert value(NETWORK.law(), {"x": x, **masks, **WEIGHTS}) == list(NETWORK.outputs(x, WEIGHTS))
        assert value(NETWORK.in_region(pattern), {"x": x, **WEIGHTS}) == list(NETWORK.outputs(x, WEIGHTS))


def test_masks_in_the_affine_hull_of_patterns() -> None:
    patterns: list[Pattern] = [((1, 0), (1, 1)), ((0, 0), (1, 1)), ((1, 1), (1, 1))]
    law, x = NETWORK.in_regions(patterns), [3, 7]
    assert dict(law.inputs)["s"] == (2,)
    values = {str(value(law, {"x": x, "s": s, **WEIGHTS})) for s in ([0, 0], [1, 0], [0, 1])}
    assert values == {str(value(NETWORK.in_region(pattern), {"x": x, **WEIGHTS})) for pattern in patterns}
    assert "s" not in dict(NETWORK.in_regions(patterns[:1] * 2).inputs)


def test_scaled_to_integers_no_sign_changes() -> None:
    inputs: list[list[Any]] = [["1/7", 2], [-3, "5/2"], ["-1/3", "1/4"]]
    weights, scaled = NETWORK.in_integers(WEIGHTS, inputs)
    for x, y in zip(inputs, scaled, strict=True):
        assert NETWORK.pattern(x, WEIGHTS) == NETWORK.pattern(y, weights)
        ratios = [
            Fraction(b) / a for a, b in zip(NETWORK.outputs(x, WEIGHTS), NETWORK.outputs(y, weights), strict=True)
        ]
        assert min(ratios) > 0
    assert all(isinstance(t, int) for x in scaled for t in x)


def test_rescalings_change_nothing() -> None:
    for network in (NETWORK, RectifiedNetwork((1, 2, 1))):
        fields = network.symmetries().fields
        assert len(fields) == network.hidden
        for field in fields:
            assert [str(f) for f in expansion(derivative(network.law(), field))] == ["0"]


def test_neurons_that_are_always_active_are_linear() -> None:
    network = RectifiedNetwork((1, 2, 1), biases=True)
    patterns = [[[1, 1]], [[1, 0]]]
    always = network.in_regions(patterns)
    *_, shift = network.symmetries_in(patterns).fields
    assert len(network.symmetries_in(patterns).fields) == 3
    assert shift.to_json().keys() == {"b1", "b2"}
    assert always.parameters == network.law().parameters


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: RectifiedNetwork((2, 0, 1)), ValueError, r"widths\[1\] is 0; widths are integers from 1"),
        (lambda: RectifiedNetwork((2,)), ValueError, "a network has at least two widths"),
        (lambda: RectifiedNetwork((2, 1), *[1]), TypeError, "biases is 1; it is True"),
        (
            lambda: NETWORK.outputs([1], WEIGHTS),
            ValueError,
            "x has 1 entries; the ReLU network 2,2,2,1 with biases has 2",
        ),
        (lambda: NETWORK.outputs([0.5, 1], WEIGHTS), TypeError, r"x\[0\] is the float 0.5"),
        (
            lambda: NETWORK.pattern([0, 0], {**WEIGHTS, "b1": [0, 0]}),
            ValueError,
            "neuron 0 of hidden layer 1 is 0 at x",
        ),
        (lambda: NETWORK.in_region([[1, 0], [2, 0]]), ValueError, "it has a 0 or a 1 for each hidden neuron, 2, 2"),
    ],
)
def test_bad_input(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        call()
