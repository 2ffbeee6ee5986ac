"""Multiplicative integration with n hidden numbers needs n terms.

**Limits** `depth/multiplicative_integration`.

**Instance.** The tensor of the bilinear term for n = d = 2, where α = (1, 1) and U and V are unit matrices: the sum of
e_r ⊗ e_r ⊗ e_r.

**Proof.** The flattening at the last mode has as many independent rows as there are r with α_r ≠ 0 and rows of U and V
that are not zero.

**Established here.** That the tensor is a sum of n − 1 = 1 terms is refuted, over Q and every extension. Only the
hypothesis that there are n terms fails.

**Taken on trust.** Nothing.

**Not claimed.** That the function needs n terms: the network may have a smaller one with the same function, as in
`depth/cp_hierarchy_idle`.
"""

from algebra_tnn import CP, TensorRankAtMost, Verdict, verify

UNITS = [[1, 0], [0, 1]]
INSTANCE = CP.from_factors(UNITS, UNITS, UNITS)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, instance.length - 1))
