"""Decompositions of quadratic forms, of monomials and of all forms."""

from __future__ import annotations

from math import prod

import pytest

from algebra_tnn import C, Field, Form, Q, R, rank
from algebra_tnn.tensors.form_text import form_in
from algebra_tnn.tensors.power_decompositions import lattice_powers, monomial_powers, squares, sum_of_monomial_powers
from algebra_tnn.tensors.sums_of_powers import SumOfPowers


def monomial(exponents: tuple[int, ...]) -> Form:
    return Form.of([f"x{i}" for i in range(len(exponents))], sum(exponents), {exponents: 1})


@pytest.mark.parametrize("text", ["x^2", "x*y", "x*y + y*z + z*x", "x^2 - 2*x*y + y^2 + z^2", "x*y + z*w", "x^2 - y*z"])
def test_as_many_squares_as_the_rank(text: str) -> None:
    F = form_in(text)
    powers = squares(F)
    assert powers.equals(F) and powers.length == rank(F.catalecticant(1))


@pytest.mark.parametrize("field", [Q, R, C], ids=str)
@pytest.mark.parametrize(
    "exponents", [(3,), (1, 1), (1, 2), (3, 1), (2, 2), (2, 3), (4, 3), (1, 1, 1), (1, 2, 3), (2, 2, 2), (0, 2, 3)]
)
def test_monomials(exponents: tuple[int, ...], field: Field) -> None:
    powers = monomial_powers(exponents, field)
    assert powers is not None and powers.equals(monomial(exponents))
    least, *larger = sorted(a for a in exponents if a)
    grid = prod(a + 1 for a in larger)
    expected = grid if least == 1 or field == C else prod(a + least for a in larger)
    assert powers.length == expected
    assert (powers.number_field is not None) == (field == C and least > 1 and len(larger) > 0)


def test_the_classical_identities() -> None:
    three = monomial_powers((1, 1, 1), Q)
    assert three is not None
    assert three.text("xyz").replace("(1/24)*", "") == "(x + y + z)^3 - (x + y - z)^3 - (x - y + z)^3 + (x - y - z)^3"
    four = monomial_powers((1, 1, 1, 1), Q)
    assert four is not None and [192 * w for w in four.weights] == [prod(v) for v in four.vectors]


def test_a_field_that_is_too_large_is_avoided() -> None:
    powers = monomial_powers((2, 6, 10), C)  # roots of unity of order 77
    assert powers is not None and powers.number_field is None and powers.length == 8 * 12


def test_long_sums_are_not_written() -> None:
    assert monomial_powers((9, 9, 9, 9, 9, 9), C) is None


@pytest.mark.parametrize("text", ["x^3 + 2*x^2*y - y*z^2 + x*y*z", "x^2*y^2 + z^4", "x^5 - x*y^4"])
def test_every_form_is_a_sum_of_powers(text: str) -> None:
    F = form_in(text)
    lattice, monomials = lattice_powers(F), sum_of_monomial_powers(F)
    assert lattice is not None and lattice.equals(F) and lattice.length <= F.monomial_count
    assert monomials is not None and monomials.equals(F)


def test_equal_lines_are_collected() -> None:
    powers = SumOfPowers(3, (1, 2, -8, 5), ((2, -2), (0, 3), (1, -1), (0, 0)))
    with pytest.raises(StopIteration):
        powers.reduced()
    collected = SumOfPowers(3, (1, 2, -8), ((2, -2), (0, 3), (1, -1))).reduced()
    assert collected == SumOfPowers(3, (54,), ((0, 1),))


def test_text() -> None:
    assert SumOfPowers(2, (-1, 1), ((1, -1), (0, 2))).text("xy") == "-(x - y)^2 + (2*y)^2"
    assert SumOfPowers(1, (), ()).text("x") == "0"
