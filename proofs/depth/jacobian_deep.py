"""Jacobians of more layers: the chain rule is the format ParaTuck-L.

**Instance.** Four layers of weights with the widths (2,1,2,1,1), activations c_0 t + c_1 t² with free coefficients. In
`INSTANCES` five layers, and wider ones.

**Proof.** If J is the Jacobian of the pre-activations z_l, that of z_(l+1) = W_(l+1) σ(z_l) is W_(l+1) D(σ′) J. So the
Jacobian of the output is W_L D(G_(L−1)) W_(L−1) ⋯ D(G_1) W_1, at each point with the slopes there: the tensor Σ A_L[i,
r_(L−1)] G_(L−1)[n, r_(L−1)] ⋯ G_1[n, r_1] A_1[r_1, j].
*No activation chosen.* As for three layers (statement C15).

**Established here.** The derivative of the law, as it is found by passing derivatives forward, is the slice of the
format, as polynomials in x, the weights and the coefficients, over Q and every extension. For two and three layers
Taylor's formula shows more: see `depth/jacobian_paratuck`.

**Taken on trust.** Nothing.

**Not claimed.** Anything about uniqueness.

**See also** `depth/jacobian_deep_gate`.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import derivative
from algebra_tnn.laws.traced_values import traced_value
from algebra_tnn.models.derivatives import FlexibleNetwork, jacobian_product

INSTANCE = FlexibleNetwork((2, 1, 2, 1, 1), basis=2)
INSTANCES = [
    INSTANCE,
    FlexibleNetwork((2, 2, 1, 2, 1), basis=2),
    FlexibleNetwork((1, 2, 1, 2, 1, 1), basis=("t^2",)),
]


def difference(network: FlexibleNetwork) -> Law:
    found, claimed = derivative(network.law(), "x"), jacobian_product(network)

    def forward(**tensors: Any) -> Any:
        return traced_value(found, tensors) - traced_value(claimed, tensors)

    return Law.trace(forward, network.inputs, network.parameters)


def proof(instance: FlexibleNetwork = INSTANCE) -> Verdict:
    return verify(Vanishes(difference(instance)))
