"""Upper bounds of tensor rank and border rank: the shortest decomposition that is found, and curves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import prod

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import (
    BorderRankAtMost,
    TensorRankAtMost,
)
from algebra_tnn.exact import Field, Number
from algebra_tnn.exact.number_fields import NumberField
from algebra_tnn.exact.scalars import in_short
from algebra_tnn.provers.tensor_ranks.lower import MAX_EXHAUSTION, as_tensor, number_of_sums, shortest_sum
from algebra_tnn.provers.tensor_ranks.short_terms import (
    MAX_MULTIPLICATION,
    MAX_PENCIL,
    multiplication_terms,
    pencil_terms,
    slice_terms,
)
from algebra_tnn.provers.terms import Terms, root_evidence, written_factors
from algebra_tnn.provers.two_by_two_by_two import hyperdeterminant_of, short_terms
from algebra_tnn.tensors import CP, Tensor


def upper_certificate(
    claim: TensorRankAtMost, terms: Terms, number_field: NumberField | None, remark: str
) -> Certificate:
    """The certificate that these terms sum to the tensor."""
    factors = written_factors(terms, claim.tensor.shape, claim.field, number_field)
    evidence = {"factors": factors, "root": root_evidence(number_field, claim.field)}
    return Certificate(claim, "decomposition", evidence, remark=remark)


@dataclass(frozen=True)
class Found:
    """A decomposition into nonzero terms, entries in the field or in a number field, and how it was found."""

    terms: Terms
    remark: str
    number_field: NumberField | None = None


def decomposition(claim: TensorRankAtMost) -> Certificate | Shortfall:
    """A decomposition with that many terms: a given one, or one that is found."""
    found = shortest_found(claim.tensor, claim.field)
    length = len(found.terms)
    if length > claim.rank:
        return Shortfall(
            "decomposition", f"the shortest decomposition found has {length} terms, {claim.rank} are asked"
        )
    zero = [[0] * size for size in claim.tensor.shape]
    terms = [*found.terms, *[zero] * (claim.rank - length)]
    return upper_certificate(claim, terms, found.number_field, f"{length} terms, {found.remark}")


def shortest_found(tensor: Tensor | CP, field: Field) -> Found:
    """The shortest decomposition among those that are known how to be found."""
    return min(found_decompositions(tensor, field), key=lambda found: len(found.terms))


def found_decompositions(tensor: Tensor | CP, field: Field) -> list[Found]:
    """The given decomposition, and those that elementary methods find; at least one."""
    found = []
    if isinstance(tensor, CP):
        given = [[[field.number(row[r]) for row in f] for f in tensor.factors] for r in range(tensor.length)]
        found.append(Found([term for term in given if all(any(vector) for vector in term)], "as given"))
    T = as_tensor(tensor, field)
    if not any(T.entries):
        return [*found, Found([], "the tensor is zero")]
    if T.shape == (2, 2, 2) and (short := short_terms(T, field)) is not None:
        found.append(Found(short[0], f"2×2×2 with Δ = {in_short(field.number(hyperdeterminant_of(T)))}", short[1]))
    small = prod(T.shape) <= MAX_PENCIL
    if T.order == 3 and small and not field.is_finite and (pencil := pencil_terms(T, field)) is not None:
        found.append(Found(pencil, "from the eigenvectors of a pencil of slices"))
    if prod(T.shape) <= MAX_MULTIPLICATION and (blocks := multiplication_terms(T, field)) is not None:
        found.append(Found(blocks, "matrix multiplication by blocks"))
    found.append(Found(slice_terms(T, field), "slice by slice"))
    if field.is_finite:
        longest = min(len(other.terms) for other in found) - 1
        if longest >= 0 and number_of_sums(T.shape, field, longest) <= MAX_EXHAUSTION:
            enumerated = shortest_sum(T, field, longest)
            if enumerated is not None:
                found.append(Found(enumerated, "by enumeration"))
    return found


def approximating_curve(
    factors: Sequence[Sequence[Sequence[Sequence[Number]]]], order: int
) -> Callable[[BorderRankAtMost], Certificate | Shortfall]:
    """The prover that offers a given curve: factors whose entries are coefficients of power series in e.

    The terms sum to e^order · T modulo e^(order + 1); coefficients beyond the order are dropped.
    """

    def prove(claim: BorderRankAtMost) -> Certificate | Shortfall:
        if len(factors[0][0]) != claim.rank:
            return Shortfall("decomposition", f"the curve has {len(factors[0][0])} terms, {claim.rank} are asked")
        padded = [[[([*x, *[0] * order])[: order + 1] for x in row] for row in factor] for factor in factors]
        remark = f"a curve of {claim.rank} terms, divided by e^{order}"
        return Certificate(claim, "decomposition", {"factors": padded, "order": order}, remark=remark)

    return prove
