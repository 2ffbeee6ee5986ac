"""What must hold between polynomial networks: neurons exchanged, layers cut, biases homogenized, neurons added."""

from __future__ import annotations

from fractions import Fraction
from math import comb
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from algebra_tnn.exact.polynomials import PolynomialRing
from algebra_tnn.explore import dimension
from algebra_tnn.models import Activation, PolynomialNetwork
from algebra_tnn.provers.dimensions import generic_rank
from tests.laws.test_networks import networks, numbers, weighted

some = settings(max_examples=25)
widths = st.lists(st.integers(1, 3), min_size=3, max_size=4)
degrees = st.sampled_from([2, 2, 3])
activations = st.sampled_from([2, 3, "x^2 + x", "x^3 - 2x"])


@st.composite
def dense(draw: Any, activation: Any = activations, biases: Any = None) -> PolynomialNetwork:
    sizes = draw(widths)
    layers = [draw(activation) for _ in sizes[1:-1]]
    return PolynomialNetwork(sizes, activations=layers, biases=draw(st.booleans()) if biases is None else biases)


def value(network: PolynomialNetwork) -> int:
    return generic_rank(network.law())


# ------------------------------------------------------------------------------------------------ neurons exchanged


def orders(n: int) -> Any:
    """Permutations that exchange something, if there is something to exchange."""
    return st.permutations(range(n)).filter(lambda order: n == 1 or order != sorted(order))


def permuted(rows: Any, order: Any, columns: Any) -> list[list[Any]]:
    return [[rows[i][j] for j in columns] for i in order]


@given(weighted(networks().filter(lambda network: max(network.widths[1:-1], default=0) > 1)), st.data())
@some
def test_neurons_can_be_exchanged(drawn: tuple[PolynomialNetwork, dict[str, Any]], data: Any) -> None:
    """With their activations, their zeros and ties, and their weights."""
    network, weights = drawn
    hidden = [data.draw(orders(n)) for n in network.widths[1:-1]]
    all_orders = [list(range(network.widths[0])), *hidden, list(range(network.widths[-1]))]
    places = zip(network.connections, all_orders[1:], all_orders, strict=False)
    exchanged = PolynomialNetwork(
        network.widths,
        biases=network.biases,
        activations=[[layer[i] for i in order] for layer, order in zip(network.activations, hidden, strict=True)],
        shared=[permuted(layer.numbers, rows, columns) for layer, rows, columns in places],
    )
    layers = [
        (permuted(matrix, rows, columns), [bias[i] for i in rows])
        for (matrix, bias), rows, columns in zip(network.layers(weights), all_orders[1:], all_orders, strict=False)
    ]
    assert exchanged.coefficients(exchanged.weights(layers)) == network.coefficients(weights)
    assert exchanged.parameter_count == network.parameter_count
    assert exchanged.ambient_dimension == network.ambient_dimension
    assert exchanged.expected_dimension == network.expected_dimension
    assert value(exchanged) == value(network)


# -------------------------------------------------------------------------------------------------------------- cut


def part(network: PolynomialNetwork, start: int, stop: int) -> PolynomialNetwork:
    """From what enters layer ``start`` + 1 to the pre-activations of layer ``stop``."""
    return PolynomialNetwork(
        network.widths[start : stop + 1],
        biases=network.biases,
        activations=list(network.activations[start : stop - 1]),
        shared=[layer.groups for layer in network.connections[start:stop]],
    )


@given(weighted(networks().filter(lambda network: network.depth > 1)), st.data())
@some
def test_a_network_is_the_composition_of_its_parts(drawn: tuple[PolynomialNetwork, dict[str, Any]], data: Any) -> None:
    """Evaluated at polynomials, the upper part gives the coefficients of the whole."""
    network, weights = drawn
    cut = data.draw(st.integers(1, network.depth - 1))
    lower, upper = part(network, 0, cut), part(network, cut, network.depth)
    layers = network.layers(weights)
    ring = PolynomialRing(tuple(f"x{i}" for i in range(network.widths[0])), rational=True)
    below = lower(list(ring.variables), lower.weights(layers[:cut]))
    activated = [
        sum((c * z**e for e, c in enumerate(sigma.coefficients) if e), ring(sigma.coefficients[0]))
        for sigma, z in zip(network.activations[cut - 1], below, strict=True)
    ]
    whole = upper(activated, upper.weights(layers[cut:]))
    assert tuple(dict(f.terms()) for f in whole) == network.coefficients(weights)


@given(dense(), st.data())
@some
def test_dimensions_of_parts_bound_the_whole(network: PolynomialNetwork, data: Any) -> None:
    """D19: where the parts meet, each neuron that can be rescaled counts in both."""
    cut = data.draw(st.integers(1, network.depth - 1))
    rescaled = sum(layer == cut for layer, _ in network.rescalings())
    parts = part(network, 0, cut), part(network, cut, network.depth)
    assert value(network) <= sum(map(value, parts)) - rescaled


