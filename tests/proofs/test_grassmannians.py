"""What the proofs about secant varieties of Grassmannians say besides their claims."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from algebra_tnn import Secant, library
from algebra_tnn.varieties import secant_ranks
from tests.proofs import grassmannians


@pytest.mark.parametrize(
    ("name", "hypotheses"),
    [("dimension/three_planes", grassmannians.planes), ("dimension/skew_forms", grassmannians.skew_forms)],
)
def test_instances_satisfy_the_hypotheses(name: str, hypotheses: Callable[[Secant], grassmannians.Table]) -> None:
    for found in library.load(name).INSTANCES:
        assert all(hypotheses(found).values()), found


def test_instances_of_the_list() -> None:
    module = library.load("dimension/three_planes_in_seven")
    assert [grassmannians.numbers(found) for found in module.INSTANCES] == list(grassmannians.LIST)
    for found, value in module.DIMENSIONS.items():
        assert secant_ranks(found.variety, found.r)[-1] == value < found.expected_dimension
        assert grassmannians.planes(found) == {
            "3 ≤ k ≤ n − 3": True,
            "not in the list": False,
            "at most 130": True,
        }
