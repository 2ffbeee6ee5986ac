"""Specifications: what they say, and one sentence for everything that is wrong with one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algebra_tnn.atlas.families import FAMILIES
from algebra_tnn.atlas.families.networks import NetworkSpace
from algebra_tnn.atlas.specifications import field_kinds, read_specification, required_fields
from algebra_tnn.atlas.store import AtlasError
from algebra_tnn.atlas.written_values import megabytes_of

SPACE = """
[[space]]
family = "pnn"
layers = "2..3"
widths = "1..2"
outputs = [1, 2]
degrees = 2
ambient = 30
"""
TEXT = f"""
title = "small networks"
question = "dimension"
[limits]
timeout = 1.5
memory = "2G"
{SPACE}"""


def test_what_it_says() -> None:
    read = read_specification(TEXT)
    space = NetworkSpace(layers=(2, 3), widths=(1, 2), outputs=(1, 2), degrees=(2,), ambient=30)
    assert read.spaces == (("pnn", space),)
    assert (read.title, read.question, read.field, read.text) == ("small networks", "dimension", "Q", TEXT)
    assert (read.timeout, read.megabytes) == (1.5, 2048)
    assert read.count() == len(list(read.cases())) == 24


def test_without_limits() -> None:
    read = read_specification(f'title = ""\nquestion = "identifiability"\n{SPACE}')
    assert (read.timeout, read.megabytes) == (None, None)


def test_no_case_twice() -> None:
    wider = SPACE.replace('"1..2"', '"1..3"')
    read = read_specification(TEXT + SPACE + wider)
    (one,) = read_specification(TEXT.replace(SPACE, wider)).counts()
    cases = list(read.cases())
    assert read.counts() == (24, 24, one)
    assert len(cases) == len({case.key for case in cases}) == one > 24


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("timeout", "time", "[limits]: there is no limit 'time'; did you mean 'timeout'?"),
        ("title", "titel", "there is no key 'titel'; did you mean 'title'?"),
        ("layers", "layer", "[[space]] 1: there is no key of pnn 'layer'; did you mean 'layers'?"),
        ('"pnn"', '"pmn"', "[[space]] 1, family: there is no family 'pmn'; did you mean 'pnn'?"),
        ("dimension", "dimensions", "question: there is no question 'dimensions'; did you mean 'dimension'?"),
        ("dimension", "generic-rank", "the question 'generic-rank' is not asked of pnn; of it one asks dimension"),
        ('"2..3"', '"5..1"', "[[space]] 1, layers: the range 5..1 is empty"),
        ('"2..3"', '"2-3"', "layers: '2-3' is no range"),
        ('"2..3"', '"1..1000000000000"', "1..1000000000000 has 1,000,000,000,000 integers"),
        ("[1, 2]", "[]", "outputs: the list is empty"),
        ("[1, 2]", "[1, 1]", "outputs: 1 is there twice"),
        ("[1, 2]", "[1, 2.5]", "outputs: [1, 2.5] is no integer, a list"),
        ("[1, 2]", "[0]", "[[space]] 1: one of outputs is 0; it is at least 1"),
        ("= 30", '= "30"', "ambient: '30' is a text; it is an integer"),
        ("= 30", "= true", "ambient: True is true or false; it is an integer"),
        ("= 30", "= 30\nmixed = 1", "mixed: 1 is an integer; it is true or false"),
        ("= 30", "= 10000000000000", "ambient: an integer is above 1,000,000,000,000"),
        ("ambient = 30", "", "[[space]] 1 lacks ambient"),
        (SPACE, "", "it has no [[space]]"),
        ("[[space]]", "[space]", "space is a table"),
        ("1.5", "-1", "[limits], timeout: -1 is out of range"),
        ("1.5", "nan", "timeout: nan is out of range"),
        ("1.5", '"1"', "timeout: '1' is a text; it is a number"),
        ("2G", "2K", "memory: '2K' is no amount of memory"),
        ('"2G"', "2", "memory: 2 is an integer; it is a text"),
        ("[limits]", "limits = 1\n[other]", "there is no key 'other'"),
        ('"small networks"', "1979-05-27", "title is a date or a time; it is a text"),
        ("question", 'field = "GF(4)"\nquestion', "field: 'GF(4)' is no field"),
        ("question", 'field = "R"\nquestion', "the question 'dimension' is not asked over R"),
        ("title", "= title", "it is not TOML"),
        ("= 30", "= " + "9" * 5000, "spec.toml: "),  # how long integers may be is a setting of Python
        ("= 30", "= " + "[" * 3000 + "]" * 3000, "it is not TOML that can be read"),
        ("title", "#" * 200_000 + "\ntitle", "characters"),
    ],
)
def test_what_is_wrong(old: str, new: str, words: str) -> None:
    assert old in TEXT
    with pytest.raises(AtlasError) as error:
        read_specification(TEXT.replace(old, new, 1), "spec.toml")
    sentence = str(error.value)
    assert words in sentence and sentence.startswith("spec.toml: ") and "\n" not in sentence and len(sentence) < 600


@pytest.mark.parametrize(("text", "megabytes"), [("500M", 500), ("4G", 4096), ("0.5G", 512), ("1T", 2**20)])
def test_memory(text: str, megabytes: int) -> None:
    assert megabytes_of(text) == megabytes


@pytest.mark.parametrize("text", ["0M", "4", "G", "-1G", "100T", "1e3G", " 4G"])
def test_no_memory(text: str) -> None:
    with pytest.raises(ValueError, match="memory"):
        megabytes_of(text)


VALUES = st.recursive(
    st.one_of(
        st.integers(),
        st.booleans(),
        st.floats(),
        st.sampled_from(["pnn", "segre-veronese", "dimension", "1..3", "9..1", "4G", "Q", "R", ""]),
        st.text('a1"\\=[].é', max_size=5),
    ),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)
KEYS = st.sampled_from(["title", "question", "field", "family", "layers", "ambient", "timeout", "memory", "x"])
TABLES = st.dictionaries(KEYS, VALUES, max_size=6)


def written(value: Any) -> str:
    """A value as TOML."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case list() | tuple():
            return f"[{', '.join(map(written, value))}]"
        case _:
            return str(value)


