from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from algebra_tnn.laws import Law, apply, einsum, named, value

SHAPES = {"x": (3,), "A": (2, 3), "s": ()}
ONES = [1, 1, 1]
POINT = {"x": [1, 2, 3], "A": [[1, 0, 2], [0, 1, -1]], "s": 5}


def traced(forward: Callable[..., Any]) -> Law:
    return Law.trace(lambda **tensors: forward(**tensors), SHAPES, {})


@pytest.mark.parametrize(
    ("forward", "expected"),
    [
        (lambda x, A, s: x + x, [2, 4, 6]),
        (lambda x, A, s: x + 1, [2, 3, 4]),
        (lambda x, A, s: 1 + x, [2, 3, 4]),
        (lambda x, A, s: x - 1, [0, 1, 2]),
        (lambda x, A, s: 1 - x, [0, -1, -2]),
        (lambda x, A, s: [1, 1, 1] - x, [0, -1, -2]),
        (lambda x, A, s: ONES + x, [2, 3, 4]),
        (lambda x, A, s: x - np.array([1, 1, 1]), [0, 1, 2]),
        (lambda x, A, s: np.array([1, 1, 1]) - x, [0, -1, -2]),
        (lambda x, A, s: np.array([1, 1, 1]) + x, [2, 3, 4]),
        (lambda x, A, s: np.array([1, 2, 1]) * x, [1, 4, 3]),
        (lambda x, A, s: np.int64(3) * x, [3, 6, 9]),
        (lambda x, A, s: -x, [-1, -2, -3]),
        (lambda x, A, s: +x, [1, 2, 3]),
        (lambda x, A, s: 2 * x * Fraction(1, 2), [1, 2, 3]),
        (lambda x, A, s: x / 2, [Fraction(1, 2), 1, Fraction(3, 2)]),
        (lambda x, A, s: x * x, [1, 4, 9]),
        (lambda x, A, s: x * [1, 0, 2], [1, 0, 6]),
        (lambda x, A, s: [1, 0, 2] * x, [1, 0, 6]),
        (lambda x, A, s: s * x, [5, 10, 15]),
        (lambda x, A, s: x * s, [5, 10, 15]),
        (lambda x, A, s: s * s, 25),
        (lambda x, A, s: x**3, [1, 8, 27]),
        (lambda x, A, s: x ** np.int64(2), [1, 4, 9]),
        (lambda x, A, s: x**0, [1, 1, 1]),
        (lambda x, A, s: A @ x, [7, -1]),
        (lambda x, A, s: x @ x, 14),
        (lambda x, A, s: x @ A.T, [7, -1]),
        (lambda x, A, s: A @ A.T, [[5, -2], [-2, 2]]),
        (lambda x, A, s: [[1, 1, 0]] @ x, [3]),
        (lambda x, A, s: np.array([[1, 1], [1, -1]]) @ A, [[1, 1, 1], [1, -1, 3]]),
        (lambda x, A, s: x[0] + x[-1], 4),
        (lambda x, A, s: x[[2, 0]], [3, 1]),
        (lambda x, A, s: x[np.array([[0, 1], [1, 2]])], [[1, 2], [2, 3]]),
        (lambda x, A, s: A[1], [0, 1, -1]),
        (lambda x, A, s: A.sum(), 3),
        (lambda x, A, s: A.sum(axis=0), [1, 1, 1]),
        (lambda x, A, s: A.sum(axis=1), [3, 0]),
        (lambda x, A, s: sum(row @ x for row in A), 6),
        (lambda x, A, s: einsum("ij,j->ij", A, x), [[1, 0, 6], [0, 2, -3]]),
        (lambda x, A, s: einsum("ij,j->i", [[1, 1, 1]], x), [6]),
        (lambda x, A, s: apply([1, 0, "1/2"], x), [Fraction(3, 2), 3, Fraction(11, 2)]),
        (lambda x, A, s: len(x) * s + A.ndim, 17),
        (lambda x, A, s: [[1, 2]], [[1, 2]]),
        (lambda x, A, s: 7, 7),
    ],
)
def test_what_can_be_written(forward: Callable[..., Any], expected: Any) -> None:
    assert value(traced(forward), POINT) == expected


