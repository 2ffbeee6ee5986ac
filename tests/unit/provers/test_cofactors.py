"""Identities modulo values that are zero: cofactors that are given, and cofactors that are found."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from algebra_tnn import Field, Law, Shortfall, Vanishes, verify
from algebra_tnn.laws import einsum, named
from algebra_tnn.provers import cofactors


def second_derivative_of_tanh(t: Any, t1: Any) -> Any:
    """tanh″ + 2 tanh − 2 tanh³, where t1 = tanh′ = 1 − tanh²."""
    named("relation", t1 - (1 - t * t))
    return -2 * t * t1 + 2 * t - 2 * t**3


def on_the_sphere(x: Any) -> Any:
    square = einsum("i,i->", x, x)
    named("norm", square - 1)
    return x * square - x


def cube_roots_of_one(x: Any, y: Any) -> Any:
    """y² − x where y = x² and x y = 1: no multiple of one equation, and no product of degree two."""
    named("square", x * x - y)
    named("inverse", x * y - 1)
    return y * y - x


def no_solution(x: Any) -> Any:
    named("one", x - 1)
    named("minus", x + 1)
    return x * 0 + 1


TANH = Law.trace(second_derivative_of_tanh, {"t": (), "t1": ()}, {})
SPHERE = Law.trace(on_the_sphere, {"x": (3,)}, {})
ROOTS = Law.trace(cube_roots_of_one, {"x": (), "y": ()}, {})
NONE = Law.trace(no_solution, {"x": ()}, {})
IMAGE = Law.trace(lambda e, M: M @ e, {"e": (2,)}, {"M": (3, 2)})


def test_an_identity() -> None:
    law = Law.trace(lambda x, y: (x + y) ** 3 - x**3 - y**3, {"x": (), "y": ()}, {})
    assert verify(Vanishes(law)).status == "undecided"
    verdict = verify(Vanishes(law, field=Field.named("GF(3)")))
    assert (verdict.status, verdict.rule, verdict.trusts, verdict.extensions) == ("proved", "cofactors", (), True)


def test_given_cofactors() -> None:
    claim = Vanishes(TANH, ("relation",), ("DLMF",))
    verdict = verify(claim, by=partial(cofactors, cofactors={"relation": lambda t: -2 * t}))
    assert (verdict.status, verdict.trusts) == ("proved", ("DLMF",))
    wrong = cofactors(claim, {"relation": lambda t: 2 * t})
    assert isinstance(wrong, Shortfall)
    assert wrong.reason == "the output minus the combination with these cofactors is not zero at a random point"
    other = cofactors(claim, {"t": 1})
    assert isinstance(other, Shortfall) and "'t' has a cofactor" in other.reason


@pytest.mark.parametrize(
    ("law", "zero"),
    [
        (TANH, ("relation",)),
        (SPHERE, ("norm",)),
        (ROOTS, ("square", "inverse")),
        (NONE, ("one", "minus")),
        (IMAGE, ("e",)),
        (IMAGE, ("M", "e")),
    ],
)
def test_cofactors_are_found(law: Law, zero: tuple[str, ...]) -> None:
    assert verify(Vanishes(law, zero)).status == "proved"
    assert verify(Vanishes(law)).status == "undecided"


def test_over_a_finite_field() -> None:
    assert verify(Vanishes(SPHERE, ("norm",), field=Field.named("GF(5)"))).status == "proved"


def test_what_is_no_combination() -> None:
    law = Law.trace(lambda x: named("square", x * x) * 0 + x, {"x": ()}, {})
    [attempt] = verify(Vanishes(law, ("square",))).attempts
    assert attempt.reason == "the output is not zero, and no combination of values that are was found to be it"


@pytest.mark.parametrize(
    ("zero", "sources", "message"),
    [
        (("norms",), (), "zero has 'norms', which is no name of the law; its names are x, t0, norm"),
        (("norm", "norm"), (), "zero is norm, norm, which has a name twice"),
        (("norm",), ("a key",), "sources has 'a key'; a source is a citation key"),
        (("norm",), ("DLMF", "DLMF"), "each once"),
    ],
)
def test_wrong_names(zero: tuple[str, ...], sources: tuple[str, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Vanishes(SPHERE, zero, sources)
