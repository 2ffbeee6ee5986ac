"""A number from both sides."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import (
    BorderRankAtLeast,
    BorderRankAtMost,
    BorderRankBetween,
    Claim,
    ConservedAtLeast,
    ConservedAtMost,
    ConservedBetween,
    DimensionAtLeast,
    DimensionAtMost,
    DimensionBetween,
    KRankAtLeast,
    KRankAtMost,
    KRankBetween,
    SeparationRankAtLeast,
    SeparationRankAtMost,
    SeparationRankBetween,
    TensorRankAtLeast,
    TensorRankAtMost,
    TensorRankBetween,
)

Between = (
    KRankBetween | TensorRankBetween | BorderRankBetween | DimensionBetween | SeparationRankBetween | ConservedBetween
)


def sides(claim: Between) -> tuple[Claim, Claim]:
    """The lower and the upper bound as claims of their own."""
    match claim:
        case KRankBetween(matrix, lower, upper, field):
            return KRankAtLeast(matrix, lower, field), KRankAtMost(matrix, upper, field)
        case TensorRankBetween(tensor, lower, upper, field):
            return TensorRankAtLeast(tensor, lower, field), TensorRankAtMost(tensor, upper, field)
        case BorderRankBetween(tensor, lower, upper, field):
            return BorderRankAtLeast(tensor, lower, field), BorderRankAtMost(tensor, upper, field)
        case DimensionBetween(law, lower, upper, field):
            return DimensionAtLeast(law, lower, field), DimensionAtMost(law, upper, field)
        case SeparationRankBetween(law, inputs, lower, upper, field):
            return SeparationRankAtLeast(law, inputs, lower, field), SeparationRankAtMost(law, inputs, upper, field)
        case ConservedBetween(law, lower, upper, field):
            return ConservedAtLeast(law, lower, field), ConservedAtMost(law, upper, field)


def joined(claim: Between, lower: Certificate, upper: Certificate) -> Certificate:
    """The certificate of a two-sided claim from those of its sides."""
    remark = "; ".join(part.remark for part in (lower, upper) if part.remark)
    return Certificate(claim, "both-bounds", {}, (lower, upper), remark)


def both_bounds(provers_of: Callable[[Claim], Iterable[Callable[[Any], Certificate | Shortfall]]]) -> Any:
    """The prover of two-sided claims that looks for each side among the provers of its claim."""

    def prove(claim: Between) -> Certificate | Shortfall:
        found = []
        for side in sides(claim):
            shortfalls = []
            for prover in provers_of(side):
                result = prover(side)
                if isinstance(result, Certificate):
                    found.append(result)
                    break
                shortfalls.append(f"{result.rule}: {result.reason}")
            else:
                return Shortfall("both-bounds", f"{type(side).__name__} is not proved ({'; '.join(shortfalls)})")
        return joined(claim, *found)

    return prove
