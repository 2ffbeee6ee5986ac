from __future__ import annotations

from fractions import Fraction

import pytest

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
from algebra_tnn.exact.fields import MODULUS
from algebra_tnn.exact.matrices import inverse_modulo, product, square_solution

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
def test_the_inverse_of_a_minor(field: object) -> None:
    shown = minor(SINGULAR, field)  # type: ignore[arg-type]
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
