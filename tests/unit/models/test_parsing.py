from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest
from sympy import Poly, Rational, Symbol, expand

from algebra_tnn.models import Activation
from algebra_tnn.models.parsing import polynomial_in

x = Symbol("x")


@pytest.mark.parametrize(
    ("text", "coefficients"),
    [
        ("x", (0, 1)),
        ("-x", (0, -1)),
        ("x^3 + x", (0, 1, 0, 1)),
        ("x**2", (0, 0, 1)),
        ("-x^2", (0, 0, -1)),
        ("2x - 1", (-1, 2)),
        ("2 t³ − 1/2 t", (0, Fraction(-1, 2), 0, 2)),
        ("(x+1)(x-1)", (-1, 0, 1)),
        ("(1)x", (0, 1)),
        ("x/2/3", (0, Fraction(1, 6))),
        ("2^3 y", (0, 8)),
        ("+ 4", (4,)),
        ("0", (0,)),
        ("(x)/(2)", (0, Fraction(1, 2))),
        ("(x - x)^3 + x", (0, 1)),
        ("((((x))))^0 + x", (1, 1)),
    ],
)
def test_polynomials(text: str, coefficients: tuple[Any, ...]) -> None:
    assert polynomial_in(text, "it") == coefficients


def test_random_texts_mean_what_sympy_says() -> None:
    rng = random.Random(8)

    def text(depth: int) -> tuple[str, Any]:
        kind = rng.choice(["number", "x", "sum", "difference", "product", "power", "quotient"]) if depth else "x"
        if kind == "number":
            n = rng.randint(0, 9)
            return str(n), Rational(n)
        if kind == "x":
            return "x", x
        (left, a), (right, b) = text(depth - 1), text(depth - 1)
        if kind == "power":
            e = rng.randint(0, 3)
            return f"({left})^{e}", a**e
        if kind == "quotient":
            n = rng.randint(1, 5)
            return f"({left})/{n}", a / n
        if kind == "product":
            return f"({left})*({right})", a * b
        return (f"{left}+{right}", a + b) if kind == "sum" else (f"{left}-({right})", a - b)

    for _ in range(100):
        written, meant = text(4)
        expected = [Fraction(int(c.p), int(c.q)) for c in reversed(Poly(expand(meant), x).all_coeffs())]
        assert list(polynomial_in(written, "it")) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "x +", "x ^", "x^-1", "x^x", "x^2^3", "(x", "x)", "1/x", "x/(x+1)", "x/0", "sin(x)", "x(x+1)"),
        *("x;y", "2 3", "__import__", "x^(1/2)", "*x", "(" * 60 + "x" + ")" * 60),
    ],
)
def test_no_polynomials(text: str) -> None:
    with pytest.raises(ValueError, match=r"it is .*; an activation is a polynomial in one letter"):
        polynomial_in(text, "it")


@pytest.mark.parametrize("text", ["x^10001", "(x^200)^200", "x^6000 x^6000", "((x+1)^101)^100"])
def test_degrees_are_bounded(text: str) -> None:
    with pytest.raises(ValueError, match="degrees are at most 10000"):
        polynomial_in(text, "it")


def test_numbers_are_bounded() -> None:
    with pytest.raises(ValueError, match="whose numbers are too long"):
        polynomial_in("((9^9999)^999)^999 x", "it")


@pytest.mark.parametrize("text", ["0.5x", ".5 + x", "x + 1.", "2e5x", "1E-3 x"])
def test_floats(text: str) -> None:
    with pytest.raises(TypeError, match=r"it is .* with the float .*; write coefficients as integers"):
        polynomial_in(text, "it")


def test_what_is_printed_is_read() -> None:
    for coefficients in ((0, 1), (1, Fraction(-2, 3), 0, 5), (0,) * 12 + (-1,), (Fraction(1, 2), 0, 0, 0, 7)):
        sigma = Activation(coefficients)
        assert polynomial_in(str(sigma), "it") == sigma.coefficients
