"""Minimal factorizations: they multiply out, their ranks are those of flattenings, and their gauge is fixed."""

from __future__ import annotations

import random
from typing import Any

import pytest

from algebra_tnn import CP, Field, Q, Tensor, rank
from algebra_tnn.tensors.formats.hierarchical import modes_of
from algebra_tnn.tensors.values import hierarchical_tucker, tensor_train, tucker
from tests.unit.tensors.values.samples import entries, hierarchical, train, tucker_value

GF2, GF5 = Field.named("GF(2)"), Field.named("GF(5)")
TREES = [((0, 1), (2, 3)), ((2, 0), (1, 3)), (0, (1, (2, 3))), (0, 1, 2, 3), ((3, 1, 0), 2)]
SAMPLES = [
    train((3, 4, 2, 3), (2, 3, 2)).tensor(),
    tucker_value((3, 4, 2, 3), (2, 2, 1, 2)).tensor(),
    hierarchical(((0, 1), (2, 3)), 3, 2).tensor(),
    Tensor.from_nested(entries((2, 3, 2, 3), random.Random(5))),
    CP.from_factors([[1, 2], [0, 1], ["1/2", 1]], [[1, 1], [2, 0]], [[3, 1], [1, 1]], [[0, 1], [1, 0]]).tensor(),
]


def flattening_rank(tensor: Tensor, modes: tuple[int, ...], field: Field) -> int:
    return rank(field.matrix(tensor.matricized(modes)), field)


@pytest.mark.parametrize("field", [Q, GF2], ids=str)
@pytest.mark.parametrize("i", range(len(SAMPLES)))
def test_ranks_are_those_of_flattenings(i: int, field: Field) -> None:
    given = SAMPLES[i]
    if field == GF2 and i == 4:
        given = Tensor(given.shape, tuple(2 * x for x in given.entries))
    expected = tuple(map(field.number, given.entries))
    for found in (
        tucker(given, field),
        tensor_train(given, field),
        *(hierarchical_tucker(given, t, field) for t in TREES),
    ):
        assert found.tensor(field).entries == expected
    single = [max(1, flattening_rank(given, (mode,), field)) for mode in range(4)]
    assert tucker(given, field).ranks == tuple(single)
    train_ranks = tuple(max(1, flattening_rank(given, tuple(range(k)), field)) for k in (1, 2, 3))
    assert tensor_train(given, field).ranks == train_ranks
    for tree in TREES:
        found = hierarchical_tucker(given, tree, field)
        for node, r in found.ranks.items():
            assert r == max(1, flattening_rank(given, tuple(modes_of(node)), field))


def test_samples_have_the_ranks_they_were_made_with() -> None:
    """Generic values of a format keep its bonds."""
    assert tensor_train(SAMPLES[0]).ranks == (2, 3, 2)
    assert tucker(SAMPLES[1]).ranks == (2, 2, 1, 2)
    assert set(hierarchical_tucker(SAMPLES[2], ((0, 1), (2, 3))).ranks.values()) == {2}
    assert tensor_train(SAMPLES[2]).ranks == (2, 2, 2)


def unimodular(size: int) -> Any:
    return [[int(i == j) + 3 * (i < j) for j in range(size)] for i in range(size)]


def test_the_gauge_is_fixed() -> None:
    """A tensor that is written with other factors gets the same decomposition, of entries at pivots."""
    given = tucker_value((4, 3, 3), (2, 3, 2), seed=1)
    core = Tensor(given.core.shape, given.core.entries)
    mixed = [
        [sum(u * m[r] for u, m in zip(row, unimodular(2), strict=True)) for r in range(2)]
        for row in given.factors[0].nested()
    ]
    inverse = [[1, -3], [0, 1]]
    unmixed = [
        [[sum(inverse[r][s] * core[s, j, k] for s in range(2)) for k in range(2)] for j in range(3)] for r in range(2)
    ]
    other = type(given).of(unmixed, [mixed, *given.factors[1:]])
    assert other != given and other.tensor() == given.tensor()
    assert tucker(other.tensor()) == tucker(given.tensor())
    assert tucker(given.tensor()).factors[1].nested() == [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    for i, row in enumerate(tucker(given.tensor()).factors[0].nested()[:2]):
        assert row == [int(i == j) for j in range(2)]


def test_pivots_may_be_late() -> None:
    """The first rows vanish or repeat, so the core consists of entries further on."""
    T = Tensor.from_nested([[[0, 0, 0], [0, 0, 0]], [[0, 1, 2], [0, 2, 4]], [[0, 3, 1], [0, 6, 2]]])
    found = tucker(T)
    assert found.core.nested() == [[[1, 2]], [[3, 1]]] and found.factors[1].nested() == [[1], [2]]
    assert found.tensor() == tensor_train(T).tensor() == hierarchical_tucker(T, ((2, 0), 1)).tensor() == T


def test_zero_and_tiny() -> None:
    zero = Tensor((2, 1, 3), (0,) * 6)
    assert tucker(zero).ranks == (1, 1, 1) and tensor_train(zero).ranks == (1, 1)
    one = Tensor((1, 1), (5,))
    for found in (tucker(one), tensor_train(one), hierarchical_tucker(one, (1, 0))):
        assert found.tensor() == one
    for found in (tucker(zero), tensor_train(zero), hierarchical_tucker(zero, (1, (0, 2)))):
        assert found.tensor() == zero


def test_a_denominator_that_vanishes() -> None:
    with pytest.raises(ValueError, match="the entry 1/5 has a denominator divisible by 5"):
        tensor_train(Tensor.from_nested([["1/5", 0], [0, 1]]), GF5)


def test_trees_are_checked() -> None:
    with pytest.raises(ValueError, match=r"the tree has the modes \[0, 1\]; it has each of the modes 0 … 2 once"):
        hierarchical_tucker(Tensor((1, 1, 1), (1,)), (0, 1))
    with pytest.raises(ValueError, match=r"the tree has the modes \[0\]; it has each of the modes 0 … 1 once"):
        hierarchical_tucker(Tensor((1, 1), (1,)), 0)
