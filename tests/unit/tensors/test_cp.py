from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from algebra_tnn import CP
from algebra_tnn.tensors.cp import groupings, ordered_groupings

T = CP.from_factors([[1, 2], [0, 1]], [[1, 1], [0, 3], ["1/2", 0]], [[5, 1]])


def test_shape_and_columns() -> None:
    assert (T.shape, T.order, T.length) == ((2, 3, 1), 3, 2)
    assert T.column(1, 0) == (1, 0, Fraction(1, 2))


def test_the_sum_of_the_terms() -> None:
    assert T.tensor().nested() == [[[7], [6], [Fraction(5, 2)]], [[1], [3], [0]]]
    assert all(type(x) is int or x.denominator > 1 for x in T.tensor().entries)
    assert T.term(1).tensor().nested() == [[[2], [6], [0]], [[1], [3], [0]]]


def test_reordering() -> None:
    assert T.permuted([1, 0]).column(0, 0) == T.column(0, 1)
    assert T.permuted([1, 0]).tensor() == T.tensor()
    assert T.transposed([2, 0, 1]).shape == (1, 2, 3)
    assert T.transposed([2, 0, 1]).tensor()[0, 1, 2] == T.tensor()[1, 2, 0]


def test_khatri_rao_of_a_group_is_ascending() -> None:
    assert T.khatri_rao([2, 0]) == T.khatri_rao([0, 2]) == ((5, 2), (0, 1))


@pytest.mark.parametrize(
    ("factors", "error", "sentence"),
    [
        (
            ([[1, 0]], [[1]]),
            ValueError,
            "factors[1] has 1 columns but factors[0] has 2; every factor of a CP decomposition has one column per term",
        ),
        (([[1]],), ValueError, "there is 1 factor; a decomposition has at least two, one per mode"),
        ((), ValueError, "there is 0 factor; a decomposition has at least two, one per mode"),
        (([[1]], []), ValueError, "factors[1] has no rows; a matrix has at least one row and one column"),
        (([[1]], [[]]), ValueError, "factors[1] has no columns; a matrix has at least one row and one column"),
        (
            ([[1, 2]], [[1, 2], [3]]),
            ValueError,
            "factors[1][1] has 1 entries but factors[1][0] has 2; rows are equally long",
        ),
    ],
)
def test_what_is_no_decomposition(factors: Any, error: type[Exception], sentence: str) -> None:
    with pytest.raises(error) as caught:
        CP.from_factors(*factors)
    assert str(caught.value) == sentence


def test_floats_name_their_place() -> None:
    with pytest.raises(TypeError, match=r"^factors\[1\]\[0\]\[1\] is the float 0.5"):
        CP.from_factors([[1, 1]], [[1, 0.5]])


def test_groupings_count_partitions() -> None:
    """Stirling numbers of the second kind: S(3,3), S(4,3), S(5,3), S(5,2)."""
    assert [len(groupings(n, k)) for n, k in ((3, 3), (4, 3), (5, 3), (5, 2), (2, 3))] == [1, 6, 25, 15, 0]
    for blocks in groupings(5, 3):
        assert sorted(mode for block in blocks for mode in block) == [0, 1, 2, 3, 4]
        assert all(list(block) == sorted(block) for block in blocks)
        assert [block[0] for block in blocks] == sorted(block[0] for block in blocks)
    assert len(set(groupings(5, 3))) == 25


def test_ordered_groupings_choose_the_third_group() -> None:
    assert ordered_groupings(3) == [((0,), (1,), (2,)), ((0,), (2,), (1,)), ((1,), (2,), (0,))]
    assert len(set(ordered_groupings(4))) == 18


def test_pictures() -> None:
    assert T._repr_latex_().count("bmatrix") == 6
    large = CP.from_factors([[1] * 7], [[1] * 7])
    assert large._repr_latex_() == r"$\textstyle\sum_{r=1}^{7}\; 1\times1$"


def test_to_sympy() -> None:
    import sympy

    assert T.to_sympy()[1][2, 0] == sympy.Rational(1, 2)
