"""Bounds of the dimension of a law, from both sides, that the checker has accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from algebra_tnn.certificates import Certificate, Shortfall, Verdict
from algebra_tnn.claims import DimensionAtLeast, DimensionBetween
from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.explore.bounds import two_sided
from algebra_tnn.laws import Law, VectorField
from algebra_tnn.laws.jacobian_ranks import check_degree
from algebra_tnn.laws.power_sums import PowerSum, as_power_sum
from algebra_tnn.provers.dimensions import generic_rank, jacobian_minor, plans
from algebra_tnn.provers.dimensions.boxes import box_minor
from algebra_tnn.provers.dimensions.plans import Plan
from algebra_tnn.provers.dimensions.secants import counting_plans
from algebra_tnn.verification import verify

Side = Literal["lower", "upper", "both", "none"]
RULES = {
    "jacobian-minor": "by a minor of the Jacobian at one point",
    "block-minors": "by minors of tangent vectors in blocks, at points that are supported on boxes",
}
LARGEST_DENSE = 300  # rows or columns of a minor that comes in one piece
MOST_COORDINATES = 30_000  # in all boxes
OVER = "was computed, but its certificate is over the checker's work limit"


@dataclass(frozen=True)
class ProvedDimension:
    """Bounds that the checker has accepted, what was found but not accepted for its size, and how it came about."""

    law: Law  # with more names under `let`, if it was cut there
    lower: int
    upper: int
    verdicts: tuple[Verdict, ...]  # one of both sides, or one for each side
    from_below: str  # how the lower bound comes about
    argument: tuple[str, ...] = ()  # from above
    notes: tuple[str, ...] = ()


def proved_dimension(law: Law, prove: Side = "both", fields: Sequence[VectorField] = ()) -> ProvedDimension:
    """Bounds from below by a minor of the Jacobian, from above by the arguments of ``provers.dimensions``.

    The minor of a large power sum comes in blocks, at special points, where these reach the number of parameters or of
    coefficients that count.

    Raises: ValueError if the law has no values modulo the primes that are used.
    """
    check_degree(law, PRIME)  # first, since the text of a power with a huge exponent is long
    if prove != "none" and (counts := _counts_that_blocks_reach(law)):
        rank, chosen = counts[0].bound, counts if prove in ("upper", "both") else []
    else:
        rank, chosen = generic_rank(law), plans(law, fields, rename=True) if prove in ("upper", "both") else []
    lower, upper, verdicts, argument, notes = 0, law.parameter_count, list[Verdict](), list[str](), list[str]()
    from_below = ""
    if prove == "both":
        plan, minor = chosen[0], _minor(chosen[0].law, rank)
        both = two_sided("dimension", DimensionBetween(plan.law, rank, plan.bound), minor, plan.certificate())
        if both is not None:
            reasons = RULES[minor.rule], tuple(plan.explanation())
            return ProvedDimension(plan.law, rank, plan.bound, (both.verdict,), *reasons)
        chosen = [plan for plan in chosen if plan.law == law]  # both sides are about one law
    if prove in ("lower", "both"):
        minor = _minor(law, rank)
        if (verdict := accepted(minor)) is not None:
            lower, from_below = rank, RULES[minor.rule]
            verdicts.append(verdict)
        else:
            notes.append(f"dimension ≥ {rank} {OVER}")
    for plan in chosen:
        if (verdict := accepted(plan.certificate())) is not None:
            law, upper, argument = plan.law, plan.bound, plan.explanation()
            verdicts.append(verdict)
            break
    if chosen and chosen[0].bound < upper:
        notes.append(f"dimension ≤ {chosen[0].bound} by {chosen[0].rule} {OVER}")
    return ProvedDimension(law, lower, upper, tuple(verdicts), from_below, tuple(argument), tuple(notes))


def _counts_that_blocks_reach(law: Law) -> list[Plan]:
    """What counting says of a large power sum, the least first, if points on boxes show that it is the dimension."""
    shape = as_power_sum(law)
    if shape is None or not _is_large(shape):
        return []
    counts = sorted(counting_plans(shape), key=lambda plan: plan.bound)
    return counts if isinstance(box_minor(DimensionAtLeast(law, counts[0].bound)), Certificate) else []


def _minor(law: Law, rank: int) -> Certificate:
    """In blocks, if the law is a large power sum and this is possible."""
    claim, shape = DimensionAtLeast(law, rank), as_power_sum(law)
    found = box_minor(claim) if shape is not None and _is_large(shape) else jacobian_minor(claim)
    found = jacobian_minor(claim) if isinstance(found, Shortfall) else found
    assert isinstance(found, Certificate)
    return found


def _is_large(shape: PowerSum) -> bool:
    return shape.ambient <= MOST_COORDINATES and min(shape.ambient, shape.terms * sum(shape.sizes)) > LARGEST_DENSE


def accepted(certificate: Certificate) -> Verdict | None:
    verdict = verify(certificate.claim, by=lambda _: certificate)
    return verdict if verdict.status == "proved" else None
