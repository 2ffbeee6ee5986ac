"""Splitting fields, and numbers of real roots."""

from __future__ import annotations

from fractions import Fraction

import pytest

from algebra_tnn.exact.real_roots import real_root_count, real_roots_with_multiplicity
from algebra_tnn.exact.splitting_fields import splitting_field


def value(polynomial: list[int], x: object) -> object:
    total: object = 0
    for c in reversed(polynomial):
        total = x * total + c  # a number, or an element of a number field
    return total


@pytest.mark.parametrize(
    ("polynomial", "degree"),
    [
        ([-2, 0, 1], 2),
        ([-2, 0, 0, 1], 6),
        ([1, 0, -3, 1], 3),  # a cyclic cubic
        ([7, 13, -5, 11], 6),
        ([6, 0, -5, 0, 1], 4),  # √2 and √3
        ([1, 0, -10, 0, 1], 4),
        ([1, 1, 1, 1, 1], 4),
        ([-2, 0, 0, 0, 1], 8),
        ([-1, 0, 0, 0, 0, 0, 1], 2),
        ([0, 3, 0, -4, 0, 1], 2),  # with rational roots
    ],
)
def test_all_roots_are_there(polynomial: list[int], degree: int) -> None:
    found = splitting_field(polynomial)
    assert found is not None
    field, roots = found
    assert field is not None and field.degree == degree
    assert len(roots) == len(polynomial) - 1
    assert all(value(polynomial, root) == 0 for root in roots)
    assert all(x != y for i, x in enumerate(roots) for y in roots[:i])


def test_rational_roots_and_multiplicities() -> None:
    assert splitting_field([-2, 3, 0, -1]) == (None, [-2, 1])  # −(t − 1)² (t + 2)
    assert splitting_field([1, 2]) == (None, [Fraction(-1, 2)])
    assert splitting_field([5]) == (None, [])


@pytest.mark.parametrize("polynomial", [[1, 1, 0, 0, 1], [-3, 1, 0, 0, 0, 1]])
def test_large_fields_are_left_alone(polynomial: list[int]) -> None:
    assert splitting_field(polynomial) is None


@pytest.mark.parametrize(
    ("polynomial", "different", "all_of_them"),
    [
        ([0, -2, 0, 1], 3, 3),
        ([1, 0, 1], 0, 0),
        ([0, 0, 1], 1, 2),
        ([1, 0, 2, 0, 1], 0, 0),
        ([-1, 1, 1, -1], 2, 3),  # −(t − 1)² (t + 1)
        ([7], 0, 0),
        ([-2, 0, 0, 1], 1, 1),
        ([Fraction(1, 3), -1, Fraction(1, 7)], 2, 2),
    ],
)
def test_numbers_of_real_roots(polynomial: list[int], different: int, all_of_them: int) -> None:
    assert real_root_count(polynomial) == different
    assert real_roots_with_multiplicity(polynomial) == all_of_them
