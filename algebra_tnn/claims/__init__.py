"""What can be asserted. A claim is a noun: it says exactly what, over which field, and computes nothing.

Claims are named by their conclusion. Kruskal's condition is not a claim but a rule that proves ``EssentiallyUnique``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from algebra_tnn.exact import Field, Matrix, Q
from algebra_tnn.laws import Law
from algebra_tnn.tensors import CP, Tensor


@dataclass(frozen=True, slots=True)
class EssentiallyUnique:
    """All terms are nonzero, and every decomposition of their sum into equally many nonzero rank-one tensors over the
    field has the same terms, counted with multiplicity."""

    decomposition: CP
    field: Field = Q


@dataclass(frozen=True, slots=True)
class NotEssentiallyUnique:
    """All terms are nonzero, and their sum has a decomposition of the same length over the field with other terms."""

    decomposition: CP
    field: Field = Q


@dataclass(frozen=True, slots=True)
class KRankAtLeast:
    """Every ``rank`` columns are independent over the field."""

    matrix: Matrix
    rank: int
    field: Field = Q


@dataclass(frozen=True, slots=True)
class KRankAtMost:
    """Some ``rank`` + 1 columns are dependent over the field, or there are no more than ``rank`` columns."""

    matrix: Matrix
    rank: int
    field: Field = Q


@dataclass(frozen=True, slots=True)
class KRankBetween:
    """``lower`` ≤ Kruskal rank ≤ ``upper``."""

    matrix: Matrix
    lower: int
    upper: int
    field: Field = Q


@dataclass(frozen=True, slots=True)
class TensorRankAtLeast:
    """No sum of fewer than ``rank`` rank-one tensors over the field is the tensor. (A matrix is a tensor, too.)"""

    tensor: Tensor | CP
    rank: int
    field: Field = Q


@dataclass(frozen=True, slots=True)
class TensorRankAtMost:
    """The tensor is a sum of ``rank`` rank-one tensors over the field."""

    tensor: Tensor | CP
    rank: int
    field: Field = Q


@dataclass(frozen=True, slots=True)
class TensorRankBetween:
    """``lower`` ≤ rank ≤ ``upper`` over the field."""

    tensor: Tensor | CP
    lower: int
    upper: int
    field: Field = Q


@dataclass(frozen=True, slots=True)
class BorderRankAtLeast:
    """The tensor is no limit (over a power series ring) of sums of fewer than ``rank`` rank-one tensors."""

    tensor: Tensor | CP
    rank: int
    field: Field = Q


@dataclass(frozen=True, slots=True)
class BorderRankAtMost:
    """The tensor is a limit of sums of ``rank`` rank-one tensors, along a curve over the power series ring."""

    tensor: Tensor | CP
    rank: int
    field: Field = Q


@dataclass(frozen=True, slots=True)
class BorderRankBetween:
    """``lower`` ≤ border rank ≤ ``upper`` over the field."""

    tensor: Tensor | CP
    lower: int
    upper: int
    field: Field = Q


@dataclass(frozen=True, slots=True)
class DimensionAtLeast:
    """The functions of the law, for all parameters, fill an affine variety of dimension at least ``rank``."""

    law: Law
    rank: int
    field: Field = Q


@dataclass(frozen=True, slots=True)
class DimensionAtMost:
    """The functions of the law, for all parameters, lie in a variety of dimension ``rank``."""

    law: Law
    rank: int
    field: Field = Q


@dataclass(frozen=True, slots=True)
class DimensionBetween:
    """``lower`` ≤ dimension ≤ ``upper``."""

    law: Law
    lower: int
    upper: int
    field: Field = Q


@dataclass(frozen=True, slots=True)
class NumberOfDecompositions:
    """For generic parameters the power sum Σ_j Π_k ⟨a_kj, x_k⟩^{e_k}, which the law is, is a sum of as many terms in
    exactly ``count`` ways, over the algebraic closure. With ``count`` = 1 terms are determined by their sum."""

    law: Law
    count: int
    field: Field = Q


@dataclass(frozen=True, slots=True)
class NotDetermined:
    """Other parameters have the same function as those of ``point``, and one of their ``arrays`` is not that of the
    point with slices permuted and multiplied by nonzero numbers along each axis."""

    law: Law
    point: Mapping[str, Any]
    arrays: tuple[str, ...]
    field: Field = Q


Claim: TypeAlias = (
    EssentiallyUnique
    | NotEssentiallyUnique
    | KRankAtLeast
    | KRankAtMost
    | KRankBetween
    | TensorRankAtLeast
    | TensorRankAtMost
    | TensorRankBetween
    | BorderRankAtLeast
    | BorderRankAtMost
    | BorderRankBetween
    | DimensionAtLeast
    | DimensionAtMost
    | DimensionBetween
    | NumberOfDecompositions
    | NotDetermined
)


def negations(claim: Claim) -> tuple[Claim, ...]:
    """Claims each of which contradicts this one; proving one refutes it."""
    match claim:
        case EssentiallyUnique(decomposition, field):
            return (NotEssentiallyUnique(decomposition, field),)
        case NotEssentiallyUnique(decomposition, field):
            return (EssentiallyUnique(decomposition, field),)
        case KRankAtLeast(matrix, k, field):
            return (KRankAtMost(matrix, k - 1, field),) if k > 0 else ()
        case KRankAtMost(matrix, k, field):
            return (KRankAtLeast(matrix, k + 1, field),)
        case TensorRankAtLeast(tensor, r, field):
            return (TensorRankAtMost(tensor, r - 1, field),) if r > 0 else ()
        case TensorRankAtMost(tensor, r, field):
            return (TensorRankAtLeast(tensor, r + 1, field),)
        case BorderRankAtLeast(tensor, r, field):
            return (BorderRankAtMost(tensor, r - 1, field),) if r > 0 else ()
        case BorderRankAtMost(tensor, r, field):
            return (BorderRankAtLeast(tensor, r + 1, field),)
        case KRankBetween(matrix, lower, upper, field):
            below = (KRankAtMost(matrix, lower - 1, field),) if lower > 0 else ()
            return (*below, KRankAtLeast(matrix, upper + 1, field))
        case TensorRankBetween(tensor, lower, upper, field):
            at_most = (TensorRankAtMost(tensor, lower - 1, field),) if lower > 0 else ()
            return (*at_most, TensorRankAtLeast(tensor, upper + 1, field))
        case BorderRankBetween(tensor, lower, upper, field):
            in_limit = (BorderRankAtMost(tensor, lower - 1, field),) if lower > 0 else ()
            return (*in_limit, BorderRankAtLeast(tensor, upper + 1, field))
        case DimensionAtLeast(law, r, field):
            return (DimensionAtMost(law, r - 1, field),) if r > 0 else ()
        case DimensionAtMost(law, r, field):
            return (DimensionAtLeast(law, r + 1, field),)
        case DimensionBetween(law, lower, upper, field):
            small = (DimensionAtMost(law, lower - 1, field),) if lower > 0 else ()
            return (*small, DimensionAtLeast(law, upper + 1, field))
        case NumberOfDecompositions(law, _, field):
            shapes = [shape for _, shape in law.parameters]
            if not shapes or any(len(shape) != 2 for shape in shapes):
                return ()  # no power sum
            scalings = shapes[0][0] * (len(shapes) - 1)  # if terms change otherwise, too, there are infinitely many
            return (DimensionAtMost(law, law.parameter_count - scalings - 1, field),)
        case NotDetermined():
            return ()  # that parameters are determined is no claim here: a network leads to one about a decomposition


__all__ = [
    "BorderRankAtLeast",
    "BorderRankAtMost",
    "BorderRankBetween",
    "Claim",
    "DimensionAtLeast",
    "DimensionAtMost",
    "DimensionBetween",
    "EssentiallyUnique",
    "KRankAtLeast",
    "KRankAtMost",
    "KRankBetween",
    "NotDetermined",
    "NotEssentiallyUnique",
    "NumberOfDecompositions",
    "TensorRankAtLeast",
    "TensorRankAtMost",
    "TensorRankBetween",
    "negations",
]
