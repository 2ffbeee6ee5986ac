from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from flint import nmod_mat

from algebra_tnn.exact import (
    Q,
    exact_matrix,
    independent_columns,
    kernel,
    minor,
    prime_field,
    rank,
    rank_factorization,
    residues,
    solution,
)
from algebra_tnn.exact.fields import MODULUS, Field
from algebra_tnn.exact.linear.matrices import inverse_modulo, moduli, modulus_for, product, square_solution
from algebra_tnn.exact.linear.minors import Minor
from algebra_tnn.exact.modular.centred import PRIME

TWO, FIVE = prime_field(2), prime_field(5)
SINGULAR = exact_matrix([[1, 2, 3], [2, 4, 6], [0, 0, 1]])


def test_rank_depends_on_the_field() -> None:
    matrix = exact_matrix([[1, 2], [3, 1]])  # determinant −5
    assert [rank(matrix, field) for field in (Q, TWO, FIVE)] == [2, 2, 1]


def test_rank_over_q_is_exact_where_the_modulus_fails() -> None:
    """A determinant divisible by the prime behind certificates, and a denominator that it divides."""
    assert rank(exact_matrix([[1, 1], [0, MODULUS]])) == 2
    assert rank(exact_matrix([[Fraction(1, MODULUS), 0], [0, 1]])) == 2
    assert rank(exact_matrix([[0, 0], [0, 0]])) == 0


def test_independent_columns_are_the_first_possible() -> None:
    assert independent_columns(SINGULAR) == [0, 2]
    assert independent_columns(exact_matrix([[0, 2, 1]])) == [1]
    assert independent_columns(exact_matrix([[0, 2, 1]]), TWO) == [2]


@pytest.mark.parametrize("field", [Q, TWO, FIVE])
def test_the_inverse_of_a_minor(field: Field) -> None:
    shown = minor(SINGULAR, field)
    assert shown is not None
    square = tuple(tuple(SINGULAR[i][j] for j in shown.columns) for i in shown.rows)
    identity = [[x % shown.modulus for x in row] for row in product(square, shown.inverse)]
    assert identity == [[1, 0], [0, 1]]
    assert shown.evidence() == {
        "rows": list(shown.rows),
        "columns": list(shown.columns),
        "modulus": shown.modulus,
        "inverse": [list(row) for row in shown.inverse],
    }


def test_minors_of_a_given_size() -> None:
    one = minor(SINGULAR, Q, 1)
    assert one is not None
    assert len(one.rows) == 1
    assert minor(SINGULAR, Q, 3) is None
    empty = minor(exact_matrix([[0]]))
    assert empty is not None
    assert empty.rows == empty.inverse == ()


def test_minors_go_to_another_prime_where_the_first_fails() -> None:
    for matrix in ([[1, 1], [0, MODULUS]], [[Fraction(1, MODULUS), 0], [0, 1]]):
        shown = minor(exact_matrix(matrix), Q, 2)
        assert shown is not None
        assert shown.modulus != MODULUS


def large(rank: int, height: int, width: int, seed: int = 0) -> Any:
    rng = np.random.default_rng(seed)
    return rng.integers(-9, 10, (height, rank)) @ rng.integers(-9, 10, (rank, width))


def is_inverse(matrix: Any, shown: Minor) -> bool:
    square, inverse = np.array(matrix)[np.ix_(shown.rows, shown.columns)], np.array(shown.inverse)
    assert inverse.min() >= 0
    assert inverse.max() < shown.modulus
    p, n = shown.modulus, len(shown.rows)
    entries = nmod_mat(n, n, (square % p).ravel().tolist(), p) * nmod_mat(n, n, inverse.ravel().tolist(), p)
    return bool(entries == nmod_mat(n, n, np.eye(n, dtype=int).ravel().tolist(), p))


@pytest.mark.parametrize("field", [Q, prime_field(2), prime_field(10007), prime_field(2**31 - 1)])
@pytest.mark.parametrize(("rank_", "height", "width"), [(60, 60, 60), (55, 60, 70), (50, 90, 50)])
def test_large_minors(field: Field, rank_: int, height: int, width: int) -> None:
    """Their evidence is modulo a prime below 2^20, so that it is short; over GF(p) it is modulo p."""
    matrix = exact_matrix(large(rank_, height, width).tolist())
    shown = minor(matrix, field)
    assert shown is not None
    assert shown.modulus == (field.characteristic or PRIME)
    assert len(shown.rows) == rank(matrix, field)
    assert is_inverse(matrix, shown)
    assert shown == minor(matrix, field)
    some = minor(matrix, field, 20)
    assert some is not None
    assert len(some.rows) == len(some.columns) == 20
    assert some.rows == shown.rows[:20]
    assert is_inverse(matrix, some)
    assert minor(matrix, field, rank_ + 1) is None


def test_large_minors_go_to_another_prime_as_well() -> None:
    diagonal = np.eye(60, dtype=int) * PRIME
    shown = minor(exact_matrix(diagonal.tolist()), Q, 60)
    assert shown is not None
    assert shown.modulus == MODULUS
    assert is_inverse(diagonal, shown)
    fractions = exact_matrix([[Fraction(x, PRIME) for x in row] for row in np.eye(60, dtype=int).tolist()])
    shown = minor(fractions, Q, 60)
    assert shown is not None
    assert shown.modulus == MODULUS


