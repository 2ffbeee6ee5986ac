"""Laws of tensors, decompositions and rank bounds."""

from __future__ import annotations

from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algebra_tnn import CP, Field, Tensor, kruskal_rank, tensor_rank
from algebra_tnn.exact import Matrix
from tests.laws.strategies import field_and_decomposition, matrices, shapes, times, unimodular
from tests.oracles import by_hand


@given(shapes, st.data())
def test_matricizations_forget_nothing(shape: tuple[int, ...], data: Any) -> None:
    size = 1
    for n in shape:
        size *= n
    entries = tuple(data.draw(st.lists(st.integers(-9, 9), min_size=size, max_size=size)))
    T = Tensor(shape, entries)
    assert Tensor.from_nested(T.nested()) == T
    for count in range(1, len(shape)):
        for modes in combinations(range(len(shape)), count):
            others = [m for m in range(len(shape)) if m not in modes]
            matrix = T.matricized(modes)
            assert matrix == T.matricized(modes[::-1])
            assert tuple(zip(*matrix, strict=True)) == T.matricized(others)
            rows = {place: i for i, place in enumerate(product(*(range(shape[m]) for m in modes)))}
            columns = {place: i for i, place in enumerate(product(*(range(shape[m]) for m in others)))}
            for place in product(*map(range, shape)):
                entry = matrix[rows[tuple(place[m] for m in modes)]][columns[tuple(place[m] for m in others)]]
                assert entry == T[place]


@given(field_and_decomposition())
def test_the_tensor_is_the_sum_of_the_terms(given_: tuple[Field, CP]) -> None:
    _, T = given_
    columns = zip(*by_hand.terms(T.factors), strict=True)
    assert T.tensor().entries == tuple(map(sum, columns))


@given(matrices(rows=3, columns=3))
def test_the_rank_of_a_matrix_is_its_tensor_rank(A: Matrix) -> None:
    bounds = tensor_rank(Tensor.from_nested(A))
    assert bounds.lower == bounds.upper == by_hand.rank(A)


@given(field_and_decomposition())
def test_rank_bounds(given_: tuple[Field, CP]) -> None:
    field, T = given_
    bounds = tensor_rank(T, field)
    assert 0 <= bounds.lower <= bounds.upper <= T.length
    flattenings = [by_hand.rank(T.tensor().matricized([m]), field.characteristic) for m in range(T.order)]
    assert bounds.lower >= max(flattenings)
    assert bounds.field == field


@pytest.mark.slow
@settings(max_examples=30)
@given(field_and_decomposition(), st.data())
def test_rank_bounds_do_not_see_the_order_of_modes(given_: tuple[Field, CP], data: Any) -> None:
    """Intervals of the same rank always meet; where they are points, the points agree."""
    field, T = given_
    modes = data.draw(st.permutations(range(T.order)))
    one, two = tensor_rank(T.tensor(), field), tensor_rank(T.transposed(modes).tensor(), field)
    assert max(one.lower, two.lower) <= min(one.upper, two.upper)


@pytest.mark.slow
@settings(max_examples=30)
@given(field_and_decomposition(), st.data())
def test_rank_bounds_do_not_see_a_change_of_basis(given_: tuple[Field, CP], data: Any) -> None:
    field, T = given_
    changed = CP.from_factors(times(unimodular(data.draw, T.shape[0]), T.factors[0]), *T.factors[1:])
    one, two = tensor_rank(T.tensor(), field), tensor_rank(changed.tensor(), field)
    assert max(one.lower, two.lower) <= min(one.upper, two.upper)


@given(field_and_decomposition(among=st.sampled_from([Field.named("GF(2)")])))
def test_ranks_over_two_elements_are_not_below_known_ones(given_: tuple[Field, CP]) -> None:
    """The k-rank of a factor is at most its rank, and both at most the number of terms."""
    field, T = given_
    for factor in T.factors:
        bounds = kruskal_rank(factor, field)
        assert bounds.meet
        assert bounds.upper <= by_hand.rank(factor, 2) <= T.length
