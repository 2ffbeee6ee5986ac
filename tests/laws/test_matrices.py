"""Laws of ranks, kernels and Kruskal ranks."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

from hypothesis import example, given
from hypothesis import strategies as st

from algebra_tnn import Field, Q, kruskal_rank
from algebra_tnn.exact import Matrix, exact_matrix, k_rank, kernel, minor, rank, rank_factorization, solution
from algebra_tnn.exact.linear import echelons
from algebra_tnn.exact.linear.echelons import exact_rank, reduced_echelon
from algebra_tnn.exact.linear.matrices import product
from algebra_tnn.exact.modular.centred import PRIME
from tests.laws.strategies import fields, integers, matrices, rationals, times, unimodular
from tests.oracles import by_hand


def value(matrix: Matrix, field: Field) -> int:
    found = k_rank(matrix, field)
    assert found.is_exact
    return found.lower


@given(matrices(), fields)
def test_k_rank_is_the_definition(matrix: Matrix, field: Field) -> None:
    found = k_rank(matrix, field)
    assert found.lower == found.upper == by_hand.k_rank(matrix, field.characteristic)


@given(matrices(entries=rationals, columns=5), fields)
def test_k_rank_of_rational_matrices(matrix: Matrix, field: Field) -> None:
    found = k_rank(matrix, field)
    assert found.lower == found.upper == by_hand.k_rank(matrix, field.characteristic)


@given(matrices(), fields)
def test_evidence_of_k_rank(matrix: Matrix, field: Field) -> None:
    """The relation holds among different columns, one more than the upper bound; the checker accepts both sides."""
    found = k_rank(matrix, field)
    if found.columns:
        assert len(set(found.columns)) == found.upper + 1
        assert any(field.number(x) for x in found.relation)
        for row in matrix:
            total = sum(x * row[j] for x, j in zip(found.relation, found.columns, strict=True))
            assert field.number(total) == 0
    else:
        assert found.upper == len(matrix[0])
    bounds = kruskal_rank(matrix, field)
    assert (bounds.lower, bounds.upper) == (found.lower, found.upper)


@given(matrices(), fields, st.data())
def test_k_rank_does_not_see_the_order_and_scale_of_columns(matrix: Matrix, field: Field, data: Any) -> None:
    width = len(matrix[0])
    order = data.draw(st.permutations(range(width)))
    p = field.characteristic
    scales = st.integers(1, p - 1 if p else 9)
    scale = data.draw(st.lists(scales, min_size=width, max_size=width))
    changed = exact_matrix([[scale[j] * row[order[j]] for j in range(width)] for row in matrix])
    assert value(changed, field) == value(matrix, field)


@given(matrices(), fields, st.data())
def test_k_rank_does_not_see_row_operations(matrix: Matrix, field: Field, data: Any) -> None:
    changed = times(unimodular(data.draw, len(matrix)), matrix)
    assert value(exact_matrix([*changed, changed[0]]), field) == value(matrix, field)


@given(matrices(), fields, st.integers(0, 40))
def test_a_budget_gives_an_honest_interval(matrix: Matrix, field: Field, budget: int) -> None:
    found = k_rank(matrix, field, budget=budget)
    assert found.lower <= by_hand.k_rank(matrix, field.characteristic) <= found.upper
    bounds = kruskal_rank(matrix, field, budget=budget)
    assert (bounds.lower, bounds.upper) == (found.lower, found.upper)


@given(matrices(), fields)
def test_rank(matrix: Matrix, field: Field) -> None:
    assert rank(matrix, field) == by_hand.rank(matrix, field.characteristic)
    assert rank(tuple(zip(*matrix, strict=True)), field) == rank(matrix, field)


@given(matrices(entries=rationals), fields)
def test_minors_come_with_their_inverse(matrix: Matrix, field: Field) -> None:
    shown = minor(matrix, field)
    assert shown is not None
    size = rank(matrix, field)
    assert len(shown.rows) == len(shown.columns) == size
    n = shown.modulus
    square = [[by_hand.residue(matrix[i][j], n) for j in shown.columns] for i in shown.rows]
    if size:
        identity = [[x % n for x in row] for row in times(square, shown.inverse)]
        assert identity == [[int(i == j) for j in range(size)] for i in range(size)]
    assert minor(matrix, field, size + 1) is None


@given(matrices(entries=rationals), fields)
def test_kernel(matrix: Matrix, field: Field) -> None:
    basis = kernel(matrix, field)
    assert len(basis) == len(matrix[0]) - rank(matrix, field)
    for vector in basis:
        assert all(field.number(sum(x * y for x, y in zip(row, vector, strict=True))) == 0 for row in matrix)
    assert not basis or rank(basis, field) == len(basis)
    assert field.is_finite or all(type(x) is int for vector in basis for x in vector)


@given(matrices(entries=rationals), fields)
def test_rank_factorization(matrix: Matrix, field: Field) -> None:
    left, right = rank_factorization(matrix, field)
    assert len(right) == rank(matrix, field)
    if right:
        assert product(left, right, field) == field.matrix(matrix)


@given(matrices(entries=rationals | st.sampled_from([PRIME, -PRIME, PRIME + 1, PRIME**2, 2**70]), columns=7))
@example(((PRIME, 1),))
@example(((0, PRIME), (PRIME, 0)))
def test_elimination_modulo_a_prime_and_lifting_are_elimination(matrix: Matrix) -> None:
    """As for large matrices, also where the prime divides what it should not."""
    expected = reduced_echelon(matrix, Q)
    with patch.object(echelons, "SMALL", 0), patch.object(echelons, "TINY", 0):
        found = reduced_echelon(matrix, Q)
        assert exact_rank(matrix) == len(expected.pivots)
    assert (found.pivots, found.rows()) == (expected.pivots, expected.rows())


@given(matrices(), matrices(), fields)
def test_solution(left: Matrix, other: Matrix, field: Field) -> None:
    """L X = L Y has a solution for every Y; a right side outside the column space has none."""
    width = len(left[0])
    Y = exact_matrix([[row[j % len(row)] for j in range(2)] for row in (other * width)[:width]])
    right = product(left, Y, field)
    X = solution(left, right, field)
    assert X is not None
    assert product(left, X, field) == right
    one = tuple((1,) for _ in left)
    augmented = tuple((*row, 1) for row in left)
    assert (solution(left, one, field) is None) == (rank(augmented, field) > rank(left, field))


@given(st.lists(integers, min_size=3, max_size=3).filter(any), st.integers(1, 4))
def test_proportional_columns_have_k_rank_one(column: list[int], copies: int) -> None:
    matrix = exact_matrix([[x * (j + 1) for j in range(copies + 1)] for x in column])
    assert value(matrix, Q) == 1
