"""Boxes on which laws are positive: certificates, shortfalls, and boxes that are too large."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from algebra_tnn import C, Certificate, CertificateRejected, Field, Law, PositiveOnBox, R, Shortfall, verify
from algebra_tnn.laws import einsum
from algebra_tnn.laws.arrays import Array
from algebra_tnn.laws.expressions import Constant
from algebra_tnn.provers.positivity import interval_signs
from algebra_tnn.verification import checked

AREA = Law.trace(lambda a, b: einsum("i,i->i", a, b) - [2, 3], {}, {"a": (2,), "b": (2,)})
LOWER: dict[str, Any] = {"a": [2, 3], "b": [2, "3/2"]}
UPPER: dict[str, Any] = {"a": [3, 3], "b": [4, 2]}


def test_proved() -> None:
    verdict = verify(PositiveOnBox(AREA, LOWER, UPPER))
    assert (verdict.status, verdict.rule, verdict.trusts) == ("proved", "squares", ())
    assert "2 polynomials are at least 3/2" in verdict.explanation
    assert verify(PositiveOnBox(AREA, LOWER, UPPER, R)).status == "proved"


def test_one_number() -> None:
    law = Law.trace(lambda a: 1 - a * a / 2, {}, {"a": ()})
    assert verify(PositiveOnBox(law, {"a": 0}, {"a": 1})).status == "proved"
    found = interval_signs(PositiveOnBox(law, {"a": 0}, {"a": 2}))
    assert isinstance(found, Shortfall) and "the output is shown to be at least -1, not" in found.reason


@pytest.mark.parametrize("b", [1, Fraction(1, 2)])
def test_zero_is_not_positive(b: Any) -> None:
    found = interval_signs(PositiveOnBox(AREA, {"a": [2, 3], "b": [2, b]}, UPPER))
    assert isinstance(found, Shortfall)
    assert f"entry 1 of the output is shown to be at least {3 * b - 3}, not" in found.reason


def test_a_sum_of_squares_is_missed() -> None:
    """Undecided is not refuted: t² + 1/4 is positive, and its bound from −1 to 1 is not."""
    law = Law.trace(lambda a: a * a + Fraction(1, 4), {}, {"a": (1,)})
    verdict = verify(PositiveOnBox(law, {"a": [-1]}, {"a": [1]}))
    assert verdict.status == "undecided" and "at least -11/4" in verdict.explanation


def test_powers_and_products() -> None:
    """2 − s² t + s³ on a box, with a bound of either kind first; the names s and t of the law do not matter."""

    def forward(s: Any, t: Any) -> Any:
        return 2 - einsum("i,i,->", s, s, t) + einsum("i,i,i->", s, s, s)

    law = Law.trace(forward, {}, {"s": (1,), "t": ()})
    claim = PositiveOnBox(law, {"s": [0], "t": "1/2"}, {"s": [1], "t": 0})
    verdict = verify(claim)
    assert verdict.status == "proved" and verdict.certificate is not None
    assert verdict.certificate.claim == claim.at_least(Fraction(3, 2))
    assert verdict.claim == claim


def test_a_law_of_nothing() -> None:
    law = Law((), (), (), Constant(Array((2,), (1, 2))))
    assert verify(PositiveOnBox(law, {}, {})).status == "proved"


@pytest.mark.parametrize("bound", [0, Fraction(-1, 2)])
def test_bounds_that_show_nothing(bound: Any) -> None:
    with pytest.raises(ValueError, match="only a positive one shows that the output is positive"):
        PositiveOnBox(AREA, LOWER, UPPER).at_least(bound)


def test_no_certificate_for_too_large_a_bound() -> None:
    """The least value of the entries on the box is 3/2."""
    claim = PositiveOnBox(AREA, LOWER, UPPER)
    found = interval_signs(claim)
    assert isinstance(found, Certificate)
    for bound in (Fraction(5, 4), 2):
        with pytest.raises(CertificateRejected):
            checked(replace(found, claim=claim.at_least(bound)))


@pytest.mark.parametrize("field", [C, Field.named("GF(5)")])
def test_no_signs(field: Field) -> None:
    found = interval_signs(PositiveOnBox(AREA, LOWER, UPPER, field))
    assert isinstance(found, Shortfall) and f"not over {field}" in found.reason
