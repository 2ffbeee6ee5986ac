"""For matrices, inner products between terms are conserved as well.

**Limits** `dynamics/cp_count`.

**Instance.** Shape 2×2 with two terms: W = Σ_r u_r v_rᵀ, 8 parameters.

**Proof.** W = U Vᵀ is a linear network with two layers, and UᵀU − VᵀV is conserved, with its R (R + 1)/2 = 3
entries; the differences of norms are its diagonal.

**Established here.** That there are R (N − 1) = 2 independent conserved quantities is refuted: there are three. Over
Q and every extension. Only the hypothesis N ≥ 3 fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about other losses than those of W.
"""

from algebra_tnn import ConservedBetween, CPFormat, Verdict, verify

INSTANCE = CPFormat((2, 2), 2)


def proof(instance: CPFormat = INSTANCE) -> Verdict:
    count = instance.terms * (len(instance.shape) - 1)
    return verify(ConservedBetween(instance.law(), count, count))
