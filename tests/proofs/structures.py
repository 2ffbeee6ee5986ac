"""The hypotheses of statements about structured and probabilistic models, one by one, as they are for an instance."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import comb
from typing import Any

from algebra_tnn import library, rank
from algebra_tnn.laws import Law, value

Table = dict[str, bool]


def load(name: str) -> Any:
    return library.load(f"depth/{name}")


def vanishes(law: Law, **point: Any) -> bool:
    """Whether c times a difference is zero at a point, for c = 1."""
    return not any(entries(value(law, {**point, "c": 1})))


def entries(nested: Any) -> Iterator[Any]:
    if isinstance(nested, list):
        for part in nested:
            yield from entries(part)
    else:
        yield nested


def feed_forward() -> Table:
    """With the activation the difference is zero: t² is the identity on 0 and 1."""
    law = load("feed_forward_unactivated").INSTANCE
    unit = [[1, 0], [0, 1]]
    return {
        "the same layers": vanishes(law, x=[0, 1], W1=unit, W2=[[3, 5]]),
        "the activation stands between": vanishes(law, x=[2, 1], W1=unit, W2=[[3, 5]]),
    }


def pi_net() -> Table:
    """The symmetric matrix of the sum over S of the other factors, for unit vectors as factors."""
    module, theorem = load("pi_net_middle_degree"), load("pi_net")
    n, N = module.DEGREES
    pairs = [sorted(int(name[1:]) - 2 for name in names[1:]) for names in theorem.parts(theorem.PiNet(N, 1, N), n)]
    matrix = [[int([i, j] in pairs or [j, i] in pairs) for j in range(N - 1)] for i in range(N - 1)]
    return {"n ≤ 2 or n = N": n <= 2 or n == N, "the part of degree n": module.INSTANCE.nested() == matrix}


def factorization_modulo_two() -> Table:
    module = load("factorization_modulo_two")
    p = module.FIELD.characteristic
    return {
        "characteristic": p == 0 or p > module.ORDER,
        "zeros on the diagonal": not any(module.INSTANCE.nested()[i][i] for i in range(2)),
    }


def features(name: str) -> Table:
    """Each side has as many functions as products of different features of a degree that is at most the order."""
    theorem = load("feature_interactions")
    machine, k = load(name).INSTANCE

    def reach(count: int) -> int:
        per_feature = machine.dimension
        return sum(comb(count, t) * per_feature**t for t in range(machine.order + 1))

    enough = [reach(count) >= theorem.count(machine) for count in (k, machine.features - k)]
    return {"enough features before": enough[0], "enough features behind": enough[1]}


def train_layer() -> Table:
    law, cores = load("train_layer_order").INSTANCE, {"G0": [[[[2], [3]]]], "G1": [[[[5], [7]]]]}
    return {
        "the same matrix": vanishes(law, x=[[1, 4], [4, 6]], **cores),
        "the same order": vanishes(law, x=[[0, 1], [0, 0]], **cores),
    }


def convolution() -> Table:
    law, nodes = load("convolution_activated").INSTANCE, {"a0": [[1]], "a1": [[2, 3]], "a2": [[5]], "a3": [[7]]}
    return {
        "the same kernel": vanishes(law, x=[[[1]], [[0]]], **nodes),
        "no activation": vanishes(law, x=[[[1]], [[2]]], **nodes),
    }


def attention(name: str) -> Table:
    layer = load(name).LAYER
    law = load(name).INSTANCE
    given = dict(law.inputs)
    free = min(given["V"]) if "V" in given else 1  # w vᵀ has rank one
    return {
        "two tokens": layer.tokens >= 2,
        "V or A has rank 2": max(free, min(layer.rank, layer.width)) >= 2,
        "a ≤ d": layer.rank <= layer.width,
    }


def backwards() -> Table:
    law = load("convolutional_network_backwards").INSTANCE
    return {
        "the same weights": vanishes(law, x=[1, 2, 4], w1=[3, 3]),
        "read forwards": vanishes(law, x=[1, 2, 4], w1=[3, 5]),
    }


def squared() -> Table:
    """With a linear activation the statement is that of the theorem's file."""
    module, theorem = load("convolution_product_squared"), load("convolution_product")
    linear = theorem.ConvolutionalNetwork(module.NETWORK.length, module.NETWORK.filters, degrees=1)
    point = {"x": [1, 2, 5], "w1": [3, 7], "w2": [2, -1]}
    return {
        "the product of the filters": vanishes(theorem.difference(linear), **point),
        "linear": module.NETWORK.network.degrees == (1,),
    }


