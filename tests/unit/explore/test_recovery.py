from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn.explore.recovery import RecoveredNetwork, network_from_jacobians
from algebra_tnn.models import PolynomialNetwork, WeightedNetwork
from algebra_tnn.models.derivatives import jacobians

CUBES = WeightedNetwork(PolynomialNetwork((2, 2, 2), 3), [[[2, 1], ["1/3", -1]], [[1, 3], [2, -1]]])
POINTS = [[1, 0], [0, 1], [1, 2], [3, -1]]


def found(network: WeightedNetwork, points: Any = POINTS, degree: int = 3) -> RecoveredNetwork:
    return network_from_jacobians(jacobians(network, points), points, degree)


def test_weights_are_found_up_to_equivalence() -> None:
    recovered = found(CUBES)
    assert recovered.verdict.status == "proved" and recovered.network.equivalence(CUBES) is not None
    assert "the only one with 2 neurons and activations of degree at most 3, up to" in recovered.explanation
    assert all(next(x for x in row if x) == 1 for row in recovered.network.weights["W1"])


@pytest.mark.parametrize("bound", [3, 4])
def test_activations_are_found(bound: int) -> None:
    """Biases are moved into the activations, and constants are not seen by Jacobians."""
    sigma = [["x^3 + x", "x^2 - 4x + 7"]]
    hidden = PolynomialNetwork((2, 2, 3), activations=sigma, biases=True)
    at = WeightedNetwork(hidden, [[[1, 2], [3, 1]], [1, "-1/2"], [[1, 0], [1, 1], [2, 5]], [5, 0, 1]])
    recovered = found(at, [*POINTS, [5, 7]], bound).network
    one, two = (network.network.coefficients(network.weights) for network in (at, recovered))
    assert [{e: c for e, c in f.items() if any(e)} for f in one] == [dict(f) for f in two]
    assert recovered.network.widths == (2, 2, 3)


def irrational() -> Any:
    """The slices (a b; 2b a), whose eigenvectors need the square root of two."""
    return network_from_jacobians([[[1, 0], [0, 1]], [[1, 1], [2, 1]]], [[1, 0], [0, 1]], 2)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (lambda: network_from_jacobians([[[1, 2]]], [[1, 2]], 2), "there is 1 point; a Jacobian alone"),
        (lambda: found(CUBES, POINTS[:2]), "there are 2 points; a Jacobian alone has many factorizations"),
        (
            lambda: found(CUBES, [[1, 0], [0, 1], [1, 0]]),
            "different pre-activations at the points; the derivative of an",
        ),
        (
            lambda: found(CUBES, [[k, 2 * k] for k in range(1, 5)]),
            "there is no decomposition of the Jacobians that is found",
        ),
        (lambda: found(CUBES, degree=2), "has the slopes of no polynomial of degree at most 2"),
        (irrational, "roots of an irreducible polynomial of degree 2"),
        (
            lambda: found(WeightedNetwork(PolynomialNetwork((2, 2, 1), 3), [[[1, 2], [3, 1]], [[1, 1]]])),
            "W_2, W_1 and the slopes have independent vectors",
        ),
        (
            lambda: network_from_jacobians([[1, 2]], [[1, 2]], 2),
            "jacobians has the shape [1, 2]; it is a list of matrices",
        ),
        (lambda: network_from_jacobians([[[1, 2]]], [[1, 2]] * 2, 2), "there are 1 Jacobians but 2 points"),
        (lambda: network_from_jacobians([[[0.5]]], [[1]], 2), "0.5"),
        (lambda: network_from_jacobians([[[1]]], [[1]], 0), "degree is 0"),
        (lambda: network_from_jacobians([[[0, 0]], [[0, 0]]], [[1, 2]] * 2, 2), "the tensor is zero; it has no terms"),
    ],
)
def test_what_is_refused(asked: Any, message: str) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        asked()
    assert message in str(caught.value)
