"""The gradient over n samples has a rank of at most n, which is attained.

**Instance.** (3,3,1) with t², two samples, the gradient by W_1. In `INSTANCES` deeper networks, and other layers.

**Proof.** ⟨u, G v⟩ = Σ_n ⟨u, δ_n⟩⟨h_n, v⟩ is a sum of as many products as samples, and G has no higher rank than it
has rows or columns. One minor that is not zero for some weights and samples is not zero for almost all. With linear
activations δ_n is a matrix times f(x_n) − y_n, so that the number of outputs bounds the rank, too.

**Established here.** The separation rank of u in ⟨u, G v⟩ is the number of samples for almost all weights and samples,
and at most that for all, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That gradients of trained networks have smaller ranks.

**See also** `depth/gradient_more_samples`, and `depth/weight_gradient` for G.
"""

from algebra_tnn import PolynomialNetwork, SeparationRankBetween, Verdict, verify
from algebra_tnn.models.structured import WeightGradient

INSTANCE = WeightGradient(PolynomialNetwork((3, 3, 1), degrees=2), layer=1, samples=2)
INSTANCES = [
    INSTANCE,
    WeightGradient(PolynomialNetwork((3, 4, 2), degrees=2, biases=True), layer=2, samples=2),
    WeightGradient(PolynomialNetwork((3, 3, 3, 2), degrees=(2, 3)), layer=2, samples=2),
    WeightGradient(PolynomialNetwork((4, 3, 1), degrees=3), layer=1, samples=1),
]


def proof(instance: WeightGradient = INSTANCE) -> Verdict:
    return verify(SeparationRankBetween(instance.law(), ("u",), instance.samples, instance.samples))