def test_empty_matrices_have_rank_zero() -> None:
    for field in (Q, TWO):
        for matrix in ((), ((), ())):
            assert rank(matrix, field) == 0
            assert kernel(matrix, field) == ()
            assert minor(matrix, field) == Minor((), (), field.modulus, ())
            assert minor(matrix, field, 1) is None


def test_moduli_avoid_denominators() -> None:
    assert moduli(TWO) == (2,)
    assert modulus_for([((1, 2),)], Q) == MODULUS
    assert modulus_for([((Fraction(1, MODULUS), 2),)], Q) == moduli(Q)[1]
    assert modulus_for([((1, 2),)], FIVE) == 5


def test_composite_moduli_are_refused_before_flint_ends_the_process() -> None:
    with pytest.raises(ValueError, match="the modulus is 12, but 12 is not prime; choose a prime"):
        inverse_modulo([[2, 1], [1, 1]], 12)
    for function in (rank, kernel, minor, independent_columns, rank_factorization):
        with pytest.raises(ValueError, match="12 is not prime; choose a prime"):
            function(((2, 3), (4, 6)), prime_field(12))


@pytest.mark.parametrize("p", [7, 10007, MODULUS])
def test_large_inverses(p: int) -> None:
    rng = np.random.default_rng(1)
    square = rng.integers(0, p, (60, 60))
    found = inverse_modulo(square.tolist(), p)
    assert found is not None
    assert is_inverse(square, Minor(tuple(range(60)), tuple(range(60)), p, tuple(map(tuple, found))))
    square[4] = square[5]
    assert inverse_modulo(square.tolist(), p) is None


def test_large_kernels_and_solutions() -> None:
    matrix = large(66, 70, 72)
    left = exact_matrix(matrix.tolist())
    basis = kernel(left)
    assert len(basis) == 6
    wide = matrix.astype(np.object_)
    for vector in basis:
        assert not (wide @ np.array(vector, dtype=np.object_)).any()
        assert np.gcd.reduce(np.array(vector, dtype=np.object_)) == 1
    right = wide @ np.arange(144).reshape(72, 2)
    found = solution(left, exact_matrix(right.tolist()))
    assert found is not None
    assert product(left, found) == exact_matrix(right.tolist())
    right[0, 0] += 1
    assert solution(left, exact_matrix(right.tolist())) is None


def test_large_factorizations() -> None:
    matrix = exact_matrix(large(8, 70, 66).tolist())
    L, R = rank_factorization(matrix)
    assert independent_columns(matrix) == list(range(8))
    assert [row[:8] for row in matrix] == list(L)
    assert product(L, R) == matrix


def test_large_square_solutions() -> None:
    left, right = exact_matrix(large(70, 70, 70).tolist()), exact_matrix(large(2, 70, 2).tolist())
    assert product(left, square_solution(left, right)) == right
    with pytest.raises(ZeroDivisionError, match="the left side is singular"):
        square_solution(exact_matrix(large(69, 70, 70).tolist()), right)


def test_kernel() -> None:
    assert kernel(SINGULAR) == ((-2, 1, 0),)
    assert kernel(exact_matrix([[2, 3]])) == ((-3, 2),)
    assert kernel(exact_matrix([["1/2", "1/3"]])) == ((-2, 3),)
    assert kernel(exact_matrix([[1, 0], [0, 1]])) == ()
    assert kernel(exact_matrix([[1, 2]]), FIVE) == ((3, 1),)
    assert kernel(exact_matrix([[1, 1], [1, 1]]), TWO) == ((1, 1),)


def test_solution() -> None:
    left = exact_matrix([[2, 0], [0, 3]])
    assert solution(left, exact_matrix([[1], [1]])) == ((Fraction(1, 2),), (Fraction(1, 3),))
    assert solution(left, exact_matrix([[1], [1]]), FIVE) == ((3,), (2,))
    assert solution(exact_matrix([[1], [1]]), exact_matrix([[1], [2]])) is None
    assert solution(exact_matrix([[1, 1]]), exact_matrix([[4]])) == ((4,), (0,))


def test_square_solution() -> None:
    left, right = exact_matrix([[1, 2], [3, 4]]), exact_matrix([[1], ["1/2"]])
    assert product(left, square_solution(left, right)) == right
    with pytest.raises(ZeroDivisionError):
        square_solution(exact_matrix([[1, 1], [1, 1]]), right)


def test_rank_factorization() -> None:
    left, right = rank_factorization(SINGULAR)
    assert left == ((1, 3), (2, 6), (0, 1))
    assert right == ((1, 2, 0), (0, 0, 1))
    assert rank_factorization(exact_matrix([[5, 10]]), FIVE) == (((),), ())
    assert rank_factorization(exact_matrix([[1, 2], [3, 1]]), FIVE) == (((1,), (3,)), ((1, 2),))


def test_residues_and_inverses() -> None:
    assert residues(((Fraction(1, 2), -1),), 7) == [[4, 6]]
    with pytest.raises(ValueError):
        residues(((Fraction(1, 7),),), 7)
    assert inverse_modulo([[2, 0], [0, 3]], 7) == [[4, 0], [0, 5]]
    assert inverse_modulo([[1, 1], [1, 1]], 7) is None


def test_product_over_a_field() -> None:
    assert product(((2, 3),), ((4,), (1,)), FIVE) == ((1,),)
