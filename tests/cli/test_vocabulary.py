"""One vocabulary: options, keys of sweeps, labels and docs/families.md say what the table of families says.

``python tests/cli/test_vocabulary.py`` writes the page.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from algebra_tnn.atlas.families import FAMILIES as SWEPT
from algebra_tnn.atlas.specifications import field_kinds
from algebra_tnn.cli.arguments import parser
from algebra_tnn.cli.commands import CommandParser, takes_a_model
from algebra_tnn.cli.vocabulary import said
from algebra_tnn.families import FAMILIES, WORDS, Family, Form, Word, families

PAGE = Path(__file__).parents[2] / "docs" / "families.md"
NETWORK = {"nodes": {"A": {"letters": ["i", "a"], "shape": [2, 1]}, "B": {"letters": ["a", "j"], "shape": [1, 2]}}}
OF_SWEEPS = {  # keys that say how a sweep goes, and nothing of a single model
    "layers": "how many layers of weights there are, and so how many widths",
    "outputs": "the last of the widths",
    "modes": "how many modes there are, and so how many sizes a shape has",
    "ambient": "the largest dimension of the space that a model is in",
    "mixed": "whether the degrees of one network may differ",
    "beyond": "how many numbers of points beyond the first that should fill the space",
    "decisive": "whether numbers of points that others decide are left out",
    "shallow": "whether all inputs are multiplied at once, as in the family `shallow`",
    "seeds": "with which vectors are drawn",
    "largest": "the largest entry of vectors that are drawn",
}
EXAMPLES = [(family, form.example or family.example) for family in FAMILIES.values() for form in family.forms]
LABELLED = [(family, example) for family, example in EXAMPLES if family.name != "tn"]


def read(line: str) -> tuple[Family, dict[str, Any]]:
    """The family and the words of a model, as the command line reads them."""
    options = parser().parse_args(["law", *shlex.split(line)])
    name, *rest = options.model
    return FAMILIES[name], said(options, FAMILIES[name], rest)


@pytest.fixture
def line(file: Any) -> Any:
    """An example, with a file that exists."""
    path = file("network.json", {**NETWORK, "modes": {"i": 2, "j": 2}})
    return lambda example: example.replace("network.json", str(path))


@pytest.mark.parametrize(("family", "example"), EXAMPLES, ids=[example for _, example in EXAMPLES])
def test_examples_are_read_and_have_laws(run: Any, line: Any, family: Family, example: str) -> None:
    found, values = read(line(example))
    assert found is family and all(name in family.vocabulary for name in values)
    ran = run("law", *shlex.split(line(example)), "--json")
    assert (ran.code, ran.err) == (0, "") and ran.object["law"] == family.model(values).law().to_json()


@pytest.mark.parametrize(("family", "example"), LABELLED, ids=[example for _, example in LABELLED])
def test_labels_are_what_one_types(family: Family, example: str) -> None:
    """But for networks in files, which are known by the name of the file."""
    values = read(example)[1]
    label = family.label(values)
    shown = {option: word.option for word in WORDS.values() for option in word.options}
    assert sorted(shlex.split(label)) == sorted(shown.get(part, part) for part in shlex.split(example))
    assert read(label) == (family, values)


@pytest.mark.slow
@pytest.mark.parametrize(("family", "example"), EXAMPLES, ids=[example for _, example in EXAMPLES])
def test_dimensions(run: Any, line: Any, family: Family, example: str) -> None:
    ran = run("dimension", *shlex.split(line(example)), "--json")
    assert ran.code in (0, 3) and ran.err == "" and 0 < ran.object["lower"] <= ran.object["upper"]


@pytest.mark.parametrize("command", ["law", "dimension", "separation", "depth", "mincut", "conserved", "filling"])
def test_options_are_the_words(command: str) -> None:
    options = {
        option: action for action in parser().commands[command].completed()._actions for option in action.option_strings
    }
    typed = {name: word for family in FAMILIES.values() for name, word in family.options.items()}
    for name, word in typed.items():
        for option in word.options:
            assert options[option].dest == name and options[option].help == word.says
    grouped = next(g for g in parser().commands[command]._action_groups if g.title == "sizes of families")
    assert {action.dest for action in grouped._group_actions} == set(typed)


def test_words_of_plugins_are_options(monkeypatch: pytest.MonkeyPatch) -> None:
    wobble = Word("wobble", "sizes", "W", "how much it wobbles", ("wobble", "wobbling"))
    own = Family(
        "own", "of a plug-in", Form("builtins:tuple", {"wobble": "iterable"}), "own --wobble 2", adds=(wobble,)
    )
    monkeypatch.setattr(
        "algebra_tnn.families.plugins", lambda _: (SimpleNamespace(name="own", package="p", value=own),)
    )
    families.cache_clear()
    try:
        command = CommandParser()
        takes_a_model(command)
        shown = " ".join(command.format_help().split())
        assert "--wobble W, --wobbling W how much it wobbles" in shown and shown.endswith("own --wobble 2 of a plug-in")
        options = command.parse_args(["own", "--wobbling", "3,1"])
        assert said(options, families()["own"], []) == {"wobble": (3, 1)}
    finally:
        families.cache_clear()


@pytest.mark.parametrize("swept", SWEPT.values(), ids=lambda swept: swept.name)
def test_keys_of_sweeps_are_words(swept: Any) -> None:
    keys = set(field_kinds(swept))
    assert keys <= WORDS.keys() | OF_SWEEPS.keys()
    ranges = {"n": (4,), "k": (2,), "layers": (2,), "inputs": (4,), "ambient": 40, "seeds": (0,), "modes": (2, 3)}
    required = {name: (2,) for name, kind in field_kinds(swept).items() if kind == tuple[int, ...] and name != "points"}
    space = swept.space(**required | {name: value for name, value in ranges.items() if name in keys})
    for sizes in space.sizes():
        if swept.described is None:
            assert swept.name == "planted"
            continue
        description = swept.described(sizes)
        assert description.model() == swept.model(sizes)
        assert read(str(description)) == (
            description.family,
            {k: v for k, v in description.said.items() if v is not False},
        )


def test_the_page() -> None:
    again = f"run `python tests/cli/{Path(__file__).name}` to write what the families are into the page"
    assert PAGE.read_text(encoding="utf-8") == page(), again


def page() -> str:
    """docs/families.md."""
    lines = [
        "# Families",
        "",
        "A family is a kind of models with a name. Wherever a command takes a MODEL, it takes a family with its sizes.",
        "Each family is described once, in `algebra_tnn.families`; options, keys of sweeps and this page follow from",
        "there. `algebra-tnn law` with an example prints the law of the model.",
        "",
        "| family | what its models are | what one types | class |",
        "| --- | --- | --- | --- |",
    ]
    for family in FAMILIES.values():
        typed = "<br>".join(f"`{_synopsis(family, form)}`" for form in family.forms)
        classes = "<br>".join(f"`{_class(form)}`" for form in family.forms)
        lines.append(f"| `{family.name}` | {family.says} | {typed} | {classes} |")
    lines += [
        "",
        "One example of each:",
        "",
        "```text",
        *(f"algebra-tnn law {example}" for _, example in EXAMPLES),
        "```",
    ]
    lines += [
        "",
        "## Words",
        "",
        "A word means the same in every family. It is an option of the command line and a key of sweeps.",
        "",
        "| word | option | meaning | families |",
        "| --- | --- | --- | --- |",
    ]
    for word in WORDS.values():
        users = [family for family in FAMILIES.values() if word.name in family.vocabulary]
        options = ", ".join(f"`{x}{f' {word.metavar}' * (word.kind != 'flag')}`" for x in word.options)
        if not any(word.name in family.options for family in users):
            options = "without a name"
        lines.append(f"| `{word.name}` | {options} | {word.says} | {', '.join(family.name for family in users)} |")
    lines += [
        "",
        "## Sweeps",
        "",
        "A [specification](atlas.md#specifications) gives ranges of words; other keys say how the sweep goes.",
        "",
        "| family | words | other keys |",
        "| --- | --- | --- |",
    ]
    for name, swept in SWEPT.items():
        words = [f"`{key}`" for key in field_kinds(swept) if key not in OF_SWEEPS]
        others = [f"`{key}`" for key in field_kinds(swept) if key in OF_SWEEPS]
        lines.append(f"| `{name}` | {', '.join(words)} | {', '.join(others)} |")
    lines += ["", "| other key | meaning |", "| --- | --- |"]
    lines += [f"| `{key}` | {meaning} |" for key, meaning in OF_SWEEPS.items()]
    return "\n".join([*lines, ""])


def _synopsis(family: Family, form: Form) -> str:
    """What one types, with brackets around what may be left out."""
    return " ".join([family.name, *_parts(family, form)]).replace("|", r"\|")


def _parts(family: Family, form: Form) -> Iterator[str]:
    for names in family.places:
        yield ",".join(WORDS[name].metavar for name in names)
    needed = {name for names in form.needed() for name in names}
    grouped = {name: names for names in form.alternatives() for name in names}
    for name in form.fills:
        if name not in family.options or grouped.get(name, (name,))[0] != name:
            continue
        words = [family.options[other] for other in grouped.get(name, (name,))]
        text = " | ".join(f"{word.option} {word.metavar}".rstrip() for word in words)
        yield text if name in needed and len(words) == 1 else f"({text})" if name in needed else f"[{text}]"


def _class(form: Form) -> str:
    """Of the models, by its name."""
    from inspect import get_annotations

    built = form.builder()
    if isinstance(built, type):
        return built.__name__
    owner = getattr(built, "__self__", None)
    return owner.__name__ if isinstance(owner, type) else str(get_annotations(built)["return"]).replace(" | ", "` or `")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
