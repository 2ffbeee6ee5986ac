from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest

from algebra_tnn import checker
from algebra_tnn.explore import Dimension, dimension, dimensions
from algebra_tnn.laws import Law, value
from algebra_tnn.models import PolynomialNetwork
from tests.unit.provers.dimensions.laws import BOUNDED, PROVED

SMALL = PolynomialNetwork((3, 4, 2, 1), 2)


@pytest.mark.parametrize("name", PROVED)
def test_laws_of_users(name: str) -> None:
    law, expected = PROVED[name]
    found = dimension(law)
    assert (found.lower, found.upper, found.status, found.trusts) == (expected, expected, "proved", ())
    assert (found.probable.value, found.error_bound) == (expected, 0)
    assert found.defect == found.expected - expected >= 0 and found.parameters == law.parameter_count
    assert found.certificate is not None and checker.check(found.certificate.to_json()).answer == "accepted"


@pytest.mark.parametrize("name", BOUNDED)
def test_bounds_that_do_not_meet(name: str) -> None:
    law, lower, upper = BOUNDED[name]
    found = dimension(law)
    assert (found.lower, found.upper, found.status, found.defect) == (lower, upper, "undecided", None)
    assert found.probable.value == lower and 0 < found.error_bound < Fraction(1, 2**60)
    assert found.certificate is not None and checker.check(found.certificate.to_json()).answer == "accepted"


def test_an_explanation() -> None:
    assert dimension(SMALL).explanation.splitlines() == [
        "dimension = 11 (proved)",
        "  pnn 3,4,2,1 with t², in characteristic 0",
        "  f_i = Σ_j W3_ij h2_j",
        "  z1_i = Σ_j W1_ij x_j",
        "  h1_i = z1_i²",
        "  z2_i = Σ_j W2_ij h1_j",
        "  h2_i = z2_i²",
        "  22 parameters, expected 15, ambient 15, defect 4",
        "  ≥ 11 by a minor of the Jacobian at one point",
        "  ≤ 11 by overlap: (3,4,2) has dimension 12, (4,2,1) has dimension 7, they share the 8 weights of layer 2: "
        "12 + 7 − 8 = 11",
        "    ≤ 12 by reachable-monomials: 2 outputs × 6 monomials",
        "    ≤ 7 by factor-through: σ_2 of P^3 in O(2), dimension ≤ 7",
        "      ≤ 7 by double-points: 3 forms singular at 2 points, of 10, "
        "from the minors of size 3 of the 4×4 catalecticant",
        "  trusts no published theorem",
    ]


def test_exterior_products() -> None:
    """(5,7,1) cubic has dimension 34: the rational normal curve through seven points has a singular cubic."""
    found = dimension(PolynomialNetwork((5, 7, 1), 3))
    assert (found.lower, found.upper, found.expected, found.trusts) == (34, 34, 35, ())


def test_a_dimension_that_is_not_known() -> None:
    """(2,3,2) with x³ + x has dimension 11, and 12 is what is proved."""
    found = dimension(PolynomialNetwork((2, 3, 2), activations="x^3+x"))
    assert (found.lower, found.upper) == (11, 12)
    assert found.explanation.startswith("11 ≤ dimension ≤ 12 (proved); dimension = 11 except with probability ≤ 2^-")


@pytest.mark.parametrize(
    ("prove", "lower", "upper", "claims"),
    [
        ("both", 11, 11, ["DimensionBetween"]),
        ("lower", 11, 22, ["DimensionAtLeast"]),
        ("upper", 0, 11, ["DimensionAtMost"]),
        ("none", 0, 22, []),
    ],
)
def test_which_bounds_are_proved(prove: Any, lower: int, upper: int, claims: list[str]) -> None:
    found = dimension(SMALL, prove=prove)
    assert (found.lower, found.upper, [type(v.claim).__name__ for v in found.verdicts]) == (lower, upper, claims)
    assert found.probable.value == 11
    assert (found.error_bound == 0) == (upper == 11)  # a trial that meets a proved bound is no matter of chance
    assert found.error_bound < Fraction(1, 2**60)
    assert (found.certificate is None) == (prove == "none")
    assert found.explanation.splitlines()[0].endswith("no bound is proved") == (prove == "none")


