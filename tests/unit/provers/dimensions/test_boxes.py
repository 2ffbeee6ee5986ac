from __future__ import annotations

import pytest

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import DimensionAtLeast
from algebra_tnn.exact import Field
from algebra_tnn.laws import Law
from algebra_tnn.provers import provers_of
from algebra_tnn.provers.dimensions import boxes
from algebra_tnn.provers.dimensions.boxes import box_minor
from algebra_tnn.varieties import Segre, SegreVeronese, Veronese
from algebra_tnn.verification import checked, verify


@pytest.mark.parametrize(
    ("variety", "r", "rank"),
    [
        (Segre((5, 5, 5)), 10, 125),
        (Segre((5, 5, 5)), 10, 124),  # the last block is shortened
        (Segre((5, 5, 5)), 10, 3),  # and others are left out
        (Segre((6, 5, 4)), 4, 52),
        (SegreVeronese((4, 3), (1, 2)), 4, 22),
        (Veronese(3, 4), 5, 14),  # one box
        (Segre((2, 2)), 9, 4),  # terms that are not needed vanish
    ],
)
def test_accepted(variety: SegreVeronese, r: int, rank: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boxes, "VOLUMES", (8.0, 60.0))
    found = box_minor(DimensionAtLeast(variety.secant_law(r), rank))
    assert isinstance(found, Certificate) and found.rule == "block-minors"
    conclusion = checked(found)
    assert conclusion is not None and conclusion.trusts == () and conclusion.extensions


@pytest.mark.parametrize("p", [5, 101, 1_048_573])
def test_over_finite_fields(p: int) -> None:
    claim = DimensionAtLeast(Segre((4, 4, 4)).secant_law(3), 30, Field.named(f"GF({p})"))
    assert verify(claim, by=box_minor).status == "proved"


def test_a_rank_that_is_not_reached() -> None:
    found = box_minor(DimensionAtLeast(Segre((3, 3, 3)).secant_law(4), 27))
    assert isinstance(found, Shortfall) and found.reason == "27 is asked, the rank at points on boxes is 26"


def test_another_law() -> None:
    law = Law.trace(lambda x, W: W @ x, {"x": (2,)}, {"W": (1, 2)})
    found = box_minor(DimensionAtLeast(law, 2))
    assert isinstance(found, Shortfall) and "not a sum of products of powers" in found.reason


@pytest.mark.parametrize("field", ["GF(2)", "GF(1099511627689)"])
def test_a_field_without_enough_numbers_or_with_too_many(field: str) -> None:
    found = box_minor(DimensionAtLeast(Veronese(3, 2).secant_law(2), 5, Field.named(field)))
    assert isinstance(found, Shortfall) and "primes between the degrees" in found.reason


def test_large_claims_are_tried_box_by_box_first() -> None:
    law = Segre((12, 12, 12)).secant_law(51)
    assert provers_of(DimensionAtLeast(law, 1728))[0] is box_minor
    assert provers_of(DimensionAtLeast(law, 1000))[0] is not box_minor


@pytest.mark.slow
def test_twenty_by_twenty_by_twenty_is_filled_by_138_terms() -> None:
    verdict = verify(DimensionAtLeast(Segre((20, 20, 20)).secant_law(138), 8000))
    assert verdict.status == "proved" and verdict.trusts == ()
