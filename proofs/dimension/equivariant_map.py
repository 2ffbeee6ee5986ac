"""Networks whose weights are constant on orbits of pairs of positions commute with the group.

**Instance.** The cyclic group of order 3, one channel, two, and one again, with t². In `INSTANCES` the symmetric group
of 3 positions, a group with two orbits of positions, and three layers.

**Proof.** Let M(g, h) = M(πg, πh) for all π of the group. Then (M(x ∘ π⁻¹))(g) = Σ_h M(g, h) x(π⁻¹h) = Σ_h M(π⁻¹g, h)
x(h) = (M x)(π⁻¹g). Activations that are the same at all positions commute with π, too. Conversely a matrix that
commutes with all π is constant on orbits, so that the number of orbits is the dimension of these matrices.

**Established here.** f(x ∘ π⁻¹) = f(x) ∘ π⁻¹ for the generators π, as polynomials in x and all weights, over Q and
every extension.

**Taken on trust.** Nothing.

**Not claimed.** That every function that commutes with the group is one of such a network.

**See also** `dimension/equivariant_padded`.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.equivariant import EquivariantNetwork

INSTANCE = EquivariantNetwork.cyclic(3, (1, 2, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    EquivariantNetwork([[1, 0, 2], [1, 2, 0]], (1, 2, 1), degrees=2),
    EquivariantNetwork([[1, 0, 2, 3], [0, 1, 3, 2]], (1, 1, 1), degrees=2),
    EquivariantNetwork.cyclic(2, (1, 1, 1, 1), degrees=2),
]


def difference(network: EquivariantNetwork) -> Law:
    """f(x ∘ π⁻¹) − f(x) ∘ π⁻¹, for each generator π."""
    inverses = [[permutation.index(g) for g in range(network.positions)] for permutation in network.generators]
    units = [[int(k == i) for k in range(len(inverses))] for i in range(len(inverses))]

    def forward(x: Any, **w: Any) -> Any:
        f = network.forward(x, **w)
        parts = [network.traced(x[inverse], w, f"moved{i}_") - f[inverse] for i, inverse in enumerate(inverses)]
        joined = [einsum("k,gi->kgi", unit, part) for unit, part in zip(units, parts, strict=True)]
        return sum(joined[1:], joined[0])

    return Law.trace(forward, network.inputs, network.parameters)


def proof(instance: EquivariantNetwork = INSTANCE) -> Verdict:
    return verify(Vanishes(difference(instance)))
