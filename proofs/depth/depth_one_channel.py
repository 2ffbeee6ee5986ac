"""With one channel in the first layer a deep circuit is a product, however wide the others are.

**Instance.** 4 inputs of dimension 2, channels 1,4. In `INSTANCES` also dimension 3 and 8 inputs.

**Proof.** Each pair has one channel, the product of ⟨a_j, x_j⟩ for two inputs. All that follows multiplies these by
numbers: f = w Π_j ⟨a_j, x_j⟩, of separation rank at most 1 for all partitions, and a shallow circuit of width 1
suffices.

**Established here.** That the separation rank of the inputs 0, 2, … is at least 2 for almost all weights is refuted,
over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That one channel in another layer is harmless: it is for the alternate inputs, and not for other
partitions.

**Limits** `depth/depth_efficiency`: r_0 ≥ 2.
"""

from algebra_tnn import SeparationRankAtLeast, Verdict, verify
from algebra_tnn.models.circuits import DeepCircuit

INSTANCE = DeepCircuit(4, 2, (1, 4))
INSTANCES = [INSTANCE, DeepCircuit(4, 3, (1, 3)), DeepCircuit(8, 2, (1, 3, 3))]


def proof(instance: DeepCircuit = INSTANCE) -> Verdict:
    law = instance.law()
    return verify(SeparationRankAtLeast(law, law.input_names[::2], 2))
