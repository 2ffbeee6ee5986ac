"""Spaces of networks: everything once, in ascending order, modulo symmetry."""

from __future__ import annotations

from itertools import islice, pairwise, product
from typing import Any

import pytest

from algebra_tnn.atlas.families import NetworkSpace
from algebra_tnn.hunting.spaces.fillings import FillingBorders
from algebra_tnn.hunting.spaces.networks import Architectures
from algebra_tnn.hunting.spaces.weights import IntegerWeights, SmallWeights
from algebra_tnn.models import PolynomialNetwork

AMONG = NetworkSpace(layers=(2, 3), widths=(1, 2, 3), outputs=(1, 2), degrees=(2, 3), ambient=40)
UNIFORM = NetworkSpace(layers=(3,), widths=(2, 3), outputs=(1,), degrees=(2, 4), ambient=200, mixed=False, biases=True)


@pytest.mark.parametrize("among", [AMONG, UNIFORM])
def test_architectures_are_those_of_the_swept_space_in_ascending_order(among: NetworkSpace) -> None:
    space = Architectures(among)
    found = list(space.instances(seed=0))
    assert {(n.widths, n.degrees, n.biases) for n in found} == {
        (sizes["widths"], sizes["degrees"], sizes["biases"]) for sizes in among.sizes()
    }
    sizes = [space.size(network) for network in found]
    assert all(one < two for one, two in pairwise(sizes))
    assert all(space.size(network)[0] == network.parameter_count for network in found)


@pytest.mark.parametrize("among", [AMONG, UNIFORM])
def test_smaller_architectures_are_smaller_and_in_the_space(among: NetworkSpace) -> None:
    space = Architectures(among)
    everything = set(space.instances(seed=0))
    largest = max(everything, key=space.size)
    smaller = list(space.smaller(largest))
    assert smaller
    assert set(smaller) <= everything
    assert all(space.size(each) < space.size(largest) for each in smaller)
    assert list(space.smaller(min(everything, key=space.size))) == []


def test_a_degree_that_all_layers_share_is_lowered_in_all() -> None:
    [lowered] = [
        n for n in Architectures(UNIFORM).smaller(PolynomialNetwork((2, 2, 2, 1), 4, True)) if n.widths == (2, 2, 2, 1)
    ]
    assert lowered.degrees == (2, 2)


def test_a_hidden_layer_is_removed_with_its_degree() -> None:
    space = Architectures(NetworkSpace((2, 3), widths=(2, 5), outputs=(1,), degrees=(2, 3), ambient=100))
    smaller = {(n.widths, n.degrees) for n in space.smaller(PolynomialNetwork((2, 5, 2, 1), (3, 2)))}
    assert {((2, 2, 1), (2,)), ((2, 5, 1), (3,))} <= smaller


def test_a_hidden_layer_stays_if_there_are_more_weights_without_it() -> None:
    smaller = [network.widths for network in Architectures(AMONG).smaller(PolynomialNetwork((2, 1, 3, 1), 2))]
    assert (2, 1, 1) in smaller
    assert (2, 3, 1) not in smaller


def test_architectures_with_few_weights() -> None:
    space = Architectures(AMONG, weights=6)
    assert {n for n in Architectures(AMONG).instances(0) if n.parameter_count <= 6} == set(space.instances(0))
    assert "at most 6 weights" in space.description


def test_minimal_fillings_come_with_few_layers_first_and_then_few_neurons() -> None:
    space = FillingBorders(inputs=2, outputs=1, degree=3, layers=4)
    found = list(space.instances(seed=0))
    widths = [(2, 2, 1), (2, 3, 3, 1), (2, 3, 5, 3, 1), (2, 3, 4, 5, 1), (2, 4, 4, 4, 1)]
    assert [network.widths for network in found] == widths
    assert list(space.smaller(found[3])) == found[:3]


SQUARES = SmallWeights((PolynomialNetwork((2, 2, 1), 2), PolynomialNetwork((2, 1, 1), 2)), largest=1)
CUBES = SmallWeights((PolynomialNetwork((2, 2, 2), 3),), largest=1)


