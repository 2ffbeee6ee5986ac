from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest

from algebra_tnn.models.rectified import Excluded, RectifiedNetwork, Region, partition, polyhedra, regions, whole_space
from algebra_tnn.models.rectified.polyhedra import at


def drawn(network: RectifiedNetwork, seed: int) -> dict[str, Any]:
    rng = random.Random(seed)

    def entries(shape: tuple[int, ...]) -> Any:
        return [entries(shape[1:]) for _ in range(shape[0])] if shape else rng.choice([-5, -4, -3, -2, -1, 1, 2, 3, 4])

    return {name: entries(shape) for name, shape in network.parameters.items()}


@pytest.mark.parametrize("widths", [(1, 3, 2, 1), (2, 3, 1), (2, 2, 2, 2), (3, 3, 1)])
def test_every_input_is_in_one_region(widths: tuple[int, ...]) -> None:
    network, rng = RectifiedNetwork(widths, biases=True), random.Random(2)
    weights = drawn(network, 1)
    found = regions(network, weights)
    assert len({region.pattern for region in found}) == len(found)
    for region in found:
        for x in region.polyhedron.simplex():
            assert network.pattern(x, weights) == region.pattern
            assert tuple(at(form, x) for form in region.outputs) == network.outputs(x, weights)
    for _ in range(20):
        x = [Fraction(rng.randint(-999, 999), 101) for _ in range(widths[0])]
        here = [region for region in found if all(at(form, x) > 0 for form in region.polyhedron.forms)]
        assert [region.pattern for region in here] == [network.pattern(x, weights)]


def test_counts_of_arrangements_of_lines() -> None:
    """Three lines in general position cut the plane into seven parts, and three through a point into six."""
    general = {"W1": [[1, 0], [0, 1], [1, 1]], "b1": [0, 0, 1], "W2": [[1, 1, 1]], "b2": [0]}
    assert len(regions(RectifiedNetwork((2, 3, 1), biases=True), general)) == 7
    central = {**general, "b1": [0, 0, 0]}
    parts = list(partition(RectifiedNetwork((2, 3, 1), biases=True), central))
    assert sum(isinstance(part, Region) for part in parts) == 6
    for part in parts:
        if isinstance(part, Excluded):
            sums = [sum(t * f[k] for t, f in zip(part.weights, part.forms, strict=True)) for k in range(3)]
            assert sums[:2] == [0, 0] and sums[2] <= 0 and any(part.weights)


def test_a_neuron_that_is_zero_on_a_region_makes_no_border() -> None:
    network = RectifiedNetwork((1, 1, 1, 1))
    found = regions(network, [[[1]], [[1]], [[1]]])
    assert [region.pattern for region in found] == [((1,), (1,)), ((0,), (0,))]


def test_regions_within_a_polyhedron() -> None:
    network, weights = RectifiedNetwork((2, 2, 1)), {"W1": [[1, 0], [0, 1]], "W2": [[1, 1]]}
    half = whole_space(2).part((1, 0, -1))
    assert half is not None and len(regions(network, weights, half)) == 2
    assert whole_space(2).part((0, 0, -1)) is None and half.part((-1, 0, 1)) is None


def test_too_many_regions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polyhedra, "MOST_REGIONS", 3)
    network = RectifiedNetwork((2, 3, 1), biases=True)
    with pytest.raises(ValueError, match="has more than 3 regions; take a smaller network"):
        regions(network, drawn(network, 1))
