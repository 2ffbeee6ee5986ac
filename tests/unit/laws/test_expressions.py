from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from algebra_tnn.laws import Law, value
from algebra_tnn.laws.arrays import Array, number_from_json, number_to_json
from algebra_tnn.laws.expressions import Applied, Expression, Name
from algebra_tnn.laws.operations import Sum

SQUARE = ["apply", [0, 0, 1], ["einsum", "ij,j->i", "W1", "x"]]
NETWORK = {
    "inputs": {"x": [3]},
    "parameters": {"W1": [2, 3], "W2": [1, 2]},
    "let": [],
    "output": ["einsum", "ij,j->i", "W2", SQUARE],
}


def law(output: Any, let: Any = (), **inputs: list[int]) -> dict[str, Any]:
    shapes = {"x": [3], "A": [2, 2], "s": [], **inputs}
    return {"inputs": shapes, "parameters": {}, "let": list(let), "output": output}


def test_the_language_in_and_out() -> None:
    read = Law.from_json(NETWORK)
    assert read.to_json() == NETWORK
    assert (read.shape, read.parameter_count, read.output_count) == ((1,), 8, 1)
    assert value(read, {"x": [1, 2, 3], "W1": [[1, 0, 0], [1, 1, 1]], "W2": [[2, -1]]}) == [2 - 36]


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("x", [1, 2, 3]),
        ("s", 7),
        (["constant", 5], 5),
        (["constant", [["1/2", -1]]], [[Fraction(1, 2), -1]]),
        (["einsum", "ii->i", "A"], [1, 4]),
        (["einsum", "ii->", "A"], 5),
        (["einsum", "ij->ji", "A"], [[1, 3], [2, 4]]),
        (["einsum", ",i->i", "s", "x"], [7, 14, 21]),
        (["einsum", "->", "s"], 7),
        (["einsum", "i,j->", "x", "x"], 36),
        (["take", "x", 2], 3),
        (["take", "x", [[0, 1], [1, 2]]], [[1, 2], [2, 3]]),
        (["take", "A", [1, 1, 0]], [[3, 4], [3, 4], [1, 2]]),
        (["+", "x"], [1, 2, 3]),
        (["+", "x", "x", "x"], [3, 6, 9]),
        (["-", "x"], [1, 2, 3]),
        (["-", "x", "x", "x"], [-1, -2, -3]),
        (["apply", ["1/2", 0, 1], "x"], [Fraction(3, 2), Fraction(9, 2), Fraction(19, 2)]),
        (["apply", [4], "x"], [4, 4, 4]),
        (["apply", [0, 0], "s"], 0),
    ],
)
def test_what_operations_mean(output: Any, expected: Any) -> None:
    read = Law.from_json(law(output))
    assert value(read, {"x": [1, 2, 3], "A": [[1, 2], [3, 4]], "s": 7}) == expected
    assert Law.from_json(read.to_json()) == read


