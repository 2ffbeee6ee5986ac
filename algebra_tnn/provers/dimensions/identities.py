"""Identities between polynomials: laws that are zero."""

from __future__ import annotations

from dataclasses import replace

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import DimensionAtMost
from algebra_tnn.provers.dimensions.fields import axis_fields, field_plan
from algebra_tnn.provers.dimensions.lower import generic_rank


def identity(claim: DimensionAtMost) -> Certificate | Shortfall:
    """That the law c · f does not change along c, for which it is enough to look at the parameters' own rescalings.

    The search of ``dimension_from_above`` comes to it as well, after all places at which a long law can be cut.
    """
    if claim.field.is_finite:
        return Shortfall("vector-fields", f"identities are proved in characteristic 0, not over {claim.field}")
    if rank := generic_rank(claim.law):
        return Shortfall("vector-fields", f"the law is not zero: its rank at a random point is {rank}")
    plan = field_plan(claim.law, axis_fields(claim.law))
    if plan is None or plan.bound > claim.rank:
        bound = claim.law.parameter_count if plan is None else plan.bound
        return Shortfall("vector-fields", f"{claim.rank} is asked, the best bound found is {bound}")
    return replace(plan, bound=claim.rank).certificate(claim.field)