def filters(name: str) -> Table:
    network = load(name).INSTANCE
    return {
        "powers": all(sigma.power.is_monomial for layer in network.network.activations for sigma in layer),
        "a filter for each layer": len(network.widths) == len(network.filters) + 1,
    }


def exchange() -> Table:
    """Whether 1 ⊗ z − z ⊗ 1, of rank two, is outside of the kernel."""
    lifting = load("structured_product_exchange").NETWORK.lifting
    image = [row[1] - row[2] for row in lifting]
    return {"given matrices": rank(lifting) == 3, "no differences in the kernel": any(image)}


def boltzmann() -> Table:
    module = load("boltzmann_two_hidden")
    pair = [[1 + 2 ** (a + b) for b in range(2)] for a in range(2)]
    product_of_pairs = [[[[x * y for y in row] for x in line] for row in pair] for line in pair]  # places 0, 1, 2, 3
    return {
        "products of tensors of rank two": rank(pair) == 2 and module.INSTANCE.nested() == product_of_pairs,
        "one hidden unit": module.MACHINE.hidden == 1,
    }


def born(name: str) -> Table:
    machine, k = load(name).INSTANCE
    return {"a cut": 0 < k < machine.sites, "r ≤ n": machine.bond <= machine.dimension}


def unsloped() -> Table:
    """At z = 1/2 the slope of t² is one."""
    law, point = load("weight_gradient_unsloped").INSTANCE, {"Y": [[5]], "W2": [[7]]}
    return {
        "the same errors": vanishes(law, X=[["1/2"]], W1=[[1]], **point),
        "the factor σ′(z)": vanishes(law, X=[[1]], W1=[[1]], **point),
    }


def samples(name: str, most: int = 2) -> Table:
    gradient = load(name).INSTANCE
    return {
        "the layer is large enough": gradient.samples <= min(n for (n,) in gradient.inputs.values()),
        "two samples": gradient.samples == most,
    }


def added() -> Table:
    module = load("low_rank_update_added")
    return {"r columns": module.LAYER.rank == 1, "W = 0": not rank(module.W)}


TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "depth/feed_forward_unactivated": ("the activation stands between", feed_forward),
    "depth/pi_net_middle_degree": ("n ≤ 2 or n = N", pi_net),
    "depth/factorization_modulo_two": ("characteristic", factorization_modulo_two),
    "depth/feature_interactions_few": ("enough features before", lambda: features("feature_interactions_few")),
    "depth/train_layer_order": ("the same order", train_layer),
    "depth/convolution_activated": ("no activation", convolution),
    "depth/lightning_one_token": ("two tokens", lambda: attention("lightning_one_token")),
    "depth/lightning_rank_one": ("V or A has rank 2", lambda: attention("lightning_rank_one")),
    "depth/convolutional_network_backwards": ("read forwards", backwards),
    "depth/convolution_product_squared": ("linear", squared),
    "depth/convolutional_dimension_two_terms": ("powers", lambda: filters("convolutional_dimension_two_terms")),
    "depth/structured_product_exchange": ("no differences in the kernel", exchange),
    "depth/boltzmann_two_hidden": ("one hidden unit", boltzmann),
    "depth/born_machine_short": ("r ≤ n", lambda: born("born_machine_short")),
    "depth/weight_gradient_unsloped": ("the factor σ′(z)", unsloped),
    "depth/gradient_more_samples": ("two samples", lambda: samples("gradient_more_samples")),
    "depth/low_rank_update_added": ("W = 0", added),
}

#  This violates nothing: a small rank does not come from few hidden states.
CONVERSES = {"depth/hidden_markov_square"}
