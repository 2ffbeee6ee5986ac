"""Conserved quantities that are no polynomials: tied weights.

**Instance.** f(x) = Wᵀ W x with one input and two hidden neurons: |w|² x, for w in Q².

**Proof.** The gradients are multiples of w, so that the field is w′ = c w: the quotient w_1 / w_0 is conserved where
w_0 ≠ 0, and nothing more, as one direction is not. A conserved polynomial Q satisfies ⟨w, ∇Q⟩ = 0, and ⟨w, ∇Q⟩ is d
Q for its part of degree d: it is constant. With r neurons and one input the r − 1 quotients w_k / w_0 are conserved.

**Established here.** There is exactly one independent conserved quantity, over Q and every extension; in the wide
run two for three neurons.

**Taken on trust.** Nothing.

**Not claimed.** That there is no polynomial is in the proof above, and not in the certificate.

**See also** `dynamics/untied_weights`.
"""

from algebra_tnn import ConservedBetween, Law, Verdict, verify


def tied(neurons: int) -> Law:
    return Law.trace(lambda x, W: W.T @ (W @ x), {"x": (1,)}, {"W": (neurons, 1)})


INSTANCE = tied(2)
INSTANCES = [INSTANCE, tied(3)]


def proof(instance: Law = INSTANCE) -> Verdict:
    count = instance.parameter_count - 1
    return verify(ConservedBetween(instance, count, count))
