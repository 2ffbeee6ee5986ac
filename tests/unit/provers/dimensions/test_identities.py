from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import DimensionAtMost
from algebra_tnn.exact import Field, Q
from algebra_tnn.laws import Law, named
from algebra_tnn.provers.dimensions.identities import identity
from algebra_tnn.verification import verify


def times(difference: Any) -> Law:
    return Law.trace(lambda x, y, c: c * difference(x, y), {"x": (2,), "y": (2,)}, {"c": ()})


SQUARES = times(lambda x, y: (x + y) ** 2 - (x - y) ** 2 - 4 * x * y)


def test_an_identity_is_proved_by_one_field() -> None:
    found = identity(DimensionAtMost(SQUARES, 0))
    assert isinstance(found, Certificate) and found.rule == "vector-fields"
    verdict = verify(DimensionAtMost(SQUARES, 0), by=identity)
    assert (verdict.status, verdict.trusts, verdict.extensions) == ("proved", (), True)


def test_names_do_not_make_the_search_longer() -> None:
    """A law with twenty places at which it can be cut."""

    def chain(x: Any, y: Any) -> Any:
        z = x
        for k in range(20):
            z = named(f"z{k}", z + y)
        return z - x - 20 * y

    assert verify(DimensionAtMost(times(chain), 0), by=identity).status == "proved"


@pytest.mark.parametrize(
    ("law", "field", "reason"),
    [
        (times(lambda x, y: (x + y) ** 2 - x**2 - y**2), Q, "the law is not zero: its rank at a random point is 1"),
        (SQUARES, Field.named("GF(7)"), "identities are proved in characteristic 0, not over GF"),
    ],
)
def test_what_is_no_identity_falls_short(law: Law, field: Field, reason: str) -> None:
    found = identity(DimensionAtMost(law, 0, field))
    assert isinstance(found, Shortfall) and reason in str(found)
