"""Jacobians of two layers are a CP decomposition: one term for each hidden neuron.

**Instance.** Widths (2,2,2) and activations c_0 t + c_1 t² with free coefficients. In `INSTANCES` other widths, cubic
activations, and activations in the span of given polynomials.

**Proof.** By the chain rule J(x) = W_2 D W_1 with the diagonal matrix D of the σ_i′(⟨a_i, x⟩ + b_i). So T_{ijn} =
J(x_n)_ij has the factors W_2, W_1ᵀ and H with H_ni = σ_i′ at point n. If σ_i = Σ_k c_ik φ_k, then column i of H is Φ_i′
c_i with Φ_i′[n, k] = φ_k′ at the pre-activation, and f(x_n) = Σ_i w_i (Φ_i c_i)_n with the columns w_i of W_2, Φ_i[n,
k] = φ_k, and the same coefficients.
*No activation chosen.* At each point J depends on nothing but the slopes there, and any number is the slope of c_0 t +
c_1 t² at a given place (see the conventions).

**Established here.** The part of f(x + h) of degree one in h is W_2 D W_1 h, as polynomials in x, h, the weights and
the coefficients of the activations, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That the decomposition is unique: see statement C12b.

**See also** `depth/jacobian_three_layers`.
"""

from algebra_tnn import Vanishes, Verdict, verify
from algebra_tnn.laws import taylor_difference
from algebra_tnn.models.derivatives import FlexibleNetwork, derivative_sum

INSTANCE = FlexibleNetwork((2, 2, 2), basis=2)
INSTANCES = [
    INSTANCE,
    FlexibleNetwork((3, 2, 2), basis=3),
    FlexibleNetwork((2, 3, 1), basis=("t^3 - t", "t^2 + 1/2 t")),
]


def proof(instance: FlexibleNetwork = INSTANCE) -> Verdict:
    return verify(Vanishes(taylor_difference(instance.law(), "x", 1, derivative_sum(instance, 1))))
