"""Laws of Kruskal ranks: direct sums, duality, circuits, more columns and fewer rows, budgets and bounds asked for."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np
from flint import nmod_mat
from hypothesis import given
from hypothesis import strategies as st

from algebra_tnn import Field, Q
from algebra_tnn.exact import KRank, Matrix, exact_matrix, k_rank, kernel, prime_field, rank
from algebra_tnn.exact.kruskal.circuits import Components, circuit, selected
from algebra_tnn.exact.kruskal.projections import faithful_projection
from algebra_tnn.exact.kruskal.vanishing_minors import dependent_subsets
from algebra_tnn.exact.modular.centred import reduced
from algebra_tnn.provers.k_ranks import lower_bound, upper_bound
from algebra_tnn.verification import checked
from tests.laws.strategies import fields, matrices, rationals
from tests.oracles import by_hand

more_fields = st.one_of(fields, st.sampled_from([prime_field(2**31 - 1), prime_field(4294967311)]))


def value(matrix: Matrix, field: Field) -> int:
    found = k_rank(matrix, field)
    assert found.is_exact
    return found.lower


def has_circuit(found: KRank) -> bool:
    return bool(found.columns)


@given(matrices(columns=5), matrices(columns=4), fields)
def test_a_direct_sum_has_the_circuits_of_its_summands(first: Matrix, second: Matrix, field: Field) -> None:
    left, right = len(first[0]), len(second[0])
    total = exact_matrix([*([*row, *[0] * right] for row in first), *([*[0] * left, *row] for row in second)])
    parts = [found for found in (k_rank(first, field), k_rank(second, field)) if has_circuit(found)]
    assert value(total, field) == min((found.lower for found in parts), default=left + right)


@given(st.integers(1, 4), st.integers(1, 4), st.sampled_from([5, 7, 10007]), st.data())
def test_a_uniform_matroid_has_a_uniform_dual(k: int, m: int, p: int, data: Any) -> None:
    """All minors of [I | A] are nonzero if those of [−Aᵀ | I] are."""
    entries = st.integers(1, p - 1)
    A = data.draw(st.lists(st.lists(entries, min_size=m, max_size=m), min_size=k, max_size=k))
    table = [[*(int(i == j) for j in range(k)), *row] for i, row in enumerate(A)]
    dual = [[*(-A[i][j] % p for i in range(k)), *(int(i == j) for i in range(m))] for j in range(m)]
    field = prime_field(p)
    assert (value(exact_matrix(table), field) == k) == (value(exact_matrix(dual), field) == m)


@given(matrices(), more_fields)
def test_the_relation_is_a_circuit_of_smallest_size(matrix: Matrix, field: Field) -> None:
    found = k_rank(matrix, field)
    if not has_circuit(found):
        assert rank(matrix, field) == len(matrix[0]) == found.upper
        return
    chosen = selected(field.matrix(matrix), found.columns)
    (vector,) = kernel(chosen, field)
    assert all(vector), "no smaller set is dependent"
    assert all(field.number(x) for x in found.relation)
    for row in chosen:
        assert field.number(sum(x * y for x, y in zip(row, found.relation, strict=True))) == 0


@given(matrices(), more_fields, st.data())
def test_more_columns_and_fewer_rows_lower_it(matrix: Matrix, field: Field, data: Any) -> None:
    width = len(matrix[0])
    new = data.draw(st.lists(st.integers(-2, 2), min_size=len(matrix), max_size=len(matrix)))
    wider = exact_matrix([[*row, x] for row, x in zip(matrix, new, strict=True)])
    assert value(wider, field) in range(value(matrix, field) + 2)
    assert value(wider, field) <= value(matrix, field) or value(matrix, field) == width
    if len(matrix) > 1:
        assert value(matrix[1:], field) <= value(matrix, field)


@given(matrices(), st.sampled_from([2, 3, 5, 10007]))
def test_it_is_not_larger_modulo_a_prime(matrix: Matrix, p: int) -> None:
    assert value(matrix, prime_field(p)) <= value(matrix, Q)


@given(matrices(entries=rationals), more_fields, st.integers(0, 7), st.integers(0, 60))
def test_whether_it_is_enough(matrix: Matrix, field: Field, enough: int, budget: int) -> None:
    exact = value(matrix, field)
    found = k_rank(matrix, field, enough=enough)
    assert found.lower >= enough if exact >= enough else found.upper < enough
    limited = k_rank(matrix, field, enough=enough, budget=budget, least=enough)
    assert limited.lower <= exact <= limited.upper


@given(matrices(), more_fields)
def test_components_and_circuits(matrix: Matrix, field: Field) -> None:
    """No circuit crosses components, every column of a component lies in a circuit, and ranks add up."""
    matrix = field.matrix(matrix)
    found = Components.of(matrix, field)
    inside = {j for part in found.parts for j in part}
    assert len(inside) == sum(map(len, found.parts))
    free = len(matrix[0]) - len(inside)
    assert free + sum(rank(selected(matrix, part), field) for part in found.parts) == rank(matrix, field)
    for part in found.parts:
        for j in part:
            assert rank(selected(matrix, [i for i in part if i != j] or [j]), field) == rank(
                selected(matrix, part), field
            )
    assert bool(found.parts) == bool(found.smallest)
    if found.smallest:
        shown = circuit(matrix, field, found.smallest)
        assert shown is not None and shown.columns == found.smallest
        assert any(set(found.smallest) <= set(part) for part in found.parts)


@given(matrices(entries=rationals), fields)
def test_both_sides_are_accepted(matrix: Matrix, field: Field) -> None:
    found = k_rank(matrix, field)
    for k in range(found.lower + 1):
        assert checked(lower_bound(matrix, field, found, k)) is not None
    assert checked(upper_bound(matrix, field, found)) is not None


@given(matrices(), fields, st.integers(1, 4))
def test_faithful_projections_exist_over_large_fields(matrix: Matrix, field: Field, k: int) -> None:
    shown = faithful_projection(matrix, field, k)
    if shown is not None:
        assert k <= value(matrix, field)
    elif field.modulus > 10**4:
        assert k > value(matrix, field)


@given(st.integers(1, 4), st.integers(1, 5), st.sampled_from([2, 5, 8388593, 2**31 - 1, 2**40 - 87]), st.data())
def test_dependent_subsets(k: int, m: int, p: int, data: Any) -> None:
    entries = st.one_of(st.integers(-1, 1), st.integers(-(p // 2), p // 2))
    rows = data.draw(st.lists(st.lists(entries, min_size=m, max_size=m), min_size=k, max_size=k))
    found = sorted(
        tuple(subset)
        for _, subsets in dependent_subsets(reduced(np.array(rows, dtype=np.float64), p), p)
        for subset in subsets.tolist()
    )
    columns = [[int(i == j) for i in range(k)] for j in range(k)] + [[row[j] % p for row in rows] for j in range(m)]
    assert found == [
        chosen
        for chosen in combinations(range(k + m), k)
        if nmod_mat(k, k, [x for j in chosen for x in columns[j]], p).det() == 0
    ]


@given(matrices(columns=7), fields)
def test_budgets_of_every_size(matrix: Matrix, field: Field) -> None:
    exact = by_hand.k_rank(matrix, field.characteristic)
    for budget in (0, 1, 7, 30, 200, 10**6):
        found = k_rank(matrix, field, budget=budget)
        assert found.lower <= exact <= found.upper
        assert found.projection is None or len(found.projection) == found.lower
    assert found.is_exact
