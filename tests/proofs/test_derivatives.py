"""What the proofs about derivatives of networks say besides their claims."""

from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn import dimension, jennrich_decomposition, library, rank
from algebra_tnn.exact import Matrix
from algebra_tnn.explore.recovery import network_from_jacobians
from algebra_tnn.models import PolynomialNetwork, WeightedNetwork
from algebra_tnn.models.derivatives import derivative_terms, derivative_values, jacobian_nodes, jacobians
from tests.proofs import derivatives


def test_the_network_found_is_the_hidden_one() -> None:
    """Activations are scaled with the weights, so the functions are compared, coefficient by coefficient."""
    module = library.load("identifiability/recovered_weights")
    hidden = module.INSTANCE
    found = network_from_jacobians(jacobians(hidden, module.POINTS), module.POINTS, degree=3)
    assert found.network.network.coefficients(found.network.weights) == hidden.network.coefficients(hidden.weights)
    assert all(derivatives.recovered(hidden, module.POINTS).values())


def test_theorems_satisfy_their_hypotheses() -> None:
    for network in library.load("uniqueness/third_derivative_terms").INSTANCES:
        assert all(derivatives.symmetric_terms(network, 3).values())
    for network, points in library.load("uniqueness/hessian_terms").INSTANCES:
        assert all(derivatives.hessians(network, points).values())
    (W1, _), (W2, _), (W3, _) = weights(library.load("identifiability/three_layer_jacobian").INSTANCE)
    assert rank(W1) == rank(W3) == 2 and all(map(all, W2)) and rank(W2) == 2


def weights(network: WeightedNetwork) -> list[tuple[Matrix, Any]]:
    return network.network.layers(network.weights)


def test_decompositions_are_those_of_the_derivatives() -> None:
    network = WeightedNetwork(PolynomialNetwork((2, 2, 2), activations="t^3 + t"), [[[1, 2], [3, 1]], [[1, 1], [0, 2]]])
    points = [[1, 0], [0, 1], [2, "1/2"]]
    for order in (1, 2, 3):
        assert derivative_terms(network, points, order).tensor() == derivative_values(network, points, order)
    terms = jennrich_decomposition(derivative_values(network, points))
    assert terms.length == 2


def test_forms_at_the_slopes_of_squares() -> None:
    """With t² in the place of t² + t the nine monomials have at most the rank seven."""
    module = library.load("identifiability/three_layer_jacobian")
    squares = WeightedNetwork(PolynomialNetwork((2, 2, 2, 2), degrees=2), module.INSTANCE.weights)
    assert rank(tuple(map(tuple, module.forms(squares)))) <= 7
    nodes = jacobian_nodes(squares, [[1, 2]])
    assert (nodes["G1"], nodes["G2"]) == (((2, 4),), ((10, 18),))


@pytest.mark.slow
def test_the_dimension_of_dependent_terms() -> None:
    assert dimension(library.load("identifiability/decoupling_dependent").INSTANCE).lower == 8
