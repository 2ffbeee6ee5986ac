from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
import sympy

from algebra_tnn import Tensor

T = Tensor.from_nested([[[1, 2, 3], [4, 5, 6]]])  # 1×2×3


def test_entries_are_row_major() -> None:
    assert (T.shape, T.order, T.entries) == ((1, 2, 3), 3, (1, 2, 3, 4, 5, 6))
    assert T[0, 1, 2] == 6
    assert T.nested() == [[[1, 2, 3], [4, 5, 6]]]


@pytest.mark.parametrize("index", [(0, 2, 0), (0, 0), (0, -1, 0), (0, 0, 0, 0)])
def test_indices_outside(index: tuple[int, ...]) -> None:
    with pytest.raises(IndexError, match="outside the shape"):
        T[index]


def test_flattenings() -> None:
    assert T.matricized([1]) == ((1, 2, 3), (4, 5, 6))
    assert T.matricized([2]) == ((1, 4), (2, 5), (3, 6))
    assert T.matricized([0]) == ((1, 2, 3, 4, 5, 6),)
    assert T.matricized([2, 1]) == ((1,), (2,), (3,), (4,), (5,), (6,))
    assert T.matricized([0, 2]) == ((1, 4), (2, 5), (3, 6))


@pytest.mark.parametrize("modes", [[], [0, 1, 2], [3], [-1], [1, 1]])
def test_what_is_no_proper_part(modes: list[int]) -> None:
    with pytest.raises(ValueError, match="no proper part of the modes 0 … 2"):
        T.matricized(modes)


@pytest.mark.parametrize(
    ("nested", "error", "words"),
    [
        ([[1, 2], [3]], ValueError, "is ragged: at depth 2 a part has 1 entries where the first has 2"),
        ([[1, 2], 3], ValueError, "is ragged: at depth 2 a part has none entries where the first has 2"),
        ([[[1], [2]], [[3], [4, 5]]], ValueError, "is ragged: at depth 3"),
        ([1, 2], ValueError, "the tensor has 1 mode; a tensor has at least two"),
        ([], ValueError, "has a mode of size 0"),
        ([[], []], ValueError, "has a mode of size 0"),
        (5, TypeError, "the tensor is int; a tensor is a nested list of numbers"),
        ([[1, 0.5]], TypeError, "entry 1 in row-major order, is the float 0.5"),
        ([[1, [2]]], TypeError, r"entry 1 in row-major order, is \[2\]"),
    ],
)
def test_what_is_no_tensor(nested: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        Tensor.from_nested(nested)


def test_wrong_number_of_entries() -> None:
    with pytest.raises(ValueError, match=r"a tensor of shape \(2, 2\) has 4 entries, not 3"):
        Tensor((2, 2), (1, 2, 3))


def test_other_sources() -> None:
    assert Tensor.from_nested(np.arange(1, 7).reshape(1, 2, 3)) == T
    assert Tensor.from_nested([["1/2", 1], [0, Fraction(2, 4)]]).entries == (Fraction(1, 2), 1, 0, Fraction(1, 2))
    assert T.to_sympy()[0, 1, 0] == sympy.Integer(4)
    assert T.to_sympy().shape == T.shape


def test_repr_is_short() -> None:
    assert repr(T) == "Tensor(shape=(1, 2, 3), nested=[[[1, 2, 3], [4, 5, 6]]])"
    assert repr(Tensor((4, 7), tuple(range(28)))) == "Tensor(shape=(4, 7))"
