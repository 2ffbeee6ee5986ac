"""Three rows in the plane are not determined by the correlation of order three.

**Limits** `learning/first_layer` and `learning/first_layer_fourth`.

**Instance.** (2,3,1) with t³, rows that are pairwise independent, the order 3.

**Proof.** A general binary cubic is a sum of two cubes of linear forms over C, and of three in infinitely many ways.

**Established here.** That the decomposition into the terms of the neurons is essentially unique is refuted, over Q and
every extension. Only the hypothesis that the rows (for the order 4, their squares) are independent fails: no two are
parallel, and no λ_i is zero.

**Taken on trust.** Nothing.

**Not claimed.** That every such sum of three terms is not unique over Q.
"""

from algebra_tnn import PolynomialNetwork, Verdict, WeightedNetwork
from algebra_tnn.explore import moment_decomposition

INSTANCE = WeightedNetwork(PolynomialNetwork((2, 3, 1), degrees=3), [[[1, 2], [2, -4], [1, 0]], [[3, -2, 1]]])


def proof(instance: WeightedNetwork = INSTANCE) -> Verdict:
    verdict = moment_decomposition(instance, 3).verdict
    assert verdict is not None
    return verdict
