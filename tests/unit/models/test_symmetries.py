from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest

from algebra_tnn.exact import rank
from algebra_tnn.laws import VectorField, derivative, einsum, expansion, jacobian_rank, value
from algebra_tnn.laws.law import Law
from algebra_tnn.models import Activation, PolynomialNetwork, Power
from algebra_tnn.models.rescalings import orbit_dimension, torus
from tests.unit.models.networks import NETWORKS, drawn

MORE = [
    PolynomialNetwork((3, 3, 1), activations=(["2x^2", "x^2", "x^3"],)),
    PolynomialNetwork((2, 3, 1), activations=(["2x^2 + x", "(x-1)^2", "x^3 + x"],), biases=True),
    PolynomialNetwork((2, 2, 2, 1), activations=(["x", "3x"], ["x^2", "x^3"])),
    PolynomialNetwork((2, 2, 2, 2), activations=(["2x - 1", "3x + 2"], ["x/2", "x^2"]), biases=True),
    PolynomialNetwork((2, 2, 2, 1), activations=(["x^2", "x^3"], "x^2")),
    PolynomialNetwork((2, 2, 2, 1), 2, sparsity=([[1, 1], [0, 0]], [[1, 0], [1, 0]], None)),
    PolynomialNetwork((2, 2, 1), 2, shared=([[0, 1], [1, 0]], None)),
    PolynomialNetwork((3, 3, 3, 1), (1, 3), shared=([[0, 1, 2], [2, 0, 1], [1, 2, 0]], None, [[0, 0, 0]])),
    PolynomialNetwork((2, 2, 2, 1), None, True, ("2(x+1)^3 - 5", "x"), shared=([[0, 1], [1, 0]], None, None)),
]


def value_at(field: VectorField, network: PolynomialNetwork, weights: dict[str, Any]) -> list[Any]:
    """The vector of a field at a point, zero where it does not move a parameter."""
    found: list[Any] = []
    for name, shape in network.parameters.items():
        component = dict(field.components).get(name)
        entries: Any = 0
        if component is not None:
            law = Law((), network.law().parameters, (), component)
            entries = value(law, weights)
        size = shape[0] if len(shape) == 1 else shape[0] * shape[1]
        flat = entries if len(shape) == 1 or entries == 0 else [x for row in entries for x in row]
        found += flat if entries != 0 else [0] * size
    return found


@pytest.mark.parametrize("network", [*NETWORKS, *MORE], ids=str)
def test_the_outputs_do_not_change_along_any_field(network: PolynomialNetwork) -> None:
    for field in network.symmetries().fields:
        assert field.components
        assert not any(expansion(derivative(network.law(), field)))


@pytest.mark.parametrize("network", [*NETWORKS, *MORE], ids=str)
def test_orbits_have_the_rank_of_the_rescalings_at_a_random_point(network: PolynomialNetwork) -> None:
    weights = drawn(network, random.Random(7))
    vectors = tuple(tuple(value_at(field, network, weights)) for field in network.symmetries().rescalings)
    assert len(vectors) == len(torus(network))
    assert orbit_dimension(network) == (rank(vectors) if vectors else 0)
    fields = tuple(tuple(value_at(field, network, weights)) for field in network.symmetries().fields)
    assert jacobian_rank(network.law()).rank <= network.parameter_count - (rank(fields) if fields else 0)


@pytest.mark.parametrize(
    ("network", "counts"),
    [
        (PolynomialNetwork((3, 2, 1), 2), [2, 1, 0, 0]),
        (PolynomialNetwork((4, 3, 1), 2, True), [3, 3, 0, 0]),
        (PolynomialNetwork((3, 2, 2), 2), [2, 0, 0, 0]),
        (PolynomialNetwork((3, 2, 1), 3), [2, 0, 0, 0]),
        (PolynomialNetwork((3, 2, 2), activations="x^2 + x"), [0, 0, 0, 0]),
        (PolynomialNetwork((3, 2, 2), activations="x^2 + x", biases=True), [2, 0, 0, 0]),
        (PolynomialNetwork((3, 2, 2), activations="x^3 + x", biases=True), [0, 0, 0, 0]),
        (PolynomialNetwork((3, 2, 2), 1), [2, 0, 2, 0]),
        (PolynomialNetwork((3, 2, 2), activations="x + 1"), [0, 0, 0, 0]),
        (PolynomialNetwork((3, 2, 2), activations="x + 1", biases=True), [2, 0, 2, 2]),
        (PolynomialNetwork((3, 2, 1), 2, sparsity=(None, [[1, 0]])), [2, 0, 0, 0]),
        (PolynomialNetwork((2, 2, 1), 2, shared=([[0, 1], [1, 0]], None)), [1, 0, 0, 0]),
        (PolynomialNetwork((2, 2, 2, 1), 2, shared=(None, [[0, 0], [0, 0]], [[0, 0]])), [2, 0, 0, 0]),
    ],
)
def test_fields(network: PolynomialNetwork, counts: list[int]) -> None:
    assert list(map(len, network.symmetries().families.values())) == counts


