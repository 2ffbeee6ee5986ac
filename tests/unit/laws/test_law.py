from __future__ import annotations

import pickle
from typing import Any

import pytest

from algebra_tnn.laws import Law, einsum
from tests.unit.laws.families import attention, polynomial_network

GOOD = {
    "inputs": {"x": [2]},
    "parameters": {"W": [2, 2]},
    "let": [["h", ["einsum", "ij,j->i", "W", "x"]]],
    "output": "h",
}


def changed(**parts: Any) -> dict[str, Any]:
    return {**GOOD, **parts}


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ([], "a law is an object with exactly the keys inputs, parameters, let, output; this one has list"),
        ({**GOOD, "name": "f"}, "exactly the keys"),
        ({key: GOOD[key] for key in ("inputs", "parameters", "output")}, "exactly the keys"),
        (changed(inputs=["x"]), "inputs is ['x']; it gives a shape to every name"),
        (changed(inputs={"x": 2}), "inputs['x'] is 2; a shape is a list of integers"),
        (changed(inputs={"x": [0]}), "inputs['x'] is [0]; every axis has at least one index"),
        (changed(inputs={"x": [True]}), "inputs['x'] is True, a truth value"),
        (changed(inputs={"x": [2.0]}), "inputs['x'] is the float 2.0"),
        (changed(inputs={"x": ["2"]}), "inputs['x'] has the entry '2'; indices are integers"),
        (changed(inputs={"W": [2]}), "the name 'W' is given twice"),
        (changed(inputs={"h": [2]}), "the name 'h' is given twice"),
        (changed(inputs={"": [2]}), "the name '' is none"),
        (changed(inputs={"x y": [2]}), "the name 'x y' is none"),
        (changed(let=[["h", "x"], ["h", "x"]]), "the name 'h' is given twice"),
        (changed(let={"h": "x"}), "let is {'h': 'x'}; it is a list of pairs"),
        (changed(let=[["h"]]), "let[0] is ['h']; it is a pair [name, expression]"),
        (changed(let=[[1, "x"]]), "the name 1 is none"),
        (
            changed(let=[["h", "k"], ["k", "x"]]),
            "let[0][1] is 'k', which is no input, no parameter and not defined earlier",
        ),
        (changed(let=[["h", ["einsum", "ij,j->i", "x", "x"]]]), "let[0][1]: the einsum"),
    ],
)
def test_what_is_no_law(value: Any, sentence: str) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        Law.from_json(value)
    assert sentence in str(caught.value)


def test_laws_are_values() -> None:
    law = Law.from_json(GOOD)
    assert Law.from_json(GOOD) == law
    assert hash(Law.from_json(GOOD)) == hash(law)
    assert pickle.loads(pickle.dumps(law)) == law
    assert law.to_json() == GOOD
    assert list(law.columns["W"]) == [0, 1, 2, 3]


def test_unused_parameters_count() -> None:
    law = Law.from_json(changed(parameters={"U": [3], "W": [2, 2]}))
    assert law.parameter_count == 7
    assert law.columns == {"U": range(3), "W": range(3, 7)}


def test_degrees() -> None:
    law = polynomial_network((2, 3, 3, 1), 3)
    assert (law.degree_in_inputs, law.degree_in_parameters, law.degree) == (9, 13, 22)
    assert [law.degree_in(name) for name in ("x", "W1", "W2", "W3")] == [9, 9, 3, 1]
    assert polynomial_network((2, 2, 2), [1, 1, 2]).degree_in("W1") == 2
    assert attention(2, 3, 2, 2).degree_in_inputs == 9
    constant = Law.trace(lambda x: x**0 * 3, {"x": (2,)}, {})
    assert constant.degree == 0
    assert Law.trace(lambda x: x**3 - x**2, {"x": (2,)}, {}).program.degrees(["x"])[-1] == (2, 3)
    assert Law.trace(lambda x: 0 * x, {"x": (2,)}, {}).degree == 0


def test_contractions_of_several_tensors_are_planned_in_pairs() -> None:
    law = Law.trace(
        lambda x, A, B, C: einsum("ai,bi,ci,a,b,c->", A, B, C, x[0], x[1], x[2]),
        {"x": (3, 4)},
        dict.fromkeys("ABC", (4, 2)),
    )
    largest = max(len(step.operands) for step in law.program.steps)
    entries = [step.shape for step in law.program.steps[4:]]
    assert largest == 2
    assert all(shape in ((4,), (2,), ()) for shape in entries)  # no outer product of two of the vectors


def test_steps_that_nothing_uses_are_left_out() -> None:
    unused = changed(let=[["g", ["apply", [0] * 9 + [1], "x"]], ["h", "x"]])
    assert len(Law.from_json(unused).program.steps) == 2
