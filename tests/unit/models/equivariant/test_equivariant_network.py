from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn.laws import derivative, expansion, value
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.models.equivariant import EquivariantNetwork, cyclic_group, pair_orbits


def test_orbits_of_pairs() -> None:
    assert pair_orbits(cyclic_group(4))[1] == (3, 0, 1, 2)
    assert pair_orbits([(1, 0, 2), (1, 2, 0)]) == ((0, 1, 1), (1, 0, 1), (1, 1, 0))
    assert pair_orbits([(0, 1)]) == ((0, 1), (2, 3)), "the group of the identity"
    dihedral = pair_orbits([(1, 2, 3, 0), (0, 3, 2, 1)])
    assert dihedral[0] == (0, 1, 2, 1)


def test_for_no_group_it_is_the_unrestricted_network() -> None:
    network = EquivariantNetwork([[0, 1]], (1, 1, 1), degrees=2)
    entries = {"w1": [[[3]], [[5]], [[7]], [[11]]], "w2": [[[1]], [[2]], [[-1]], [[4]]]}
    dense = [[[3, 5], [7, 11]], [[1, 2], [-1, 4]]]
    assert network.unrestricted == PolynomialNetwork((2, 2, 2), 2)
    assert value(network.law(), {"x": [[2], [-3]], **entries}) == [[t] for t in network.unrestricted([2, -3], dense)]


def test_rescalings() -> None:
    network = EquivariantNetwork.cyclic(2, (1, 2, 1), degrees=3)
    fields = network.symmetries().fields
    assert len(fields) == 2 and network.expected_dimension == 6
    for field in fields:
        assert {str(f) for f in expansion(derivative(network.law(), field))} == {"0"}
    assert EquivariantNetwork.cyclic(2, (1, 2, 1), activations="x^2 + x").symmetries().fields == ()


def test_representatives() -> None:
    assert EquivariantNetwork.cyclic(3, (1, 1)).representatives == [0]
    assert EquivariantNetwork([[1, 0, 2, 3], [0, 1, 3, 2]], (1, 1)).representatives == [0, 2]


def test_names() -> None:
    network = EquivariantNetwork.cyclic(3, (1, 1, 1), degrees=2, output="sum")
    assert str(network) == "invariant network on 3 positions, channels 1,1,1 with t²"
    assert str(EquivariantNetwork.cyclic(3, (1, 1))) == "equivariant network on 3 positions, channels 1,1"


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: EquivariantNetwork.cyclic(0, (1, 1)), ValueError, "the order of the group is 0"),
        (lambda: EquivariantNetwork([[0, 0]], (1, 1)), ValueError, r"generators\[0\] is \[0, 0\]; it lists each"),
        (lambda: EquivariantNetwork([[1, 0], [0]], (1, 1)), ValueError, r"generators\[1\] is \[0\]; it lists each of"),
        (lambda: EquivariantNetwork([], (1, 1)), TypeError, "generators is"),
        (lambda: EquivariantNetwork.cyclic(2, (1, 0, 1), 2), ValueError, r"channels\[1\] is 0"),
        (lambda: EquivariantNetwork.cyclic(2, (1,)), ValueError, "channels has 1 entries; there are at least 2"),
        (lambda: EquivariantNetwork.cyclic(2, (1, 1), *[None, None, "max"]), ValueError, "output is .max."),
        (
            lambda: EquivariantNetwork.cyclic(2, (1, 1, 1), activations=[["x^2", "x^3"]]),
            ValueError,
            r"activations\[0\] differ between neurons",
        ),
    ],
)
def test_bad_input(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        call()
