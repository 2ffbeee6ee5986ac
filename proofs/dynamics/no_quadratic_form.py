"""With tied weights there may be no conserved quadratic form, and yet a conserved quantity.

**Limits** `dynamics/tucker_count`.

**Instance.** f(x) = Wᵀ W x with one input and two hidden neurons, |w|² x.

**Proof.** f does not change along θ ↦ A θ only if ⟨w, A w⟩ = 0 for all w, which no symmetric matrix but 0 satisfies: no
quadratic form is conserved. The quotient w_1 / w_0 is.

**Established here.** That there are as many independent conserved quantities as conserved quadratic forms, none, is
refuted: there is one. Over Q and every extension. Only the hypothesis that weights are not tied fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about other tied weights.
"""

from algebra_tnn import ConservedBetween, Law, Verdict, verify

INSTANCE = Law.trace(lambda x, W: W.T @ (W @ x), {"x": (1,)}, {"W": (2, 1)})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(ConservedBetween(instance, 0, 0))
