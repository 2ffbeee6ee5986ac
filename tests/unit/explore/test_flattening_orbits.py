"""Ranks of flattenings that are less than the least cut, for all nodes."""

from __future__ import annotations

import pytest

from algebra_tnn import checker
from algebra_tnn.claims import DimensionAtMost
from algebra_tnn.explore.flattening_orbits import flattening_at_most
from algebra_tnn.tensors.formats import TensorNetwork, TrainFormat, TuckerFormat

PENCILS = TensorNetwork({"P": "ABa", "Q": "CDa"}, {"A": 3, "B": 5, "C": 3, "D": 5, "a": 2}, "ABCD")


@pytest.mark.slow
def test_a_rank_below_the_least_cut_is_proved() -> None:
    """By motions that carry one point to general nodes; the slice has the entries of the vector besides."""
    verdict = flattening_at_most(PENCILS, [0, 3], 14)
    assert verdict is not None
    assert verdict.certificate is not None
    assert PENCILS.min_cut([0, 3]) == 15
    assert isinstance(verdict.claim, DimensionAtMost)
    assert verdict.claim.rank == PENCILS.parameter_count + 14
    assert (verdict.status, verdict.rule, verdict.trusts) == ("proved", "dense-orbits", ())
    assert "a slice of dimension 15 to an open set of 75" in verdict.certificate.remark
    assert checker.check(verdict.certificate.to_json()).answer == "accepted"


def test_nothing_is_found_where_letters_have_other_ends_than_two() -> None:
    """A bond of size one hangs on an outer core of a train."""
    assert flattening_at_most(TrainFormat((3, 5, 5, 3), (3, 2, 3)), [0, 2], 14) is None


def test_a_name_that_the_law_needs_is_no_error() -> None:
    network = TensorNetwork({"w": "ab", "B": "cb"}, {"a": 2, "b": 2, "c": 2}, "ac")
    assert flattening_at_most(network, [0], 1) is None


def test_no_smaller_bound_than_the_rank_is_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    """General matrices of two columns have rank two, though some points have less."""
    monkeypatch.setattr("algebra_tnn.explore.flattening_orbits.MOST_TRIED", 20)
    assert flattening_at_most(TuckerFormat((2, 2), (2, 2)), [0], 1) is None
