"""Symmetric decompositions, and their lengths from below: certificates about the rank of the symmetric tensor."""

from __future__ import annotations

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import TensorRankAtLeast, TensorRankAtMost
from algebra_tnn.exact import Field
from algebra_tnn.provers.koszul import koszul_flattening
from algebra_tnn.provers.substitutions import substitution_method
from algebra_tnn.provers.tensor_ranks import flattening, hyperdeterminant, upper_certificate
from algebra_tnn.tensors.forms import Form
from algebra_tnn.tensors.sums_of_powers import SumOfPowers

MOST_ENTRIES = 130  # of a tensor on which more than flattenings is tried


def symmetric_tensor_from_below(form: Form, most: int, field: Field) -> Certificate | Shortfall:
    """The rank of the symmetric tensor from below: by a catalecticant, which is a flattening, and where that is not yet
    as much as ``most``, by other rules as far as they reach."""
    tensor, rank = form.tensor(), max(form.catalecticant_ranks)
    best = flattening(TensorRankAtLeast(tensor, rank, field))
    rules = (hyperdeterminant, substitution_method, koszul_flattening) if len(tensor.entries) <= MOST_ENTRIES else ()
    while rank < most and isinstance(best, Certificate):
        claim = TensorRankAtLeast(tensor, rank + 1, field)
        found = next((result for rule in rules if isinstance(result := rule(claim), Certificate)), None)
        if found is None:
            break
        best, rank = found, rank + 1
    return best


def symmetric_decomposition(form: Form, powers: SumOfPowers, field: Field) -> Certificate:
    """The sum of powers as a decomposition of the symmetric tensor, with equal vectors in all modes up to weights."""
    claim = TensorRankAtMost(form.tensor(), powers.length, field)
    remark = f"{powers.length} terms, the same vectors in all modes"
    return upper_certificate(claim, powers.terms(), powers.number_field, remark)
