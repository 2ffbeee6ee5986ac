from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn import dimension
from algebra_tnn.laws import formula
from algebra_tnn.models.products import FactorizationMachine, PiNet


def test_the_states_of_a_pi_net_have_names() -> None:
    network = PiNet(dimension=3, rank=2, degree=2)
    assert formula(network.law()).splitlines() == [
        "f_i = (Σ_j C_ij y2_j) + beta_i",
        "y1_i = Σ_j U1_ij x_j",
        "y2_i = (Σ_j U2_ij x_j) y1_i + y1_i",
    ]
    assert network.law() is PiNet(3, 2, 2).law() and network.law().degree_in_inputs == 2


def test_a_pi_net_of_degree_one_is_affine() -> None:
    network = PiNet(dimension=2, rank=1, degree=1, outputs=2)
    assert network({"x": [1, 2], "U1": [[3, 4]], "C": [[1], [2]], "beta": [5, 6]}) == [16, 28]


def test_models_know_what_is_expected_of_them() -> None:
    network = PiNet(dimension=2, rank=1, degree=2)
    assert (network.parameter_count, network.ambient_dimension, network.expected_dimension) == (6, 6, 6)
    found = dimension(network)
    assert (found.lower, found.upper, found.name) == (5, 5, "pi-net of degree 2 and rank 1 on 2 variables")


def test_features_are_numbers_or_vectors() -> None:
    machine = FactorizationMachine(features=2, rank=1, dimension=2)
    w, P = [[1, 2], [3, 4]], [[[1, 1]], [[1, -1]]]
    assert machine({"x0": [0, 1], "x1": [1, 0], "w0": 10, "w": w, "P2": P}) == 10 + 2 + 3 + 1
    assert str(machine) == "factorization machine of order 2 and rank 1 on 2 fields of size 2"
    assert str(FactorizationMachine(3, 2)) == "factorization machine of order 2 and rank 2 on 3 features"


def test_a_machine_of_order_one_is_affine() -> None:
    assert FactorizationMachine(features=3, rank=1, order=1).parameters == {"w0": (), "w": (3, 1)}


@pytest.mark.parametrize(
    ("model", "arguments", "kind", "message"),
    [
        (PiNet, {"dimension": 0, "rank": 1, "degree": 1}, ValueError, "dimension is 0; .* integers from 1 on"),
        (PiNet, {"dimension": 2, "rank": 1.0, "degree": 1}, TypeError, "rank is 1.0; "),
        (PiNet, {"dimension": 2, "rank": 1, "degree": -1}, ValueError, "degree is -1; "),
        (PiNet, {"dimension": 2, "rank": 1, "degree": 1, "outputs": True}, TypeError, "outputs is True; "),
        (FactorizationMachine, {"features": 0, "rank": 1}, ValueError, "features is 0; "),
        (FactorizationMachine, {"features": 3, "rank": 0}, ValueError, "rank is 0; "),
        (FactorizationMachine, {"features": 3, "rank": 1, "dimension": 0}, ValueError, "dimension is 0; "),
        (
            FactorizationMachine,
            {"features": 2, "rank": 1, "order": 3},
            ValueError,
            "order is 3, but there are 2 features; .* take a smaller order",
        ),
    ],
)
def test_bad_input(model: Any, arguments: dict[str, Any], kind: type[Exception], message: str) -> None:
    with pytest.raises(kind, match=message):
        model(**arguments)


def test_models_that_are_too_large_are_refused() -> None:
    with pytest.raises(ValueError, match="has 40004001 parameters; a law holds at most 20000000"):
        PiNet(dimension=10**4, rank=4 * 10**3, degree=1, outputs=1).law()
