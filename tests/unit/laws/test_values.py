from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
import sympy

from algebra_tnn.exact.polynomials import PolynomialRing
from algebra_tnn.laws import Law, approximate_value, value
from tests.unit.laws.families import attention, polynomial_network

LAW = polynomial_network((2, 3, 1), [0, "1/2", 1])
POINT = {"x": [1, 2], "W1": [[1, 1], [0, 1], [2, -1]], "W2": [[1, -1, 3]]}
VALUE = Fraction(3, 2) + 9 - (1 + 4)


def test_exact_values() -> None:
    assert value(LAW, POINT) == [VALUE]
    assert value(LAW, {**POINT, "x": ["1/2", 1]}) == [Fraction(3, 4) + Fraction(9, 4) - Fraction(3, 2)]
    assert value(LAW, {**POINT, "x": np.array([1, 2])}) == [VALUE]


def test_residues() -> None:
    assert value(LAW, POINT, modulus=7) == [VALUE.numerator * pow(2, -1, 7) % 7]
    assert value(LAW, {**POINT, "x": ["1/3", 0]}, modulus=5) == [
        (lambda h: (h[0] - h[1] + 3 * h[2]) % 5)([(3 * z + z * z) % 5 for z in (2, 0, 4)])
    ]


def test_any_ring() -> None:
    t = sympy.Symbol("t")
    assert sympy.expand(value(LAW, {**POINT, "x": [t, 0]})[0] - (t**2 + t / 2 + 12 * t**2 + 3 * t)) == 0
    R = PolynomialRing(("t",), rational=True)
    (u,) = R.variables
    assert value(LAW, {**POINT, "x": [u, R(0)]}) == [13 * u**2 + Fraction(7, 2) * u]


def test_floats_are_an_opinion() -> None:
    found = approximate_value(LAW, {name: np.array(x, dtype=float) for name, x in POINT.items()})
    assert found == [pytest.approx(float(VALUE))]
    deep = attention(2, 2, 2, 1)
    point: dict[str, Any] = {name: np.ones(shape).tolist() for name, shape in (*deep.inputs, *deep.parameters)}
    exact = {name: np.ones(shape, dtype=int) for name, shape in (*deep.inputs, *deep.parameters)}
    assert approximate_value(deep, point) == value(deep, exact)


@pytest.mark.parametrize(
    ("point", "sentence"),
    [
        ({**POINT, "x": [1.0, 2]}, "the point's x is the float 1.0"),
        ({**POINT, "x": np.array([1.0, 2])}, "the point's x is the float 1.0"),
        ({**POINT, "x": [True, 2]}, "the point's x is True, a truth value"),
        ({**POINT, "x": [1, 2, 3]}, "the point's x has the shape [3]; it is [2]"),
        ({**POINT, "x": 1}, "the point's x has the shape []; it is [2]"),
        ({**POINT, "y": 1}, "the point names x, W1, W2, y; the names are x, W1, W2"),
        ({"x": [1, 2]}, "the point names x; the names are x, W1, W2"),
        ([1, 2], "the point is list; it gives tensors by their names"),
    ],
)
def test_what_is_no_point(point: Any, sentence: str) -> None:
    for modulus in (None, 11):
        with pytest.raises((TypeError, ValueError)) as caught:
            value(LAW, point, modulus=modulus)
        assert sentence in str(caught.value)


def test_a_denominator_that_the_prime_divides() -> None:
    with pytest.raises(ValueError, match=r"the law has the constant 1/2, whose denominator 2 divides; choose another"):
        value(LAW, POINT, modulus=2)
    with pytest.raises(ValueError, match=r"the modulus is 12, but 12 is not prime"):
        value(LAW, POINT, modulus=12)


def tower(x: Any) -> Any:
    for _ in range(60):
        x = x * x
    return x


def test_numbers_that_would_be_too_long_are_refused() -> None:
    law = Law.trace(tower, {"x": (1,)}, {})
    with pytest.raises(ValueError, match="the law's numbers may have too many digits; compute with residues modulo"):
        value(law, {"x": [7]})
    assert value(law, {"x": [7]}, modulus=11) == [pow(7, 2**60, 11)]
    assert value(law, {"x": [1]}) == [1]
    medium = Law.trace(lambda x: x**20000, {"x": (1,)}, {})
    assert value(medium, {"x": [2]}) == [2**20000]
    with pytest.raises(ValueError, match=r"may have 6,020,\d\d\d digits"):
        value(medium, {"x": [2**1000]})
