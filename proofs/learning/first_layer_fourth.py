"""The correlation of order four sees the rows of even activations, and more rows than inputs.

**Instance.** (2,2,1) with t⁴, two rows in the plane. In `INSTANCES` four rows in space, of which three are independent
at most, and five rows in four dimensions.

**Proof.** The tensor is Σ_i λ_i a_i⊗a_i ⊗ a_i ⊗ a_i, of order three in the pairs of indices. The a_i ⊗ a_i lie in the
space of symmetric matrices and can be independent for up to n (n + 1)/2 rows. That factor has full column rank then,
and uniqueness is a question about the products of the second compound matrices of the other two.

**Established here.** The decomposition into the terms of the neurons is essentially unique, over Q and every extension:
each row is known up to a factor.

**Taken on trust.** Nothing.

**Not claimed.** That the order 3 does not suffice for these rows.

**See also** `learning/first_layer_parallel`, `learning/first_layer_wide`, `learning/first_layer`.
"""

from algebra_tnn import PolynomialNetwork, Verdict, WeightedNetwork
from algebra_tnn.explore import moment_decomposition

FOUR = [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 1]]
INSTANCE = WeightedNetwork(PolynomialNetwork((2, 2, 1), degrees=4), [[[1, 2], [1, -1]], [[3, -2]]])
INSTANCES = [
    INSTANCE,
    WeightedNetwork(PolynomialNetwork((3, 4, 1), degrees=4), [FOUR, [[1, -1, 2, 1]]]),
    WeightedNetwork(
        PolynomialNetwork((4, 5, 1), activations="x^4 + x^2"),
        [[[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [1, 1, 1, 1]], [[1, -1, 2, 1, 3]]],
    ),
]


def proof(instance: WeightedNetwork = INSTANCE) -> Verdict:
    verdict = moment_decomposition(instance, 4).verdict
    assert verdict is not None
    return verdict