@pytest.mark.parametrize("space", [SQUARES, CUBES])
def test_every_network_with_small_weights_is_looked_at_up_to_symmetry(space: SmallWeights) -> None:
    looked_at = {space.canonical(each) for each in space.instances(seed=0)}
    for network in space.architectures:
        shapes = list(network.parameters.values())
        rows = [[row for row in product((-1, 0, 1), repeat=m) if any(row)] for _, m in shapes]
        layers_of_all = product(*(product(some, repeat=n) for some, (n, _) in zip(rows, shapes, strict=True)))
        for layers in islice(layers_of_all, 0, None, 7):
            assert space.canonical(IntegerWeights(network.widths, network.degrees, layers)) in looked_at


@pytest.mark.parametrize("space", [SQUARES, CUBES])
def test_small_weights_come_in_ascending_order_without_zero_rows(space: SmallWeights) -> None:
    found = list(space.instances(seed=0))
    assert all(space.size(one) < space.size(two) for one, two in pairwise(found))
    assert all(any(row) for each in found for rows in each.layers for row in rows)


def test_symmetries_keep_the_class() -> None:
    one = IntegerWeights((2, 2, 2), (3,), (((1, 2), (1, -1)), ((1, 3), (2, 1))))
    permuted = IntegerWeights((2, 2, 2), (3,), (((1, -1), (1, 2)), ((1, 2), (3, 1))))
    rescaled = IntegerWeights((2, 2, 2), (3,), (((-1, -2), (1, -1)), ((-1, 3), (-2, 1))))
    turned = IntegerWeights((2, 2, 2), (3,), (((-2, 1), (1, 1)), ((1, 3), (2, 1))))
    other = IntegerWeights((2, 2, 2), (3,), (((1, 2), (1, -1)), ((1, 3), (-2, 1))))
    space = SmallWeights((PolynomialNetwork((2, 2, 2), 3),), largest=3)
    assert {space.canonical(each) for each in (one, permuted, rescaled, turned)} == {space.canonical(one)}
    assert space.canonical(other) != space.canonical(one)


def test_a_class_has_one_function_up_to_symmetries_of_inputs_and_scale() -> None:
    given = IntegerWeights((2, 2, 1), (3,), (((-2, 2), (0, -1)), ((1, 1),)))
    shown = IntegerWeights(*SmallWeights((PolynomialNetwork((2, 2, 1), 3),), 2).canonical(given))
    points = [(1, 2), (3, 1), (1, -1), (2, 5)]
    values = [function(given, point) for point in points]
    turned = [
        [function(shown, (s * point[i], t * point[1 - i])) for point in points]
        for i, s, t in product((0, 1), (1, -1), (1, -1))
    ]
    assert any(all(x * b[0] == a * values[0] for x, a in zip(values, b, strict=True)) for b in turned)


def function(weights: IntegerWeights, point: tuple[int, ...]) -> Any:
    [value] = weights.weighted.network(list(point), weights.weighted.weights)
    return value


def test_smaller_weights_are_nearer_to_zero_or_of_a_neuron_less() -> None:
    given = IntegerWeights((2, 2, 1), (2,), (((0, 1), (1, 1)), ((1, -1),)))
    smaller = list(SQUARES.smaller(given))
    assert all(SQUARES.size(each) < SQUARES.size(given) for each in smaller)
    assert {each.widths for each in smaller} == {(2, 1, 1), (2, 2, 1)}
    assert all(any(row) for each in smaller for rows in each.layers for row in rows)


def test_blocks_of_given_weights() -> None:
    whole = IntegerWeights((2, 1, 2, 1), (2, 3), (((1, 0),), ((1,), (1,)), ((1, -1),)))
    one, two = whole.blocks
    assert (one.widths, one.degrees, one.layers) == ((2, 1, 2), (2,), whole.layers[:2])
    assert (two.widths, two.degrees, two.layers) == ((1, 2, 1), (3,), whole.layers[1:])
    assert str(two) == "pnn 1,2,1 with t³ at W1 = [1; 1], W2 = [1,-1]"
