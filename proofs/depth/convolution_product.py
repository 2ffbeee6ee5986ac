"""Linear convolutions one after the other are one convolution, whose filter is a product of polynomials.

**Instance.** Filters of lengths 2 and 2 with the strides 2 and 1 on five inputs. In `INSTANCES` three filters.

**Proof.** Σ_q v[q] (Σ_p w[p] x[(i t + q) s + p]) = Σ_(p, q) w[p] v[q] x[i s t + (q s + p)] for strides s and t. So the
filter of the composition has Σ w[p] v[q] over p + s q = k at the place k: with w(z) = Σ w[p] z^p that is the polynomial
w(z) v(z^s), and the stride is s t. By induction: Π_l w_l(z^(s_1 ⋯ s_(l−1))).

**Established here.** The network is that one convolution, as polynomials in inputs and filters, over Q and every
extension.

**Taken on trust.** Nothing.

**Not claimed.** That a filter factors: the products are a variety of dimension Σ k_l − (L − 1). With strides one the
factors can be exchanged, so that they are not determined by the network.

**See also** `depth/convolution_product_squared`.
"""

from functools import reduce
from itertools import accumulate
from operator import mul
from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.structured import ConvolutionalNetwork
from algebra_tnn.models.structured.convolutions import windows
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = ConvolutionalNetwork(5, filters=(2, 2), degrees=1, strides=(2, 1))
INSTANCES = [
    INSTANCE,
    ConvolutionalNetwork(6, filters=(2, 2, 3), degrees=1),
    ConvolutionalNetwork(9, filters=(3, 2, 2), degrees=1, strides=(1, 2, 2)),
]


def product(network: ConvolutionalNetwork, filters: dict[str, Any]) -> Any:
    """The coefficients of Π_l w_l(z^(s_1 ⋯ s_(l−1)))."""
    steps = list(accumulate(network.strides, mul))

    def extended(w: Any, k: int) -> Any:
        s, m, n = steps[k - 1], len(w), network.filters[k]
        places = [[[int(a + s * b == p) for b in range(n)] for a in range(m)] for p in range(m + s * (n - 1))]
        return einsum("pab,a,b->p", places, w, filters[f"w{k + 1}"])

    return reduce(extended, range(1, len(network.filters)), filters["w1"])


def difference(network: ConvolutionalNetwork) -> Law:
    """c times (the network − the convolution with the product)."""

    def forward(x: Any, c: Any, **filters: Any) -> Any:
        w = product(network, filters)
        places = windows(network.length, len(w), reduce(mul, network.strides))
        return c * (network.forward(x, **filters) - x[places] @ w)

    return Law.trace(forward, {**network.inputs, **network.parameters}, {"c": ()})


def proof(instance: ConvolutionalNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0), by=identity)
