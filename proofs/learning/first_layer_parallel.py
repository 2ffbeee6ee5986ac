"""Two neurons with one row are not told apart.

**Limits** `learning/first_layer` and `learning/first_layer_fourth`.

**Instance.** (3,2,1) with t³, the rows a and 2a, the order 3.

**Proof.** λ_0 a⊗a⊗a + λ_1 8 a⊗a⊗a is one term, which is a sum of two in infinitely many ways.

**Established here.** That the decomposition into the terms of the neurons is essentially unique is refuted, over Q and
every extension. Only the hypothesis on the rows fails: they are parallel, so neither are they independent nor, for the
order 4, their squares. Both λ_i are not zero.

**Taken on trust.** Nothing.

**Not claimed.** That the function of the network hides them: that is so for t³, and not for t³ + t.
"""

from algebra_tnn import PolynomialNetwork, Verdict, WeightedNetwork
from algebra_tnn.explore import moment_decomposition

INSTANCE = WeightedNetwork(PolynomialNetwork((3, 2, 1), degrees=3), [[[1, 2, -1], [2, 4, -2]], [[3, 1]]])


def proof(instance: WeightedNetwork = INSTANCE) -> Verdict:
    verdict = moment_decomposition(instance, 3).verdict
    assert verdict is not None
    return verdict
