"""What the proofs about secant varieties say besides their claims."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from algebra_tnn import Secant, Segre, library, secant_rank
from algebra_tnn.varieties import secant_ranks
from tests.proofs import secants


def instances(name: str) -> list[Secant]:
    module = library.load(name)
    return getattr(module, "INSTANCES", [module.INSTANCE])


@pytest.mark.parametrize(
    ("name", "hypotheses"),
    [
        ("dimension/cubes", secants.cube),
        ("dimension/defective_segre", secants.defective_segre),
        ("dimension/unbalanced_segre", secants.defective_segre),
        ("dimension/alexander_hirschowitz", secants.powers),
        ("dimension/partially_symmetric", secants.sums_of_points),
    ],
)
def test_instances_satisfy_the_hypotheses(name: str, hypotheses: Callable[[Secant], secants.Table]) -> None:
    for found in instances(name):
        assert all(hypotheses(found).values()), found


def test_instances_of_the_exceptions() -> None:
    for found in instances("dimension/alexander_hirschowitz_exceptions"):
        assert secants.powers(found) == {"no quadrics": True, "not in the list": False}
        assert secant_rank(found.variety, found.r).value == found.expected_dimension - 1


def test_the_tangent_vectors_of_two_points() -> None:
    assert secants.general_points(library.load("dimension/terracini").INSTANCE)["general points"]
    assert all(secants.typical(name)["n×n×2"] for name in ("rank/typical_three", "rank/typical_pencil"))
    assert secants.typical("rank/typical_three")["the field is R"]
    module = library.load("rank/twice_generic")
    assert all(secants.twice(module.INSTANCE, module.GENERIC).values())


def test_the_list_of_defective_tensors_is_that_of_small_spaces() -> None:
    """At random points: what the list does not name has the dimension that is expected."""
    shapes = [(a, b, c) for c in range(2, 8) for b in range(2, c + 1) for a in range(2, b + 1) if a * b * c <= 60]
    for shape in [*shapes, (2, 2, 2, 2), (2, 2, 2, 3), (2, 2, 3, 3), (2, 2, 2, 4), (2, 2, 2, 5)]:
        X = Segre(shape)
        for r, value in enumerate(secant_ranks(X, X.ambient // 2), start=1):
            found = X.secant(r)
            assert (value < found.expected_dimension) == any(secants.defective_segre(found).values()), found
