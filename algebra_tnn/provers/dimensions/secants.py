"""Bounds of the dimensions of secant varieties of Segre–Veronese varieties."""

from __future__ import annotations

from collections.abc import Iterator

from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.provers.dimensions.double_points import MOST_MONOMIALS, singular_forms
from algebra_tnn.provers.dimensions.lower import generic_rank
from algebra_tnn.provers.dimensions.plans import Plan


def power_sum_plans(shape: PowerSum) -> Iterator[Plan]:
    """Bounds of the dimension of a secant variety: counts, and forms that are singular at points where these miss."""
    yield from (counts := counting_plans(shape))
    law, ambient = shape.law, shape.ambient
    if ambient <= MOST_MONOMIALS and (rank := generic_rank(law)) < min(plan.bound for plan in counts):
        found = singular_forms(shape, ambient - rank)
        if found is not None:
            yield Plan(law, ambient - found.count, "double-points", remark=found.remark, evidence=found.evidence)


def counting_plans(shape: PowerSum) -> list[Plan]:
    """Parameters modulo the rescalings of factors, and the ambient space if that is less."""
    law, ambient = shape.law, shape.ambient
    count = shape.terms * (sum(shape.sizes) - len(shape.sizes) + 1)
    each = f"{shape.terms} term{'s' * (shape.terms != 1)} of dimension {count // shape.terms}"
    found = [Plan(law, count, "secant-count", remark=each)]
    if ambient <= count:
        found.append(Plan(law, ambient, "reachable-monomials", remark=f"{ambient} monomials"))
    return found
