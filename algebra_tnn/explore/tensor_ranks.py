"""The rank of a tensor."""

from __future__ import annotations

from algebra_tnn import provers
from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import TensorRankAtLeast, TensorRankAtMost, TensorRankBetween
from algebra_tnn.exact import Field, Q
from algebra_tnn.explore.bounds import Bounds, two_sided
from algebra_tnn.provers.koszul import strongest_koszul_flattening
from algebra_tnn.provers.tensor_ranks import Found, as_tensor, flattening_ranks, shortest_found, upper_certificate
from algebra_tnn.tensors import CP, Tensor

#  Cheap ones first.
BEYOND_FLATTENINGS = (
    provers.hyperdeterminant,
    provers.exhaustion,
    provers.matmul_substitution,
    provers.substitution_method,
)


def tensor_rank(tensor: Tensor | CP, field: Field = Q) -> Bounds:
    """The least number of rank-one tensors over the field that sum to the tensor, with certificates on both sides.

    From below: flattenings and Koszul flattenings, uniqueness of the given or of the found decomposition, Cayley's
    hyperdeterminant (2×2×2), exhaustion (small finite fields), the substitution method. From above: the given
    decomposition, or one that elementary methods find. Where the bounds differ, that is what is known here; the rank
    depends on the field.
    """
    found = shortest_found(tensor, field)
    upper = len(found.terms)
    at_most = upper_certificate(TensorRankAtMost(tensor, upper, field), found.terms, found.number_field, found.remark)
    lower, at_least, tried = _lower(tensor, field, found)
    missed = () if lower == upper else tried
    notes = tuple(f"not ≥ {lower + 1} by {attempt.rule}: {attempt.reason}" for attempt in missed)
    bounds = two_sided("rank", TensorRankBetween(tensor, lower, upper, field), at_least, at_most, notes)
    if bounds is None:
        raise OverflowError("the certificate of the rank is over the checker's work limit; the tensor is too large")
    return bounds


def _lower(tensor: Tensor | CP, field: Field, found: Found) -> tuple[int, Certificate, list[Shortfall]]:
    """The best lower bound up to the length found above, its certificate, and what did not reach further."""
    T = as_tensor(tensor, field)
    best = max(flattening_ranks(T, field).values())
    certificate = provers.flattening(TensorRankAtLeast(tensor, best, field))
    assert isinstance(certificate, Certificate)
    tried: list[Shortfall] = []
    upper = len(found.terms)
    koszul = strongest_koszul_flattening(T, field, best, upper)[0] if best < upper else best
    if koszul > best:
        stronger = provers.koszul_flattening(TensorRankAtLeast(tensor, koszul, field))
        assert isinstance(stronger, Certificate)
        best, certificate = koszul, stronger
    if best < upper and found.number_field is None:
        given = _as_cp(found)
        claim = TensorRankAtLeast(tensor, upper, field)
        result = provers.unique_length(TensorRankAtLeast(given, upper, field), provers.UNIQUENESS)
        if isinstance(result, Certificate):
            return upper, Certificate(claim, result.rule, result.evidence, result.premises, result.remark), tried
        tried.append(result)
    for rank in range(best + 1, upper + 1):
        shortfalls = []
        for prover in BEYOND_FLATTENINGS:
            result = prover(TensorRankAtLeast(tensor, rank, field))
            if isinstance(result, Certificate):
                best, certificate = rank, result
                break
            shortfalls.append(result)
        else:
            return best, certificate, [*tried, *shortfalls]
    return best, certificate, tried


def _as_cp(found: Found) -> CP:
    return CP(
        tuple(
            tuple(tuple(term[mode][i] for term in found.terms) for i in range(len(vector)))
            for mode, vector in enumerate(found.terms[0])
        )
    )
