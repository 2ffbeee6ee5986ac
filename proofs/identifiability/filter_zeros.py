"""Linear convolutional networks: zeros of filters change places.

**Instance.** Filters of lengths 3 and 2 with stride one: (u, v) and t become (u, t) and v, where a filter is the
product of its linear factors. In `INSTANCES` also lengths 2 and 2, 3 and 3, with strides 1, 3 and with strides 2, 1, 1.

**Proof.** The network is one convolution with the filter Π_l w_l(z^(S_l)), where S_l is the product of the strides
before layer l (`depth/convolution_product`). Over an algebraically closed field w_l(z^S) has k_l − 1 classes of zeros,
of S zeros each, which differ by S-th roots of one; for general filters classes of different layers are disjoint, and no
union of such classes is invariant under more roots of one than its parts are. S_l grows by multiples. Let other filters
have the same product, up to a factor. Those with the largest S have zeros in whole classes that are invariant under
S-th roots of one; these belong to the layers with the largest S, and there are just enough. So they are distributed
among these layers anew, and what is left belongs to the others: by induction, the classes for each value of S are
distributed among the layers with this S, in (Σ (k_l − 1))! / Π (k_l − 1)! ways. All of these give the same product.

**Established here.** That an exchange of linear factors gives the same function, as polynomials in inputs and factors,
over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** How many of these filters are real.

**See also** `identifiability/filter_zeros_strides`.
"""

from functools import reduce
from typing import Any, TypeAlias

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.laws.traced_values import traced_value
from algebra_tnn.models.structured import ConvolutionalNetwork

Words: TypeAlias = tuple[str, ...]  # for each filter the names of its linear factors
Exchange: TypeAlias = tuple[ConvolutionalNetwork, Words, Words]

INSTANCE: Exchange = (ConvolutionalNetwork.at_one((3, 2), degrees=1), ("uv", "t"), ("ut", "v"))
INSTANCES: list[Exchange] = [
    INSTANCE,
    (ConvolutionalNetwork(5, (2, 2), degrees=1), ("u", "v"), ("v", "u")),
    (ConvolutionalNetwork.at_one((3, 3), degrees=1, strides=(1, 3)), ("uv", "st"), ("us", "tv")),
    (ConvolutionalNetwork.at_one((2, 2, 2), degrees=1, strides=(2, 1, 1)), ("u", "v", "t"), ("u", "t", "v")),
]


def product(w: Any, v: Any) -> Any:
    """The coefficients of the product of two polynomials."""
    m, n = len(w), len(v)
    places = [[[int(a + b == p) for b in range(n)] for a in range(m)] for p in range(m + n - 1)]
    return einsum("pab,a,b->p", places, w, v)


def value(network: ConvolutionalNetwork, words: Words, x: Any, factors: dict[str, Any]) -> Any:
    """The output for the filters with these factors."""
    filters = {f"w{k}": reduce(product, (factors[u] for u in word)) for k, word in enumerate(words, 1)}
    return traced_value(network.law(), {"x": x, **filters})


def difference(exchange: Exchange) -> Law:
    network, before, after = exchange

    def forward(x: Any, **factors: Any) -> Any:
        return value(network, before, x, factors) - value(network, after, x, factors)

    return Law.trace(forward, network.inputs, dict.fromkeys(sorted("".join(before)), (2,)))


def proof(instance: Exchange = INSTANCE) -> Verdict:
    return verify(Vanishes(difference(instance)))
