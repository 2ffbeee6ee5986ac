from __future__ import annotations

from itertools import permutations, product

import pytest

from algebra_tnn import matmul
from algebra_tnn.tensors.differences import difference
from algebra_tnn.tensors.matrix_multiplication import CONVENTIONS, Convention, recognized, sparse_matmul
from algebra_tnn.tensors.short_multiplication import short_multiplication
from algebra_tnn.tensors.sparse import SparseTensor


@pytest.mark.parametrize("convention", CONVENTIONS, ids=lambda one: one.name)
def test_small_formats(convention: Convention) -> None:
    for sizes in product((1, 2, 3), repeat=3):
        terms = short_multiplication(*sizes, convention)
        assert difference(terms, sparse_matmul(*sizes, convention)) is None


@pytest.mark.parametrize(
    ("sizes", "length"),
    [
        ((1, 5, 3), 15),
        ((2, 2, 5), 18),
        ((2, 3, 4), 21),  # cut in two: 15 + 6
        ((4, 4, 4), 49),
        ((4, 4, 5), 65),
        ((4, 6, 6), 105),  # blocks of 2×3 and 3×3: 7 · 15
        ((6, 6, 6), 161),
    ],
)
def test_blocks(sizes: tuple[int, int, int], length: int) -> None:
    terms = short_multiplication(*sizes)
    assert terms.length == length
    assert difference(terms, sparse_matmul(*sizes)) is None


def test_the_length_does_not_depend_on_the_order_of_the_sizes() -> None:
    assert len({short_multiplication(*sizes).length for sizes in permutations((2, 3, 5))}) == 1


@pytest.mark.slow
def test_strassen_four_times() -> None:
    terms = short_multiplication(16, 16, 16)
    assert terms.length == 7**4
    assert difference(terms, sparse_matmul(16, 16, 16)) is None


def test_the_tensor_is_recognized() -> None:
    for convention in CONVENTIONS:
        assert recognized(SparseTensor.of(matmul(2, 3, 4, convention))) == ((2, 3, 4), convention)
    assert recognized(sparse_matmul(1, 1, 3, CONVENTIONS[3])) == ((1, 1, 3), CONVENTIONS[0])  # all are the same
    assert recognized(SparseTensor((4, 4, 4), {(i, i, i): 1 for i in range(4)})) is None
    assert recognized(SparseTensor((2, 2), {(0, 0): 1})) is None
