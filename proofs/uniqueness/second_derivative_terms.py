"""One second derivative is a matrix.

**Limits** `uniqueness/third_derivative_terms`.

**Instance.** The network of `uniqueness/third_derivative_terms`, order 2 instead of 3.

**Proof.** Σ_i γ_i a_i a_iᵀ = Aᵀ Γ A is also (M A)ᵀ Γ′ (M A) for all M with Mᵀ Γ′ M = Γ.

**Established here.** That the terms of the second derivative are essentially unique is refuted, over Q and every
extension. Only that the order is at least three fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about several second derivatives (statement C14).
"""

from algebra_tnn import EssentiallyUnique, PolynomialNetwork, Verdict, WeightedNetwork, verify
from algebra_tnn.models.derivatives import derivative_terms

INSTANCE = WeightedNetwork(PolynomialNetwork((2, 2, 1), activations="t^4 + t^3"), [[[1, 2], [3, 1]], [[1, 1]]])


def proof(instance: WeightedNetwork = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(derivative_terms(instance, [[1, 1]], 2)))
