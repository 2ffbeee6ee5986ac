"""Laws of tensors in formats, and of the factorizations that find them."""

from __future__ import annotations

from math import prod
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from algebra_tnn import (
    CP,
    EssentiallyUnique,
    Field,
    NotEssentiallyUnique,
    Tensor,
    hierarchical_tucker,
    jennrich_decomposition,
    tensor_train,
    tubal_factorization,
    tubal_ranks,
    tucker,
    verify,
)
from algebra_tnn.exact import Q, exact_matrix, solution
from algebra_tnn.tensors.values import FormatValue, NoDecomposition, TensorTrain, fourier_blocks
from tests.laws.strategies import decompositions, field_and_decomposition, integers, shapes, unimodular


@st.composite
def tensors(draw: Any, among: Any = shapes) -> Tensor:
    shape = draw(among)
    return Tensor(shape, tuple(draw(st.lists(integers, min_size=prod(shape), max_size=prod(shape)))))


def trees(draw: Any, modes: list[int]) -> Any:
    """A dimension tree of these modes, in any order."""
    if len(modes) == 1:
        return modes[0]
    order = draw(st.permutations(modes))
    cut = draw(st.integers(1, len(modes) - 1))
    return trees(draw, order[:cut]), trees(draw, order[cut:])


@settings(max_examples=20)
@given(field_and_decomposition(), st.data())
def test_factorizations_multiply_out_and_have_small_bonds(given_: tuple[Field, CP], data: Any) -> None:
    """Bonds of a sum of R terms are at most R, over every field."""
    field, decomposition = given_
    T = decomposition.tensor()
    along = hierarchical_tucker(T, trees(data.draw, list(range(T.order))), field)
    core, train = tucker(T, field), tensor_train(T, field)
    found: list[tuple[FormatValue, Any]] = [(core, core.ranks), (train, train.ranks), (along, along.ranks.values())]
    for value, bonds in found:
        assert value.tensor(field).entries == tuple(map(field.number, T.entries))
        assert max(bonds) <= decomposition.length


@settings(max_examples=25)
@given(tensors(), st.data())
def test_changing_the_gauge_changes_nothing(T: Tensor, data: Any) -> None:
    """Cores multiplied by a matrix and its inverse give the same tensor, and the same canonical train."""
    train = tensor_train(T)
    cut = data.draw(st.integers(0, T.order - 2))
    size = train.ranks[cut]
    M = unimodular(data.draw, size)
    inverse = inverse_of(M)
    left, right = train.cores[cut].nested(), train.cores[cut + 1].nested()
    left = [[[sum(x * M[s][t] for s, x in enumerate(row)) for t in range(size)] for row in part] for part in left]
    right = [
        [
            [sum(inverse[s][t] * right[t][i][b] for t in range(size)) for b in range(len(right[0][0]))]
            for i in range(len(right[0]))
        ]
        for s in range(size)
    ]
    other = TensorTrain.of([*train.cores[:cut], left, right, *train.cores[cut + 2 :]])
    assert other.tensor() == T
    assert tensor_train(other.tensor()) == train


def inverse_of(matrix: list[list[int]]) -> Any:
    found = solution(
        exact_matrix(matrix), exact_matrix([[int(i == j) for j in range(len(matrix))] for i in range(len(matrix))])
    )
    assert found is not None
    return found


@settings(max_examples=25)
@given(tensors(st.sampled_from([(2, 2, 2), (2, 3, 3), (3, 2, 4), (2, 2, 1)])))
def test_tubal_factorizations(T: Tensor) -> None:
    ranks = tubal_ranks(T)
    assert tubal_factorization(T).tensor() == T and tubal_factorization(T).ranks == (max(1, *ranks),)
    assert fourier_blocks(T).tensor() == T
    assert [block.ranks[0] for block in fourier_blocks(T).blocks] == [r for r in ranks if r] or not any(ranks)


@settings(max_examples=25)
@given(decompositions(Q, 3, (3, 3, 2)))
def test_what_jennrich_finds_is_unique(given_: CP) -> None:
    """And where it finds nothing, the given decomposition is not minimal, not unique, or out of reach."""
    try:
        found = jennrich_decomposition(given_.tensor())
    except (NoDecomposition, ValueError):
        return
    assert found.tensor() == given_.tensor() and found.length <= given_.length
    assert verify(EssentiallyUnique(found)).status == "proved"
    if found.length == given_.length:
        assert verify(NotEssentiallyUnique(given_)).status == "refuted"
