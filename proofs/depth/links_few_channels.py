"""With fewer channels than entries there is no circuit of links.

**Instance.** 4 inputs of dimension 3, channels 2,2: no weights give a separation rank of 9 for the inputs 0, 2. In
`INSTANCES` also 8 inputs.

**Proof.** With the r_0 channels of each pair fixed, f is a product of functions of single inputs: the rank is at most
r_0^(N/2) < M^(N/2) for all weights, and so is the rank of the tensor for these partitions.

**Established here.** That the separation rank is at least M^(N/2) for almost all weights is refuted, by a bound that
holds for all weights, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Nothing more.

**Limits** `depth/links`, `depth/links_function` and `depth/links_rank`: r_0 ≥ M.
"""

from algebra_tnn import SeparationRankAtLeast, Verdict, verify
from algebra_tnn.models.circuits import DeepCircuit

INSTANCE = DeepCircuit(4, 3, (2, 2))
INSTANCES = [INSTANCE, DeepCircuit(8, 2, (1, 2, 2)), DeepCircuit(4, 4, (3, 3))]


def proof(instance: DeepCircuit = INSTANCE) -> Verdict:
    law = instance.law()
    return verify(SeparationRankAtLeast(law, law.input_names[::2], instance.dimension ** (instance.inputs // 2)))
