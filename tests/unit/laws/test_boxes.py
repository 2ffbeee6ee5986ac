"""Lower bounds on boxes are below all values there, and are the least ones where the law is linear."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

from algebra_tnn.laws import Law, apply, einsum, value
from algebra_tnn.laws.boxes import excess_on_box, lower_bounds

LOWER: dict[str, Any] = {"W": [[0, -1], ["1/2", 2]], "c": -2}
UPPER: dict[str, Any] = {"W": [["1/3", 0], [1, 3]], "c": 1}


def between(a: Any, b: Any, share: Any) -> Any:
    if isinstance(a, list):
        return [between(*pair, share) for pair in zip(a, b, strict=True)]
    return Fraction(a) + (Fraction(b) - Fraction(a)) * share()


def bounds_and_values(forward: Any, share: Any, times: int) -> list[tuple[Any, list[Any]]]:
    law = Law.trace(forward, {}, {"W": (2, 2), "c": ()})
    points = [{name: between(LOWER[name], UPPER[name], share) for name in LOWER} for _ in range(times)]
    values = zip(*(value(law, point) for point in points), strict=True)
    return list(zip(lower_bounds(law, LOWER, UPPER), map(list, values), strict=True))


def test_values_are_not_below() -> None:
    rng = random.Random(1)

    def forward(W: Any, c: Any) -> Any:
        h = apply([1, Fraction(-1, 2), 0, 2], W @ [1, -2]) - einsum("ij,j->i", W, [3, 1])
        return einsum("i,->i", h, c)

    for bound, values in bounds_and_values(forward, lambda: Fraction(rng.randint(0, 4), 4), 40):
        assert bound <= min(values)


def test_linear_laws_attain_them() -> None:
    corners = product((0, 1), repeat=5)
    shares = iter([x for corner in corners for x in corner])
    found = bounds_and_values(lambda W, c: W @ [2, -3] - [1, 1] * c, lambda: next(shares), 32)
    assert all(bound == min(values) for bound, values in found)


def test_constants_and_points() -> None:
    law = Law.trace(lambda a: einsum(",i->i", a, [0, 0]) - [-3, 2], {}, {"a": ()})
    assert lower_bounds(law, {"a": 0}, {"a": 1}) == [3, -2]
    square = Law.trace(lambda a: a * a, {}, {"a": (1,)})
    assert lower_bounds(square, {"a": [3]}, {"a": [3]}) == [9]
    assert lower_bounds(square, {"a": [-1]}, {"a": [1]}) == [-3]
    assert lower_bounds(square, {"a": ["1/2"]}, {"a": [1]}) == [Fraction(1, 4)]


def test_the_excess_is_that_of_the_law() -> None:
    """At shares t of the sides, whatever the names s, t and u are for in the law."""
    rng = random.Random(2)
    law = Law.trace(lambda t, u: einsum("ij,j,->ij", t, [2, 3], u), {}, {"t": (2, 2), "u": ()})
    lower, upper = {"t": LOWER["W"], "u": LOWER["c"]}, {"t": UPPER["W"], "u": UPPER["c"]}
    excess, (s, t, _) = excess_on_box(law, lower, upper, Fraction(1, 3))
    for _ in range(5):
        shares = [Fraction(rng.randint(0, 4), 4) for _ in range(5)]
        weights = [[rng.randint(0, 3) for _ in range(2)] for _ in range(2)]
        steps = {"t": iter(shares[:4]), "u": iter(shares[4:])}
        point = {name: between(lower[name], upper[name], part.__next__) for name, part in steps.items()}
        rows = zip(weights, value(law, point), strict=True)
        expected = sum(w * (x - Fraction(1, 3)) for pair in rows for w, x in zip(*pair, strict=True))
        assert value(excess, {s: weights, t: shares}) == expected


def test_bad_boxes() -> None:
    law = Law.trace(lambda a: a, {}, {"a": (2,)})
    with pytest.raises(ValueError, match="shape"):
        lower_bounds(law, {"a": [0]}, {"a": [0, 1]})
    with pytest.raises(ValueError, match="the names are a"):
        lower_bounds(law, {}, {"a": [0, 1]})
    with pytest.raises(TypeError, match="float"):
        lower_bounds(law, {"a": [0, 0.5]}, {"a": [0, 1]})
    with pytest.raises(ValueError, match="the law has the inputs x"):
        lower_bounds(Law.trace(lambda x, a: a @ x, {"x": (2,)}, {"a": (2,)}), {"a": [0, 0]}, {"a": [1, 1]})
    with pytest.raises(ValueError, match="the degree 9 in 99 parameters"):
        lower_bounds(Law.trace(lambda a: a**9, {}, {"a": (99,)}), {"a": [0] * 99}, {"a": [1] * 99})
