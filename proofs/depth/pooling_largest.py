"""No partition separates more than the one that splits all pairs.

**Instance.** 4 inputs of dimension 3, channels 2,5; the inputs 0, 3 against 1, 2. In `INSTANCES` all other partitions,
and 8 inputs.

**Proof.** Let r = min(r_0, M). With the channels of all pairs fixed, f is a product of functions of single inputs, so
that at every partition the rank is at most r_0^(N/2). It is at most M^k as well, with k ≤ N/2 inputs on the smaller
side. So it is at most r^(N/2), which partitions that split all pairs have for almost all weights
(`depth/depth_efficiency`).

**Established here.** The separation rank is at most r^(N/2) = 4 for all weights, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That partitions which split fewer pairs have less: it depends on the channels of the other layers.

**See also** `depth/pooling_mixture`.
"""

from itertools import combinations

from algebra_tnn import SeparationRankAtMost, Verdict, verify
from algebra_tnn.models.circuits import DeepCircuit

Case = tuple[DeepCircuit, tuple[int, ...]]

CIRCUIT = DeepCircuit(4, 3, (2, 5))
INSTANCE: Case = (CIRCUIT, (0, 3))
INSTANCES: list[Case] = [
    *((CIRCUIT, chosen) for size in (1, 2) for chosen in combinations(range(4), size)),
    (DeepCircuit(8, 2, (2, 4, 9)), (0, 1, 2, 4)),
    (DeepCircuit(8, 2, (3, 9, 9), shared=True), (0, 3, 5)),
]


def proof(instance: Case = INSTANCE) -> Verdict:
    circuit, chosen = instance
    law, most = circuit.law(), min(circuit.channels[0], circuit.dimension) ** (circuit.inputs // 2)
    return verify(SeparationRankAtMost(law, tuple(law.input_names[j] for j in chosen), most))
