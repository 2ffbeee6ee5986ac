"""Weights that are not tied conserve more.

**Limits** `dynamics/tied_weights`.

**Instance.** f(x) = U W x with one input, one output and two hidden neurons, and U and W of their own.

**Proof.** There are four parameters and one gradient field, so three independent quantities are conserved, and
W Wᵀ − Uᵀ U has as many entries.

**Established here.** That there is exactly one independent conserved quantity is refuted, over Q and every extension.
Only the hypothesis that the weights are tied fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about other widths.
"""

from algebra_tnn import ConservedBetween, Law, Verdict, verify

INSTANCE = Law.trace(lambda x, U, W: U @ (W @ x), {"x": (1,)}, {"U": (1, 2), "W": (2, 1)})


def proof(instance: Law = INSTANCE) -> Verdict:
    neurons = instance.parameter_count // 2
    return verify(ConservedBetween(instance, neurons - 1, neurons - 1))
