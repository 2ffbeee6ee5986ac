"""Jacobians of three layers have the format ParaTuck-2.

**Instance.** Widths (2,2,1,1) and activations c_0 t + c_1 t² with free coefficients. In `INSTANCES` (2,2,2,2) and
others.

**Proof.** By the chain rule J(x_n) = W_3 D_n(G) W_2 D_n(H) W_1 with the slopes G_n of the second hidden layer and H_n
of the first at the point x_n. That is ParaTuck-2 with A = W_3, F = W_2, B = W_1ᵀ.
*No activation chosen.* J(x) depends on nothing but the slopes, which may be any numbers (see the conventions).

**Established here.** The part of f(x + h) of degree one in h is the slice of the format at one point, times h, as
polynomials in x, h, the weights and the coefficients of the activations, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That G and H can be any matrices: both are functions of x_n.

**See also** `depth/jacobian_paratuck_scales`, and `depth/jacobian_deep` for more layers.
"""

from algebra_tnn import Vanishes, Verdict, verify
from algebra_tnn.laws import taylor_difference
from algebra_tnn.models.derivatives import FlexibleNetwork, jacobian_product

INSTANCE = FlexibleNetwork((2, 2, 1, 1), basis=2)
INSTANCES = [
    INSTANCE,
    FlexibleNetwork((2, 2, 2, 2), basis=2),
    FlexibleNetwork((1, 2, 3, 1), basis=("t", "t^2 - t")),
    FlexibleNetwork((2, 1, 2, 1), basis=("t^3",)),
]


def proof(instance: FlexibleNetwork = INSTANCE) -> Verdict:
    return verify(Vanishes(taylor_difference(instance.law(), "x", 1, jacobian_product(instance))))
