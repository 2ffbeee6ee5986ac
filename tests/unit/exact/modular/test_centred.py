from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
import sympy

from algebra_tnn.exact.modular.centred import (
    LARGEST,
    PRIME,
    Doubles,
    ResidueMatrix,
    centred_residues,
    checked_modulus,
    largest_residue,
    longest_sum,
    product,
    reduce_in_place,
    reduced,
    residues,
)

PRIMES = [2, 3, 5, 7, 251, PRIME, 4194301, 8388593]


def doubles(rows: Any) -> Doubles:
    return np.array(rows, dtype=np.float64)


def test_the_primes() -> None:
    assert sympy.prevprime(2**20) == PRIME
    assert sympy.prevprime(LARGEST) == 8388593
    assert [longest_sum(p) for p in (PRIME, 4194301, 8388593)] == [32767, 2047, 512]


@pytest.mark.parametrize("p", PRIMES)
def test_sums_of_the_longest_length_are_exact_and_stay_in_range(p: int) -> None:
    """A residue and that many products of two residues, all as large as they come."""
    r = largest_residue(p)
    total = r + longest_sum(p) * r**2
    assert total <= 2**53 - p
    if p > 10**6:
        assert total + r**2 > 2**53 - p
    for x in (total, -total):
        left = int(reduced(doubles([x]), p)[0])
        assert (left - x) % p == 0
        assert abs(left) <= r


