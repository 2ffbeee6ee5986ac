"""The border rank of a tensor."""

from __future__ import annotations

from dataclasses import replace
from math import prod

from algebra_tnn import provers
from algebra_tnn.certificates import Certificate
from algebra_tnn.claims import BorderRankAtLeast, BorderRankAtMost, BorderRankBetween
from algebra_tnn.exact import Field, Q
from algebra_tnn.explore.bounds import Bounds, two_sided
from algebra_tnn.provers.koszul import strongest_koszul_flattening
from algebra_tnn.provers.tangents import tangent_curve
from algebra_tnn.provers.tensor_ranks import as_tensor, flattening_ranks, found_decompositions
from algebra_tnn.provers.terms import factors_of
from algebra_tnn.tensors import CP, Tensor
from algebra_tnn.tensors.curves import Curve


def border_rank(tensor: Tensor | CP, field: Field = Q, curve: Curve | None = None) -> Bounds:
    """The least r such that the tensor is a limit of sums of r rank-one tensors, along a curve over the field.

    From below: flattenings and Koszul flattenings. From above: the given curve; else a tangent (2×2×2), or a
    decomposition, which is the one that is given or that elementary methods find. Other curves are not looked for.
    Raises: ValueError if the curve tends to another tensor.

    >>> M = Tensor.from_nested([[[1, 0], [0, 1]], [[0, 1], [1, 0]]])
    >>> border_rank(M).lower
    2
    """
    T = as_tensor(tensor, field)
    known, remark = _shortest(tensor, field) if curve is None else (_checked(curve, tensor, field), "")
    upper = known.length
    at_most = provers.approximating_curve(known.factors, known.order)(BorderRankAtMost(tensor, upper, field))
    assert isinstance(at_most, Certificate)
    at_most = replace(at_most, remark=remark or at_most.remark)
    lower = max(flattening_ranks(T, field).values())
    koszul = strongest_koszul_flattening(T, field, lower, upper)[0] if lower < upper else 0
    prover = provers.koszul_flattening if koszul > lower else provers.flattening
    lower = max(lower, koszul)
    at_least = prover(BorderRankAtLeast(tensor, lower, field))
    assert isinstance(at_least, Certificate)  # the same minor was found just now
    notes = () if lower == upper else (f"not ≥ {lower + 1} by flattenings and the Koszul flattenings that are tried",)
    bounds = two_sided("border rank", BorderRankBetween(tensor, lower, upper, field), at_least, at_most, notes)
    if bounds is None:
        raise OverflowError("the certificate of the border rank is over the checker's work limit")
    return bounds


def _shortest(tensor: Tensor | CP, field: Field) -> tuple[Curve, str]:
    """A tangent (2×2×2), or the shortest decomposition that is found, as a curve that does not move; and a remark.

    Evidence for curves has no algebraic numbers.
    """
    usable = [one for one in found_decompositions(tensor, field) if one.number_field is None]
    found = min(usable, key=lambda one: len(one.terms))
    if len(found.terms) > 2 and (tangent := tangent_curve(as_tensor(tensor, field), field)) is not None:
        return tangent, "2 terms that tend to one, along a tangent"
    factors = factors_of(found.terms, tensor.shape)
    standing = tuple(tuple(tuple((field.number(x),) for x in row) for row in factor) for factor in factors)
    return Curve(standing, 0), f"{len(found.terms)} terms, {found.remark}"


def _checked(curve: Curve, tensor: Tensor | CP, field: Field) -> Curve:
    """The curve, over the field. Raises: ValueError if it does not tend to the tensor."""
    if curve.shape != tensor.shape:
        mine, its = ("×".join(map(str, shape)) for shape in (curve.shape, tensor.shape))
        raise ValueError(
            f"the curve has the shape {mine} and the tensor {its}; a factor of a curve has a row per index of its mode"
        )
    over = tuple(
        tuple(tuple(tuple(field.number(x) for x in series) for series in row) for row in factor)
        for factor in curve.factors
    )
    found = Curve(over, curve.order)
    T, limit = as_tensor(tensor, field), as_tensor(found.limit(field), field)
    for place, (x, y) in enumerate(zip(limit.entries, T.entries, strict=True)):
        if x != y:
            strides = [prod(T.shape[mode + 1 :]) for mode in range(T.order)]
            index = tuple(place // stride % size for stride, size in zip(strides, T.shape, strict=True))
            raise ValueError(f"at {index} the curve tends to {x}, and the tensor has {y}; they must be equal")
    return found
