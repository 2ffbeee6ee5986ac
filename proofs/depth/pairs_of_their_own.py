"""Filters of their own make more than symmetric products of two inputs.

**Instance.** 4 inputs of dimension 2, channels 4,4, each position with its own matrix, cut into the inputs 0, 1 and 2,
3: the rank is 4, and 3 symmetric products do not suffice. In `INSTANCES` also dimension 3, and the rank 9 instead of 6.

**Proof.** By one point and one minor. In general the rank is min(r_1, r_0, min(r_0, M)²) for almost all weights
(`depth/truncated_depth`), and with r_0, r_1 ≥ M² it is M² instead of M(M + 1)/2.

**Established here.** That the separation rank is at most 3 = M(M + 1)/2 for all weights is refuted, over Q and every
extension.

**Taken on trust.** Nothing.

**Not claimed.** Anything about special weights: shared filters are among them.

**Limits** `depth/shared_products` and `depth/shared_spans`: filters are shared.
"""

from algebra_tnn import SeparationRankAtMost, Verdict, verify
from algebra_tnn.models.circuits import DeepCircuit

INSTANCE = DeepCircuit(4, 2, (4, 4))
INSTANCES = [INSTANCE, DeepCircuit(4, 3, (9, 9))]


def proof(instance: DeepCircuit = INSTANCE) -> Verdict:
    M = instance.dimension
    return verify(SeparationRankAtMost(instance.law(), ("x0", "x1"), M * (M + 1) // 2))
