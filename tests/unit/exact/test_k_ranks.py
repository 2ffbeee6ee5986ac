from __future__ import annotations

import random
from fractions import Fraction

import pytest

from algebra_tnn.exact import Field, Progress, Q, exact_matrix, k_rank, prime_field
from algebra_tnn.exact.fields import MODULUS
from tests.oracles import by_hand

TWO, LARGE = prime_field(2), prime_field(10007)


def test_zero_column() -> None:
    found = k_rank(exact_matrix([[1, 0, 2], [3, 0, 4]]))
    assert (found.lower, found.upper, found.columns, found.relation) == (0, 0, (1,), (1,))


def test_equal_and_proportional_columns() -> None:
    found = k_rank(exact_matrix([[1, 0, "-1/2"], [2, 1, -1]]))
    assert (found.lower, found.upper, found.columns) == (1, 1, (0, 2))
    assert found.relation == (1, 2)


def test_relations_are_coprime_integers_with_a_positive_lead() -> None:
    found = k_rank(exact_matrix([[2, 4, 0], [0, 6, 3]]))
    assert (found.columns, found.relation) == ((0, 1, 2), (2, -1, 2))


def test_wide_and_tall() -> None:
    wide = exact_matrix([[1, 1, 1, 1, 1], [0, 1, 2, 3, 4]])
    tall = tuple(zip(*wide, strict=True))
    assert (k_rank(wide).lower, k_rank(wide).upper) == (2, 2)
    assert (k_rank(tall).lower, k_rank(tall).upper, k_rank(tall).columns) == (2, 2, ())


def test_a_single_entry() -> None:
    assert k_rank(((5,),)).lower == 1
    assert k_rank(((0,),)).upper == 0


def test_the_field_matters() -> None:
    matrix = exact_matrix([[1, 0, 1, 1], [0, 1, 1, 3]])
    assert k_rank(matrix).lower == 2
    found = k_rank(matrix, TWO)
    assert (found.lower, found.upper, found.columns) == (1, 1, (2, 3))
    assert k_rank(((1, 10007), (0, 1)), LARGE).lower == 2
    assert k_rank(((1, 10008), (0, 10007)), LARGE).lower == 1


@pytest.mark.parametrize("field", [Q, TWO, LARGE])
def test_many_columns_against_the_definition(field: Field) -> None:
    rng = random.Random(5)
    for _ in range(15):
        matrix = exact_matrix([[rng.randint(-3, 3) for _ in range(7)] for _ in range(rng.randint(2, 5))])
        found = k_rank(matrix, field)
        assert found.lower == found.upper == by_hand.k_rank(matrix, field.characteristic)


def test_the_projection_shows_the_lower_bound() -> None:
    """projection · matrix = [I | A′] modulo the modulus, as the certificate wants it."""
    matrix = exact_matrix([[1, 2, 3, 5], [1, "1/3", 0, 1], [0, 2, 2, 9]])
    found = k_rank(matrix)
    assert found.projection is not None
    n = found.modulus
    entries = [[by_hand.residue(x, n) for x in row] for row in matrix]
    image = [
        [sum(x * row[j] for x, row in zip(line, entries, strict=True)) % n for j in range(found.lower)]
        for line in found.projection
    ]
    assert image == [[int(i == j) for j in range(found.lower)] for i in range(found.lower)]


def test_a_prime_that_fails_is_replaced() -> None:
    for matrix in ([[1, 1], [0, MODULUS]], [[Fraction(1, MODULUS), 0], [0, 1]]):
        found = k_rank(exact_matrix(matrix))
        assert (found.lower, found.upper) == (2, 2)
        assert found.modulus != MODULUS


def test_a_spent_budget_leaves_an_interval() -> None:
    rng = random.Random(1)
    matrix = exact_matrix([[rng.randint(-9, 9) for _ in range(16)] for _ in range(8)])
    found = k_rank(matrix, budget=1000)
    assert not found.is_exact
    assert 1 <= found.lower < found.upper == 8
    assert k_rank(matrix, budget=0).lower == 0
    walked = k_rank(matrix, TWO, budget=20)
    assert walked.lower <= by_hand.k_rank(matrix, 2) <= walked.upper


def test_the_same_seed_gives_the_same_evidence() -> None:
    matrix = exact_matrix([[1, 2, 3, 4], [0, 1, 1, 5], [7, 0, 2, 2], [1, 1, 1, 0], [0, 0, 3, 1]])
    assert k_rank(matrix, seed=3) == k_rank(matrix, seed=3)


def test_progress_is_reported() -> None:
    seen: list[tuple[int, int]] = []
    progress = Progress(report=lambda p: seen.append((p.done, p.upper)))
    matrix = exact_matrix([[1, 1, 1, 1, 1], [0, 1, 2, 3, 4], [0, 1, 4, 9, 16]])
    found = k_rank(matrix, progress=progress)
    assert seen
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert progress.done == found.subsets > 0
    assert (progress.lower, progress.upper) == (3, 3)


def test_an_interrupted_search_has_said_how_far_it_came() -> None:
    def stop(progress: Progress) -> None:
        raise KeyboardInterrupt

    progress = Progress(report=stop)
    with pytest.raises(KeyboardInterrupt):
        k_rank(exact_matrix([[1, 1, 1], [0, 1, 2]]), progress=progress)
    assert progress.done > 0
    assert progress.upper == 2
