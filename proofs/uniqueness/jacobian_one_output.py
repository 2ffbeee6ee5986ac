"""One output: the Jacobians alone are a matrix, though the form has one decomposition.

**Limits** `depth/jacobian_of_form`.

**Instance.** x_0³ + x_1³ and its gradients at (1, 0), (1, 1) and (1, 2).

**Proof.** The tensor of the gradients is a matrix of rank two, 3 Σ_i e_i ⊗ (x_n[i]²)_n. The binary cubic is a sum of
two cubes in one way only (statement B2), and three points at which no quadratic form vanishes determine it by its
gradients; but for that it has to be known that the last factor is d ⟨v_i, x_n⟩² for the vectors v_i of the other.

**Established here.** That the terms of the gradients are essentially unique is refuted, over Q and every extension. No
hypothesis of the theorem fails: decompositions of the coefficients are decompositions of the Jacobians, and not the
other way round.

**Taken on trust.** Nothing.

**Not claimed.** Anything about several outputs.
"""

from algebra_tnn import EssentiallyUnique, PolynomialNetwork, Verdict, WeightedNetwork, verify
from algebra_tnn.models.derivatives import derivative_terms

INSTANCE = WeightedNetwork(PolynomialNetwork((2, 2, 1), degrees=3), [[[1, 0], [0, 1]], [[1, 1]]])
POINTS = [[1, 0], [1, 1], [1, 2]]


def proof(instance: WeightedNetwork = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(derivative_terms(instance, POINTS)))
