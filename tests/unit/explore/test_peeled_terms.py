"""Other decompositions by subtracting a small term."""

from __future__ import annotations

from itertools import product
from math import prod

from algebra_tnn.claims import NotEssentiallyUnique
from algebra_tnn.exact import Field
from algebra_tnn.explore.peeled_terms import peeling, small_terms
from algebra_tnn.tensors import CP
from algebra_tnn.verification import verify

CUBES = ((1, 0, 1), (0, 1, 1))


def test_small_terms_are_all_tensors_of_rank_one_with_such_entries() -> None:
    entries = [tuple(prod(vector) for vector in product(*term)) for term in small_terms((2, 3))]
    assert len(entries) == len(set(entries)) == 2 * 4 * 13
    vectors = [[v for v in product((-1, 0, 1), repeat=size) if any(v)] for size in (2, 3)]
    assert set(entries) == {tuple(prod(pair) for pair in product(*term)) for term in product(*vectors)}


def test_three_cubes_are_such_a_sum_in_other_ways() -> None:
    verdict = verify(NotEssentiallyUnique(CP((CUBES,) * 3)), by=peeling)
    assert verdict.status == "proved"
    assert verdict.certificate is not None
    assert "a small term and 2 others" in verdict.certificate.remark


def test_nothing_is_found_for_a_unique_decomposition() -> None:
    two = ((1, 0), (0, 1))
    verdict = verify(NotEssentiallyUnique(CP((two, two, two))), by=peeling)
    assert verdict.status == "undecided"
    assert "no term with entries" in verdict.attempts[0].reason
    assert verify(NotEssentiallyUnique(CP((two, two, two)), Field.named("GF(3)")), by=peeling).status == "undecided"


def test_large_tensors_are_left_alone() -> None:
    wide = tuple(tuple(int(i == j) for j in range(6)) for i in range(6))
    verdict = verify(NotEssentiallyUnique(CP((wide, wide, wide))), by=peeling)
    assert "more than 2000 terms" in verdict.attempts[0].reason