# ---------------------------------------------------------------------------------------- homogenized and truncated


@given(weighted(dense(activation=degrees, biases=True)))
@some
def test_biases_are_weights_of_one_more_neuron(drawn: tuple[PolynomialNetwork, dict[str, Any]]) -> None:
    """C22: [[W, b], [0, λ]] in all layers but the last, where the torus makes each λ one: the same dimension."""
    network, weights = drawn
    larger = network.homogenized()
    patterns = [
        [[1] * (n + 1)] * m + [[0] * n + [1]] for n, m in zip(network.widths, network.widths[1:-1], strict=False)
    ]
    sparse = PolynomialNetwork(larger.widths, larger.degrees, sparsity=[*patterns, None])
    assert value(sparse) == value(network) <= value(larger)
    assert sparse.expected_dimension == network.expected_dimension
    assert sparse.ambient_dimension == network.ambient_dimension
    whole = larger.coefficients(network.homogenized_weights(weights))
    assert tuple({e[:-1]: c for e, c in terms.items()} for terms in whole) == network.coefficients(weights)
    assert {sum(e) for terms in whole for e in terms} <= {network.degree}


@given(weighted(networks()))
@some
def test_the_leading_form_is_the_network_of_leading_terms(drawn: tuple[PolynomialNetwork, dict[str, Any]]) -> None:
    """Without biases, with the same weights; and a network is no smaller than its leading forms."""
    network, weights = drawn
    assume(all(len({sigma.degree for sigma in layer}) == 1 for layer in network.activations))
    leading = PolynomialNetwork(
        network.widths,
        activations=[
            [Activation((0,) * sigma.degree + sigma.coefficients[-1:]) for sigma in layer]
            for layer in network.activations
        ],
        shared=[layer.groups for layer in network.connections],
    )
    top = leading.coefficients({name: weights[name] for name in leading.parameters})
    whole = network.coefficients(weights)
    assert tuple({e: c for e, c in terms.items() if sum(e) == network.degree} for terms in whole) == top
    assert value(leading) <= value(network)


# ------------------------------------------------------------------------------------------------ widened, rescaled


@given(dense(), st.data())
@settings(max_examples=8)
def test_one_neuron_more_loses_nothing(network: PolynomialNetwork, data: Any) -> None:
    """Proved bounds of two networks, one of them in the other, cannot exclude each other."""
    place = data.draw(st.integers(0, network.depth))
    layers = [layer[0] for layer in network.activations]
    sizes = [n + (i == place) for i, n in enumerate(network.widths)]
    wider = PolynomialNetwork(sizes, activations=layers, biases=network.biases)
    assert value(network) <= value(wider)
    small, large = (dimension(f, seconds=0.1) for f in (network, wider))
    assert small.lower <= large.upper
    assert small.ambient <= large.ambient


@given(dense(activation=st.sampled_from([3, 3, 4, "x^3 + x^2"])))
@some
def test_more_outputs_keep_finite_fibres(network: PolynomialNetwork) -> None:
    """G20: the weights below are found already, and the new ones are linear in independent functions."""
    assume(value(network) == network.parameter_count - len(network.rescalings()))
    more = PolynomialNetwork(
        (*network.widths[:-1], network.widths[-1] + 1),
        activations=[layer[0] for layer in network.activations],
        biases=network.biases,
    )
    assert value(more) == more.parameter_count - len(more.rescalings())


@given(networks(structured=False), st.data())
@some
def test_activations_matter_up_to_affine_maps(network: PolynomialNetwork, data: Any) -> None:
    """α σ(β t + δ) + γ, where δ and γ need biases: the same functions, so the same dimension."""
    layers = []
    for layer in network.activations:
        factor, scale = data.draw(numbers), data.draw(numbers)
        shift, offset = (data.draw(numbers), data.draw(numbers)) if network.biases else (0, 0)
        layers.append([_affine(sigma, factor, scale, shift, offset) for sigma in layer])
    changed = PolynomialNetwork(network.widths, activations=layers, biases=network.biases)
    assert value(changed) == value(network)


def _affine(sigma: Activation, factor: Any, scale: Any, shift: Any, offset: Any) -> list[Any]:
    """The coefficients of factor · σ(scale · t + shift) + offset."""
    moved = [
        factor
        * scale**k
        * sum(c * comb(e, k) * Fraction(shift) ** (e - k) for e, c in enumerate(sigma.coefficients[k:], k))
        for k in range(sigma.degree + 1)
    ]
    return [moved[0] + offset, *moved[1:]]
