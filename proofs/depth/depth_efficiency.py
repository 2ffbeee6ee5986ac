"""Almost all deep circuits need a shallow one of exponential width.

**Instance.** 4 inputs of dimension 2, channels 2,2: the separation rank is 4. In `INSTANCES` also (N, M, r) = (4, 3,
(2, 2)) with 4, (4, 3, (3, 2)) with 9, (8, 2, (2, 2, 2)) and (8, 2, (2, 1, 1)) with 16, (16, 2, (2, 2, 2, 2)) with 256.

**Proof.** Let the partition have one input of each pair of the first layer on each side, and r = min(r_0, M). *From
above:* with the channel α of a pair fixed, the circuit is a product of functions of x_2k, of x_(2k+1), and of the other
inputs; likewise with the index d of x_2k fixed. So r values for each of the N/2 pairs cut the circuit. *From below:*
let W0_j have the rows e_0, …, e_(r−1), 0, …; let the first row of W1_k have r ones and then zeros, and let the higher
layers pass on channel 0 alone. Then f = Π_k Σ_(α<r) (x_2k)_α (x_(2k+1))_α, and the matrix of its coefficients is that
of a bijection between r^(N/2) monomials on each side, and zero elsewhere. Its minor of this size is a polynomial in the
weights that is not zero at these; so the rank is r^(N/2) for all weights at which it does not vanish. A shallow circuit
of width Z has a rank of at most Z at every partition, with shared filters or not.

No partition does better: the r_0 values of all pairs' channels cut every input from every other, which is at most
r_0^(N/2), and one side has at most N/2 inputs, so that it has at most M^(N/2) monomials.

**Established here.** The separation rank of the inputs 0, 2, … is at most 4 for all weights, and at least 4 for all
outside of a proper closed set, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That width r^(N/2) suffices: the rank of the tensor may be larger than those of its flattenings.

**See also** `depth/depth_one_channel` and `depth/depth_equal_filters`; `depth/pooling_halves` for another partition;
and `depth/links` for the weights of the proof.
"""

from algebra_tnn import SeparationRankBetween, Verdict, verify
from algebra_tnn.models.circuits import DeepCircuit

INSTANCE = DeepCircuit(4, 2, (2, 2))
INSTANCES = [
    INSTANCE,
    DeepCircuit(4, 3, (2, 2)),
    DeepCircuit(4, 3, (3, 2)),
    DeepCircuit(8, 2, (2, 2, 2)),
    DeepCircuit(8, 2, (2, 1, 1)),
    DeepCircuit(16, 2, (2, 2, 2, 2)),
]


def alternate_rank(circuit: DeepCircuit) -> int:
    """min(r_0, M)^(N/2)."""
    return min(circuit.channels[0], circuit.dimension) ** (circuit.inputs // 2)


def proof(instance: DeepCircuit = INSTANCE) -> Verdict:
    law, rank = instance.law(), alternate_rank(instance)
    return verify(SeparationRankBetween(law, law.input_names[::2], rank, rank))
