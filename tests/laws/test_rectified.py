"""ReLU networks: what leaves the function the same is seen to, and what does not is refuted at a point."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algebra_tnn.explore.rectified_functions import same_function
from algebra_tnn.models.rectified import RectifiedNetwork, regions
from algebra_tnn.provers.dimensions.masked_minors import masked_rank

NETWORK = RectifiedNetwork((2, 2, 2, 1), biases=True)
ENTRY = st.integers(-4, 4).filter(bool)
SCALE = st.sampled_from([Fraction(1, 2), Fraction(1), Fraction(3)])


def entries(shape: tuple[int, ...]) -> st.SearchStrategy[Any]:
    if not shape:
        return ENTRY
    return st.lists(entries(shape[1:]), min_size=shape[0], max_size=shape[0])


WEIGHTS = st.fixed_dictionaries({name: entries(shape) for name, shape in NETWORK.parameters.items()})
MOVES = st.lists(st.tuples(st.booleans(), SCALE, SCALE), min_size=2, max_size=2)


def moved(weights: dict[str, Any], moves: list[tuple[bool, Fraction, Fraction]]) -> dict[str, Any]:
    """Each hidden layer with its two neurons rescaled, and exchanged if the move says so."""
    found = dict(weights)
    for layer, (exchanged, *scales) in enumerate(moves, 1):
        order = (1, 0) if exchanged else (0, 1)
        W, b, V = (found[name] for name in (f"W{layer}", f"b{layer}", f"W{layer + 1}"))
        found[f"W{layer}"] = [[scales[i] * x for x in W[i]] for i in order]
        found[f"b{layer}"] = [scales[i] * b[i] for i in order]
        found[f"W{layer + 1}"] = [[row[i] / scales[i] for i in order] for row in V]
    return found


@pytest.mark.slow
@settings(max_examples=4)
@given(WEIGHTS, MOVES)
def test_permutations_and_positive_scalings_change_nothing(weights: dict[str, Any], moves: Any) -> None:
    assert same_function(NETWORK, weights, NETWORK, moved(weights, moves)).status == "proved"


@pytest.mark.slow
@settings(max_examples=10)
@given(WEIGHTS, WEIGHTS)
def test_a_refutation_is_a_point(one: dict[str, Any], two: dict[str, Any]) -> None:
    found = same_function(NETWORK, one, NETWORK, {**one, "b3": [one["b3"][0] + 1], "W1": two["W1"]})
    assert found.status == "refuted" and found.point is not None
    assert found.values[0] != found.values[1]


@pytest.mark.slow
@settings(max_examples=10)
@given(WEIGHTS, MOVES)
def test_the_functional_dimension_does_not_change_along_orbits(weights: dict[str, Any], moves: Any) -> None:
    ranks = []
    for point in (weights, moved(weights, moves)):
        inputs = [x for region in regions(NETWORK, point) for x in region.polyhedron.simplex()]
        scaled, samples = NETWORK.in_integers(point, inputs)
        ranks.append(masked_rank(NETWORK.law(), NETWORK.masks, scaled, [{"x": x} for x in samples]))
    assert ranks[0] == ranks[1] <= NETWORK.parameter_count - NETWORK.hidden
