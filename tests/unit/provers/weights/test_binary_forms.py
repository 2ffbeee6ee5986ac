from __future__ import annotations

from itertools import islice
from typing import Any

import pytest

from algebra_tnn.exact import rank
from algebra_tnn.provers.weights.binary_forms import other_forms, spanning_forms


def powers(points: Any, exponent: int) -> list[tuple[Any, ...]]:
    """The vectors a^(r−i) b^i, which are the forms (a u + b v)^r without binomial coefficients."""
    return [tuple(a ** (exponent - i) * b**i for i in range(exponent + 1)) for a, b in points]


def combined(row: Any, vectors: Any) -> tuple[Any, ...]:
    return tuple(sum(c * x for c, x in zip(row, column, strict=True)) for column in zip(*vectors, strict=True))


@pytest.mark.parametrize(
    ("points", "weights", "exponent", "constant"),
    [
        ([(1, 0), (0, 1), (1, 1)], ((1, 2, 3),), 3, False),
        ([(1, 2), (3, 1), (1, 1), (2, -1)], ((1, 2, 3, -1),), 4, False),
        ([(1, 0), (0, 1)], ((1, 2),), 2, False),
        ([(1, 1), (1, 2), (1, 3), (1, 4)], ((1, 1, 1, 1), (1, 2, 3, 4)), 4, False),
        ([(1, 2), (3, 1), (2, 1)], ((1, 2, 3),), 4, True),
        ([(1, 2), (3, 1)], ((1, 2),), 2, True),
        ([(1, 2), (3, 1), (-1, 1)], ((1, 2, 5), (2, 1, 1)), 3, True),
    ],
)
def test_sums_are_in_the_span_of_other_powers(points: Any, weights: Any, exponent: int, constant: bool) -> None:
    extra = [(0, 1)] if constant else []
    found = list(islice(other_forms(points, weights, exponent, constant), 5))
    assert found
    old = powers(points, exponent)
    for other in found:
        assert len(other) == len(points) and not (constant and any(a == 0 for a, _ in other))
        assert all(a * d != b * c for k, (a, b) in enumerate(other) for c, d in other[:k])
        assert any(all(a * d != b * c for c, d in points) for a, b in other)
        new = powers([*other, *extra], exponent)
        assert rank((*new, *(combined(row, old) for row in weights))) == rank(tuple(new))


@pytest.mark.parametrize(
    ("points", "weights", "exponent"),
    [
        ([(1, 0), (0, 1)], ((1, 2),), 3),  # two cubes are unique
        ([(1, 0), (0, 1), (1, 1)], ((1, 2, 3), (1, 1, 0)), 4),
        ([(1, 0), (0, 1), (1, 1)], ((1, 2, 3),), 5),
    ],
)
def test_unique_sums(points: Any, weights: Any, exponent: int) -> None:
    assert list(other_forms(points, weights, exponent, False)) == []


@pytest.mark.parametrize(
    ("forms", "exponent", "constant"),
    [
        ([(2, 1), (-3, 1)], 3, False),
        ([(1, 0), (5, 1)], 4, False),
        ([(7, 1)], 5, False),
        ([(2, 1), (-3, 1)], 4, True),
    ],
)
def test_sums_of_powers_are_decomposed(forms: Any, exponent: int, constant: bool) -> None:
    """So many terms are unique: they are found again, without being given."""
    moments = [[*combined(range(1, len(forms) + 1), powers(forms, exponent))]]
    if constant:
        moments[0][-1] += 17
    (found,) = spanning_forms(moments, len(forms), constant)
    assert sorted(found) == sorted(forms)


@pytest.mark.parametrize(
    "moments",
    [[1, 0, -1, 0], [1, 0, 2, 0], [0, 1, 0, 0]],  # u³ − 3uv², with complex forms; with irrational ones; u²v, of rank 3
)
def test_sums_that_are_no_rational_ones(moments: list[int]) -> None:
    assert list(spanning_forms([moments], 2)) == []
