"""Spaces of tensors, decompositions, networks with bipartitions, and graphs."""

from __future__ import annotations

from itertools import islice, pairwise, product
from math import gcd
from typing import Any

import pytest

from algebra_tnn.exact import Q, rank
from algebra_tnn.exact.linear.echelons import reduced_echelon
from algebra_tnn.hunting.named import decompositions
from algebra_tnn.hunting.named.comparisons import at_most
from algebra_tnn.hunting.spaces.circuit_pairs import circuit_pairs
from algebra_tnn.hunting.spaces.echelon_factors import DrawnFactors, EchelonFactors
from algebra_tnn.hunting.spaces.formats import paratuck2_formats, two_layer_networks
from algebra_tnn.hunting.spaces.parted_networks import EqualRing, PartedRing, equal_rings, parted_rings
from algebra_tnn.hunting.spaces.small_graphs import small_graphs
from algebra_tnn.hunting.spaces.small_tensors import SmallTensors
from algebra_tnn.laws import value
from algebra_tnn.tensors import CP, Tensor
from algebra_tnn.tensors.formats import RingFormat

TWO = ((1, 0), (0, 1))

SPACES: list[Any] = [
    SmallTensors(shapes=((2, 2, 2), (2, 2)), values=(-1, 0, 1)),
    SmallTensors(shapes=((2, 3), (2, 2, 2)), most=3),
    EchelonFactors(lengths=(2,), largest=2),
    parted_rings([3], [2, 3], [2]),
    equal_rings([2, 4], [2], [2, 3]),
    paratuck2_formats([2], [2, 3], [1, 2]),
    two_layer_networks(24, [2, 3]),
    circuit_pairs([2, 3], [1, 2], [2]),
    small_graphs(4),
]


@pytest.mark.parametrize("space", SPACES, ids=lambda space: space.description[:24])
def test_sizes_ascend_and_neighbours_are_smaller(space: Any) -> None:
    assert space.exhaustive
    instances = list(space.instances(0))
    assert instances
    assert all(space.size(one) <= space.size(two) for one, two in pairwise(instances))
    for each in instances[:40]:
        assert all(space.size(other) < space.size(each) for other in space.smaller(each))


# ------------------------------------------------------------------------------------------------- tensors


def test_the_classes_of_small_tensors_are_a_partition() -> None:
    """Orbits of what is yielded cover all tensors, each once: counted by brute force."""
    space = SmallTensors(shapes=((2, 2, 2),), values=(0, 1))
    classes = {space.canonical(Tensor((2, 2, 2), entries)) for entries in product((0, 1), repeat=8) if any(entries)}
    assert sorted(space.canonical(tensor) for tensor in space.instances(0)) == sorted(classes)


def test_signs_of_slices_are_symmetries_where_values_have_both() -> None:
    signed, unsigned = SmallTensors(((2, 2),), (-1, 0, 1)), SmallTensors(((2, 2),), (0, 1))
    one, two = Tensor((2, 2), (1, 1, 1, -1)), Tensor((2, 2), (1, -1, -1, -1))
    assert signed.canonical(one) == signed.canonical(two)
    assert signed.canonical(one) != signed.canonical(Tensor((2, 2), (1, 1, 1, 1)))
    assert len(list(unsigned.instances(0))) == len(list(signed.instances(0))) - 1
    assert "signs" not in unsigned.description


def test_modes_of_different_sizes_are_not_exchanged() -> None:
    assert [tensor.entries for tensor in SmallTensors(shapes=((2, 3),), most=2).instances(0)] == [
        (1, 0, 0, 0, 0, 0),
        (1, 1, 0, 0, 0, 0),  # in one row
        (1, 0, 0, 1, 0, 0),  # in one column
        (1, 0, 0, 0, 1, 0),
    ]


# ------------------------------------------------------------------------------------------------- decompositions


def test_factors_are_in_reduced_echelon_form_without_zero_columns() -> None:
    for each in islice(EchelonFactors(lengths=(3,)).instances(0), 0, None, 11):
        for factor in each.factors:
            assert all(map(any, zip(*factor, strict=True)))
            assert tuple(map(tuple, reduced_echelon(factor, Q).rows())) == factor


def test_symmetries_of_decompositions() -> None:
    space = EchelonFactors(lengths=(2,))
    one = CP((TWO, TWO, ((1, 1),)))
    signs, order, modes = CP((TWO, TWO, ((1, -1),))), one.permuted((1, 0)), one.transposed((2, 0, 1))
    assert len({space.canonical(each) for each in (one, signs, order, modes)}) == 1
    assert space.canonical(CP((TWO, ((1, 1),), ((1, 1),)))) != space.canonical(one)
    long = EchelonFactors(lengths=(2,), largest=2)
    assert long.canonical(CP((TWO, TWO, ((1, 2),)))) != long.canonical(one)


