"""Bounds of the dimensions of secant varieties of Segre–Veronese varieties."""

from __future__ import annotations

from collections.abc import Iterator

from algebra_tnn.provers.dimensions.double_points import MOST_MONOMIALS, singular_forms
from algebra_tnn.provers.dimensions.lower import generic_rank
from algebra_tnn.provers.dimensions.plans import Plan
from algebra_tnn.provers.dimensions.power_sums import PowerSum


def power_sum_plans(shape: PowerSum) -> Iterator[Plan]:
    """Bounds of the dimension of a secant variety: parameters modulo rescaling, the ambient space, double points."""
    law, ambient = shape.law, shape.ambient
    count = shape.terms * (sum(shape.sizes) - len(shape.sizes) + 1)
    each = f"{shape.terms} terms of dimension {count // shape.terms}"
    yield Plan(law, count, "secant-count", remark=each)
    if ambient <= count:
        yield Plan(law, ambient, "reachable-monomials", remark=f"{ambient} monomials")
    if ambient <= MOST_MONOMIALS and (rank := generic_rank(law)) < min(count, ambient):
        found = singular_forms(shape, ambient - rank)
        if found is not None:
            yield Plan(law, ambient - found.count, "double-points", remark=found.remark, evidence=found.evidence)
