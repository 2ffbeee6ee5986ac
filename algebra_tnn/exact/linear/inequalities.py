"""Strict linear inequalities over Q: a point that satisfies all of them, or weights that show that there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import floor, gcd, lcm

from algebra_tnn.exact.scalars import Number

Form = Sequence[Number]  # a_1, …, a_n, b stands for a·x + b

MOST_PAIRS = 1_000_000  # of forms that one elimination may combine


@dataclass(frozen=True, slots=True)
class _Row:
    """A form without some of the variables, and the combination of the given forms that it is."""

    form: list[int]
    weights: list[int]

    @property
    def support(self) -> int:
        """The set of the forms that are combined, as bits."""
        return sum(1 << i for i, weight in enumerate(self.weights) if weight)


def interior_point(forms: Sequence[Form], variables: int) -> tuple[Fraction, ...] | None:
    """A rational point where all forms a·x + b are positive; None if there is none.

    By elimination of one variable after the other (Fourier, Motzkin). The combinations λ ≥ 0 of m forms from which k
    variables vanish are a cone, whose extreme rays have at most k + 1 entries that are not zero, and are combinations
    of two extreme rays of the cone before, at most. So all other combinations are left out (Kohler), and there remain
    at most Σ_(i ≤ k + 1) C(m, i). Raises: ValueError if there are too many to combine.

    >>> interior_point([(1, 0, 0), (0, 1, 0), (-1, -1, 1)], 2)
    (Fraction(1, 2), Fraction(1, 4))
    >>> interior_point([(1, 0, 0), (-1, 0, 0)], 2) is None
    True
    """
    levels = _eliminated(forms, variables)
    if any(row.form[-1] <= 0 for row in levels[0]):
        return None
    point: list[Fraction] = []
    for level in levels[1:]:  # each has one variable more, which comes after those of the point
        bounds: dict[bool, list[Fraction]] = {True: [], False: []}
        for row in level:
            if lead := row.form[len(point)]:
                rest = row.form[-1] + sum(a * x for a, x in zip(row.form, point, strict=False))
                bounds[lead > 0].append(-Fraction(rest) / lead)
        point.append(_between(max(bounds[True], default=None), min(bounds[False], default=None)))
    return tuple(point)


def contradiction(forms: Sequence[Form], variables: int) -> tuple[int, ...] | None:
    """Weights λ ≥ 0, not all 0, such that Σ λ_i (a_i·x + b_i) is a number ≤ 0 for all x; None if there are none.

    So there are none if and only if some point makes all forms positive (Motzkin).

    >>> contradiction([(1, 0), (-2, "1/2"), (-1, 0)], 1)
    (1, 0, 1)
    """
    return next((tuple(row.weights) for row in _eliminated(forms, variables)[0] if row.form[-1] <= 0), None)


def _eliminated(forms: Sequence[Form], variables: int) -> list[list[_Row]]:
    """The consequences of the forms in the first 0, 1, …, n variables."""
    level = [_whole(form, i, len(forms)) for i, form in enumerate(forms)]
    levels = [level]
    for most, k in enumerate(reversed(range(variables)), 2):
        found = {row.support: row for row in level if not row.form[k]}
        above, below = ([(row.support, row) for row in level if sign * row.form[k] > 0] for sign in (1, -1))
        if len(above) * len(below) > MOST_PAIRS:
            raise ValueError(
                f"{len(forms)} inequalities in {variables} variables have more than {MOST_PAIRS:,} combinations; "
                "take fewer variables"
            )
        for (s, one), (t, two) in product(above, below):
            if (s | t).bit_count() <= most and s | t not in found:  # another one would be the same, or no extreme ray
                found[s | t] = _combined(one, two, k)
        level = list(found.values())
        levels.insert(0, level)
    return levels


def _whole(form: Form, i: int, count: int) -> _Row:
    numbers = [Fraction(x) for x in form]
    scale = lcm(*(x.denominator for x in numbers))
    return _Row([int(x * scale) for x in numbers], [scale * (j == i) for j in range(count)])


def _combined(one: _Row, two: _Row, k: int) -> _Row:
    left, right = -two.form[k], one.form[k]
    form = [left * x + right * y for x, y in zip(one.form, two.form, strict=True)]
    weights = [left * x + right * y for x, y in zip(one.weights, two.weights, strict=True)]
    divisor = gcd(*form, *weights)
    return _Row([x // divisor for x in form], [x // divisor for x in weights])


def _between(lower: Fraction | None, upper: Fraction | None) -> Fraction:
    """0 if it lies between the bounds, else a number between them with a small power of two as its denominator."""
    if (lower is None or lower < 0) and (upper is None or upper > 0):
        return Fraction(0)
    if lower is None:
        assert upper is not None
        return -_between(-upper, None)
    assert upper is None or lower < upper  # their combination is among the forms without this variable
    denominator = 1
    while True:
        candidate = Fraction(floor(lower * denominator) + 1, denominator)
        if upper is None or candidate < upper:
            return candidate
        denominator *= 2
