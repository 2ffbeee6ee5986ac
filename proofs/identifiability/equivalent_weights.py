"""Permutations and rescalings of neurons keep the outputs.

**Instance.** Widths (2,2,2,1) with t² and t³, and biases; both neurons of each hidden layer are exchanged, and
rescaled by any s_l, t_l. With V_l for the matrices W_l divided from the right, W_l = V_l D_(l−1)^(r_(l−1)), all is
polynomial.

**Proof.** Let h′_(l−1) = P_(l−1) D_(l−1)^(r_(l−1)) h_(l−1). Then z′_l = W′_l h′_(l−1) + b′_l = P_l D_l z_l, and its
entrywise r_l-th power is P_l D_l^(r_l) h_l. This goes on to the outputs, with P_L = D_L = 1.

**Established here.** Equality of the outputs, as polynomials in x, all weights and biases and the scalings, over Q
and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That weights with equal outputs are related like this: that is what identifiable means.

**See also** `identifiability/equivalent_weights_two_terms`.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, PolynomialNetwork, Verdict, verify
from algebra_tnn.laws import einsum

INSTANCE = PolynomialNetwork((2, 2, 2, 1), degrees=(2, 3), biases=True)
INSTANCES = [INSTANCE, PolynomialNetwork((3, 2, 2, 2), degrees=2, biases=True)]

EXCHANGE = [[0, 1], [1, 0]]


def difference(network: PolynomialNetwork) -> Law:
    """c times (outputs after − outputs before), with V_2 and V_3 for the matrices."""
    p, q = network.degrees

    def outputs(x: Any, W1: Any, b1: Any, W2: Any, b2: Any, W3: Any, b3: Any) -> Any:
        return W3 @ (W2 @ (W1 @ x + b1) ** p + b2) ** q + b3

    def forward(x: Any, W1: Any, b1: Any, V2: Any, b2: Any, V3: Any, b3: Any, s: Any, t: Any, c: Any) -> Any:
        before = outputs(x, W1, b1, einsum("ij,j->ij", V2, s**p), b2, einsum("ij,j->ij", V3, t**q), b3)
        W, b = einsum("ij,j,jk->ik", EXCHANGE, s, W1), einsum("ij,j,j->i", EXCHANGE, s, b1)
        V, a = einsum("ij,j,jk,lk->il", EXCHANGE, t, V2, EXCHANGE), einsum("ij,j,j->i", EXCHANGE, t, b2)
        return c * (outputs(x, W, b, V, a, einsum("ij,lj->il", V3, EXCHANGE), b3) - before)

    shapes = {name.replace("W2", "V2").replace("W3", "V3"): shape for name, shape in network.parameters.items()}
    return Law.trace(forward, {"x": (network.widths[0],), **shapes, "s": (2,), "t": (2,)}, {"c": ()})


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0))
