"""The words of families as the command line has them: options, and the values that are given for a family."""

from __future__ import annotations

import argparse
import re
from typing import Any

from algebra_tnn.cli import graphs
from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.reading import json_object
from algebra_tnn.cli.sizes import integer, nested_of, sizes_of
from algebra_tnn.families import Family, Word, families, vocabulary

_NUMBER = re.compile(r"-?[0-9]{1,9}", re.ASCII)
_LEAD = """\
model: a family with its sizes; or a file with a law, the JSON object that the command law prints, or with a tensor
network; - is standard input. Of each family one example; docs/families.md has them all with their options."""


def options_of_families() -> list[Word]:
    """The words that some family takes with their names, each once."""
    typed = {name for family in families().values() for name in family.options}
    return [word for name, word in vocabulary().items() if name in typed]


def add_words(command: argparse.ArgumentParser) -> None:
    """Adds these words as options."""
    group = command.add_argument_group("sizes of families")
    for word in options_of_families():
        if word.kind == "flag":
            group.add_argument(*word.options, dest=word.name, action="store_true", help=word.says)
        else:
            kind = integer if word.kind == "integer" else str
            group.add_argument(*word.options, dest=word.name, metavar=word.metavar, type=kind, help=word.says)


def help_on_models() -> str:
    """What a model is, with an example of each family."""
    known = families().values()
    width = max(len(family.example) for family in known)
    return "\n".join([_LEAD, *(f"  {family.example:{width}}  {_first_words(family.says)}" for family in known)])


def _first_words(text: str) -> str:
    """Up to the first pause."""
    return re.split("[,;:]", text, maxsplit=1)[0]


def given_words(options: argparse.Namespace) -> list[Word]:
    """The words that were given as options."""
    return [word for word in options_of_families() if getattr(options, word.name, None) not in (None, False)]


def refuse_other_words(options: argparse.Namespace, family: Family) -> None:
    """Raises: BadInput if an option was given that the family does not take."""
    for word in given_words(options):
        if word.name not in family.options:
            others = [name for name, other in families().items() if word.name in other.options]
            raise BadInput(f"{word.option} is for {', '.join(others)}, not for {family.name}; leave it out")


def said(options: argparse.Namespace, family: Family, rest: list[str]) -> dict[str, Any]:
    """The words with their values: those that stand at the places of the family, and its options. Raises: BadInput."""
    refuse_other_words(options, family)
    if len(rest) != len(family.places):
        takes = " and ".join(family.places.values()) or "its sizes as options"
        raise BadInput(f"{family.name} has {len(rest)} arguments; it takes {takes}, such as {family.example}")
    values: dict[str, Any] = {}
    for (names, place), text in zip(family.places.items(), rest, strict=True):
        values |= _at_place(family, names, place, text)
    for name, word in family.options.items():
        given = getattr(options, name, None)
        if given is not None and given is not False:
            values[name] = _value(word, word.option, given)
    return values


def _at_place(family: Family, names: tuple[str, ...], place: str, text: str) -> dict[str, Any]:
    words = [family.vocabulary[name] for name in names]
    if len(words) == 1 and words[0].kind != "integer":
        return {names[0]: _value(words[0], place, text)}
    if len(words) == 1:
        if not _NUMBER.fullmatch(text):
            raise BadInput(f"{place} is {text!r}; it is one integer, such as in {family.example}")
        return {names[0]: int(text)}
    numbers = sizes_of(place, text)
    if len(numbers) != len(names):
        raise BadInput(f"{family.name} has {len(numbers)} numbers; it takes {place}, such as {family.example}")
    return dict(zip(names, numbers, strict=True))


def _value(word: Word, place: str, given: Any) -> Any:
    """What a word is given, read as what it is. Raises: BadInput."""
    match word.kind:
        case "sizes":
            return sizes_of(place, given)
        case "one-or-sizes":
            sizes = sizes_of(place, given)
            return sizes[0] if len(sizes) == 1 else sizes
        case "trees":
            return [nested_of("the tree", tree.strip(), '"((0,1),(2,3))"') for tree in given.split("+")]
        case "blocks":
            return nested_of("the blocks", f"[{given}]", '2,2 or "(2,2,2),(1,2,2)"')
        case "network":
            return graphs.network_of(*json_object(given, graphs.EXPECTED))
        case _:
            return given
