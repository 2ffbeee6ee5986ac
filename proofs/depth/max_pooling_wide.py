"""An open set of weights at which a deep rectified network needs several units.

**Instance.** Four inputs of two templates, channels (2,1), at the inputs 0 and 2, in the cell of weights near those of
`depth/max_pooling_deep`.

**Proof.** The weights of `depth/max_pooling_deep` are on the border of cells, since equal values are pooled. The grid
tensor depends continuously on the weights, and a minor that is not zero does not vanish nearby. So all cells that meet
a neighbourhood have weights with the same rank of the matricization, and there it is attained by almost all weights of
the cell, whose law is a polynomial.

**Established here.** In the cell of the weights of the file the separation rank is 4 for almost all weights, over Q
and every extension. So almost all weights in this open set need 2 units or more, where the set of
`depth/max_pooling_dominated` needs one: both have positive measure.

**Taken on trust.** Nothing.

**Not claimed.** How large the shares of both sets are.

**See also** `depth/max_pooling_narrow`, `depth/max_pooling_deep`, `depth/max_pooling_dead`.
"""

from typing import Any

from algebra_tnn import SeparationRankAtLeast, Verdict, verify
from algebra_tnn.models.pooling import Cell, PoolingNetwork

NETWORK = PoolingNetwork(4, 2, (2, 1))
INSTANCE: dict[str, Any] = {
    **{
        "W0_0": [[1, 90], [89, 2]],
        "W0_1": [[3, 101], [102, 1]],
        "W0_2": [[2, 93], [92, 3]],
        "W0_3": [[1, 105], [106, 4]],
    },
    **{"W1_0": [[1, 1]], "W1_1": [[1, 1]], "W2": [1]},
}


def proof(instance: dict[str, Any] = INSTANCE) -> Verdict:
    law = Cell.around(NETWORK, instance).law()
    return verify(SeparationRankAtLeast(law, ("x0", "x2"), 4))
