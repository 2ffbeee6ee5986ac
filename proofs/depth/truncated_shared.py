"""With shared filters less width is enough to make up for a layer, as far as this bound says.

**Instance.** 8 inputs of dimension 2, channels 4,4,4, one matrix for all positions of a layer; every other pair of
inputs on one side. The rank is at most 9, where it is 16 with filters of their own. In `INSTANCES` also other channels.

**Proof.** The channels of a pair are combinations of the 3 symmetric products of its two inputs
(`depth/shared_products`). With those of the pairs 0, 1 and 4, 5 fixed the law, which computes them first, is a product
of functions of both sides: 3² = 9 values. In general s_l = min(r_l, r_(l−1), s_(l−1)(s_(l−1) + 1)/2) takes the place of
s_l in `depth/truncated_depth`: products of two vectors of one and the same list span symmetric tensors.

**Established here.** That the separation rank is at least 16 for almost all weights is refuted, over Q and every
extension.

**Taken on trust.** Nothing.

**Not claimed.** That it is 9 for almost all weights: `depth/shared_spans`.

**Limits** `depth/truncated_depth`: each position has filters of its own.
"""

from algebra_tnn import SeparationRankAtLeast, Verdict, verify
from algebra_tnn.models.circuits import DeepCircuit, law_of_symmetric_products

INSTANCE = DeepCircuit(8, 2, (4, 4, 4), shared=True)
INSTANCES = [INSTANCE, DeepCircuit(8, 2, (5, 4, 2), shared=True)]


def proof(instance: DeepCircuit = INSTANCE) -> Verdict:
    law = law_of_symmetric_products(instance)
    return verify(SeparationRankAtLeast(law, ("x0", "x1", "x4", "x5"), 16))
