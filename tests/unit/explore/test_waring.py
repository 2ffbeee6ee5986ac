"""Waring ranks from both sides, over Q, R and C."""

from __future__ import annotations

import random

import pytest

from algebra_tnn import C, Field, Form, Q, R, TensorRankBetween, waring_rank
from algebra_tnn.explore import waring
from algebra_tnn.tensors import power_decompositions

RANKS = {  # over Q, R and C; a pair where the bounds do not meet
    "x^5": (1, 1, 1),
    "x^2*y": (3, 3, 3),
    "x^3 + x*y^2 + y^3": (3, 2, 2),  # the apolar quadric has irrational zeros
    "x^3 - 3*x*y^2": (3, 3, 2),
    "x^2*y^2": (4, 4, 3),
    "x^3*y^2": (5, 5, 4),
    "x^4 + y^4": (2, 2, 2),
    "x*y*(x^2 - y^2)*(x + 2*y)": (5, 5, 3),
    "x*y + y*z + z*x": (3, 3, 3),
    "x*y*z": (4, 4, 4),
    "x^2*y*z": (6, 6, 6),
    "x1*x2*x3*x4": (8, 8, 8),
    "(x + 2*y - z)^2*(y + z)": (3, 3, 3),  # two variables are enough
    "x^3 + y^3 + z^3": (3, 3, 3),
    "x^2*y^2*z^2": ((9, 16), (9, 16), 9),
    "y^2*z - x^3": (4, 4, 4),  # by the substitution method
    "x^2*z + x*y^2": ((5, 6), (5, 6), (5, 6)),
    "x + y": (1, 1, 1),
    "x - x": (0, 0, 0),
}


SLOW = {"x^2*y^2*z^2", "x^2*y*z", "x^3*y^2", "x^2*z + x*y^2", "x1*x2*x3*x4", "x*y*(x^2 - y^2)*(x + 2*y)"}


@pytest.mark.parametrize("text", [pytest.param(x, marks=pytest.mark.slow if x in SLOW else ()) for x in RANKS])
def test_bounds(text: str) -> None:
    for field, expected in zip((Q, R, C), RANKS[text], strict=True):
        found = waring_rank(text, field)
        assert (found.lower, found.upper) == (expected if isinstance(expected, tuple) else (expected, expected))
        assert found.decomposition is not None
        assert found.decomposition.length == found.upper and found.decomposition.equals(found.form)


@pytest.mark.parametrize("degree", [3, 4, pytest.param(5, marks=pytest.mark.slow)])
def test_larger_fields_have_smaller_ranks(degree: int) -> None:
    drawn = random.Random(degree)
    F = Form.of("xy", degree, {(degree - i, i): drawn.randint(-4, 4) for i in range(degree + 1)})
    over_q, over_r, over_c = (waring_rank(F, field) for field in (Q, R, C))
    assert over_c.meet and over_c.lower <= over_r.lower <= over_q.lower
    assert over_c.upper <= over_r.upper <= over_q.upper <= degree


def test_the_certificate_is_about_the_tensor() -> None:
    found = waring_rank("x*y*z", C)
    assert found.verdict is not None
    assert found.verdict.claim == TensorRankBetween(found.form.tensor(), 4, 4, C)
    assert "the tensor rank is 4" in found.explanation
    found = waring_rank("x^2*y^2", R)
    assert found.verdict is not None
    assert found.verdict.claim == TensorRankBetween(found.form.tensor(), 3, 4, R)
    assert "the tensor rank is 3 to 4" in found.explanation
    assert waring_rank("x + y").certificate is None


def test_bounds_say_why() -> None:
    assert "4 real zeros" in waring_rank("x^2*y^2", R).reasons[0]
    assert "∂y^2" in waring_rank("x^2*y", C).reasons[0]
    assert "∂F has 4 independent derivatives and ∂²F has 0, for ∂ = ∂/∂x" in waring_rank("x*y*z").reasons[0]


def test_zeros_in_a_large_field_are_known_to_exist() -> None:
    found = waring_rank("x^7 - x^5*y^2 + 3*x*y^6 + y^7 + x^4*y^3", C)
    assert found.meet and found.upper == 4
    assert found.decomposition is None and found.certificate is None


def test_a_derivative_in_another_direction() -> None:
    """(x + y) y z in the coordinates where no factor is a variable."""
    found = waring_rank("(x + y)*(y + z)*(x + z)")
    assert found.lower == 4


def test_large_tensors_have_no_certificate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waring, "MOST_ENTRIES", 7)
    found = waring_rank("x^2*y")
    assert found.meet and found.certificate is None and "no certificate" in found.explanation


def test_decompositions_that_are_too_long_to_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(power_decompositions, "MOST_TERMS", 3)
    monkeypatch.setattr(power_decompositions, "MOST_LATTICE_POINTS", 9)
    found = waring_rank("x*y*z")
    assert (found.lower, found.upper) == (4, 10)
    assert found.decomposition is None and found.certificate is None


def test_finite_fields_are_refused() -> None:
    with pytest.raises(ValueError, match=r"the field is GF\(5\)"):
        waring_rank(Form.of("xy", 3, {(2, 1): 1}), Field.named("GF(5)"))
