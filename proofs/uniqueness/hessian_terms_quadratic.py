"""Quadratic activations have the same second derivative everywhere.

**Limits** `uniqueness/hessian_terms`.

**Instance.** (2,2,1) with t² and the rows (1, 2) and (3, 1), at (1, 0) and (0, 1).

**Proof.** γ_i = 2 w_i at all points, so that all γ_i are multiples of (1, 1), and the tensor is a matrix times this
vector.

**Established here.** That the terms a_i ⊗ a_i ⊗ γ_i are essentially unique is refuted, over Q and every extension. Only
that no two of the vectors γ_i are proportional fails.

**Taken on trust.** Nothing.

**Not claimed.** That quadratic networks have no identifiable weights: with more outputs they may.
"""

from algebra_tnn import EssentiallyUnique, PolynomialNetwork, Verdict, WeightedNetwork, verify
from algebra_tnn.models.derivatives import derivative_terms

INSTANCE = WeightedNetwork(PolynomialNetwork((2, 2, 1), degrees=2), [[[1, 2], [3, 1]], [[1, 1]]])
POINTS = ((1, 0), (0, 1))


def proof(instance: WeightedNetwork = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(derivative_terms(instance, POINTS, 2)))
