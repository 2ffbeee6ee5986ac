from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from algebra_tnn import FunctionalDimensionAtLeast, Shortfall, checker, verify
from algebra_tnn.models.rectified import RectifiedNetwork
from algebra_tnn.provers.dimensions.masked_minors import masked_minor, masked_minor_at, masked_rank

NETWORK = RectifiedNetwork((1, 1, 1), biases=True)
POINT: dict[str, Any] = {"W1": [[2]], "b1": [4], "W2": [[3]], "b2": [1]}  # active for x > −2


def claim(rank: int) -> FunctionalDimensionAtLeast:
    return FunctionalDimensionAtLeast(NETWORK.law(), NETWORK.masks, rank)


def test_inputs_on_both_sides_are_needed() -> None:
    """On the active side f = 3 (2 x + 4) + 1 has two coefficients, on the other side one: together three numbers."""
    ranks = [
        masked_rank(NETWORK.law(), NETWORK.masks, POINT, [{"x": [x]} for x in inputs])
        for inputs in ([1], [1, 2], [1, 2, 3], [1, 2, -3], [-3, -4], [-2])
    ]
    assert ranks == [1, 2, 2, 3, 1, 0]


def test_certificates_are_accepted() -> None:
    verdict = verify(claim(3))
    assert (verdict.status, verdict.rule, verdict.trusts, verdict.extensions) == ("proved", "jacobian-minor", (), False)
    given = verify(claim(2), by=masked_minor_at(POINT, [{"x": [1]}, {"x": [5]}]))
    assert given.status == "proved" and given.certificate is not None
    assert checker.check(given.certificate.to_json()).answer == "accepted"


def test_what_falls_short() -> None:
    found = masked_minor_at(POINT, [{"x": [1]}, {"x": [2]}])(claim(3))
    assert found == Shortfall("jacobian-minor", "3 is asked, the rank at the point is 2")
    assert isinstance(masked_minor(claim(4)), Shortfall)
    assert verify(claim(4)).status == "refuted", "by the law with free masks"


def test_only_integers_are_lifted() -> None:
    with pytest.raises(ValueError, match="b1 has the entry 1/2; a minor is at integers from"):
        masked_minor_at({**POINT, "b1": [Fraction(1, 2)]}, [{"x": [1]}])(claim(1))
    with pytest.raises(ValueError, match="x has the entry 600000; a minor is at integers from"):
        masked_minor_at(POINT, [{"x": [600000]}])(claim(1))
