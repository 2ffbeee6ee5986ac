"""Uniqueness by linear algebra: no other matrix of rank one in the span, since the minors are independent."""

from __future__ import annotations

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import EssentiallyUnique
from algebra_tnn.exact import Minor, minor
from algebra_tnn.provers.classical import written, zero_term
from algebra_tnn.provers.full_rank_factor.quadrics import no_full_factor, quadrics_of


def compound(claim: EssentiallyUnique) -> Certificate | Shortfall:
    """C of full column rank, C₂(A) ⊙ C₂(B) of full column rank [JiangSidiropoulos2004, DeLathauwer2006]."""
    T, field = claim.decomposition, claim.field
    if zero_term(T, field) or not (found := quadrics_of(T, field)):
        return no_full_factor("compound", T, field)
    for Q in found:
        if len(Q.rows) == len(Q.pairs):
            independent = minor(Q.coefficients, field, len(Q.pairs)) if Q.pairs else Minor((), (), field.modulus, ())
            if independent is not None:
                evidence = {**Q.evidence(), "quadrics": Q.rows, "independent": independent.evidence()}
                remark = (
                    f"modes {written(Q.grouping)}: the first has rank R = {Q.terms}, "
                    f"the compound matrices' product has rank {len(Q.pairs)} = R(R−1)/2"
                )
                return Certificate(claim, "compound", evidence, remark=remark)
    best = found[0]
    needed = f"R(R−1)/2 = {len(best.pairs)} are needed"
    reason = f"modes {written(best.grouping)}: {len(best.rows)} independent quadrics, {needed}"
    return Shortfall("compound", reason)
