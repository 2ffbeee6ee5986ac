"""Sylvester's apolarity: apolar forms, their zeros, and the decompositions at these."""

from __future__ import annotations

import random
from itertools import islice
from math import comb

import pytest

from algebra_tnn import C, Form, Q, R
from algebra_tnn.tensors.binary_forms import (
    apolar_candidates,
    apolar_forms,
    decomposition_at_zeros,
    has_different_zeros,
    real_zero_count,
)
from algebra_tnn.tensors.form_text import form_in
from algebra_tnn.tensors.forms import multinomial


def some_form(degree: int, seed: int) -> Form:
    drawn = random.Random(seed)
    return Form.of("xy", degree, {(degree - i, i): drawn.randint(-5, 5) for i in range(degree + 1)})


@pytest.mark.parametrize("degree", [3, 4, 5, 6])
def test_apolar_forms_annihilate(degree: int) -> None:
    F = some_form(degree, degree)
    for m in range(1, degree + 1):
        for g in apolar_forms(F, m):
            for i in range(degree - m + 1):
                assert sum(c * F.moment((degree - i - j, i + j)) for j, c in enumerate(g)) == 0


@pytest.mark.parametrize(
    ("g", "over"),
    [
        ((1, 0, -1), "QRC"),
        ((1, 0, -2), "RC"),
        ((1, 0, 1), "C"),
        ((0, 1, 0), "QRC"),  # the zeros are (1, 0) and (0, 1)
        ((0, 0, 1), ""),
        ((0, 1, 2, 1), ""),
        ((1, 0, 0, -1), "C"),
        ((1, 0, -3, 1), "RC"),
    ],
)
def test_different_zeros(g: tuple[int, ...], over: str) -> None:
    assert "".join(field.name for field in (Q, R, C) if has_different_zeros(g, field)) == over


@pytest.mark.parametrize(
    ("text", "count"), [("x^2*y", 3), ("x^3 + y^3", 1), ("x^2 + y^2", 0), ("x*y*(x - y)*(x^2 + y^2)", 3), ("y^4", 4)]
)
def test_real_zeros(text: str, count: int) -> None:
    F = form_in(text)
    assert real_zero_count(F if len(F.variables) == 2 else Form.of("xy", 4, {(0, 4): 1})) == count


@pytest.mark.parametrize("degree", [3, 4, 5, 6, 7])
def test_decompositions_at_rational_zeros(degree: int) -> None:
    F, found = some_form(degree, 10 + degree), 0
    for g in islice(apolar_candidates(F, degree), 12):
        if has_different_zeros(g, Q):
            powers = decomposition_at_zeros(F, g)
            assert powers is not None and powers.number_field is None
            assert powers.length == degree and powers.equals(F)
            found += 1
    assert found > 3


@pytest.mark.parametrize(
    ("terms", "degree"),
    [
        ({(3, 0): 1, (1, 2): -3}, 2),  # i
        ({(5, 0): 1, (2, 3): 1, (0, 5): 1}, 6),  # a cubic with all permutations
        ({(2, 2): 1}, 2),  # third roots of unity
    ],
)
def test_decompositions_in_number_fields(terms: dict[tuple[int, int], int], degree: int) -> None:
    F = Form.of("xy", sum(next(iter(terms))), terms)
    candidates = (g for m in range(1, F.degree) for g in apolar_candidates(F, m))
    g = next(g for g in candidates if has_different_zeros(g, C))
    powers = decomposition_at_zeros(F, g)
    assert powers is not None and powers.number_field is not None
    assert powers.number_field.degree == degree and powers.length == len(g) - 1 and powers.equals(F)


def test_a_large_field_is_no_decomposition() -> None:
    F = some_form(7, 1)
    [g] = apolar_forms(F, 4)
    assert has_different_zeros(g, C) and decomposition_at_zeros(F, g) is None


def test_an_equal_sum_is_told_from_another() -> None:
    F = form_in("(x + y)^3 + (x - 2*y)^3")
    [g] = apolar_forms(F, 2)
    powers = decomposition_at_zeros(F, g)
    assert powers is not None and powers.equals(F)
    assert not powers.equals(form_in("(x + y)^3 + (x - 2*y)^3 + y^3"))
    assert not powers.equals(form_in("x^2*y^2"))
    assert all(multinomial((3 - i, i)) == comb(3, i) for i in range(4))
