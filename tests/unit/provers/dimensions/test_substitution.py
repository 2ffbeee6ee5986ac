from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn import checker
from algebra_tnn.claims import DimensionBetween
from algebra_tnn.laws import Law, apply, einsum, named
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.provers.dimensions import best_plan, generic_rank
from algebra_tnn.provers.dimensions.substitution import substitution_at
from algebra_tnn.verification import verify


@pytest.mark.parametrize(
    ("widths", "degrees", "dimension", "of_the_powers"),
    [
        ((2, 3, 5, 5, 2), (4, 2, 2), 31, 6),  # three fourth powers of binary forms
        ((3, 4, 7, 8, 2), (2, 2, 2), 76, 12),  # four squares of ternary forms, on a quartic surface
        pytest.param(
            (2, 3, 3, 4, 7, 7, 3), (2,) * 5, 96, 9, marks=pytest.mark.slow
        ),  # squares of three binary quadrics, after two layers
        pytest.param((2, 4, 3, 4, 5, 1), (2, 3, 2, 3), 33, 9, marks=pytest.mark.slow),
        pytest.param((2, 5, 3, 4, 5, 1), (3, 2, 2, 3), 36, 12, marks=pytest.mark.slow),
    ],
)
def test_networks(widths: tuple[int, ...], degrees: tuple[int, ...], dimension: int, of_the_powers: int) -> None:
    plan = best_plan(PolynomialNetwork(widths, degrees).law())
    assert (plan.rule, plan.bound, generic_rank(plan.law)) == ("substitution", dimension, dimension)
    assert plan.premises[0].bound == of_the_powers and "a relation of degree" in plan.remark
    assert checker.check(plan.certificate().to_json()).answer == "accepted"


def test_a_claim_about_both_bounds() -> None:
    law = PolynomialNetwork((2, 3, 5, 5, 2), (4, 2, 2)).law()
    assert verify(DimensionBetween(law, 31, 31)).status == "proved"


def named_network(z: Any, output: Any, parameters: Any = None) -> Law:
    def forward(x: Any, **weights: Any) -> Any:
        return output(named("h", named("z", z(x, **weights)) ** 2), x, **weights)

    return Law.trace(forward, {"x": (2,)}, parameters or {"W": (3, 2), "V": (4, 3)})


def plain(h: Any, x: Any, V: Any, **_: Any) -> Any:
    return V @ h**3


def test_the_relation() -> None:
    """Three squares of binary forms satisfy a quadric: of ten cubics in them seven are left, all binary sextics."""
    found = substitution_at(named_network(lambda x, W, V: W @ x, plain), "h")
    assert found is not None
    assert (found.entries, found.outputs, found.relation, found.rank, found.excess) == (3, 4, 2, 7, 25)


@pytest.mark.parametrize(
    "law",
    [
        named_network(lambda x, W, V, b: W @ x + b, plain, {"W": (3, 2), "V": (4, 3), "b": (3,)}),
        named_network(lambda x, W, V: W @ (W.T @ (W @ x)), plain),
        named_network(lambda x, V: einsum("ij,j->i", [[1, 0], [0, 1], [1, 1]], x), plain, {"V": (4, 3)}),
        named_network(lambda x, W, V: W @ x, lambda h, x, W, V: V @ h + V @ (W @ x)),
        named_network(lambda x, W, V: W @ x, lambda h, x, W, V: V @ h + [1, 1, 1, 1]),
        named_network(lambda x, W, V: W @ apply([1, 1], x), plain),
        named_network(lambda x, W, V: W @ apply([2], x), plain),
        named_network(lambda x, W, V: W @ x, lambda h, x, W, V: V @ apply([2], h)),
    ],
)
def test_laws_of_other_forms(law: Law) -> None:
    assert substitution_at(law, "h") is None


def test_values_that_are_no_powers() -> None:
    law = named_network(lambda x, W, V: W @ x, plain)
    assert substitution_at(law, "z") is None and substitution_at(law, "h") is not None
