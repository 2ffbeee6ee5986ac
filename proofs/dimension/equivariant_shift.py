"""A filter around a circle can be shifted, if the next layer is shifted back: no rescaling and no permutation does it.

**Limits** `dimension/equivariant_network`, where rescalings are all that is counted.

**Instance.** n = 3, channels 1,2,1 with t²: the first hidden channel is shifted by one position, the second is not.

**Proof.** With w′_s = w_(s−1) the hidden value at position g is the old one at g + 1. With v′_s = v_(s+1) the output at
g is Σ_h v_(h−g+1) h(h + 1) = Σ_h v_(h−g) h(h). Shifts of one channel are no permutation of channels.

**Established here.** The networks at both weights are equal, as polynomials in x and the weights, over Q and every
extension. So general weights are not determined up to rescalings and permutations of channels: shifts lead to n^c
weights, themselves included, for c hidden channels. This is no violated hypothesis, but a reading of the dimension that
goes too far: the shifts are finitely many.

**Taken on trust.** Nothing.

**Not claimed.** That there are no further weights.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.equivariant import EquivariantNetwork

INSTANCE = EquivariantNetwork.cyclic(3, (1, 2, 1), degrees=2)


def shifted(network: EquivariantNetwork, w1: Any, w2: Any) -> tuple[Any, Any]:
    """The weights with channel 0 shifted by one position."""
    n, c = network.positions, network.channels[1]
    kept, moved = [int(k > 0) for k in range(c)], [int(k == 0) for k in range(c)]
    back, ahead = [(s - 1) % n for s in range(n)], [(s + 1) % n for s in range(n)]
    first = einsum("i,sij->sij", kept, w1) + einsum("i,sij->sij", moved, w1[back])
    return first, einsum("j,sij->sij", kept, w2) + einsum("j,sij->sij", moved, w2[ahead])


def difference(network: EquivariantNetwork) -> Law:
    """The network with shifted weights minus the network."""

    def forward(x: Any, w1: Any, w2: Any) -> Any:
        one, two = shifted(network, w1, w2)
        return network.traced(x, {"w1": one, "w2": two}, "shifted_") - network.forward(x, w1=w1, w2=w2)

    return Law.trace(forward, network.inputs, network.parameters)


def proof(instance: EquivariantNetwork = INSTANCE) -> Verdict:
    return verify(Vanishes(difference(instance)))
