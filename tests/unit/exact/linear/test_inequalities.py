from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algebra_tnn.exact.linear import inequalities
from algebra_tnn.exact.linear.inequalities import contradiction, interior_point

NUMBERS = st.one_of(st.integers(-3, 3), st.fractions(-2, 2, max_denominator=4))


def at(form: Sequence[int | Fraction], x: Sequence[Fraction]) -> int | Fraction:
    return form[-1] + sum(a * t for a, t in zip(form, x, strict=False))


@settings(max_examples=15)
@given(st.integers(0, 3).flatmap(lambda n: st.lists(st.tuples(*[NUMBERS] * (n + 1)), min_size=1, max_size=5)))
def test_there_is_a_point_or_a_contradiction(forms: list[tuple[int | Fraction, ...]]) -> None:
    """Motzkin's alternative, each side multiplied out."""
    variables = len(forms[0]) - 1
    x, weights = interior_point(forms, variables), contradiction(forms, variables)
    assert (x is None) != (weights is None)
    if x is not None:
        assert len(x) == variables and all(at(form, x) > 0 for form in forms)
    else:
        assert weights is not None and len(weights) == len(forms) and any(weights) and min(weights) >= 0
        sums = [sum(t * form[k] for t, form in zip(weights, forms, strict=True)) for k in range(variables + 1)]
        assert not any(sums[:-1]) and sums[-1] <= 0


def test_strict_inequalities_that_meet_in_a_point() -> None:
    assert interior_point([(1, 0), (-1, 0)], 1) is None
    assert contradiction([(2, 0), (-1, 0)], 1) == (1, 2)
    assert contradiction([(0, 1), (0, 0)], 1) == (0, 1)
    assert interior_point([], 2) == (0, 0)
    assert interior_point([(8, -3), (-8, 4)], 1) == (Fraction(7, 16),)


def test_too_many_combinations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inequalities, "MOST_PAIRS", 3)
    forms = [(1, 2, 0), (1, 3, 1), (-1, 1, 0), (-2, 1, 1)]
    with pytest.raises(ValueError, match="4 inequalities in 2 variables have more than 3 combinations"):
        interior_point([(b, a, c) for a, b, c in forms], 2)
