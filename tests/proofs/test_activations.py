"""What the proofs about tanh, ReLU and equivariant networks say besides their verdicts."""

from __future__ import annotations

from itertools import permutations
from typing import Any

from algebra_tnn import library, same_function
from algebra_tnn.laws import value
from algebra_tnn.models.rectified import RectifiedNetwork
from tests.proofs import activations


def test_the_reducible_networks_differ_in_one_place() -> None:
    """Networks whose neurons are in another order, with other signs, would be seen as the same."""
    one = [([1, 2], 3, 5), ([2, 1], 1, 7)]
    assert activations.signed_permutation(one, [([-2, -1], -1, -7), ([1, 2], 3, 5)])
    assert not activations.signed_permutation(one, [([-2, -1], -1, 7), ([1, 2], 3, 5)])
    assert all(activations.irreducible([[1, 2], [2, 1]], [3, 1], [5, 7]).values())


def test_flipped_neurons_are_no_positive_multiples() -> None:
    module = library.load("learning/rectified_flips")
    assert module.WEIGHTS["W1"] == module.CLOSED
    rows = [module.WEIGHTS["W1"], module.FLIPPED["W1"]]
    parallel = [(u, v) for u in rows[0] for v in rows[1] if u[0] * v[1] == u[1] * v[0]]
    assert len(parallel) == 3 and all(u[0] * v[0] + u[1] * v[1] < 0 for u, v in parallel)


def test_a_layer_that_is_always_active_is_shifted() -> None:
    module = library.load("identifiability/rectified_linear")
    x = [3, -5]
    assert module.INSTANCE.outputs(x, module.WEIGHTS) == module.INSTANCE.outputs(x, module.SHIFTED)
    small = RectifiedNetwork((1, 1, 1, 1), biases=True)
    one = {"W1": [[2]], "b1": [1], "W2": [[1]], "b2": [1], "W3": [[3]], "b3": [0]}
    assert same_function(small, one, small, {**one, "b2": [2], "b3": [-3]}).status == "proved"


def test_shifted_filters_are_other_weights() -> None:
    """Rational weights of which no rescaling and permutation of channels gives the others, with the same function."""
    network = library.load("dimension/equivariant_shift").INSTANCE
    w1: list[Any] = [[[1], [2]], [[3], [5]], [[4], [7]]]
    w2: list[Any] = [[[1, 2]], [[-1, 3]], [[5, 1]]]
    v1 = [[w1[(s - 1) % 3][0], w1[s][1]] for s in range(3)]
    v2 = [[[w2[(s + 1) % 3][0][0], w2[s][0][1]]] for s in range(3)]
    for x in ([[1], [2], [-3]], [[0], [1], [0]]):
        assert value(network.law(), {"x": x, "w1": w1, "w2": w2}) == value(network.law(), {"x": x, "w1": v1, "w2": v2})
    filters, others = ([[w[s][i][0] for s in range(3)] for i in range(2)] for w in (w1, v1))
    for order in permutations(range(2)):
        pairs = [(filters[i], others[k]) for i, k in enumerate(order)]
        assert not all(a[i] * b[j] == a[j] * b[i] for a, b in pairs for i in range(3) for j in range(3))
