"""The weights 1/ω on a largest clique reach (1 − 1/ω)/2.

**Instance.** The pentagon. In `INSTANCES` the complete graph on four vertices, and the wheel with five spokes.

**Proof.** The ω(ω − 1)/2 edges of the clique have the product 1/ω² each.

**Established here.** The value at the point, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That other points do not reach it: for the pentagon all points between two cliques with a common vertex
do.

**See also** `hardness/motzkin_straus`, `hardness/motzkin_straus_signs`.
"""

from networkx import Graph

from algebra_tnn import Verdict
from algebra_tnn.explore.reductions import motzkin_straus

INSTANCE = ((0, 1), (1, 2), (2, 3), (3, 4), (0, 4))
INSTANCES = [
    INSTANCE,
    ((0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)),
    (*INSTANCE, (0, 5), (1, 5), (2, 5), (3, 5), (4, 5)),
]


def proof(instance: tuple[tuple[int, int], ...] = INSTANCE) -> Verdict:
    return motzkin_straus(Graph(instance)).attained
