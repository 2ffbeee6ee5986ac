from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from algebra_tnn import Certificate, Field, KRankAtLeast, KRankAtMost, KRankBetween, Shortfall, provers, verify
from algebra_tnn.exact import exact_matrix
from algebra_tnn.exact.fields import MODULUS

VANDERMONDE = exact_matrix([[1, 1, 1, 1, 1], [0, 1, 2, 3, 4], [0, 1, 4, 9, 16]])
TWO = Field.named("GF(2)")


@pytest.mark.parametrize("k", range(5))
def test_every_lower_bound(k: int) -> None:
    verdict = verify(KRankAtLeast(VANDERMONDE, k))
    assert verdict.status == ("proved" if k <= 3 else "refuted")
    assert verdict.rule == {0: "column-walk", 3: "projected-minors", 4: "dependent-columns"}.get(k, verdict.rule)


@pytest.mark.parametrize("k", range(7))
def test_every_upper_bound(k: int) -> None:
    verdict = verify(KRankAtMost(VANDERMONDE, k))
    assert verdict.status == ("refuted" if k < 3 else "proved")
    if k == 4:
        assert verdict.certificate is not None
        assert len(verdict.certificate.evidence["columns"]) == 5
        assert verdict.certificate.evidence["relation"][-1] == 0


def test_shortfalls_have_numbers() -> None:
    short = provers.columns_independent(KRankAtLeast(VANDERMONDE, 4))
    assert short == Shortfall("projected-minors", "4 is asked, 2 ≤ k-rank ≤ 3 was found")
    over = provers.dependent_columns(KRankAtMost(VANDERMONDE, 2))
    assert over == Shortfall("dependent-columns", "2 is asked, 3 ≤ k-rank ≤ 3 was found")


@pytest.mark.parametrize("field", [Field("Q"), TWO], ids=str)
@pytest.mark.parametrize("entry", [1, MODULUS, Fraction(1, MODULUS)])
def test_full_column_rank_needs_no_luck(field: Field, entry: Any) -> None:
    """The projection is a left inverse, over GF(2), too, where most projections lose something."""
    matrix = exact_matrix([[0, 0, 0], [0, 1, 1], [1, 1, 0], [0, 1, 1], [1, 1, entry], [0, 0, 0]])
    verdict = verify(KRankAtLeast(matrix, 3, field))
    assert (verdict.status, verdict.rule, verdict.extensions) == ("proved", "projected-minors", True)


def test_no_more_is_examined_than_the_claim_asks() -> None:
    """C(60, 20) subsets are beyond every budget, C(60, 3) are not."""
    matrix = tuple(tuple(x**i for x in range(60)) for i in range(20))
    assert verify(KRankAtLeast(matrix, 3)).status == "proved"
    short = provers.columns_independent(KRankAtLeast(matrix, 18))
    assert short == Shortfall("projected-minors", "18 is asked, 2 ≤ k-rank ≤ 20 was found")


def test_the_field() -> None:
    assert verify(KRankAtLeast(VANDERMONDE, 3, TWO)).status == "refuted"
    assert verify(KRankAtMost(VANDERMONDE, 1, TWO)).status == "proved"
    zero_over_two = ((2, 1), (4, 1))
    assert verify(KRankAtMost(zero_over_two, 0, TWO)).status == "proved"
    assert verify(KRankAtMost(zero_over_two, 0)).status == "refuted"


def test_both_bounds() -> None:
    verdict = verify(KRankBetween(VANDERMONDE, 2, 4))
    assert (verdict.status, verdict.rule) == ("proved", "both-bounds")
    assert verify(KRankBetween(VANDERMONDE, 4, 5)).status == "refuted"
    assert verify(KRankBetween(VANDERMONDE, 0, 2)).status == "refuted"
    short = provers.both_bounds(provers.provers_of)(KRankBetween(VANDERMONDE, 4, 5))
    assert isinstance(short, Shortfall)
    assert "KRankAtLeast is not proved (projected-minors: 4 is asked" in short.reason


def test_the_exact_bound_is_shown_with_a_projection() -> None:
    found = provers.columns_independent(KRankAtLeast(VANDERMONDE, 3))
    assert isinstance(found, Certificate)
    assert len(found.evidence["projection"]) == 3


@pytest.mark.parametrize(
    "matrix",
    [((MODULUS, 1), (0, 1)), ((Fraction(1, MODULUS), 1), (0, 1)), ((1, 1), (0, MODULUS)), ((MODULUS, 1, 1), (0, 1, 2))],
)
@pytest.mark.parametrize("k", [0, 1, 2])
def test_entries_that_meet_the_modulus(matrix: Any, k: int) -> None:
    """The matrix has k-rank 2, and each bound up to it has a certificate that the checker accepts."""
    assert verify(KRankAtLeast(matrix, k)).status == "proved"
