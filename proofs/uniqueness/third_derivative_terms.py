"""One third derivative determines the rows of the first layer, up to scale.

**Instance.** (2,2,1) with t⁴ + t³, whose rows (1, 2) and (3, 1) are independent, at (1, 1). In `INSTANCES` three
neurons.

**Proof.** ∇³f(x) = Σ_i γ_i a_i ⊗ a_i ⊗ a_i (statement C13). If the a_i are independent and no γ_i is zero, this is the
decomposition of Jennrich and Harshman [Harshman1970]: it is essentially unique (statement B2). So all networks with as
many neurons and this third derivative at x have rows that are multiples of these, up to a permutation.

**Established here.** The terms γ_i a_i ⊗ a_i ⊗ a_i are essentially unique, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** More about the second layer than γ_i = w_i σ_i‴, for each scale of a_i.

**See also** `uniqueness/second_derivative_terms` and `uniqueness/third_derivative_rectified`.
"""

from algebra_tnn import EssentiallyUnique, PolynomialNetwork, Verdict, WeightedNetwork, verify
from algebra_tnn.models.derivatives import derivative_terms

INSTANCE = WeightedNetwork(PolynomialNetwork((2, 2, 1), activations="t^4 + t^3"), [[[1, 2], [3, 1]], [[1, 1]]])
INSTANCES = [
    INSTANCE,
    WeightedNetwork(PolynomialNetwork((3, 3, 1), degrees=3), [[[1, 2, 0], [3, 1, 1], [0, 1, 1]], [[1, -1, 2]]]),
]


def proof(instance: WeightedNetwork = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(derivative_terms(instance, [[1] * instance.network.widths[0]], 3)))