def test_the_object() -> None:
    found = dimension(PolynomialNetwork((3, 2, 1), 2)).to_dict()
    assert found.pop("explanation").startswith("dimension = 5 (proved)")
    assert json.loads(json.dumps(found)) == {
        "name": "pnn 3,2,1 with t²",
        "formula": "f_i = Σ_j W2_ij h1_j\nz1_i = Σ_j W1_ij x_j\nh1_i = z1_i²",
        "lower": 5,
        "upper": 5,
        "field": "Q",
        "probable": 5,
        "error_bound": 0,
        "expected": 6,
        "ambient": 6,
        "parameters": 8,
        "defect": 1,
        "status": "proved",
        "trusts": [],
        "notes": [],
    }
    open_case = dimension(PolynomialNetwork((3, 2, 1), 2), prove="none").to_dict()
    assert 0 < Fraction(open_case["error_bound"]) < Fraction(1, 2**60)
    assert (open_case["defect"], open_case["status"]) == (None, "undecided")


def test_a_budget() -> None:
    found = dimension(SMALL, prove="none", seconds=1e-9)
    assert found.probable.trials == 1 and found.probable.value == 11 and 0 < found.error_bound < Fraction(1, 100)


def test_certificates_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is within the checker's limit is proved, each side by itself, and the next best bound from above."""
    whole = dimension(SMALL)
    work = {}
    for prove in ("lower", "upper"):
        work[prove] = least_work(dimension(SMALL, prove=prove), monkeypatch)
    both = least_work(whole, monkeypatch)
    assert both > max(work.values()) and work["upper"] > work["lower"]
    monkeypatch.setattr(checker, "LIMIT_WORK", both - 1)
    each = dimension(SMALL)
    assert (each.lower, each.upper, each.certificate, len(each.verdicts), each.notes) == (11, 11, None, 2, ())
    monkeypatch.setattr(checker, "LIMIT_WORK", work["lower"])
    less = dimension(SMALL)
    assert (less.lower, less.upper) == (11, 22) and less.argument == ("≤ 22 by parameter-count: 22 parameters",)
    assert less.notes == (
        "dimension ≤ 11 by overlap was computed, but its certificate is over the checker's work limit",
    )
    monkeypatch.setattr(checker, "LIMIT_WORK", 10)
    least = dimension(SMALL)
    assert (least.lower, least.upper, len(least.notes)) == (0, 22, 2)
    assert least.notes[0] == "dimension ≥ 11 was computed, but its certificate is over the checker's work limit"
    assert least.error_bound < Fraction(1, 2**60)


def least_work(found: Dimension, monkeypatch: pytest.MonkeyPatch) -> int:
    """The least limit of work with which the checker accepts the certificate."""
    assert found.certificate is not None
    text, low, high = found.certificate.to_json(), 0, checker.LIMIT_WORK
    while high - low > 1:
        middle = (low + high) // 2
        with monkeypatch.context() as limited:
            limited.setattr(checker, "LIMIT_WORK", middle)
            low, high = (low, middle) if checker.check(text).answer == "accepted" else (middle, high)
    return high


def test_a_law_that_is_cut_at_new_names() -> None:
    law, _ = PROVED["three layers without names"]
    found = dimension(law)
    assert law.let == () and found.law.let and found.verdicts[0].claim.law == found.law
    point = {"x": [1, 2, 3, 4, 5], "W1": [[1, 2, 0, 3, 1]] * 4, "W2": [[2, 1, 1, 0]] * 3, "W3": [[1, 2, 3]]}
    assert value(found.law, point) == value(law, point)
    assert dimension(law, prove="upper").law == found.law


def test_where_one_trial_says_too_little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dimensions, "MOST_MISSED", Fraction(0))
    found = dimension(SMALL, prove="lower")
    assert (found.probable.value, found.error_bound) == (11, 1)
    assert found.explanation.startswith("11 ≤ dimension ≤ 22 (proved); dimension at least 11")


def test_laws_that_cannot_be_evaluated() -> None:
    fraction = Law.trace(lambda x, w: w * x / 1048573, {"x": ()}, {"w": ()})
    with pytest.raises(ValueError, match="whose denominator 1048573 divides"):
        dimension(fraction)
    with pytest.raises(ValueError, match="degree 1048573 in x, and the modulus 1048573 is not above it"):
        dimension(Law.trace(lambda x, w: w * x**1048573, {"x": ()}, {"w": ()}))


def test_html() -> None:
    assert ">dimension = 11 (proved)\n" in dimension(SMALL)._repr_html_()
