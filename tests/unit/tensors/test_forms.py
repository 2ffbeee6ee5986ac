"""Forms, their moments, catalecticants and derivatives, and forms from text."""

from __future__ import annotations

from itertools import permutations, product
from math import prod

import pytest

from algebra_tnn import Form, rank
from algebra_tnn.tensors.form_text import form_in
from algebra_tnn.tensors.forms import multinomial


def value(F: Form, point: tuple[int, ...]) -> object:
    return sum(c * prod(x**e for x, e in zip(point, exponents, strict=True)) for exponents, c in F.terms)


def test_the_tensor_is_symmetric_and_gives_the_form() -> None:
    F = form_in("x^2*y - 1/2*y^3 + 5*x*y*z")
    T = F.tensor()
    for index in product(range(3), repeat=3):
        assert len({T[tuple(index[i] for i in order)] for order in permutations(range(3))}) == 1
    point = (2, -3, 7)
    contracted = sum(T[index] * prod(point[i] for i in index) for index in product(range(3), repeat=3))
    assert contracted == value(F, point)


def test_multinomial_coefficients() -> None:
    assert [multinomial(a) for a in ((3, 0), (2, 1), (1, 1, 1), (2, 2))] == [1, 3, 6, 6]


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("x^2*y", (1, 2, 2, 1)),
        ("x*y*z", (1, 3, 3, 1)),
        ("x^2*y^2", (1, 2, 3, 2, 1)),
        ("(x + y)^4 + (x - y)^4", (1, 2, 2, 2, 1)),
        ("x^5", (1,) * 6),
    ],
)
def test_ranks_of_catalecticants(text: str, ranks: tuple[int, ...]) -> None:
    F = form_in(text)
    assert F.catalecticant_ranks == ranks
    assert tuple(rank(F.catalecticant(order)) for order in range(F.degree + 1)) == ranks


def test_derivatives() -> None:
    F = form_in("x^3*y - x*y^3")
    assert str(F.derivative((1, 0))) == "3*x^2*y - y^3"
    assert str(F.derivative((0, 2))) == "2*x^3 - 6*x*y^2"
    assert F.derivative((0, 0)) is None and form_in("x").derivative((1,)) is None
    assert form_in("(x - y)^3").derivative((1, 1)) is None


def test_essential_variables() -> None:
    F = form_in("(x + 2*y - z)^3 + (y + z)^3")
    G, M = F.in_essential_variables()
    assert len(G.variables) == len(M) == 2
    for point in product((-2, 1, 3), repeat=3):
        image = tuple(sum(a * x for a, x in zip(row, point, strict=True)) for row in M)
        assert value(G, image) == value(F, point)
    assert form_in("x*y*z").in_essential_variables()[1] == ((1, 0, 0), (0, 1, 0), (0, 0, 1))


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("x²y", "x^2*y"),
        ("2x*(x + y)", "2*x^2 + 2*x*y"),
        ("2(x + y)(x - y)", "2*x^2 - 2*y^2"),
        ("3*x1^2", "3*x1^2"),
        ("-(x-y)**2", "-x^2 + 2*x*y - y^2"),
        ("x^3/3 − y^3", "1/3*x^3 - y^3"),
        ("x10 + x2", "x2 + x10"),
        ("x - x", "0"),
    ],
)
def test_forms_from_text(text: str, same: str) -> None:
    assert str(form_in(text)) == same


def test_variables_are_in_order() -> None:
    assert form_in("x10 + x2 + b + a").variables == ("a", "b", "x2", "x10")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x^2 + y", "degrees 1 and 2"),
        ("3", "no variable"),
        ("x - x + 1", "a number"),
        ("", "no variable|it is a form"),
        ("x +", "it is a form"),
        ("sin(x)", "it is a form"),
        ("x^y", "it is a form"),
        ("x^-1", "it is a form"),
        ("x/y", "it is a form"),
        ("x/0", "it is a form"),
        ("x.real", "it is a form"),
        ("[x]", "it is a form"),
        ("'x'", "no variable"),
        ("x if x else y", "it is a form"),
        ("True*x", "it is a form"),
        ("x^99", "degrees are at most"),
        ("(7^5000)*x", "too long"),
        ("(a+b+c+d+e+f+g+h+i+j)^20", "more than 200000 terms"),
        ("a*b*c*d*e*f*g*h*i*j", "have 92378 coefficients"),
        ("x*" * 10_000 + "x", "characters"),
        ("(" * 900 + "x" + ")" * 900, "it is a form"),
    ],
)
def test_what_is_no_form(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        form_in(text)


def test_floats_are_refused() -> None:
    with pytest.raises(TypeError, match=r"the float 0\.5"):
        form_in("0.5*x^2")


def test_degrees_and_exponents_agree() -> None:
    with pytest.raises(ValueError, match="sum to the degree"):
        Form.of(("x", "y"), 3, {(1, 1): 1})
    with pytest.raises(ValueError, match="at least 1"):
        Form.of((), 1, {})
    assert str(Form.of(("x", "y"), 2, {(1, 1): 0})) == "0"
