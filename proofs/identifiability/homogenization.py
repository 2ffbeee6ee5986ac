"""A network with biases is one without, with one input and one neuron more.

**Instance.** Widths (2,2,2) with t² and biases; (3,3,2) with t² without.

**Proof.** Let R_l = r_1 ⋯ r_l, and f̃ be the network of the matrices [[W_l, b_l], [0, 1]], l < L, and [W_L, b_L] at
(x, x_0). The last neuron of its hidden layer l carries x_0^(R_l), by induction; so the others have the
pre-activations W_l h + b_l x_0^(R_(l−1)), with h what comes from their equals one layer below. At x_0 = 1 this is the
network with biases f, at x_0 = 0 the one of the matrices W_l without. All its outputs are forms of degree R_(L−1) in
(x, x_0). So f̃ = x_0^(R_(L−1)) f(x/x_0) is the homogenization of f, and its value at x_0 = 0 the part of degree
R_(L−1) of f.

**Established here.** f̃(x, x_0) = W_2 (W_1 x + b_1 x_0)² + b_2 x_0², as polynomials in x, x_0 and all parameters,
over Q and every extension. In the wide run for t³, t⁴, and other widths.

**Taken on trust.** Nothing.

**Not claimed.** That the dimension of the network with biases follows from that of the other one, whose weights are
not all of this form.

**See also** `identifiability/homogenization_two_terms`, `identifiability/homogenized_unique`.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, PolynomialNetwork, Verdict, verify
from algebra_tnn.laws import einsum

INSTANCE = PolynomialNetwork((2, 2, 2), degrees=2, biases=True)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 3, 1), degrees=3, biases=True),
    PolynomialNetwork((1, 2, 2), degrees=4, biases=True),
]


def padding(n: int) -> list[list[int]]:
    """The unit matrix with a row of zeros below."""
    return [[int(i == j) for j in range(n)] for i in range(n + 1)]


def difference(network: PolynomialNetwork) -> Law:
    """c times (outputs of the homogenized network − homogenized outputs)."""
    n, m, _ = network.widths
    wide = network.homogenized()

    def forward(x: Any, x0: Any, W1: Any, b1: Any, W2: Any, b2: Any, c: Any) -> Any:
        last, one = [0] * n + [1], [0] * m + [1]
        V1 = einsum("pi,ij,qj->pq", padding(m), W1, padding(n)) + einsum("pi,i,q->pq", padding(m), b1, last)
        corner = [[int(i == m and j == n) for j in range(n + 1)] for i in range(m + 1)]
        V2 = einsum("ij,qj->iq", W2, padding(m)) + einsum("i,q->iq", b2, one)
        padded = einsum("ij,j->i", padding(n), x) + einsum("i,->i", last, x0)
        homogeneous = W2 @ (W1 @ x + x0 * b1) ** network.degree + x0**network.degree * b2
        return c * (wide.forward(padded, W1=V1 + corner, W2=V2) - homogeneous)

    return Law.trace(forward, {"x": (n,), "x0": (), **network.parameters}, {"c": ()})


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0))
