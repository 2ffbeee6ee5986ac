"""Two filters around a circle without an activation are one.

**Limits** `dimension/equivariant_network`.

**Instance.** n = 3 and t: the dimension is at most 3, and not 2 n − 1 = 5.

**Proof.** A linear function that commutes with the group is a filter, which has n weights. Without an activation the
network is linear.

**Established here.** Refuted that the dimension is 5, over Q and every field of characteristic 0. Only the hypothesis
r ≥ 2 fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about other linear networks.
"""

from algebra_tnn import DimensionAtLeast, Verdict, verify
from algebra_tnn.models.equivariant import EquivariantNetwork

INSTANCE = EquivariantNetwork.cyclic(3, (1, 1, 1), degrees=1, output="one")


def proof(instance: EquivariantNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), 2 * instance.positions - 1))