def test_planted_k_ranks_are_at_least_two() -> None:
    space = DrawnFactors(sizes=((5, (5, 3, 3)), (4, (4, 2, 2))), samples=5)
    instances = list(space.instances(3))
    assert instances == list(space.instances(3)) != list(space.instances(4))
    assert [each.length for each in instances[:4]] == [5, 4, 5, 4]
    for each in instances:
        for factor in each.factors:
            columns = list(zip(*factor, strict=True))
            assert all(gcd(*column) == 1 for column in columns)
            assert all(rank((a, b)) == 2 for i, a in enumerate(columns) for b in columns[:i])


def test_drawn_decompositions_shrink_to_shorter_ones_in_the_same_form() -> None:
    space = DrawnFactors(sizes=((5, (5, 3, 3)),), samples=1)
    [each] = space.instances(0)
    smaller = list(space.smaller(each))
    assert [other.length for other in smaller[:5]] == [4] * 5
    assert {other.length for other in smaller[5:]} == {5}
    assert all(space.size(other) < space.size(each) for other in smaller)
    assert all(tuple(map(tuple, reduced_echelon(f, Q).rows())) == f for other in smaller for f in other.factors)


def test_what_the_predicates_say_of_unique_decompositions() -> None:
    unique = CP((TWO, TWO, ((1, 0), (0, 1))))
    assert decompositions.has_few_others(unique).status == "proved"
    assert decompositions.kruskal_sum_is_one_short(unique).status == "refuted"
    assert decompositions.necessary_conditions_hold(unique).status == "proved"
    assert decompositions.necessary_conditions_hold(CP((TWO, TWO, ((1, 1),)))).status == "refuted"
    assert decompositions.two_factors_have_independent_columns(CP((TWO, ((1, 1),), ((1, 1),)))).status == "refuted"
    assert decompositions.pairs_of_terms_are_unique(unique).status == "proved"


def test_bounds_that_overlap_decide_nothing() -> None:
    from algebra_tnn.explore.kruskal_ranks import kruskal_rank

    one, two = kruskal_rank(((1, 1),)), kruskal_rank(TWO)
    assert at_most(one, two).status == "proved"
    assert at_most(two, one).status == "refuted"
    assert len(at_most(two, one).certificates) == 2


# ------------------------------------------------------------------------------------------------- networks


def test_turned_and_reflected_rings_are_one() -> None:
    """A ring read from another node, in the other direction, and from the other side."""
    space = parted_rings([3], [2], [2])
    one = PartedRing(RingFormat((2, 3, 3, 2), (2, 3, 2, 2)), (0, 1))
    turned = PartedRing(RingFormat((3, 3, 2, 2), (3, 2, 2, 2)), (0, 3))
    reflected = PartedRing(RingFormat((2, 3, 3, 2), (2, 2, 2, 3)), (2, 3))
    other_side = PartedRing(one.ring, (2, 3))
    assert len({space.canonical(each) for each in (one, turned, reflected, other_side)}) == 1
    assert one.cut == turned.cut == reflected.cut == 4
    assert space.canonical(PartedRing(one.ring, (0, 2))) != space.canonical(one)


def test_a_flattening_of_equal_nodes_is_that_of_the_ring() -> None:
    ring = EqualRing(3, 2, 2, (1,))
    node = [[[1, 2], [3, 4]], [[0, 1], [5, 2]]]
    whole = Tensor.from_nested(ring.independent.tensor({f"G{k}": node for k in range(3)}))
    assert value(ring.flattening(), {"G": node}) == [list(row) for row in whole.matricized([1])]


def test_unbalanced_networks_are_left_out() -> None:
    """(3, 5, 6) with t² is one; the numbers of neurons on either side of such a gap come in its place."""
    networks = {(network.degree, network.widths) for network in two_layer_networks(60, [2, 3]).instances(0)}
    assert (2, (3, 5, 6)) not in networks
    assert {(2, (3, 4, 6)), (2, (3, 6, 6)), (3, (3, 5, 2))} <= networks
    assert not any(6 - 2 < d1 < min(d2, 6) for degree, (d0, d1, d2) in networks if (degree, d0) == (2, 3))


def test_graphs_are_connected_and_not_isomorphic() -> None:
    from networkx import is_connected, is_isomorphic

    graphs = [each.graph for each in small_graphs(5).instances(0)]
    assert len(graphs) == 1 + 1 + 2 + 6 + 21
    assert all(map(is_connected, graphs))
    assert not any(is_isomorphic(one, two) for one, two in pairwise(graphs))
    with pytest.raises(ValueError, match="up to 8 vertices are asked; those with 1 to 7"):
        small_graphs(8)
