"""What can be asserted. A claim is a noun: it says exactly what, over which field, and computes nothing.

Claims are named by their conclusion. Kruskal's condition is not a claim but a rule that proves ``EssentiallyUnique``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from algebra_tnn.claims.gradient_flow import Conserved, ConservedAtLeast, ConservedAtMost, ConservedBetween
from algebra_tnn.claims.identities import Nonnegative, Vanishes
from algebra_tnn.claims.regions import FunctionalDimensionAtLeast
from algebra_tnn.exact import Field, Matrix, Q
from algebra_tnn.exact.scalars import Number, in_short
from algebra_tnn.laws import Law
from algebra_tnn.laws.boxes import excess_on_box
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


@dataclass(frozen=True, slots=True)
class Split:
    """A law with one output, and the names of the inputs on one side, which are put in the order of the law.

    Raises: ValueError if the output is no scalar, or a name is no input of the law or is given twice.
    """

    law: Law
    inputs: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.law.shape:
            raise ValueError(
                f"the output of the law has the shape {self.law.shape}; a separation rank is that of one number, "
                "so contract the output with a vector first"
            )
        known, chosen = self.law.input_names, tuple(self.inputs)
        for name in chosen:
            if name not in known:
                raise ValueError(f"{name!r} is no input of the law; its inputs are {', '.join(known) or 'none'}")
        if len(set(chosen)) < len(chosen):
            raise ValueError(f"the inputs {', '.join(chosen)} name one twice; name each input of one side once")
        object.__setattr__(self, "inputs", tuple(name for name in known if name in chosen))


@dataclass(frozen=True, slots=True)
class SeparationRankAtLeast(Split):
    """For all parameters outside of a proper closed set, the output is no sum of fewer than ``rank`` products of a
    polynomial in the inputs of one side and one in the others. (The rank of the matrix of its coefficients.)"""

    rank: int
    field: Field = Q


@dataclass(frozen=True, slots=True)
class SeparationRankAtMost(Split):
    """For all parameters the output is a sum of ``rank`` products of a polynomial in the inputs of one side and one in
    the others."""

    rank: int
    field: Field = Q


@dataclass(frozen=True, slots=True)
class SeparationRankBetween(Split):
    """``lower`` ≤ separation rank for almost all parameters, and separation rank ≤ ``upper`` for all."""

    lower: int
    upper: int
    field: Field = Q


@dataclass(frozen=True, slots=True)
class PositiveOnBox:
    """All entries of the output of a law without inputs are positive wherever each entry of the parameters lies
    between its two bounds. What is certified is ``at_least`` some number."""

    law: Law
    lower: Mapping[str, Any]
    upper: Mapping[str, Any]
    field: Field = Q

    def at_least(self, bound: Number) -> Nonnegative:
        """All entries f_i are at least the bound: Σ s_i (f_i − bound) ≥ 0 for all s > 0 and all parameters inside of
        the box, whose place there is given by t > 0 and 1 − t > 0 (the law and its names: ``laws.boxes``).

        So f_i ≥ bound, as the other s may be arbitrarily small, and by continuity on the whole box. This implies the
        claim. Raises: ValueError if the bound is not positive, if the law has inputs, or for other names and shapes.
        """
        if bound <= 0:
            raise ValueError(f"the bound is {in_short(bound)}; only a positive one shows that the output is positive")
        law, positive = excess_on_box(self.law, self.lower, self.upper, bound)
        return Nonnegative(law, positive, field=self.field)


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
    | PositiveOnBox
    | SeparationRankAtLeast
    | SeparationRankAtMost
    | SeparationRankBetween
    | Vanishes
    | Nonnegative
    | Conserved
    | ConservedAtLeast
    | ConservedAtMost
    | ConservedBetween
    | FunctionalDimensionAtLeast
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
        case PositiveOnBox():
            return ()  # one point of the box would be enough, and needs no certificate
        case SeparationRankAtLeast(law, inputs, r, field):
            return (SeparationRankAtMost(law, inputs, r - 1, field),) if r > 0 else ()
        case SeparationRankAtMost(law, inputs, r, field):
            return (SeparationRankAtLeast(law, inputs, r + 1, field),)
        case SeparationRankBetween(law, inputs, lower, upper, field):
            fewer = (SeparationRankAtMost(law, inputs, lower - 1, field),) if lower > 0 else ()
            return (*fewer, SeparationRankAtLeast(law, inputs, upper + 1, field))
        case Vanishes() | Nonnegative() | Conserved():
            return ()  # a point at which it fails would be enough, and needs no certificate
        case ConservedAtLeast(law, count, field):
            return (ConservedAtMost(law, count - 1, field),) if count > 0 else ()
        case ConservedAtMost(law, count, field):
            return (ConservedAtLeast(law, count + 1, field),)
        case ConservedBetween(law, lower, upper, field):
            less = (ConservedAtMost(law, lower - 1, field),) if lower > 0 else ()
            return (*less, ConservedAtLeast(law, upper + 1, field))
        case FunctionalDimensionAtLeast(law, _, r, field):
            return (DimensionAtMost(law, r - 1, field),) if r > 0 else ()  # with masks that are free


__all__ = [
    "BorderRankAtLeast",
    "BorderRankAtMost",
    "BorderRankBetween",
    "Claim",
    "Conserved",
    "ConservedAtLeast",
    "ConservedAtMost",
    "ConservedBetween",
    "DimensionAtLeast",
    "DimensionAtMost",
    "DimensionBetween",
    "EssentiallyUnique",
    "FunctionalDimensionAtLeast",
    "KRankAtLeast",
    "KRankAtMost",
    "KRankBetween",
    "Nonnegative",
    "NotDetermined",
    "NotEssentiallyUnique",
    "NumberOfDecompositions",
    "PositiveOnBox",
    "SeparationRankAtLeast",
    "SeparationRankAtMost",
    "SeparationRankBetween",
    "Split",
    "TensorRankAtLeast",
    "TensorRankAtMost",
    "TensorRankBetween",
    "Vanishes",
    "negations",
]
