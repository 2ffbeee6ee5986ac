"""Attention and convolutional networks on the command line, and laws that users write."""

from __future__ import annotations

from typing import Any

import pytest

SLOW = pytest.mark.slow
ATTENTION = ["attention", "--d", "2", "--a", "1", "--tokens", "2"]


@pytest.mark.parametrize(
    ("arguments", "dimension", "parameters"),
    [
        (["attention", "--d", "2", "--a", "1", "--tokens", "1", "--outputs", "1"], 4, 6),
        (["cnn", "--filters", "3,2", "--degrees", "3", "--strides", "2", "--inputs", "9"], 4, 5),
        (["cnn", "--filters", "3"], 3, 3),
        pytest.param(["attention", "--layers", "2", "--d", "3", "--a", "2", "--tokens", "2"], 23, 42, marks=SLOW),
        pytest.param(["attention", "--d", "3", "--a", "2", "--tokens", "1", "--outputs", "2"], 11, 18, marks=SLOW),
        pytest.param(["cnn", "--filters", "2,2", "--degree", "3", "--channels", "1,2,1"], 6, 8, marks=SLOW),
        pytest.param(["cnn", "--filters", "2,2", "--activation", "x^2 + x"], 4, 4, marks=SLOW),
    ],
)
def test_dimensions(run: Any, arguments: list[str], dimension: int, parameters: int) -> None:
    answer = run("dimension", *arguments, "--json").object
    assert (answer["lower"], answer["upper"], answer["parameters"]) == (dimension, dimension, parameters)


def test_the_other_attention_is_still_there(run: Any) -> None:
    read = ["attention", "--inputs", "2", "--dimension", "2", "--depth", "1"]
    assert run("law", *read).out.startswith("f = ")
    assert run("law", *ATTENTION).out.startswith("f_ij = Σ_k V_ik mixed_kj")


@pytest.mark.parametrize(
    ("arguments", "code", "globally"),
    [
        pytest.param(ATTENTION, 0, "global: proved for general weights", marks=SLOW),
        pytest.param([*ATTENTION, "--outputs", "1"], 1, "global: refuted: 2 classes of weights", marks=SLOW),
        (["cnn", "--filters", "3,2", "--degree", "1"], 1, "global: refuted: 3 classes of filters"),
    ],
)
def test_identifiable(run: Any, arguments: list[str], code: int, globally: str) -> None:
    found = run("identifiable", *arguments)
    assert found.code == code and found.out.splitlines()[1].startswith(globally)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("attention", "attention has no --d; it is needed, such as in attention --layers 2 --d 3 --a 2 --tokens 2"),
        ("attention 2,2", "attention has 1 arguments; it takes its sizes as options, such as attention --layers 2"),
        ("attention --inputs 2 --depth 1", "attention has no --dimension; it is needed, such as in attention --inputs"),
        ("attention --d 3 --inputs 2", "attention has --d and --inputs, which belong to two kinds"),
        ("attention --layers 0 --d 3 --a 2 --tokens 2", "layers is 0; sizes and ranks are integers from 1 on"),
        ("attention --d 9999 --a 9999 --tokens 2", "parameters; a law holds at most 20000000"),
        ("cnn --degree 2", "cnn has no --filters; it is needed, such as in cnn --filters 3,2 --degree 2"),
        ("cnn --filters 2,2", "cnn has no degree; give one of --degree, --degrees and --activation"),
        ("cnn --filters 2,2 --degree 2 --degrees 2", "cnn has --degree and --degrees"),
        ("cnn --filters 2,0 --degree 2", "filters[1] is 0; sizes and ranks are integers from 1 on"),
        ("cnn --filters 3,2 --degree 2 --inputs 2", "filters[0] is 3, but 2 values come before it"),
        ("cnn --filters 3,2 --degree 2 --strides 1,1,1", "strides has 3 entries; there are 2, one for each filter"),
        ("cnn --filters 3,2 --degree 2 --channels 1,1", "channels has 2 entries; there are 3, one before the first"),
        ("cnn --filters 3,2 --degree 2 --tokens 2", "--tokens is for attention, not for cnn; leave it out"),
        ("pnn 3,2,1 --degree 2 --filters 2", "--filters is for cnn, not for pnn; leave it out"),
    ],
)
def test_bad_sizes(run: Any, arguments: str, sentence: str) -> None:
    found = run("dimension", *arguments.split())
    assert (found.code, found.out) == (2, "") and sentence in found.err and found.err.count("\n") == 1


def law(output: Any, let: Any = (), parameters: Any = None) -> dict[str, Any]:
    shapes = {"W": [2, 3]} if parameters is None else parameters
    return {"inputs": {"x": [3]}, "parameters": shapes, "let": list(let), "output": output}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (law(["tanh", "x"]), "output begins with 'tanh', which is no operation; the operations are constant, einsum"),
        (law(["einsum", "iJ,j->i", "W", "x"]), "output: the einsum is 'iJ,j->i', with 'J' in it; it is written with"),
        (law(["einsum", "ij,i->j", "W", "x"]), 'output: the einsum "ij,i->j" lets i range over 2 and over 3'),
        (law(["einsum", "ij,j->k", "W", "x"]), 'output: the einsum "ij,j->k" has the letter k in its result alone'),
        (law(["einsum", "ij,j->ii", "W", "x"]), 'output: the einsum "ij,j->ii" repeats the letter i in its result'),
        (law(["einsum", "ij,jk->i", "W", "x"]), "has 2 letters for operand 1, whose shape is [3]"),
        (law(["einsum", "ij->i", "W", "x"]), 'output: the einsum "ij->i" is about 1 operands, not 2'),
        (law(["+", "W", "x"]), 'output: "+" joins the shapes [2, 3] and [3] (operand 1); shapes are equal'),
        (law(["+", "x", ["take", "x", [0, 1, 3]]]), "output[2]: take has the index 3; the indices of its operand are"),
        (law("z", [["z", "y"]]), "let[0][1] is 'y', which is no input, no parameter and not defined earlier"),
        (law("z", [["z", "x"], ["z", "x"]]), "the name 'z' is given twice"),
        (law("x", parameters={"x": [2]}), "the name 'x' is given twice; inputs, parameters and let have names of"),
        (law("x", parameters={"W": [2, 0]}), "parameters['W'] is [2, 0]; every axis has at least one index"),
        (law("x", parameters={"W": [10**5, 10**5]}), "parameters['W'] is [100000, 100000], which are 10000000000 ent"),
        (law(["einsum", "i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,y->ijklmnopqrstuvwy", *["x"] * 16]), "entries; a law holds"),
        ('{"inputs": {}, "parameters": {"W": [1], "W": [2]}, "let": [], "output": "W"}', "the key 'W' occurs twice"),
    ],
)
def test_laws_that_are_none(run: Any, file: Any, content: Any, sentence: str) -> None:
    found = run("dimension", file("law.json", content))
    assert (found.code, found.out) == (2, "") and sentence in found.err and found.err.count("\n") == 1


def test_what_a_law_does_not_use_is_said(run: Any, file: Any) -> None:
    content = law(["einsum", "ij,j->i", "W", "x"], parameters={"W": [2, 3], "b": [2]})
    answer = run("dimension", file("law.json", content), "--json").object
    assert (answer["upper"], answer["parameters"]) == (6, 8)
    assert answer["notes"] == ["b does not occur in the output, and adds nothing"]
    del content["parameters"]["b"]
    assert run("dimension", file("law.json", content), "--json").object["notes"] == []
