"""Correlations with Hermite tensors are sums of powers of the rows of the first layer.

**Instance.** (2,1,1) with t² and biases, the order 2, symbolic weights. In `INSTANCES` several neurons with different
activations, such as w_0 (u³ + u) + w_1 (v³ − 5 v²), several outputs, and the orders 1 to 4.

**Proof.** By Stein's identity E[f ⊗ S_m] = E[∇^m f], and f = W_2 σ(W_1 x + b_1) has the derivative
∇^m f = Σ_i (W_2)_i σ_i^(m)(z_i) a_i ⊗ … ⊗ a_i. So λ_i = (W_2)_i E[σ_i^(m)(z_i)], where z_i = ⟨a_i, x⟩ + b_i is normal
with mean b_i and variance ‖a_i‖². Noise with mean zero that is independent of x does not change E[y S_m].

**Established here.** E[f(x) ⊗ S_m(x)] = Σ_i λ_i a_i ⊗ … ⊗ a_i as polynomials in all weights and biases, over Q and
every extension. The left side is an average over points with the moments of the normal distribution, the right side has
the moments of the z_i by the formula for E[(b + ‖a‖ t)^k]; neither uses Stein's identity.

**Taken on trust.** Nothing.

**Not claimed.** That rows are determined by the sum; activations that are no polynomials.

**See also** `learning/network_moment_uniform`, `learning/first_layer`.
"""

from algebra_tnn import PolynomialNetwork, Vanishes, Verdict, verify
from algebra_tnn.models.moments import NetworkMoment

INSTANCE = NetworkMoment(PolynomialNetwork((2, 1, 1), degrees=2, biases=True), order=2)
INSTANCES = [
    INSTANCE,
    NetworkMoment(PolynomialNetwork((2, 1, 1), activations="x^3 + x"), order=3),
    NetworkMoment(PolynomialNetwork((2, 1, 1), activations="x^3 + x", biases=True), order=3),
    NetworkMoment(PolynomialNetwork((2, 2, 1), activations=[["x^3 + x", "x^3 - 5*x^2"]]), order=3),
    NetworkMoment(PolynomialNetwork((2, 2, 1), activations="x^3 + x^2", biases=True), order=2),
    NetworkMoment(PolynomialNetwork((2, 1, 2), activations="x^4 + x^2 - x", biases=True), order=2),
    NetworkMoment(PolynomialNetwork((2, 2, 2), degrees=3, biases=True), order=1),
    NetworkMoment(PolynomialNetwork((2, 1, 1), degrees=4, biases=True), order=4),
    NetworkMoment(PolynomialNetwork((3, 1, 1), degrees=2, biases=True), order=2),
]


def proof(instance: NetworkMoment = INSTANCE) -> Verdict:
    return verify(Vanishes(instance.identity()))