def test_the_fields_of_the_running_example_explain_its_dimension() -> None:
    """8 weights, two rescalings, a rotation: 5."""
    network = PolynomialNetwork((3, 2, 1), 2)
    weights = drawn(network, random.Random(1))
    vectors = tuple(tuple(value_at(field, network, weights)) for field in network.symmetries().fields)
    assert network.parameter_count - rank(vectors) == 5 == jacobian_rank(network.law()).rank


def test_a_torus_is_no_symmetry_of_another_activation() -> None:
    """The rescaling of t² is none of t² + t: the derivative notices."""
    network = PolynomialNetwork((2, 1, 1), activations="x^2 + x")
    field = VectorField.trace(lambda W1, W2: {"W1": W1, "W2": -2 * W2}, network.law())
    assert any(expansion(derivative(network.law(), field)))


@pytest.mark.parametrize(
    ("network", "classes"),
    [
        (PolynomialNetwork((2, 3, 2, 1), 2), (((0, 1, 2),), ((0, 1),))),
        (PolynomialNetwork((2, 3, 1), activations=[["x^2", "x^3", "x^2"]]), (((0, 2), (1,)),)),
        (PolynomialNetwork((2, 3, 1), 2, sparsity=([[1, 1], [1, 0], [1, 1]], None)), (((0, 2), (1,)),)),
        (PolynomialNetwork((2, 3, 2), 2, sparsity=(None, [[1, 1, 0], [1, 1, 1]])), (((0, 1), (2,)),)),
        (PolynomialNetwork((2, 2, 1), 2, shared=(None, [[0, 0]])), (((0,), (1,)),)),
        (PolynomialNetwork((2, 2)), ()),
    ],
)
def test_exchangeable_neurons(network: PolynomialNetwork, classes: Any) -> None:
    assert network.symmetries().exchangeable == classes


def test_exchange_of_neurons_leaves_the_law_alone() -> None:
    network = PolynomialNetwork((2, 3, 1), 3, sparsity=([[1, 1], [1, 0], [1, 1]], None))
    weights = drawn(network, random.Random(2))
    (W1, b1), (W2, b2) = network.layers(weights)
    order = [2, 1, 0]
    moved = network.weights([([W1[i] for i in order], b1), ([[row[i] for i in order] for row in W2], b2)])
    assert moved != weights
    assert network.coefficients(moved) == network.coefficients(weights)


@pytest.mark.parametrize(
    ("coefficients", "power"),
    [
        ((0, 0, 3), Power(3, 0, 2, 0)),
        ((5, 2), Power(2, 0, 1, 5)),
        ((1, 1, 1), Power(1, "1/2", 2, "3/4")),
        ((-7, 6, 6, 2), Power(2, 1, 3, -9)),
        ((0, 1, 0, 1), None),
        ((0, 0, 1, 1), None),
    ],
)
def test_powers(coefficients: tuple[int, ...], power: Power | None) -> None:
    sigma = Activation(coefficients)
    if power is not None:
        power = Power(power.scale, Fraction(power.shift), power.exponent, Fraction(power.offset))
        t = Fraction(5, 3)
        assert sigma.value(t) == power.scale * (t + power.shift) ** power.exponent + power.offset
    assert sigma.power == power
    assert sigma.centred().coefficients[0] == 0
    assert sigma.centred().value(3) == sigma.value(3 - sigma.centre) - sigma.value(-sigma.centre)


def test_rescalings_name_neurons() -> None:
    network = PolynomialNetwork((2, 2, 2, 1), activations=(["x^2", "x^2 + x"], "x"))
    assert network.rescalings() == ((1, 0), (2, 0), (2, 1))


def test_einsum_fields_keep_zeros() -> None:
    """Fields of a sparse layer move its free weights alone, and no zeros."""
    network = PolynomialNetwork((3, 2, 1), 2, sparsity=([[1, 1, 0], [0, 1, 1]], None))
    (first, _) = network.symmetries().rescalings
    assert first == VectorField.trace(
        lambda W1, W2: {"W1": einsum("i,i->i", [1, 1, 0, 0], W1), "W2": einsum("j,ij->ij", [-2, 0], W2)}, network.law()
    )