def test_definitions_are_used_in_order() -> None:
    read = Law.from_json(law(["+", "h", "x"], [["g", ["+", "x", "x"]], ["h", ["apply", [0, 0, 1], "g"]]]))
    assert value(read, {"x": [1, 2, 3], "A": [[0, 0], [0, 0]], "s": 0}) == [5, 18, 39]


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        (
            ["einsum", "ij,jk", "A", "A"],
            "output: the einsum is 'ij,jk'; it is written with the letters a to z and an arrow",
        ),
        (["einsum", "Ij->I", "A"], "letters a to z"),
        (["einsum", "i j->ij", "A"], "letters a to z"),
        (["einsum", "...->", "A"], "letters a to z"),
        (["einsum", "ij->ii", "A"], 'the einsum "ij->ii" repeats the letter i in its result'),
        (["einsum", "ij->ijk", "A"], 'the einsum "ij->ijk" has the letter k in its result alone'),
        (["einsum", "i->i", "A"], 'the einsum "i->i" has 1 letters for operand 0, whose shape is [2, 2]'),
        (["einsum", "ij,j->i", "A", "x"], "lets j range over 2 and over 3; a letter has one range"),
        (["einsum", "ij,j->i", "A"], "is about 2 operands, not 1"),
        (["einsum", 5, "A"], 'output is no einsum; it is written ["einsum", "ij,jk->ik", e, ...]'),
        (["einsum", "ij->i"], "output is no einsum"),
        (["take", "x", 3], "take has the index 3; the indices of its operand are 0 to 2"),
        (["take", "x", [-1]], "take has the index -1"),
        (["take", "x", True], "output[2] is True, a truth value"),
        (["take", "x", "1"], "output[2] has the entry '1'; indices are integers"),
        (["take", "x", [1.0]], "output[2] is the float 1.0"),
        (["take", "x", [[0], [0, 1]]], "output[2] is ragged at depth 1"),
        (["take", "x", [[0], 1]], "output[2] is ragged at depth 1"),
        (["take", "x", []], "output[2] has an axis without entries"),
        (["take", "s", 0], "take is about the first axis of a tensor, but its operand is one number"),
        (["take", "x"], 'output has 2 entries; it is written ["take", e, t]'),
        (["+", "x", "A"], '"+" joins the shapes [3] and [2, 2] (operand 1); shapes are equal, nothing is broadcast'),
        (["-", "x", "s"], '"-" joins the shapes [3] and [] (operand 1)'),
        (["+"], '"+" has no operands'),
        (["apply", [], "x"], "output: apply has no coefficients"),
        (["apply", 2, "x"], "output[1] is 2; the coefficients of a polynomial are a list"),
        (["apply", [1.5], "x"], "output[1][0] is 1.5; a number is an integer or a string"),
        (["apply", [True], "x"], "output[1][0] is True; a number is an integer or a string"),
        (["apply", ["2/4"], "x"], 'output[1][0] is "2/4"; a rational number is a string "a/b" in lowest terms'),
        (["apply", [1], "x", "x"], "output has 4 entries"),
        (
            ["constant", [[1, 2], [3]]],
            "output[1] is ragged at depth 1; all parts of one depth have equally many entries",
        ),
        (["constant", []], "output[1] has an axis without entries"),
        (["constant", [1, [2]]], "output[1] is ragged at depth 1"),
        (["constant", {"a": 1}], "output[1] is {'a': 1}; tensors are nested lists in JSON"),
        (["constant"], "output has 1 entries"),
        (
            ["relu", "x"],
            "output begins with 'relu', which is no operation; the operations are constant, einsum, take, +, -",
        ),
        ([], "output is []; an expression is a name or a list that begins with an operation"),
        (7, "output is 7; an expression"),
        (
            "y",
            "output is 'y', which is no input, no parameter and not defined earlier; the names known there are x, A, s",
        ),
        (["+", "x", ["apply", [0, 1], "z"]], "output[2][2] is 'z', which is no input"),
        (["einsum", "i->i", ["+", "x", "A"]], 'output[2]: "+" joins the shapes'),
    ],
)
def test_what_is_no_expression(output: Any, sentence: str) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        Law.from_json(law(output))
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


def test_depth_is_bounded() -> None:
    deep: Any = "x"
    for _ in range(80):
        deep = ["+", deep]
    assert Law.from_json(law(deep)).shape == (3,)
    for _ in range(21):
        deep = ["+", deep]
    with pytest.raises(ValueError, match="nested more than 100 deep; define its inner part under a name in let"):
        Law.from_json(law(deep))


def test_depth_is_bounded_for_expressions_that_were_never_json() -> None:
    deep: Expression = Name("x")
    for _ in range(101):
        deep = Applied(Sum(), (deep,))
    with pytest.raises(ValueError, match="is nested more than 100 deep"):
        Law((("x", (2,)),), (), (), deep)


def test_values_are_bounded_before_they_are_made() -> None:
    with pytest.raises(ValueError, match=r"has 100000000 entries; a law holds at most 20000000 at once"):
        Law.from_json(law(["einsum", "a,b->ab", "y", "y"], y=[10000]))
    with pytest.raises(ValueError, match=r"a value of shape \[40000, 1000\] has 40000000 entries"):
        Law.from_json(law(["take", "z", [0] * 40000], z=[1, 1000]))


@pytest.mark.parametrize(("text", "number"), [("1/2", Fraction(1, 2)), ("-7/3", Fraction(-7, 3))])
def test_rational_numbers(text: str, number: Fraction) -> None:
    assert number_from_json(text, "c") == number
    assert number_to_json(number) == text


def test_long_numbers() -> None:
    long = Fraction(10**5000, 3)
    assert number_from_json(number_to_json(long), "c") == long


@pytest.mark.parametrize(
    "text", ["4/2", "3/1", "1/-2", "-0/3", "0/2", "01/2", "1/02", "+1/2", "1 /2", "1/2 ", "3", "", "1/0", "١/2"]
)
def test_what_is_no_rational_number(text: str) -> None:
    with pytest.raises(ValueError, match='a rational number is a string "a/b" in lowest terms with b > 1'):
        number_from_json(text, "c")


def test_arrays() -> None:
    array = Array.of([[[1], ["1/2"]]])
    assert (array.shape, array.nested()) == ((1, 2, 1), [[[1], [Fraction(1, 2)]]])
    with pytest.raises(TypeError, match="is the float"):
        Array.of([0.5])
