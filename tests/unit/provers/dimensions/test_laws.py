"""Every plan for every law is a proof: the checker accepts it, and the bound below it is rejected where it is sharp."""

from __future__ import annotations

import pytest

from algebra_tnn import checker
from algebra_tnn.claims import DimensionAtLeast, DimensionAtMost, DimensionBetween
from algebra_tnn.exact import C, Field, R
from algebra_tnn.laws import Law
from algebra_tnn.laws.cuts import with_names
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.provers.dimensions import best_plan, dimension_from_above, generic_rank, jacobian_minor, plans, upper
from algebra_tnn.verification import verify
from tests.unit.provers.dimensions.laws import BOUNDED, PROVED

LAWS = {name: law for table in (PROVED, BOUNDED) for name, (law, *_) in table.items()}
NETWORKS = {
    "pnn 3,4,2,1": PolynomialNetwork((3, 4, 2, 1), 2).law(),
    "pnn 2,3,3,1 with 3, 3": PolynomialNetwork((2, 3, 3, 1), (3, 3)).law(),
    "pnn 2,2,3": PolynomialNetwork((2, 2, 3), 2).law(),
    "pnn 2,2,2 with biases": PolynomialNetwork((2, 2, 2), 2, biases=True).law(),
    "pnn 2,2,2 with x² + x": PolynomialNetwork((2, 2, 2), activations="x^2 + x").law(),
}


@pytest.mark.parametrize("name", [*LAWS, *NETWORKS])
def test_every_plan_is_accepted(name: str) -> None:
    law = {**LAWS, **NETWORKS}[name]
    for other in (law, with_names(law)):
        found = plans(other)
        assert [plan.bound for plan in found] == sorted(plan.bound for plan in found)
        for plan in found:
            assert plan.law == other and plan.bound >= generic_rank(other)
            if other.degree < 100 or plan.rule == "parameter-count":
                judgement = checker.check(plan.certificate().to_json())
                assert judgement.answer == "accepted", (judgement.reason, plan.explanation())


@pytest.mark.parametrize("name", PROVED)
def test_claims_that_are_false(name: str) -> None:
    law, dimension = PROVED[name]
    above = jacobian_minor(DimensionAtLeast(law, dimension + 1))
    assert above.reason == f"{dimension + 1} is asked, the rank at a random point is {dimension}"
    if dimension:
        below = dimension_from_above(DimensionAtMost(law, dimension - 1))
        assert below.reason == f"{dimension - 1} is asked, but the rank at a random point is {dimension}"


@pytest.mark.parametrize("name", NETWORKS)
def test_verify(name: str) -> None:
    law = NETWORKS[name]
    rank = generic_rank(law)
    bound = best_plan(law).bound
    for field in (R, C):
        verdict = verify(DimensionBetween(law, rank, bound, field))
        assert (verdict.status, verdict.trusts, verdict.extensions) == ("proved", (), True)
    assert verify(DimensionAtMost(law, bound + 1)).status == "proved"
    assert verify(DimensionAtLeast(law, rank - 1)).status == "proved"
    assert verify(DimensionAtLeast(law, 0)).status == "proved"
    assert verify(DimensionAtMost(law, rank - 1)).status == "refuted"
    if bound == rank:
        assert verify(DimensionAtLeast(law, rank + 1)).status == "refuted"


@pytest.mark.parametrize("name", ["pnn 3,4,2,1", "pnn 2,2,3"])
def test_the_same_claim_has_the_same_bytes(name: str) -> None:
    law = NETWORKS[name]
    again = Law.from_json(law.to_json())
    texts = {jacobian_minor(DimensionAtLeast(some, generic_rank(some))).to_json() for some in (law, again)}
    texts |= {dimension_from_above(DimensionAtMost(some, best_plan(some).bound)).to_json() for some in (law, again)}
    assert len(texts) == 2


@pytest.mark.slow
def test_bounds_that_are_not_found() -> None:
    law, lower, upper = BOUNDED["two sums of three l³ + l"]
    found = dimension_from_above(DimensionAtMost(law, lower))
    assert found.reason == f"{lower} is asked, the best bound found is {upper}"
    assert verify(DimensionBetween(law, lower, lower)).status == "undecided"


def test_finite_fields() -> None:
    law = PolynomialNetwork((2, 2, 1), 2).law()
    seven = Field.named("GF(7)")
    assert verify(DimensionAtLeast(law, 3, seven)).status == "proved"
    assert "characteristic 0, not over GF(7)" in dimension_from_above(DimensionAtMost(law, 3, seven)).reason
    #  x ↦ (w x)^3 has derivative 0 over GF(3), and its degree is not below 3
    cube = Law.trace(lambda x, w: (w * x) ** 3, {"x": ()}, {"w": ()})
    three = Field.named("GF(3)")
    assert "the modulus 3 is not above it" in jacobian_minor(DimensionAtLeast(cube, 1, three)).reason
    assert verify(DimensionAtLeast(cube, 1, three)).status == "undecided"
    assert (
        "not over GF(1099511627689)"
        in jacobian_minor(DimensionAtLeast(law, 1, Field.named("GF(1099511627689)"))).reason
    )
    #  over GF(2) there is one nonzero point, so that ranks may be too small, and never too large
    line = Law.trace(lambda x, W: W @ x, {"x": (3,)}, {"W": (2, 3)})
    two = Field.named("GF(2)")
    assert verify(DimensionAtLeast(line, 1, two)).status == "proved"
    assert verify(DimensionAtLeast(line, 7, two)).status == "undecided"


def test_laws_inside_one_another_have_an_end() -> None:
    law = NETWORKS["pnn 3,4,2,1"]
    rules = {depth: {plan.rule for plan in upper._plans(law, 11, depth)} for depth in (0, upper.DEEPEST)}
    assert rules[upper.DEEPEST] == {"parameter-count", "reachable-monomials", "coefficient-matrix"}
    assert rules[0] - rules[upper.DEEPEST] == {"overlap", "inner-coefficients"}


def test_many_names(monkeypatch: pytest.MonkeyPatch) -> None:
    law, dimension = PROVED["three layers without names"]
    monkeypatch.setattr(upper, "axis_fields", lambda law, quadratic=False: [])
    assert plans(law)[0].bound == 35 and plans(law, rename=True)[0].bound == dimension
    monkeypatch.setattr(upper, "MOST_NAMES", 3)
    assert plans(law, rename=True)[0].bound == 35
