"""The third derivative is Σ_i γ_i a_i ⊗ a_i ⊗ a_i, and derivatives of other orders likewise.

**Instance.** Widths (2,2,1), activations c_0 t + c_1 t² + c_2 t³ with free coefficients, order 3. In `INSTANCES` the
order 2, and two outputs.

**Proof.** The derivative of σ_i(⟨a_i, x⟩ + b_i) along v is σ_i′ ⟨a_i, v⟩; so the k-th along v_1, …, v_k is σ_i^(k)
times the product of the ⟨a_i, v_j⟩, and ∇^k f(x) = Σ_i w_i ⊗ σ_i^(k) a_i ⊗ … ⊗ a_i with the columns w_i of W_2.
*No activation chosen.* The derivatives of orders up to three depend on nothing but those of the activations, which may
be any numbers (see the conventions).

**Established here.** The part of f(x + h) of degree k in h is Σ_i w_i σ_i^(k)(⟨a_i, x⟩) ⟨a_i, h⟩^k / k!, as polynomials
in x, h, the weights and the coefficients of the activations, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That γ_i is not zero.

**See also** `depth/third_derivative_three_layers`, and `depth/differential_activations` for tanh.
"""

from algebra_tnn import Vanishes, Verdict, verify
from algebra_tnn.laws import taylor_difference
from algebra_tnn.models.derivatives import FlexibleNetwork, derivative_sum

INSTANCE = (FlexibleNetwork((2, 2, 1), basis=3), 3)
INSTANCES = [
    INSTANCE,
    (FlexibleNetwork((2, 2, 1), basis=3), 2),
    (FlexibleNetwork((2, 2, 2), basis=4), 3),
    (FlexibleNetwork((3, 2, 1), basis=3), 3),
]


def proof(instance: tuple[FlexibleNetwork, int] = INSTANCE) -> Verdict:
    network, order = instance
    return verify(Vanishes(taylor_difference(network.law(), "x", order, derivative_sum(network, order))))
