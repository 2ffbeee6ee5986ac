"""The circuit whose matrix is the identity.

**Instance.** 4 inputs of dimension 2, channels 2,2, with the weights below: the separation rank of the inputs 0, 2 is
4. In `INSTANCES` also dimension 3 with 9, 8 inputs with 16, and more channels than entries.

**Proof.** Let W0_j have the rows e_0, …, e_(M−1) and then zeros, and the first row of each W1_k ones; all other layers
pass on channel 0, and all other rows are zero. Then channel 0 of each pair is ⟨x_2k, x_(2k+1)⟩, and the outermost layer
multiplies those of all pairs (`depth/links_function`). The grid tensor is Π_k δ(d_2k, d_(2k+1)), a chain of links, and
its flattening at the even positions the identity of size M^(N/2), the largest rank that this flattening of any tensor
has.

**Established here.** At these weights the separation rank is M^(N/2), from both sides, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That other weights give more: none can.

**See also** `depth/links_few_channels`, and `depth/links_rank` for the rank of the tensor.
"""

from algebra_tnn import SeparationRankBetween, Verdict, verify
from algebra_tnn.laws import fixed
from algebra_tnn.models.circuits import DeepCircuit, weights_of_links

INSTANCE = DeepCircuit(4, 2, (2, 2))
INSTANCES = [INSTANCE, DeepCircuit(4, 3, (3, 2)), DeepCircuit(8, 2, (2, 1, 2)), DeepCircuit(4, 2, (3, 2))]


def proof(instance: DeepCircuit = INSTANCE) -> Verdict:
    law, rank = fixed(instance.law(), weights_of_links(instance)), instance.dimension ** (instance.inputs // 2)
    return verify(SeparationRankBetween(law, law.input_names[::2], rank, rank))
