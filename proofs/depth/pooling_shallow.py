"""A shallow circuit favours no partition.

**Instance.** 4 inputs of dimension 3, width 2, the inputs 0, 1 against 2, 3: the rank is 2. In `INSTANCES` other
partitions with the same rank, and widths above the number of monomials of one side.

**Proof.** f is a sum of Z products of functions of single inputs: at most Z at every partition, and at most as many as
the smaller side has monomials, M^k for k inputs. Both are attained, since general products of k general vectors are
independent as long as there is room: products span all of M^k dimensions.

**Established here.** The separation rank is at most min(Z, M^k) for all weights and at least that for almost all, over
Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Nothing more.

**See also** `depth/pooling_one_product`, and `depth/pooling_halves` for deep circuits.
"""

from algebra_tnn import SeparationRankBetween, Verdict, verify
from algebra_tnn.models.circuits import ShallowCircuit

Case = tuple[ShallowCircuit, tuple[str, ...]]

INSTANCE: Case = (ShallowCircuit(4, 3, 2), ("x0", "x1"))
INSTANCES: list[Case] = [
    INSTANCE,
    (ShallowCircuit(4, 3, 2), ("x0", "x2")),
    (ShallowCircuit(4, 3, 5), ("x1",)),
    (ShallowCircuit(4, 2, 7), ("x0", "x3")),
    (ShallowCircuit(6, 2, 5), ("x0", "x2", "x4")),
]


def proof(instance: Case = INSTANCE) -> Verdict:
    circuit, chosen = instance
    smaller = min(len(chosen), circuit.inputs - len(chosen))
    rank = min(circuit.width, circuit.dimension**smaller)
    return verify(SeparationRankBetween(circuit.law(), chosen, rank, rank))
