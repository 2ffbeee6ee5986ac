"""The dimension of a law from above: a search for the cheapest argument that reaches a target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import chain
from typing import Any

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import DimensionAtMost
from algebra_tnn.laws import Law, VectorField
from algebra_tnn.laws.cuts import with_names
from algebra_tnn.laws.power_sums import PowerSum, as_power_sum
from algebra_tnn.provers.dimensions.completed_powers import with_completed_powers
from algebra_tnn.provers.dimensions.composed import overlap_of, with_free_coefficients
from algebra_tnn.provers.dimensions.descriptions import network_name, shared_parameters
from algebra_tnn.provers.dimensions.elementary import elementary_plans
from algebra_tnn.provers.dimensions.factorizations import through_power_sum
from algebra_tnn.provers.dimensions.fields import axis_fields, field_plan
from algebra_tnn.provers.dimensions.free_products import free_products
from algebra_tnn.provers.dimensions.grassmannians import grassmannian_plans
from algebra_tnn.provers.dimensions.lower import generic_rank
from algebra_tnn.provers.dimensions.plans import Plan
from algebra_tnn.provers.dimensions.secants import power_sum_plans
from algebra_tnn.provers.dimensions.substitution import substitution_at

DEEPEST = 12  # laws inside one another
MOST_NAMES = 30  # at which a law is cut, two at a time


def dimension_from_above(claim: DimensionAtMost) -> Certificate | Shortfall:
    """By counts, power sums, cuts or vector fields: the first that reaches the bound."""
    if claim.field.is_finite:
        return Shortfall("overlap", f"bounds from above are proved in characteristic 0, not over {claim.field}")
    if (rank := generic_rank(claim.law)) > claim.rank:
        return Shortfall("jacobian-minor", f"{claim.rank} is asked, but the rank at a random point is {rank}")
    for plan in chain(_plans(claim.law, claim.rank, 0), further_plans(claim.law)):
        if plan.bound <= claim.rank:
            return replace(plan, bound=claim.rank).certificate(claim.field)
    best = plans(claim.law)[0]
    return Shortfall(best.rule, f"{claim.rank} is asked, the best bound found is {best.bound}")


def plans(law: Law, fields: Sequence[VectorField] = (), *, rename: bool = False) -> list[Plan]:
    """Bounds that were found, the least first, and among them one that costs the checker nothing.

    The arguments of ``further_plans`` are tried where others do not meet the rank of the Jacobian at a random point;
    and, if ``rename``, the law with more names, at which it can be cut.
    """
    rank, found = generic_rank(law), [best_plan(law)]
    for plan in further_plans(law, fields) if found[0].bound > rank else ():
        found.append(plan)
        if plan.bound <= rank:
            break
    if rename and min(plan.bound for plan in found) > rank and len((other := with_names(law)).let) <= MOST_NAMES:
        found.append(best_plan(other))
    found += elementary_plans(law)
    return sorted(found, key=lambda plan: plan.bound)


def further_plans(law: Law, known: Sequence[VectorField] = ()) -> Iterator[Plan]:
    """Bounds that may take seconds to find: by vector fields, known, linear and then quadratic; by completed powers."""
    fields = list(known)
    yield from filter(None, [field_plan(law, fields)])
    fields += axis_fields(law)
    yield from filter(None, [field_plan(law, fields)])
    yield from completed_plans(law)
    fields += axis_fields(law, quadratic=True)
    yield from filter(None, [field_plan(law, fields)])


def completed_plans(law: Law) -> Iterator[Plan]:
    """The bound of the network of powers that a network with activations α (t + β)^r + γ is, if it is one."""
    if (found := with_completed_powers(law)) is not None:
        plan, substitution = _best(found[0], 1), found[1]
        remark = "powers are completed, and biases moved along"
        yield Plan(law, plan.bound, "factor-through", (plan,), remark, partial(dict, substitution))


def best_plan(law: Law) -> Plan:
    """The least bound without vector fields on all of it; the search ends at the rank of a Jacobian at a random point.

    >>> law = Law.trace(lambda x, W, V: V @ (W @ x)**2, {"x": (3,)}, {"W": (2, 3), "V": (1, 2)})
    >>> print(*best_plan(law).explanation(), sep="\\n")
    ≤ 5 by factor-through: σ_2 of P^2 in O(2), dimension ≤ 5
      ≤ 5 by double-points: 1 form singular at 2 points, of 6, from the determinant of the 3×3 catalecticant
    """
    return _best(law, 0)


@lru_cache(maxsize=50_000)
def _best(law: Law, depth: int) -> Plan:
    target, best = generic_rank(law), None
    for plan in _plans(law, target, depth):
        if best is None or plan.bound < best.bound:
            best = plan
        if best.bound <= target:
            break
    assert best is not None  # every law has parameters to count
    if depth and best.bound > target:  # a part that could close the gap of the whole
        fields = field_plan(law, axis_fields(law))
        best = best if fields is None or fields.bound >= best.bound else fields
    return best


def _plans(law: Law, target: int, depth: int) -> Iterator[Plan]:
    """Bounds of the law, cheap ones first; those of parts are sought only where they could reach the target."""
    yield from elementary_plans(law)
    if (known := as_power_sum(law)) is not None:
        yield from power_sum_plans(known)
    yield from grassmannian_plans(law)
    if (found := through_power_sum(law)) is not None:
        shape, substitution = found
        for plan in power_sum_plans(shape):
            remark = f"σ_{shape.terms} of {_variety(shape)}, dimension ≤ {plan.bound}"
            yield Plan(law, plan.bound, "factor-through", (plan,), remark, partial(dict, substitution))
    if depth == DEEPEST:
        return
    names = [name for name, _ in law.let]
    places = range(len(names))
    for u, h in sorted(((i, j) for i in places for j in places if i <= j), key=lambda pair: pair[1] - pair[0]):
        yield from _overlaps(law, names[h], names[u], target, depth)
    for name in names:
        other = with_free_coefficients(law, name)
        if other is not None and generic_rank(other) <= target:
            plan = _best(other, depth + 1)
            remark = f"{name} is replaced by forms with free coefficients"
            yield Plan(law, plan.bound, "inner-coefficients", (plan,), remark, partial(_at, name))
        yield from _substitutions(law, name, target, depth)
    for product in free_products(law):
        if generic_rank(product.law) <= target:
            plan = _best(product.law, depth + 1)
            remark = f"the product of {', '.join(product.factors)} is replaced by a free array"
            yield Plan(law, plan.bound, "factor-through", (plan,), remark, partial(dict, product.substitution))


def _at(name: str) -> dict[str, Any]:
    return {"at": name}


def _overlaps(law: Law, h: str, u: str, target: int, depth: int) -> Iterator[Plan]:
    found = overlap_of(law, h, u)
    if found is None or generic_rank(found.first) + generic_rank(found.second) - found.rank > target:
        return
    first, second = _best(found.first, depth + 1), _best(found.second, depth + 1)
    bound = first.bound + second.bound - found.rank
    remark = f"{_part(first, f'before {h}')}, {_part(second, f'after {u}')}, "
    if found.shared:
        remark += f"they share {shared_parameters(found.shared)}{found.loss}: "
    else:
        remark += "they share nothing: "
    remark += f"{first.bound} + {second.bound} − {found.rank} = {bound}"
    yield Plan(law, bound, "overlap", (first, second), remark, partial(found.evidence, (h, u)))


def _substitutions(law: Law, name: str, target: int, depth: int) -> Iterator[Plan]:
    found = substitution_at(law, name)
    if found is None or generic_rank(found.first) + found.excess > target:
        return
    first = _best(found.first, depth + 1)
    bound = first.bound + found.excess
    relation = "" if found.relation is None else f", which satisfy a relation of degree {found.relation}"
    remark = (
        f"forms in the {found.entries} entries of {name}{relation}, span {found.rank} dimensions at most: "
        f"{first.bound} − {found.entries} + {found.outputs} · {found.rank} = {bound}"
    )
    yield Plan(law, bound, "substitution", (first,), remark, partial(_at, name))


def _part(plan: Plan, place: str) -> str:
    """The part with its widths, if it is a network, and its dimension."""
    name = network_name(plan.law) or f"what is {place}"
    return f"{name} has dimension {'' if plan.bound == generic_rank(plan.law) else 'at most '}{plan.bound}"


def _variety(shape: PowerSum) -> str:
    factors = [(n, e) for n, e in zip(shape.sizes, shape.exponents, strict=True) if n > 1] or [(1, 1)]
    return f"{' × '.join(f'P^{n - 1}' for n, _ in factors)} in O({','.join(str(e) for _, e in factors)})"
