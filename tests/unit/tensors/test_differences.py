from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algebra_tnn import CP, Field, Q, Tensor
from algebra_tnn.tensors import differences as module
from algebra_tnn.tensors.differences import Difference, difference, differences
from algebra_tnn.tensors.sparse import SparseTensor

LARGE_PRIME = Field.named("GF(1099511627689)")
FIELDS = (Q, Field.named("GF(2)"), Field.named("GF(5)"), LARGE_PRIME)
SIZES = st.sampled_from([1, 3, 2**26, 2**31, 2**53 + 1, 2**63, 10**40])
DENOMINATORS = st.sampled_from([1, 1, 1, 3, 7])


@st.composite
def comparisons(draw: Any) -> tuple[CP, Tensor, Field]:
    shape = draw(st.lists(st.integers(1, 3), min_size=2, max_size=5))
    length, size, denominator = draw(st.integers(1, 4)), draw(SIZES), draw(DENOMINATORS)
    numbers = st.one_of(st.just(0), st.just(size), st.integers(-size, size))

    def number() -> int | Fraction:
        x = Fraction(draw(numbers), draw(st.sampled_from([1, denominator])))
        return x.numerator if x.denominator == 1 else x

    decomposition = CP.from_factors(*([[number() for _ in range(length)] for _ in range(n)] for n in shape))
    entries = list(decomposition.tensor().entries)
    for place in draw(st.lists(st.integers(0, len(entries) - 1), max_size=2)):
        entries[place] += draw(st.sampled_from([1, -5, 10**20]))
    return decomposition, Tensor(tuple(shape), tuple(entries)), draw(st.sampled_from(FIELDS))


@given(comparisons())
@settings(max_examples=30, deadline=None)
def test_it_is_what_entry_by_entry_comparison_says(case: tuple[CP, Tensor, Field]) -> None:
    decomposition, tensor, field = case
    places = list(np.ndindex(tensor.shape))
    sums = decomposition.tensor()
    wrong = [place for place in places if field.number(sums[place]) != field.number(tensor[place])]
    found = difference(decomposition, SparseTensor.of(tensor), field)
    if not wrong:
        assert found is None
    else:
        first = wrong[0]
        assert found == Difference(len(wrong), first, field.number(sums[first]), field.number(tensor[first]))


def test_doubles_are_used_where_they_are_exact_and_not_beyond() -> None:
    """2^53 + 1 is no double: in doubles this sum would be 2^53, and the decomposition would seem right."""
    ones = [[1, 1]]
    terms = CP.from_factors([[2**53, 1]], ones, ones)
    assert difference(terms, SparseTensor((1, 1, 1), {(0, 0, 0): 2**53})) == Difference(1, (0, 0, 0), 2**53 + 1, 2**53)
    least = CP.from_factors([[-(2**63)]], [[1]])  # whose absolute value is no 64-bit integer
    assert difference(least, SparseTensor((1, 1), {(0, 0): -(2**63) + 1})) is not None


def test_a_term_that_vanishes_may_have_large_entries() -> None:
    terms = CP.from_factors([[2**40, 1]], [[2**40, 1]], [[0, 1]])
    assert difference(terms, SparseTensor((1, 1, 1), {(0, 0, 0): 1})) is None


def test_entries_outside_the_block_of_a_slice_are_seen() -> None:
    """The terms vanish where the tensor does not."""
    terms = CP.from_factors([[1], [0]], [[1], [0]], [[1], [0]])
    tensor = SparseTensor((2, 2, 2), {(0, 0, 0): 1, (0, 1, 1): 4, (1, 0, 1): 2})
    assert difference(terms, tensor) == Difference(2, (0, 1, 1), 0, 4)


def test_several_tensors_at_once() -> None:
    terms = CP.from_factors([[1, 2]], [[1, 0], [0, 1]])
    tensors = [SparseTensor((1, 2), {(0, 0): 1, (0, 1): x}) for x in (2, 3)]
    assert differences(terms, tensors) == [None, Difference(1, (0, 1), 2, 3)]


def test_shapes_must_agree() -> None:
    with pytest.raises(ValueError, match="the decomposition has shape 1×2 and the tensor 2×1; they are equal"):
        difference(CP.from_factors([[1]], [[1], [1]]), SparseTensor((2, 1), {}))


def test_a_denominator_that_vanishes() -> None:
    with pytest.raises(ValueError, match=r"denominator divisible by 2, so it is no element of GF\(2\)"):
        difference(CP.from_factors([["1/2"]], [[1]]), SparseTensor((1, 1), {}), Field.named("GF(2)"))


def test_slices_that_are_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST_BLOCK", 8)
    three = [[1]] * 3
    with pytest.raises(OverflowError, match="a slice of the sum has more than 8 entries"):
        difference(CP.from_factors([[1]], three, three), SparseTensor((1, 3, 3), {}))
    with pytest.raises(OverflowError, match="half of the modes have more than 8 products"):
        difference(CP.from_factors([[1]], three, three, three), SparseTensor((1, 3, 3, 3), {}))