def lines(table: dict[str, Any]) -> str:
    return "".join(f"{key} = {written(value)}\n" for key, value in table.items())


@settings(max_examples=25, deadline=None)
@given(TABLES, TABLES, st.lists(TABLES, max_size=2))
def test_nothing_but_sentences(top: dict[str, Any], limits: dict[str, Any], spaces: list[dict[str, Any]]) -> None:
    text = lines(top) + "[limits]\n" + lines(limits) + "".join("[[space]]\n" + lines(space) for space in spaces)
    try:
        read_specification(text)
    except AtlasError as error:
        assert "\n" not in str(error)


@settings(max_examples=50, deadline=None)
@given(st.text("at1=\"'[]{}.,#\n\r\x00\\ é", max_size=50))
def test_any_text(text: str) -> None:
    try:
        read_specification(text)
    except AtlasError as error:
        assert str(error).startswith("the specification: ")


NUMBERS = {
    int: st.integers(1, 60),
    bool: st.booleans(),
    str: st.text("abc ,01", max_size=3),
    tuple[int, ...]: st.lists(st.integers(2, 9), min_size=1, max_size=3, unique=True).map(tuple),
}


@settings(max_examples=15, deadline=None)
@given(st.data(), st.sampled_from(sorted(FAMILIES)))
def test_round_trips(data: st.DataObject, name: str) -> None:
    """A space that is written in all the ways there are is read as itself."""
    family = FAMILIES[name]
    values = {key: data.draw(NUMBERS[kind]) for key, kind in field_kinds(family).items()}
    try:
        space = family.space(**values)
    except ValueError:  # not all numbers make a space
        return
    said: dict[str, Any] = dict(values)
    for key, value in values.items():
        if isinstance(value, tuple) and value == tuple(range(value[0], value[-1] + 1)) and data.draw(st.booleans()):
            said[key] = value[0] if len(value) == 1 else f"{value[0]}..{value[-1]}"
    head = {"title": "", "question": family.questions[0]}
    assert read_specification(f"{lines(head)}[[space]]\n{lines({'family': name, **said})}").spaces == ((name, space),)


def test_every_family_can_be_specified() -> None:
    kinds = {int, bool, str, tuple[int, ...]}
    for family in FAMILIES.values():
        assert set(field_kinds(family).values()) <= kinds and set(required_fields(family)) <= set(field_kinds(family))


def test_keys_of_earlier_versions_say_what_they_are_called() -> None:
    text = TEXT.replace(SPACE, '[[space]]\nfamily = "grassmannian"\nplanes = 2\nn = 5\nambient = 30\n')
    with pytest.raises(AtlasError) as caught:
        read_specification(text)
    expected = "[[space]] 1: the key planes is called k, as on the command line; write that"
    assert str(caught.value) == f"the specification: {expected}"
    assert read_specification(text.replace("planes", "k")).count() == 2
