from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn import checker
from algebra_tnn.explore.functional_dimensions import functional_dimension
from algebra_tnn.models.rectified import RectifiedNetwork

DEEP = RectifiedNetwork((2, 2, 1, 1), biases=True)
WEIGHTS: dict[str, Any] = {"W1": [[1, 2], [3, -1]], "b1": [1, 2], "W2": [[1, 1]], "b2": [1], "W3": [[2]], "b3": [1]}


@pytest.mark.parametrize(("widths", "biases"), [((2, 2, 1), True), ((1, 1, 1), True), ((2, 2, 2, 1), False)])
def test_as_many_as_parameters_without_rescalings(widths: tuple[int, ...], biases: bool) -> None:
    network = RectifiedNetwork(widths, biases)
    found = functional_dimension(network)
    assert found.lower == found.upper == network.parameter_count - network.hidden
    assert found.status == "proved" and found.locally_determined and found.trusts == ()
    assert found.certificate is not None and checker.check(found.certificate.to_json()).answer == "accepted"
    assert "weights near these with the same function are rescalings" in found.explanation


def test_a_layer_that_is_always_active() -> None:
    always = functional_dimension(DEEP, WEIGHTS)
    assert (always.lower, always.upper, always.locally_determined) == (7, 7, False)


@pytest.mark.slow
def test_a_layer_that_is_never_active_or_at_some_inputs() -> None:
    never = functional_dimension(DEEP, {**WEIGHTS, "W2": [[-1, -1]], "b2": [-1]})
    assert (never.lower, never.upper) == (1, 1)
    assert functional_dimension(DEEP, {**WEIGHTS, "b2": ["-3/2"]}).lower == 8, "the border of the layer is seen"


@pytest.mark.slow
def test_a_line_without_biases_has_two_slopes() -> None:
    """(1,3,1) without biases: f = α ρ(x) + β ρ(−x), though 6 − 3 parameters seem to count."""
    found = functional_dimension(RectifiedNetwork((1, 3, 1)), [[[1], [2], [-3]], [[1, 1, 1]]])
    assert (found.lower, found.upper) == (2, 2)
    largest = functional_dimension(RectifiedNetwork((1, 3, 1)))
    assert (largest.lower, largest.upper, largest.status) == (2, 3, "undecided")
    assert "the rank at these weights is 2, by inputs in all regions" in largest.explanation


@pytest.mark.parametrize(
    ("kinks", "signs", "dimension"),
    [
        ((1, 2, 4), (1, -1, 1), 7),
        ((1, 1, 4), (1, -1, 1), 6),
        pytest.param((1, 1, 4), (1, 1, -1), 5, marks=pytest.mark.slow),
    ],
)
def test_kinks_on_a_line(kinks: tuple[int, ...], signs: tuple[int, ...], dimension: int) -> None:
    """The derivatives of Σ_j a_j ρ(±(x − p_j)) + c are ramps and steps at the p_j, and 1: 2n + 1 independent functions
    for different p_j. Equal neurons lose two, and opposite ones one, since their steps sum to 1."""
    network = RectifiedNetwork((1, 3, 1), biases=True)
    bias = [-sign * p for sign, p in zip(signs, kinks, strict=True)]
    found = functional_dimension(network, [[[sign] for sign in signs], bias, [[1, 3, -2]], [5]])
    assert found.lower == found.attained == dimension <= found.upper


def test_a_neuron_that_is_zero_everywhere() -> None:
    """There is no input at which it is off its corner, and so nothing to differentiate."""
    network = RectifiedNetwork((1, 2, 1), biases=True)
    found = functional_dimension(network, {"W1": [[1], [0]], "b1": [1, 0], "W2": [[1, 1]], "b2": [0]})
    assert (found.lower, found.attained, found.locally_determined) == (0, 0, False)


def test_a_region_that_is_too_narrow_is_left_out() -> None:
    """Kinks at 0 and 1/300000: what is seen on the left is b2, and on the right an affine function."""
    network = RectifiedNetwork((1, 2, 1), biases=True)
    found = functional_dimension(network, {"W1": [[1], [300000]], "b1": [0, -1], "W2": [[1, 1]], "b2": [0]})
    assert (found.lower, found.upper, found.regions, found.status) == (3, 5, 3, "undecided")


def test_the_answer_as_json() -> None:
    answer = functional_dimension(RectifiedNetwork((1, 1, 1), biases=True), [[["1/2"]], [1], [[3]], [0]]).to_dict()
    assert answer["weights"] == {"W1": [["1/2"]], "b1": [1], "W2": [[3]], "b2": [0]}
    assert (answer["lower"], answer["rescalings"], answer["field"], answer["regions"]) == (3, 1, "R", 2)


def test_weights_that_the_network_does_not_have() -> None:
    with pytest.raises(ValueError, match="the weights are a list of length 2; they are a list or a dictionary"):
        functional_dimension(DEEP, [[[1, 2]], [[1]]])
    with pytest.raises(ValueError, match="reach 1000001, and residues determine integers up to"):
        functional_dimension(RectifiedNetwork((1, 1)), [[["1000001/3"]]])
    with pytest.raises(TypeError, match=r"is the float 0\.5"):
        functional_dimension(DEEP, {**WEIGHTS, "b3": [0.5]})
