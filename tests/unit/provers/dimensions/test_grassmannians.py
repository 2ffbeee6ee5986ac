from __future__ import annotations

from math import comb

import numpy as np
import pytest

from algebra_tnn.claims import DimensionAtMost
from algebra_tnn.explore import dimension
from algebra_tnn.laws import Law, VectorField
from algebra_tnn.laws.motions import Motion
from algebra_tnn.provers.dimensions.dense_orbits import orbit_plan
from algebra_tnn.provers.dimensions.grassmannians import as_grassmannian, grassmannian_plans
from algebra_tnn.varieties import Grassmannian
from algebra_tnn.varieties.plucker import linear_motions, special_linear_fields, sum_of_graphs, sum_of_wedges
from algebra_tnn.verification import verify


@pytest.mark.parametrize(("n", "r"), [(4, 1), (6, 2)])
def test_two_planes_are_skew_forms_of_bounded_rank(n: int, r: int) -> None:
    """Skew forms of rank at most 2r have this dimension: the Pfaffians of size 2r + 2 vanish on them."""
    found = dimension(Grassmannian(2, n).secant(r))
    assert found.lower == found.upper == comb(n, 2) - comb(n - 2 * r, 2) and found.trusts == ()


@pytest.mark.slow
def test_three_three_planes_in_seven_space() -> None:
    found = dimension(Grassmannian(3, 7).secant(3))
    assert (found.lower, found.upper, found.expected, found.trusts) == (34, 34, 35, ())
    assert "factor-through" in found.argument[0] and "dense-orbits: motions carry one point" in found.argument[1]


def test_the_law_is_found_without_its_variety() -> None:
    assert verify(DimensionAtMost(Grassmannian(2, 6).secant_law(2), 14)).status == "proved"
    assert verify(DimensionAtMost(Grassmannian(2, 6).secant_law(2), 13)).status == "refuted"


@pytest.mark.parametrize(("k", "n"), [(3, 5), (5, 6), (6, 6)])
def test_planes_of_more_than_half_the_dimension_by_duality(k: int, n: int) -> None:
    found, dual = dimension(Grassmannian(k, n).secant(2)), dimension(Grassmannian(max(n - k, 1), n).secant(2))
    if k < n:
        assert (found.lower, found.upper) == (dual.lower, dual.upper)
        assert any("by duality" in note for note in found.notes)
    else:
        assert found.lower == found.upper == 1


def test_laws_that_are_not_written_so() -> None:
    law = Grassmannian(2, 4).secant_law(1)
    assert as_grassmannian(law) == (Grassmannian(2, 4), 1)
    other = Law.trace(lambda y, V: V.sum() * y.sum(), {"y": (6,)}, {"V": (2, 4, 1)})
    assert as_grassmannian(other) is None and list(grassmannian_plans(other)) == []
    assert as_grassmannian(sum_of_graphs(3, 4, 1)) is None  # the dual is written otherwise
    assert as_grassmannian(Grassmannian(3, 3).secant_law(1)) is None


def test_orbits_that_are_not_dense_prove_nothing() -> None:
    law = sum_of_wedges(2, 4, 1)
    fields = list(special_linear_fields(law))
    point, still = {"V": np.arange(8).reshape(2, 4, 1)}, VectorField(law.inputs, ())
    motions = [*linear_motions(law), *(Motion(field, still) for field in fields)]
    dense = orbit_plan(law, motions, point, [], fields)
    assert dense is not None and dense.bound == 5
    assert verify(DimensionAtMost(law, 5), by=lambda _: dense.certificate()).status == "proved"
    assert orbit_plan(law, motions[:4], point, [0], fields) is None
    assert orbit_plan(law, motions, point, [], []) is None


@pytest.mark.slow
@pytest.mark.parametrize(("k", "n", "r", "value"), [(4, 8, 3, 50), (4, 8, 4, 64), (3, 9, 4, 74)])
def test_the_other_secants_that_are_too_small(k: int, n: int, r: int, value: int) -> None:
    found = dimension(Grassmannian(k, n).secant(r))
    assert (found.lower, found.upper, found.trusts) == (value, value, ()) and value < found.expected
    assert "a slice of dimension" in found.argument[1]
