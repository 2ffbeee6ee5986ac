"""Even activations hide the rows from correlations of odd orders.

**Limits** `learning/first_layer`.

**Instance.** (1,1,1) with t⁴ and no biases, the order 3, symbolic weights. In `INSTANCES` more inputs and
neurons.

**Proof.** σ‴ is odd and z_i is symmetric about 0, so that E[σ‴(z_i)] = 0.

**Established here.** E[f(x) S_3(x)] = 0 for all weights, over Q and every extension: networks with different rows have
the same tensor, which is the contrary of the conclusion. Only the hypothesis that all λ_i ≠ 0 fails; rows may well be
independent. With the order 4 rows are found, see `learning/first_layer_fourth`.

**Taken on trust.** Nothing.

**Not claimed.** Nothing else.
"""

from algebra_tnn import PolynomialNetwork, Vanishes, Verdict, verify
from algebra_tnn.models.moments import score_moment

INSTANCE = PolynomialNetwork((1, 1, 1), degrees=4)
INSTANCES = [INSTANCE, PolynomialNetwork((2, 1, 1), degrees=4), PolynomialNetwork((2, 2, 1), activations="x^4 - x^2")]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(Vanishes(score_moment(instance.law(), 3)))
