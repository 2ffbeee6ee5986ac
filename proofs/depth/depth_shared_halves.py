"""With shared filters products of two are symmetric, and the two halves are separated by fewer channels.

**Instance.** 4 inputs of dimension 2, channels 4,4, one matrix for all positions of a layer, cut into the inputs 0, 1
and 2, 3: the rank is at most 3, where it is 4 with filters of their own. In `INSTANCES` also channels 5,6, and
dimension 3 with channels 9,9 and the rank 6 instead of 9.

**Proof.** The channels of a pair are Σ_α W1_γα ⟨a_α, x_0⟩ ⟨a_α, x_1⟩, which do not change if x_0 and x_1 are exchanged:
they are combinations of the M(M+1)/2 functions q = (x_0)_i (x_1)_j + (x_0)_j (x_1)_i, i < j, and (x_0)_i (x_1)_i. The
law is written so that it computes these first, and then Σ_α W1_γα Σ_q c_αq q with c_αq = a_αi a_αj. So it is a function
of M(M+1)/2 values on each side, which cut it. That it is the same function is the identity `depth/shared_products`.

**Established here.** That the separation rank is at least 4 = M² for almost all weights is refuted, over Q and every
extension.

**Taken on trust.** Nothing.

**Not claimed.** The rank for almost all weights, which is 3: `depth/shared_spans`.

**Limits** `depth/depth_shared`: the partition has one input of each pair on each side.
"""

from algebra_tnn import SeparationRankAtLeast, Verdict, verify
from algebra_tnn.models.circuits import DeepCircuit, law_of_symmetric_products

INSTANCE = DeepCircuit(4, 2, (4, 4), shared=True)
INSTANCES = [INSTANCE, DeepCircuit(4, 2, (5, 6), shared=True), DeepCircuit(4, 3, (9, 9), shared=True)]


def proof(instance: DeepCircuit = INSTANCE) -> Verdict:
    law = law_of_symmetric_products(instance)
    return verify(SeparationRankAtLeast(law, ("x0", "x1"), instance.dimension**2))
