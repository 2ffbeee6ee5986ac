from __future__ import annotations

import pytest

from algebra_tnn import checker
from algebra_tnn.laws import Law, expansion, named
from algebra_tnn.laws.cuts import after, before, names_in, with_names
from tests.unit.laws.families import polynomial_network

BRANCHES = Law.trace(
    lambda x, y, A, B, c: named("h", (A @ x) ** 2) + c * named("u", (B @ named("s", A @ y)) ** 2),
    {"x": (2,), "y": (2,)},
    {"A": (2, 2), "B": (2, 2), "c": ()},
)
DEEP = Law.trace(
    lambda x, W, V, U: U @ named("h", (V @ named("g", (W @ x) ** 2)) ** 2),
    {"x": (3,)},
    {"W": (2, 3), "V": (2, 2), "U": (1, 2)},
)


@pytest.mark.parametrize("law", [BRANCHES, DEEP])
def test_the_checker_cuts_in_the_same_way(law: Law) -> None:
    theirs = checker.Law(law.to_json())
    for name, _ in law.let:
        first, rest = checker.before_and_after(theirs, name)
        assert (before(law, name).to_json(), after(law, name).to_json()) == (first, rest)
        assert list(before(law, name).to_json()["parameters"]) == list(first["parameters"])
        assert list(after(law, name).to_json()["inputs"]) == list(rest["inputs"])


def test_parts_have_what_they_need() -> None:
    first, rest = before(DEEP, "h"), after(DEEP, "h")
    assert (first.input_names, first.parameter_names, [name for name, _ in first.let]) == (("x",), ("W", "V"), ["g"])
    assert (rest.inputs, rest.parameter_names, rest.let) == ((("h", (2,)),), ("U",), ())
    assert after(BRANCHES, "h").parameter_names == ("A", "B", "c")
    assert before(BRANCHES, "u").input_names == ("y",)
    unused = Law.from_json({**DEEP.to_json(), "output": "x"})
    assert after(unused, "h").input_names == ("x",)


def test_names_of_an_expression() -> None:
    assert names_in(BRANCHES.output) == {"h", "c", "u"}
    assert names_in(Law.trace(lambda: [1, 2], {}, {}).output) == set()


def test_every_value_with_a_name() -> None:
    law = Law.trace(
        lambda x, v1, W: W @ (v1 @ x) ** 2 + W @ named("q", (v1 @ x) ** 2) + (x * x)[0] * [1, 1],
        {"x": (2,)},
        {"v1": (2, 2), "W": (2, 2)},
    )
    found = with_names(law)
    assert [name for name, _ in found.let] == ["v2", "q", "t0", "v3"]
    assert expansion(found) == expansion(law)
    assert with_names(found) == found
    assert all(names_in(expression) for _, expression in found.let)


def test_names_that_are_there_are_kept() -> None:
    network = polynomial_network((3, 2, 1), 2)
    found = with_names(DEEP)
    assert [name for name, _ in found.let] == ["v1", "g", "v2", "h"]
    assert [name for name, _ in with_names(network).let] == ["v1", "v2"]
    assert with_names(Law.trace(lambda x: x, {"x": (2,)}, {})).let == ()
