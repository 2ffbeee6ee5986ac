"""What the channels of a circuit with shared filters span.

**Instance.** 4 inputs of dimension 2, channels 4,4, one matrix for all positions of a layer, the halves 0, 1 and 2, 3:
the rank is 3. In `INSTANCES` also dimension 3 with the rank 6, and 8 inputs in every other pair with 3² = 9.

**Proof.** Let s_0 = min(r_0, M) and s_l = min(r_l, r_(l−1), s_(l−1)(s_(l−1) + 1)/2). The channels of a position of
layer l are combinations of r_(l−1) products Φ_α ⊗ Φ_α of the functions of one list: equal brackets with equal matrices
compute the same functions, of different inputs. If the Φ_α are combinations of s functions ψ_β, the products are
combinations of the s(s + 1)/2 sums ψ_β ⊗ ψ_β′ + ψ_β′ ⊗ ψ_β, β ≤ β′. So they span at most s_l dimensions for all
weights. For almost all they span as many, as in `depth/truncated_depth`, with squares v ⊗ v of general vectors for
products v ⊗ v′: squares span all symmetric tensors, in characteristic 0. A pair of blocks has the matrix FᵀF with F of
rank s_(L−1), which is its rank for real weights, and so for almost all. The law is written with the symmetric products
of pairs as values; it is the same function (`depth/shared_products`).

**Established here.** The separation rank is at most 3 for all weights, and at least 3 for all outside of a proper
closed set, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** The bound from above in higher layers, where the same would have to be done with products of products:
at random weights the ranks are those of the formula, in the cases of the tests.

**See also** `depth/pairs_of_their_own`, and `depth/depth_shared_halves`.
"""

from algebra_tnn import SeparationRankBetween, Verdict, verify
from algebra_tnn.models.circuits import DeepCircuit, channel_spans, law_of_symmetric_products

INSTANCE = DeepCircuit(4, 2, (4, 4), shared=True)
INSTANCES = [
    INSTANCE,
    DeepCircuit(4, 2, (2, 3), shared=True),
    DeepCircuit(4, 3, (9, 9), shared=True),
    DeepCircuit(8, 2, (4, 4, 4), shared=True),
    DeepCircuit(8, 2, (5, 3, 2), shared=True),
]


def proof(instance: DeepCircuit = INSTANCE) -> Verdict:
    law, rank = law_of_symmetric_products(instance), channel_spans(instance)[1] ** (instance.inputs // 4)
    every_other_pair = tuple(name for j, name in enumerate(law.input_names) if j // 2 % 2 == 0)
    return verify(SeparationRankBetween(law, every_other_pair, rank, rank))
