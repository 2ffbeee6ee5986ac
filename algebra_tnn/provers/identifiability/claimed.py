"""The power sum that a claim about decompositions is about."""

from __future__ import annotations

from algebra_tnn.certificates import Shortfall
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum, as_power_sum


def claimed_power_sum(claim: NumberOfDecompositions, rule: str) -> PowerSum | Shortfall:
    """The power sum, or why no rule speaks about the claim."""
    if claim.field.is_finite:
        return Shortfall(rule, f"decompositions are counted in characteristic 0, not over {claim.field}")
    shape = as_power_sum(claim.law)
    return shape or Shortfall(rule, "the law is no sum of products of powers, written as the certificate format says")


def claims_one(claim: NumberOfDecompositions, rule: str) -> PowerSum | Shortfall:
    """The same where one decomposition is claimed, which is all that the rule proves."""
    if claim.count != 1:
        return Shortfall(rule, f"the rule proves that there is one decomposition, not {claim.count}")
    return claimed_power_sum(claim, rule)


def term_dimension(shape: PowerSum) -> int:
    """The dimension of the cone of the terms: Σ n_k − K + 1."""
    return sum(shape.sizes) - len(shape.sizes) + 1
