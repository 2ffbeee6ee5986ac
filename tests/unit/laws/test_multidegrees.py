from __future__ import annotations

from itertools import islice
from math import prod
from typing import Any

import pytest

from algebra_tnn import checker
from algebra_tnn.laws import Law, apply, einsum, expansion
from algebra_tnn.laws.multidegrees import multidegrees, reachable_monomials

CASES: dict[str, tuple[Any, dict[str, Any], dict[str, Any], set[tuple[int, ...]]]] = {
    "one power": (lambda x, W: (W @ x) ** 3, {"x": (2,)}, {"W": (1, 2)}, {(3,)}),
    "two terms": (lambda x, W: apply([0, 1, 0, 5], W @ x) ** 2, {"x": (2,)}, {"W": (1, 2)}, {(2,), (4,), (6,)}),
    "two inputs": (
        lambda x, y, W: einsum("i,i->i", W @ x, y) + y * y - W @ x,
        {"x": (2,), "y": (2,)},
        {"W": (2, 2)},
        {(1, 1), (0, 2), (1, 0)},
    ),
    "a bias": (lambda x, w: (w + x) ** 2, {"x": ()}, {"w": ()}, {(0,), (1,), (2,)}),
    "an entry": (lambda x, w: w * x[1], {"x": (3,)}, {"w": ()}, {(1,)}),
    "the zero polynomial": (lambda x, W: apply([0], W @ x) * (W @ x), {"x": (2,)}, {"W": (2, 2)}, set()),
    "a constant polynomial": (lambda x, W: apply([5], W @ x) + W[0], {"x": (2,)}, {"W": (2, 2)}, {(0,)}),
    "an unused input": (lambda x, y, W: W @ y, {"x": (2,), "y": (2,)}, {"W": (2, 2)}, {(0, 1)}),
    "no input": (lambda W: W @ W, {}, {"W": (2, 2)}, {()}),
    "constants": (lambda W: [1, 2], {}, {"W": (2, 2)}, {()}),
}


@pytest.mark.parametrize("name", CASES)
def test_multidegrees(name: str) -> None:
    forward, inputs, parameters, expected = CASES[name]
    law = Law.trace(forward, inputs, parameters)
    assert multidegrees(law) == expected
    theirs = checker.Law(law.to_json())
    assert expected == theirs.degrees()[theirs.output]
    assert reachable_monomials(law) == checker.reachable(theirs, theirs.output)


@pytest.mark.parametrize("name", CASES)
def test_no_other_monomial_occurs(name: str) -> None:
    forward, inputs, parameters, _ = CASES[name]
    law = Law.trace(forward, inputs, parameters)
    degrees = multidegrees(law)
    assert degrees is not None
    sizes = [prod(shape) for _, shape in law.inputs]
    for polynomial in expansion(law):
        for exponents, _ in polynomial.terms():
            rest = iter(exponents)
            degree = tuple(sum(islice(rest, size)) for size in sizes)
            assert degree in degrees


def test_degrees_that_are_too_high() -> None:
    high = Law.trace(lambda x, w: (w * x) ** 10_001, {"x": ()}, {"w": ()})
    assert multidegrees(high) is None and reachable_monomials(high) is None
    assert multidegrees(Law.trace(lambda x, w: (w * x) ** 10_000, {"x": ()}, {"w": ()})) == {(10_000,)}
    names = "abcdefg"
    many = Law.trace(
        lambda w, **x: einsum(",".join([""] * 8) + "->", w, *((t + w) ** 7 for t in x.values())),
        dict.fromkeys(names, ()),
        {"w": ()},
    )
    assert multidegrees(many) is None