@pytest.mark.parametrize(
    ("forward", "sentence"),
    [
        (lambda x, A, s: np.exp(x), "forward calls numpy's exp on a traced tensor; a law is polynomial"),
        (lambda x, A, s: np.add(x, [1, 1, 1]), "forward calls numpy's add"),
        (lambda x, A, s: np.sum(x), "forward calls numpy's sum"),
        (lambda x, A, s: np.add.reduce(x), "forward calls numpy's add"),
        (lambda x, A, s: math.exp(s), "forward asks for the value of a traced tensor"),
        (lambda x, A, s: x if s else -x, "forward asks for the value of a traced tensor"),
        (lambda x, A, s: x if s == 0 else -x, "forward asks for the value of a traced tensor"),
        (lambda x, A, s: x if s != 0 else -x, "forward asks for the value of a traced tensor"),
        (lambda x, A, s: max(x, -x), "forward asks for the value of a traced tensor"),
        (lambda x, A, s: abs(x), "forward asks for the value of a traced tensor"),
        (lambda x, A, s: [1, 2, 3][s], "forward asks for the value of a traced tensor"),
        (lambda x, A, s: {x: 1}, "unhashable"),
        (lambda x, A, s: np.array([x, x]), "forward makes a numpy array of a traced tensor"),
        (lambda x, A, s: x * 0.5, "the coefficient c1 is the float 0.5"),
        (lambda x, A, s: 0.5 + x, "the coefficient c0 is the float 0.5"),
        (lambda x, A, s: x * np.array([0.5, 1, 2]), "the constant in forward is the float 0.5"),
        (lambda x, A, s: x / x, "forward divides by a tensor"),
        (lambda x, A, s: 1 / x, "unsupported operand"),
        (lambda x, A, s: x**-1, "forward raises a tensor to the power -1"),
        (lambda x, A, s: x**0.5, "forward raises a tensor to the power 0.5"),
        (lambda x, A, s: x**True, "forward raises a tensor to the power True"),
        (lambda x, A, s: x**s, "forward raises a tensor to the power"),
        (lambda x, A, s: x[1:], "forward uses the index slice(1, None, None)"),
        (lambda x, A, s: A[0, 1], "forward uses the index (0, 1)"),
        (lambda x, A, s: x[3], "forward uses the index 3 of an axis with the indices 0 to 2"),
        (lambda x, A, s: x[[0, -4]], "forward uses the index -4"),
        (lambda x, A, s: x[0.0], "is the float 0.0"),
        (lambda x, A, s: s[0], "forward takes an entry of a single number"),
        (lambda x, A, s: len(s), "forward asks for the length of a single number"),
        (lambda x, A, s: x.sum(axis=1), "forward sums along axis 1 of a tensor with 1 axes"),
        (lambda x, A, s: x + A, '"+" joins the shapes [3] and [2, 3]'),
        (lambda x, A, s: x * A, "forward multiplies tensors of the shapes [3] and [2, 3] entry by entry"),
        (lambda x, A, s: s @ x, "forward writes @ between tensors with 0 and 1 axes"),
        (lambda x, A, s: einsum("ij,jk->ik", A, A), "lets j range over 3 and over 2"),
        (lambda x, A, s: einsum("i->", [1, 2]), "einsum has no traced tensor among its operands"),
        (lambda x, A, s: apply([], x), "apply has no coefficients"),
        (lambda x, A, s: [x, x], "forward returns a list of traced tensors; it returns one traced tensor"),
        (lambda x, A, s: None, "forward returns a value of type NoneType"),
        (lambda x, A, s: x - [1, [2], 3], "the constant in forward is ragged"),
    ],
)
def test_what_leaves_the_language(forward: Callable[..., Any], sentence: str) -> None:
    with pytest.raises((TypeError, ValueError, IndexError)) as caught:
        traced(forward)
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


def test_repeated_use_is_written_once() -> None:
    def doubled(x: Any) -> Any:
        for _ in range(60):
            x = x + x
        return x

    law = Law.trace(doubled, {"x": (2,)}, {})
    assert value(law, {"x": [1, 3]}) == [2**60, 3 * 2**60]
    assert [name for name, _ in law.let] == [f"t{i}" for i in range(59)]
    assert len(str(law.to_json())) < 4000


def test_deep_nesting_is_cut_by_definitions() -> None:
    def alternated(x: Any, W: Any) -> Any:
        for _ in range(300):
            x = W @ x
        return x

    law = Law.trace(alternated, {"x": (2,)}, {"W": (2, 2)})
    assert value(law, {"x": [1, 1], "W": [[1, 1], [0, 1]]}) == [301, 1]
    assert Law.from_json(law.to_json()) == law
    assert 5 < len(law.let) < 12


def test_definitions_take_names_that_are_free() -> None:
    law = Law.trace(lambda t0, t2: (t0 * t2) ** 2 + (t0 * t2), {"t0": (2,), "t2": (2,)}, {})
    assert [name for name, _ in law.let] == ["t1"]


def test_two_traces_do_not_mix() -> None:
    kept: list[Any] = []
    Law.trace(lambda x: kept.append(x) or x, {"x": (2,)}, {})
    with pytest.raises(ValueError, match="traced for another law"):
        Law.trace(lambda x: x + kept[0], {"x": (2,)}, {})


def test_names_are_distinct_and_shapes_are_shapes() -> None:
    with pytest.raises(ValueError, match="the name 'x' is given twice"):
        Law.trace(lambda x: x, {"x": (2,)}, {"x": (2,)})
    with pytest.raises(TypeError, match="a shape is a list of integers"):
        Law.trace(lambda x: x, {"x": 2}, {})  # what the message is about


def test_named_values_that_are_not_used_are_kept() -> None:
    def forward(x: Any, A: Any, s: Any) -> Any:
        named("square", s * s)
        return named("image", A @ x)[0] + named("image", A @ x)[1]

    law = traced(forward)
    assert [name for name, _ in law.let] == ["square", "image"]
    assert value(law, POINT) == 6
