"""A convolutional network in one dimension is a polynomial network whose weights are tied.

**Instance.** Four inputs, two filters of length 2, t². In `INSTANCES` strides, other activations, three filters.

**Proof.** Entry i after the filter w is Σ_p w[p] h[i·stride + p], which is W h for the matrix with w[p] at (i, i·stride
+ p) and zeros elsewhere. So layers are those of a polynomial network with these zeros and these equal weights.

**Established here.** Both networks have the same outputs, as polynomials in the inputs and the filters, over Q and
every extension.

**Taken on trust.** Nothing.

**Not claimed.** Anything about several filters in a layer.

**See also** `depth/convolutional_network_backwards`, and `depth/convolution_product`.
"""

from functools import reduce
from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.models.activations import activated
from algebra_tnn.models.structured import ConvolutionalNetwork
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = ConvolutionalNetwork(4, filters=(2, 2), degrees=2)
INSTANCES = [
    INSTANCE,
    ConvolutionalNetwork(7, filters=(3, 2), degrees=3, strides=(2, 1)),
    ConvolutionalNetwork(5, filters=(2, 1, 2), activations=("x^2 - x", "x^2"), strides=(1, 2, 1)),
]


def tied(network: ConvolutionalNetwork, x: Any, filters: dict[str, Any]) -> Any:
    """The outputs of the polynomial network, layer by layer."""
    layers, sigmas = network.network.connections, network.network.activations
    rows = {f"w{k}": filters[f"w{k}"][[[*range(n)]]] for k, n in enumerate(network.filters, 1)}  # as matrices

    def applied(k: int, h: Any) -> Any:
        return layers[k].applied((filters if len(layers[k].shape) == 1 else rows)[f"w{k + 1}"], h)

    return reduce(lambda z, k: applied(k, activated(sigmas[k - 1], z)), range(1, len(layers)), applied(0, x))


def difference(network: ConvolutionalNetwork) -> Law:
    """c times (the convolutional network − the polynomial network)."""

    def forward(x: Any, c: Any, **filters: Any) -> Any:
        return c * (network.forward(x, **filters) - tied(network, x, filters))

    return Law.trace(forward, {**network.inputs, **network.parameters}, {"c": ()})


def proof(instance: ConvolutionalNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0), by=identity)
