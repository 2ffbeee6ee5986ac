"""Families: what the table says is what the dataclasses take, and what does not fit is refused in one sentence."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from inspect import signature
from types import SimpleNamespace
from typing import Any

import pytest

import algebra_tnn.families as package
from algebra_tnn.families import FAMILIES, WORDS, Family, Form, Word

IN_PYTHON_ONLY = {  # what a dataclass takes beyond the words of its family
    "PolynomialNetwork": {"sparsity", "shared"},
    "MultiplicativeRNN": {"shared"},
    "SecondOrderRNN": {"activation", "affine"},
    "CPRNN": {"activation", "affine"},
    "MIRNN": {"activation", "affine"},
    "MPSClassifier": {"position"},
    "HiddenMarkovModel": {"shared"},
    "LinearAttention": {"heads", "width", "position"},
}
LINEAR_ALONE = {"degrees", "activations"}  # what the family linear fixes or leaves out
FORMS = [(name, form) for name, family in FAMILIES.items() for form in family.forms]


@pytest.mark.parametrize(("name", "form"), FORMS, ids=[f"{name}-{form.model}" for name, form in FORMS])
def test_the_words_fill_what_the_dataclass_takes(name: str, form: Form) -> None:
    taken = set(signature(form.builder()).parameters)
    filled = set(form.fills.values()) | set(form.fixed)
    beyond = IN_PYTHON_ONLY.get(form.model.rpartition(":")[2], set()) | (LINEAR_ALONE if name == "linear" else set())
    assert filled <= taken and taken - filled == beyond - filled
    assert all(word == name for word, name in form.fills.items() if word in taken)  # what has one name is one thing
    model = form.builder()
    if is_dataclass(model) and name not in ("cp", "cnn", "shallow"):  # these are made from other sizes than they keep
        assert filled <= {field.name for field in fields(model)}


def test_every_word_is_used_and_spelled_once() -> None:
    used = {name for family in FAMILIES.values() for name in family.vocabulary}
    assert used == set(WORDS)
    spellings = [option for word in WORDS.values() for option in word.options]
    assert len(set(spellings)) == len(spellings)
    assert all(WORDS[name].name == name for name in WORDS) and all(FAMILIES[name].name == name for name in FAMILIES)


@pytest.mark.parametrize(
    ("name", "said", "label"),
    [
        ("pnn", {"widths": (3, 2, 1), "activation": "x^3 + x"}, "pnn 3,2,1 --activation 'x^3 + x'"),
        ("grassmannian", {"k": 3, "n": 7, "points": 2}, "grassmannian 3,7 --secant 2"),
        ("btd", {"shape": (4, 4, 3), "blocks": [2, [1, 2, 2]]}, "btd --shape 4,4,3 --blocks '2,(1,2,2)'"),
        (
            "convac",
            {"inputs": 4, "dimension": 2, "channels": (2, 2), "tree": [[[0, 1], [2, 3]], [[0, 2], [1, 3]]]},
            "convac --inputs 4 --dimension 2 --channels 2,2 --tree '((0,1),(2,3))+((0,2),(1,3))'",
        ),
        ("cnn", {"filters": (3, 2), "strides": 2, "degree": 2}, "cnn --filters 3,2 --strides 2 --degree 2"),
        ("shallow", {"inputs": 4, "dimension": 3, "width": 5, "shared": False}, FAMILIES["shallow"].example),
    ],
)
def test_labels(name: str, said: dict[str, Any], label: str) -> None:
    assert FAMILIES[name].label(said) == label
    assert FAMILIES[name].model(said).law()


@pytest.mark.parametrize(
    ("name", "said", "sentence"),
    [
        ("pnn", {"degree": 2}, "pnn has no --widths; it is needed, such as in pnn 3,2,1 --degree 2"),
        ("pnn", {"widths": (3, 2, 1)}, "pnn has no degree; give one of --degree, --degrees and --activation"),
        ("pnn", {"widths": (3, 2, 1), "ranks": (2,)}, "ranks is no word of pnn; its words are widths, degree,"),
        ("tr", {"shape": (3, 3), "rank": 1, "ranks": (1, 1)}, "tr has --rank and --ranks; give one of --rank and --r"),
        ("rnn", {"inputs": 257, "dimension": 2, "hidden": 2}, "--inputs is 257; at most 256 are taken"),
        ("attention", {"d": 2, "depth": 1}, "attention has --d and --depth, which belong to two kinds; give the opti"),
        ("attention", {"inputs": 2}, "attention has no --dimension; it is needed, such as in attention --inputs 2"),
        ("ht", {"shape": (2, 2), "ranks": (1, 1), "tree": [[0, 1], [0, 1]]}, "there are 2 trees; a format has one"),
        ("tanh", {"widths": (1, 1, 1), "taylor": 0}, "--taylor is 0; the degree of Taylor polynomials is at least 1"),
    ],
)
def test_what_does_not_fit(name: str, said: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError) as error:
        FAMILIES[name].model(said)
    assert sentence in str(error.value)


def test_three_kinds_of_which_no_two_words_are_apart() -> None:
    one, two, three = (Form("fractions:Fraction", dict.fromkeys(pair, "numerator")) for pair in ("da", "an", "nd"))
    with pytest.raises(ValueError, match=r"^f has --d, --a and --n, which belong to two kinds; give the options"):
        Family("f", "", one, "f", others=(two, three)).model({"d": 1, "a": 2, "n": 3})


def test_a_model_that_cannot_be_imported() -> None:
    with pytest.raises(ValueError, match="nowhere:Model, which builds the models, cannot be imported: No module"):
        Family("f", "f", Form("nowhere:Model", {"inputs": "n"}), "f").model({"inputs": 2})


WOBBLE = Word("wobble", "integer", "W", "how much it wobbles")
OWN = Family(
    "own", "of a plug-in", Form("fractions:Fraction", {"wobble": "numerator"}), "own --wobble 2", adds=(WOBBLE,)
)


def test_families_of_plugins_stand_beside_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    given = [
        ("own", OWN),
        ("number", 7),
        ("other", OWN),
        ("pnn", Family("pnn", "", OWN.form, "")),
        ("twice", Family("twice", "", OWN.form, "", adds=(WOBBLE,))),
        ("spelled", Family("spelled", "", OWN.form, "", adds=(Word("s", "integer", "S", "", ("bond",)),))),
        ("wordless", Family("wordless", "", Form("fractions:Fraction", {"blorb": "numerator"}), "")),
    ]
    said: dict[str, str] = {}
    plugins = tuple(SimpleNamespace(name=name, package="p", value=value) for name, value in given)
    monkeypatch.setattr(package, "plugins", lambda group: plugins if group == "algebra_tnn.models" else ())
    monkeypatch.setattr(package, "left_out", lambda _, name, reason: said.update({name: reason}))
    found = package.families.__wrapped__()
    assert list(found) == [*FAMILIES, "own"] and found["own"].model({"wobble": 3}) == 3
    assert said == {
        "number": "it is of type int; a model is said by an algebra_tnn.families.Family",
        "other": "it is called 'own'; the entry point and the family have one name",
        "pnn": "there is a family of this name; take another",
        "twice": "it adds the word 'wobble', which is a word already; use it, or take another",
        "spelled": "it adds the word 's', which is a word already; use it, or take another",
        "wordless": "'blorb' is no word; say in adds what it means",
    }
