from __future__ import annotations

import pytest

from algebra_tnn import CP, Tensor
from algebra_tnn.tensors.sparse import SparseTensor


def test_there_and_back() -> None:
    dense = Tensor.from_nested([[[0, 1, 0], ["1/2", 0, 0]], [[0, 0, 0], [0, 0, -3]]])
    sparse = SparseTensor.of(dense)
    assert sparse.entries == {(0, 0, 1): 1, (0, 1, 0): dense[0, 1, 0], (1, 1, 2): -3}
    assert sparse.dense() == dense


def test_of_a_decomposition() -> None:
    terms = CP.from_factors([[1, 1]], [[1, 0], [0, 1]], [[2, 0], [1, 0], [0, 5]])
    assert SparseTensor.of(terms).dense() == terms.tensor()


def test_zeros_are_not_kept() -> None:
    assert SparseTensor((2, 2), {(0, 1): 0}).entries == {}


@pytest.mark.parametrize(
    ("shape", "entries", "words"),
    [
        ((3,), {}, r"the shape is \(3,\); a tensor has at least two modes"),
        ((3, 0), {}, r"the shape is \(3, 0\)"),
        ((2, 2), {(0, 2): 1}, r"the index \(0, 2\) is outside the shape \(2, 2\)"),
        ((2, 2), {(0, 0, 0): 1}, r"the index \(0, 0, 0\) is outside"),
        ((2, 2), {(0, -1): 1}, r"the index \(0, -1\) is outside"),
    ],
)
def test_bad_entries(shape: tuple[int, ...], entries: dict[tuple[int, ...], int], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        SparseTensor(shape, entries)


def test_too_large_to_be_written() -> None:
    with pytest.raises(OverflowError, match="shape 300×300×300 has 27,000,000 entries; at most 20,000,000"):
        SparseTensor((300, 300, 300), {}).dense()
