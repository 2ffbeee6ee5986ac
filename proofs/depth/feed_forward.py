"""A feed-forward network is the composition of its layers.

**Instance.** Widths (2,2,1,1) with the activations t² + t and t², and biases; cut after the second layer of weights.

**Proof.** By definition h_l = σ_l(W_l h_(l−1) + b_l) for l < L, and f = W_L h_(L−1) + b_L. So h_k is a function of x
alone, h_k = σ_k(g(x)) with the network g of the first k layers, and f is the network of the others at h_k. Repeated for
all k that is f(x) = W_L σ_(L−1)(… σ_1(W_1 x + b_1) …) + b_L.

**Established here.** f(x) = g″(σ_2(g′(x))) with the networks g′ of widths (2,2,1) and g″ of widths (1,1), as
polynomials in x, all weights and biases, over Q and every extension. In the wide run other widths and other cuts.

**Taken on trust.** Nothing.

**Not claimed.** That weights are determined by f.

**See also** `depth/feed_forward_unactivated`.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, PolynomialNetwork, Verdict, verify
from algebra_tnn.models.activations import activated
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = (PolynomialNetwork((2, 2, 1, 1), activations=("x^2 + x", "x^2"), biases=True), 2)
INSTANCES = [
    INSTANCE,
    (PolynomialNetwork((2, 2, 2, 2), activations=("x^3 + x", "x^2"), biases=True), 1),
    (PolynomialNetwork((2, 2, 2, 2), activations=("x^3 + x", "x^2"), biases=True), 2),
    (PolynomialNetwork((3, 2, 2, 1), degrees=2), 1),
    (PolynomialNetwork((2, 1, 2, 1, 2), degrees=(2, 1, 2), biases=True), 2),
]


def parts(network: PolynomialNetwork, k: int) -> tuple[PolynomialNetwork, PolynomialNetwork]:
    """The networks of the first k layers of weights, and of the others."""
    widths, sigmas, biases = network.widths, network.activations, network.biases
    return (
        PolynomialNetwork(widths[: k + 1], activations=sigmas[: k - 1], biases=biases),
        PolynomialNetwork(widths[k:], activations=sigmas[k:], biases=biases),
    )


def difference(network: PolynomialNetwork, k: int) -> Law:
    """c times (the network − its two parts, one after the other)."""
    first, second = parts(network, k)

    def forward(x: Any, c: Any, **weights: Any) -> Any:
        h = activated(network.activations[k - 1], first.forward(x, **weights))
        shifted = {name: weights[f"{name[0]}{int(name[1:]) + k}"] for name in second.parameters}
        return c * (network.forward(x, **weights) - second.forward(h, **shifted))

    return Law.trace(forward, {"x": (network.widths[0],), **network.parameters}, {"c": ()})


def proof(instance: tuple[PolynomialNetwork, int] = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(*instance), 0), by=identity)
