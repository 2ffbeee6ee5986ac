from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn.explore.rectified_functions import same_function
from algebra_tnn.models.rectified import RectifiedNetwork

THREE = RectifiedNetwork((2, 3, 1))
STAR: dict[str, Any] = {"W1": [[1, 0], [0, 1], [-1, -1]], "W2": [[1, 1, 1]]}
DEEP = RectifiedNetwork((2, 2, 1, 1), biases=True)
WEIGHTS: dict[str, Any] = {"W1": [[1, 2], [3, -1]], "b1": [1, 2], "W2": [[1, 1]], "b2": [1], "W3": [[2]], "b3": [1]}


@pytest.mark.slow
def test_signs_of_neurons_that_sum_to_zero() -> None:
    """The instance of `learning/rectified_flips`, decided region by region."""
    flipped = {"W1": [[-1, 0], [0, -1], [1, 1]], "W2": [[1, 1, 1]]}
    found = same_function(THREE, STAR, THREE, flipped)
    assert (found.status, len(found.cells), found.trusts) == ("proved", 6, ())
    assert all(verdict.status == "proved" for verdict in found.verdicts)
    assert len(found.verdicts) == len(found.cells) + found.excluded
    assert "6 polyhedra" in found.explanation


@pytest.mark.slow
def test_permutations_and_positive_scalings() -> None:
    moved = {"W1": [[-2, -2], [1, 0], [0, "1/3"]], "W2": [["1/2", 1, 3]]}
    assert same_function(THREE, STAR, THREE, moved).status == "proved"


@pytest.mark.parametrize(
    "others",
    [
        {"W1": [[1, 0], [0, 1], [1, 1]], "W2": [[1, 1, 1]]},
        {"W1": [[-1, 0], [0, 1], [-1, -1]], "W2": [[1, 1, 1]]},
        {"W1": [[1, 0], [0, 1], [-1, -1]], "W2": [[1, 1, "1000001/1000000"]]},
    ],
)
def test_other_functions_differ_at_a_point(others: dict[str, Any]) -> None:
    found = same_function(THREE, STAR, THREE, others)
    assert found.status == "refuted" and found.point is not None
    assert THREE.outputs(found.point, STAR) == found.values[0] != found.values[1] == THREE.outputs(found.point, others)
    assert "they have the values" in found.explanation


@pytest.mark.slow
def test_a_layer_that_is_always_active_is_none() -> None:
    """The shift of `identifiability/rectified_linear`, and the same function without the layer."""
    assert same_function(DEEP, WEIGHTS, DEEP, {**WEIGHTS, "b2": [3], "b3": [-3]}).status == "proved"
    assert same_function(DEEP, WEIGHTS, DEEP, {**WEIGHTS, "b2": [-3], "b3": [9]}).status == "refuted"
    shallow = {"W1": WEIGHTS["W1"], "b1": WEIGHTS["b1"], "W2": [[2, 2]], "b2": [3]}
    assert same_function(DEEP, WEIGHTS, RectifiedNetwork((2, 2, 1), biases=True), shallow).status == "proved"


def test_a_difference_that_is_zero_at_the_first_point_of_a_region() -> None:
    """ρ(x) and 2 ρ(x) agree at 0, which is the point of the whole line."""
    one = RectifiedNetwork((1, 1))
    found = same_function(one, [[[1]]], one, [[[2]]])
    assert found.status == "refuted" and found.values == ((1,), (2,))


def test_a_difference_of_biases() -> None:
    one = RectifiedNetwork((1, 1), biases=True)
    assert same_function(one, [[[1]], [0]], one, [[[1]], ["1/9"]]).status == "refuted"


def test_networks_with_other_inputs() -> None:
    with pytest.raises(ValueError, match="have different numbers of inputs or outputs"):
        same_function(THREE, STAR, RectifiedNetwork((1, 1)), [[[1]]])
