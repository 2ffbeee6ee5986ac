"""An open set of weights at which a deep rectified network is zero.

**Instance.** Four inputs of two templates, channels (2,2): all weights of the inputs lie between −2 and −1, all others
are anything.

**Proof.** Let some vector w have ⟨w, φ(d)⟩ < 0 at all templates. So do all vectors near it. If all rows of the filters
of the inputs are such vectors, all values are negative at all templates, and nothing is left after they are rectified:
the grid tensor is 0, which one unit has, with the weight 0. If the templates are independent, there is such a w.

**Established here.** The sixteen values −z are positive for all real weights in the box: up to positive constants, they
are sums of products of shares of the sides. They are all inequalities of a cell, whose law is zero. So the set of
weights that need width (`depth/max_pooling_wide`) does not have full measure.

**Taken on trust.** Nothing.

**Not claimed.** Anything of inputs that are no templates.

**See also** `depth/max_pooling_opposite`; `depth/max_pooling_dominated` for functions that are not zero.
"""

from typing import Any

from algebra_tnn import PositiveOnBox, R, Verdict, verify
from algebra_tnn.models.pooling import Cell, PoolingNetwork

INSTANCE = PoolingNetwork(4, 2, (2, 2))


def filled(x: Any, shape: tuple[int, ...]) -> Any:
    """The tensor of this shape with one entry everywhere."""
    return [filled(x, shape[1:])] * shape[0] if shape else x


def weights(network: PoolingNetwork, first: Any, others: Any) -> dict[str, Any]:
    """Weights that are one number at the inputs and another one elsewhere."""
    shapes = network.parameters.items()
    entries = {name: first if name.startswith("W0_") else others for name, _ in shapes}
    return {name: filled(entries[name], shape) for name, shape in shapes}


def proof(instance: PoolingNetwork = INSTANCE) -> Verdict:
    cell = Cell.around(instance, weights(instance, -1, 1))
    return verify(PositiveOnBox(cell.inequalities(), weights(instance, -2, -100), weights(instance, -1, 100), R))
