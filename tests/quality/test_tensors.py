"""Hunts among tensors: wrong statements are refuted, unaided, by the counterexamples that are known to be smallest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from algebra_tnn import checker
from algebra_tnn.exact import Q, k_rank
from algebra_tnn.hunting import Counterexample
from algebra_tnn.hunting.named import circuits, decompositions, formats, forms, graphs, named, ranks
from algebra_tnn.library import statements
from algebra_tnn.provers.tensor_ranks import flattening_ranks
from algebra_tnn.provers.two_by_two_by_two import hyperdeterminant_of
from algebra_tnn.tensors.named import w_state

slow = pytest.mark.slow


def counterexamples(name: str) -> Sequence[Counterexample[Any]]:
    """What a hunt finds, as many as it looks for, with certificates that are accepted when they are checked again."""
    hunt = named(name)
    found = hunt.run(budget=10 * hunt.budget).found  # a busy machine takes longer, and finds the same
    assert len(found) == hunt.most
    for each in found:
        assert each.certificates
        assert (each.hypothesis is None) == (hunt.hypothesis is None)
        for text in each.certificates.values():
            assert checker.check(text).answer == "accepted"
    return found


def the_smallest(name: str) -> Any:
    """The only instance that is found, which none before it in the order of the space could be."""
    [found] = counterexamples(name)
    assert found.minimal.startswith("the smallest of all")
    assert "undecided" not in found.minimal
    return found.instance


def test_every_hunt_has_a_statement_and_a_question() -> None:
    known = {statement.id for statement in statements()}
    hunts = [hunt for topic in (ranks, decompositions, formats, circuits, graphs, forms) for hunt in topic.HUNTS]
    assert {hunt.statement for hunt in hunts} <= known
    assert all(hunt.question.endswith("?") for hunt in hunts)
    assert len({hunt.name for hunt in hunts}) == len(hunts)


# ------------------------------------------------------------------------------------------------- ranks


@slow
@pytest.mark.parametrize(("name", "delta"), [("rank-over-the-reals", -4), ("rank-over-the-rationals", 8)])
def test_the_rank_depends_on_the_field(name: str, delta: int) -> None:
    """A17: −4 is no square of a real number, 8 is one, but of no rational number."""
    assert hyperdeterminant_of(the_smallest(name)) == delta


def test_the_rank_is_larger_modulo_two() -> None:
    """x² − y² splits over the rationals, and is a square modulo 2."""
    found = the_smallest("rank-modulo-two")
    assert found.shape == (2, 2, 2)
    assert sum(found.entries) == 4
    assert hyperdeterminant_of(found) == 4


def test_the_border_rank_is_less() -> None:
    found = the_smallest("border-rank-is-rank")
    assert found.shape == (2, 2, 2)
    assert sum(found.entries) == 3
    assert hyperdeterminant_of(found) == 0
    assert set(flattening_ranks(found, Q).values()) == {2}  # the tensor W, up to symmetry


@slow
def test_the_rank_is_two_above_flattenings() -> None:
    [found] = counterexamples("rank-next-to-flattenings")
    assert found.instance.shape == (2, 2, 2, 2)
    assert sorted(found.instance.entries) == sorted(w_state(4).entries)
    assert set(flattening_ranks(found.instance, Q).values()) == {2}
    assert "against <= 3" in found.conclusion.says


@slow
def test_bonds_of_trains_depend_on_the_order() -> None:
    found = the_smallest("trains-of-any-order")
    assert found.shape == (2, 2, 2, 2)
    assert sum(found.entries) == 3


# ------------------------------------------------------------------------------------------------- decompositions


@pytest.mark.parametrize("name", ["kruskal-sum-one-short", "independent-columns"])
def test_two_terms_with_a_common_vector_are_found(name: str) -> None:
    """B5 and B6: (a0 ⊗ b0 + a1 ⊗ b1) ⊗ c, which GL(2) moves."""
    assert the_smallest(name).factors == (((1, 0), (0, 1)), ((1, 0), (0, 1)), ((1, 1),))


def test_four_decompositions_of_a_family_differ_pairwise() -> None:
    [found] = counterexamples("independent-columns")
    assert len(found.conclusion.certificates) == 6


@slow
@pytest.mark.parametrize("name", ["necessary-conditions-suffice", "unique-pairs-of-terms"])
def test_three_cubes_are_found(name: str) -> None:
    """e0³ + e1³ + (e0 + e1)³, of rank three over the rationals, in many ways."""
    assert the_smallest(name).factors == (((1, 0, 1), (0, 1, 1)),) * 3


@slow
def test_uniqueness_depends_on_the_field() -> None:
    """H5: seven terms in 3×4×7, whose other rank-one matrices are conjugate over a cubic field."""
    [found] = counterexamples("unique-over-extensions")
    assert (found.instance.length, sorted(found.instance.shape)) == (7, [3, 4, 7])
    assert all(k_rank(factor).lower >= 2 for factor in found.instance.factors)
    assert "of degree 3 over Q" in found.conclusion.says
    assert found.size <= (7, 14, 30)
    assert "no smaller neighbour is one" in found.minimal


# ------------------------------------------------------------------------------------------------- formats


@slow
def test_two_rings_miss_their_least_cut() -> None:
    """A9: all there are with modes 2, 3, 4 and bonds 2, and both have been known."""
    found = [each.instance for each in counterexamples("ring-cuts")]
    assert [(each.ring.shape, each.side, each.cut) for each in found] == [
        ((2, 3, 4, 3), (0, 2), 8),
        ((3, 3, 3, 3), (0, 2), 9),
    ]


@slow
def test_a_ring_of_equal_nodes_is_found() -> None:
    found = the_smallest("equal-nodes")
    assert (found.nodes, found.mode, found.bond, found.side) == (4, 2, 2, (0, 2))


@slow
def test_few_slices_of_paratuck_are_found() -> None:
    """A12: two, three and four slices, and no more."""
    found = counterexamples("paratuck-few-slices")
    assert [(each.instance.shape, each.instance.ranks) for each in found] == [((3, 2, K), (2, 2)) for K in (2, 3, 4)]
    assert [each.conclusion.says.split(" ")[2] for each in found] == ["10", "14", "18"]


@slow
def test_four_defective_networks_are_found() -> None:
    """B16: those that are known and have no more than 72 weights, unless they are unbalanced."""
    found = counterexamples("two-layer-defects")
    assert [(each.instance.widths, each.instance.degree) for each in found] == [
        ((3, 5, 2), 3),
        ((4, 5, 3), 2),
        ((4, 6, 5), 2),
        ((6, 8, 3), 2),
    ]


# ------------------------------------------------------------------------------------------------- circuits, graphs


@slow
def test_a_deep_circuit_with_a_narrow_first_layer_is_found() -> None:
    found = the_smallest("deep-with-more-weights")
    assert (found.deep.channels, found.shallow.width, found.weights) == ((1, 4), 2, (20, 18))


@slow
def test_the_pentagon_is_found() -> None:
    found = the_smallest("cliques-and-independent-sets")
    assert (found.vertices, sorted(map(len, found.graph.adj.values()))) == (5, [2] * 5)


def test_fewer_complex_powers_than_real_ones_are_found() -> None:
    """A cubic with three real zeros, of which two complex powers are enough."""
    assert str(the_smallest("real-powers")) == "x^2*y + x*y^2"