@pytest.mark.parametrize("p", PRIMES)
def test_residues_near_the_ends_of_the_range(p: int) -> None:
    rng = np.random.default_rng(p)
    top = 2**53 - p
    ends = [top - k for k in range(200)] + [2**51 - 100 + k for k in range(200)] + list(range(-2000, 3000))
    halves = [q * p + h for q in (2**53 // p - 2, 2**51 // p - 2) for h in (p // 2, p // 2 + 1, p // 2 - 1)]
    inner = rng.integers(-top, top, 2000).tolist()
    values = [x for x in ends + halves + inner if abs(x) <= top]
    found = [int(x) for x in reduced(doubles(values), p)]
    for x, left in zip(values, found, strict=True):
        assert (left - x) % p == 0
        assert abs(left) <= (p // 2 if abs(x) <= 2**51 else largest_residue(p))


def test_a_residue_may_exceed_half_of_p() -> None:
    """Beyond 2^51 a quotient near a half may be rounded to the wrong side: ``largest_residue`` allows for that."""
    p = 8388593
    high = 2**53 // p - 3
    values = doubles([q * p + h for q in range(high - 20000, high) for h in (p // 2, p // 2 + 1)])
    assert np.abs(reduced(values, p)).max() == p // 2 + 1 <= largest_residue(p)


@pytest.mark.parametrize("shape", [(5,), (0,), (0, 4), (4, 0), (3, 40000), (2, 3, 4), (2, 1, 0)])
def test_reduction_of_any_shape(shape: tuple[int, ...]) -> None:
    array = np.random.default_rng(0).integers(-(10**9), 10**9, shape)
    found = reduced(array.astype(np.float64), 251)
    assert found.shape == shape
    assert not ((found - array) % 251).any()
    assert (np.abs(found) <= 125).all()


def test_reduction_in_place_of_views() -> None:
    array = np.arange(240, dtype=np.float64).reshape(4, 5, 12)
    for view in (array[0, :, 3:7], array[1, 2, ::2], array[2:, 1:3, ::3]):
        before, others = view.copy(), array.sum() - view.sum()
        reduce_in_place(view, 7)
        assert np.array_equal(view, reduced(before, 7))
        assert array.sum() - view.sum() == others


def test_reduced_copies() -> None:
    array = doubles([[9, 10]])
    assert reduced(array, 7).tolist() == [[2, 3]]
    assert array.tolist() == [[9, 10]]


@pytest.mark.parametrize("p", [5, 251, 8388593])
@pytest.mark.parametrize("length", [0, 1, 511, 512, 513, 1030])
def test_products_of_any_length(p: int, length: int) -> None:
    rng = np.random.default_rng(length)
    A, B = (rng.integers(-(p // 2), p // 2 + 1, shape) for shape in ((2, 3, length), (length, 4)))
    A[0], B[:, 0] = p // 2, p // 2
    found = product(A.astype(np.float64), B.astype(np.float64), p)
    assert found.shape == (2, 3, 4)
    expected = A.astype(object) @ B.astype(object) if length else np.zeros((2, 3, 4), dtype=object)
    assert not ((found.astype(np.int64).astype(object) - expected) % p).any()
    assert np.abs(found).max() <= p // 2


def test_stacks_of_products() -> None:
    A, B = doubles(np.arange(24)).reshape(4, 2, 3), doubles(np.arange(36)).reshape(4, 3, 3)
    found = product(A, B, 7)
    assert all(np.array_equal(found[i], product(A[i], B[i], 7)) for i in range(4))


@pytest.mark.parametrize(
    ("p", "sentence"),
    [
        (12, "the modulus is 12, but 12 is not prime; choose a prime below 2^23"),
        (1, "the modulus is 1; choose a prime from 2 to 2^23"),
        (-7, "the modulus is -7; choose a prime from 2 to 2^23"),
        (8388617, "the modulus is 8388617; choose a prime from 2 to 2^23"),
    ],
)
def test_moduli_that_are_refused(p: int, sentence: str) -> None:
    with pytest.raises(ValueError) as caught:
        checked_modulus(p)
    assert str(caught.value) == sentence


@pytest.mark.parametrize("p", [True, "7", None])
def test_what_is_no_modulus(p: Any) -> None:
    with pytest.raises(TypeError, match=r"the modulus is .*; it is a prime number below 2\^23, an int"):
        checked_modulus(p)


def test_moduli_of_numpy() -> None:
    assert type(checked_modulus(np.int32(7))) is int


def test_residue_matrices() -> None:
    found = ResidueMatrix.of([[1, -1], ["1/2", Fraction(9, 5)], [np.int8(100), sympy.Integer(10) ** 30]], 7)
    assert found.shape == (3, 2)
    assert found.array.tolist() == [[1, -1], [-3, -1], [2, 1]]
    assert found.array.flags.c_contiguous
    assert ResidueMatrix.of([[PRIME + 1]]).modulus == PRIME


def test_residue_matrices_of_arrays() -> None:
    matrix = np.arange(6).reshape(2, 3)
    for given in (matrix, np.asfortranarray(matrix), np.vstack([matrix, matrix])[::3], matrix.astype(object)):
        found = ResidueMatrix.of(given, 5)
        assert np.array_equal(found.array, reduced(np.asarray(given, dtype=np.float64), 5))
        assert found.array.flags.c_contiguous


@pytest.mark.parametrize("name", ["int8", "uint8", "int16", "int32", "uint32", "int64", "uint64"])
def test_every_type_of_integers(name: str) -> None:
    """For small types the modulus is too long, and of uint64 and int64 NumPy would make float64."""
    limits = np.iinfo(name)
    values = [limits.min, limits.max, limits.max - 1, 0, 1]
    for p in (2, 251, PRIME, 2**61 - 1):
        matrix = np.array([values], dtype=name)
        assert residues(matrix, p).tolist() == [[x % p for x in values]]
        if p < LARGEST:
            found = centred_residues(matrix, p)
            assert (found % p).tolist() == residues(matrix, p).tolist()
            assert np.abs(found).max() <= p // 2


def test_integers_around_two_to_the_51() -> None:
    """Longer ones go by remainders of integers, since doubles would round them or their quotients."""
    for x in (2**51 - 1, 2**51, 2**51 + 1, 2**53 + 1, 2**62 + 3):
        matrix = np.array([[x, -x]])
        for p in (2, 5, PRIME, 8388593):
            found = centred_residues(matrix, p)
            assert (found % p).tolist() == [[x % p, -x % p]]
            assert np.abs(found).max() <= p // 2


@pytest.mark.parametrize(
    ("matrix", "error", "sentence"),
    [
        (
            np.zeros((2, 2)),
            TypeError,
            "the matrix is an array of float64; give an array of integers, or round floats with rationalize(array, "
            "max_denominator=...)",
        ),
        (
            np.zeros((2, 2), dtype=bool),
            TypeError,
            "the matrix is an array of bool; give an array of integers, or round floats with rationalize(array, "
            "max_denominator=...)",
        ),
        (np.arange(3), ValueError, "the matrix has 1 axes; a matrix has two, of rows and of columns"),
        (np.zeros((1, 1, 1), dtype=int), ValueError, "the matrix has 3 axes; a matrix has two, of rows and of columns"),
        (
            [[1, 2], [3]],
            ValueError,
            "the matrix[1] has 1 entries but the matrix[0] has 2; rows are equally long",
        ),
        (["12", "34"], TypeError, "the matrix[0] is '12'; a row is a list of numbers"),
        ([1, 2], TypeError, "the matrix[0] is 1; a row is a list of numbers"),
        (5, TypeError, "the matrix is 5; a matrix is a list of rows or an array of integers"),
        ("12", TypeError, "the matrix is '12'; a matrix is a list of rows or an array of integers"),
        (
            [[1, "2/7"]],
            ValueError,
            "the matrix[0][1] is 2/7, which is no residue modulo 7; choose a prime that divides no denominator",
        ),
    ],
)
def test_matrices_that_are_refused(matrix: Any, error: type[Exception], sentence: str) -> None:
    with pytest.raises(error) as caught:
        ResidueMatrix.of(matrix, 7)
    assert str(caught.value) == sentence


@pytest.mark.parametrize("entry", [1.5, np.float64(2), True, np.True_, None, sympy.Symbol("x")])
def test_entries_that_are_refused(entry: Any) -> None:
    for matrix in ([[1, entry]], np.array([[1, entry]], dtype=object)):
        with pytest.raises(TypeError, match=r"the matrix\[0\]\[1\]"):
            ResidueMatrix.of(matrix, 7)


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0)])
def test_empty_matrices(shape: tuple[int, int]) -> None:
    assert ResidueMatrix.of(np.zeros(shape, dtype=int), 7).shape == shape
    if shape[1] == 0:
        assert ResidueMatrix.of([[] for _ in range(shape[0])], 7).shape == shape


@pytest.mark.parametrize(
    "array",
    [np.zeros((2, 2), dtype=int), np.zeros(3), np.zeros((3, 2)).T, np.zeros((2, 4))[:, ::2], np.zeros((2, 2), "f4")],
)
def test_arrays_that_are_no_residue_matrix(array: Any) -> None:
    with pytest.raises(TypeError, match=r"a C-ordered array of float64 with two axes: ResidueMatrix.of"):
        ResidueMatrix(array, 7)


@pytest.mark.parametrize("entry", [6, -6, 0.5, float("nan"), float("inf")])
def test_entries_that_are_no_residues(entry: float) -> None:
    array = np.zeros((40000, 2))
    array[39999, 1] = entry
    with pytest.raises(ValueError, match=r"no integer of absolute value at most 3; ResidueMatrix\.of"):
        ResidueMatrix(array, 7)
