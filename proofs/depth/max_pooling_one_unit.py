"""Where one input decides, a deep rectified network is one unit.

**Instance.** Four inputs of two templates, channels (2,1), in the cell of `depth/max_pooling_dominated`.

**Proof.** In this cell the network is W2 · W1_0 · W0_0 φ(d_0). A unit with the values W1_0 W0_0 φ(d_0) at input 0,
which are positive, the value 0 at all others, and the weight W2 is the same function. So one unit suffices for all
weights in the cell.

**Established here.** The law of the cell is W2 (W1_0 W0_0 x_0) (Σ x_1) (Σ x_2) (Σ x_3), as polynomials in the weights,
over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That no other cells have this property.

**See also** `depth/max_pooling_opposite`, `depth/max_pooling_wide`.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.models.pooling import Cell, PoolingNetwork
from algebra_tnn.provers.dimensions.identities import identity

NETWORK = PoolingNetwork(4, 2, (2, 1))
INSTANCE: dict[str, Any] = {
    **{"W0_0": [[5, 5], [5, 5]], "W0_1": [[1, 1], [1, 1]], "W0_2": [[2, 2], [2, 2]], "W0_3": [[1, 1], [1, 1]]},
    **{"W1_0": [[1, 1]], "W1_1": [[1, 1]], "W2": [1]},
}


def difference(cell: Cell) -> Law:
    """c times (the network in the cell − the unit)."""

    def forward(c: Any, **given: Any) -> Any:
        value = given["W2"] @ (given["W1_0"] @ (given["W0_0"] @ given["x0"]))
        unit = value * given["x1"].sum() * given["x2"].sum() * given["x3"].sum()
        return c * (cell.forward(**given) - unit)

    return Law.trace(forward, {**NETWORK.vectors, **NETWORK.parameters}, {"c": ()})


def proof(instance: dict[str, Any] = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(Cell.around(NETWORK, instance)), 0), by=identity)
