"""Families of models: each said once, by its name, its words and the dataclass that it builds.

Options of the command line, keys of sweeps and labels follow from here. Nothing heavy is imported before a model is
built.
"""

from __future__ import annotations

from functools import cache

from algebra_tnn.families.circuits import CIRCUITS
from algebra_tnn.families.family import ACTIVATIONS, Description, Family, Form
from algebra_tnn.families.networks import LAYERED, STRUCTURED
from algebra_tnn.families.tensors import FORMATS, VARIETIES
from algebra_tnn.families.words import WORDS, Word
from algebra_tnn.plugins import MODELS, left_out, plugins

__all__ = ["ACTIVATIONS", "FAMILIES", "WORDS", "Description", "Family", "Form", "Word", "families", "vocabulary"]

FAMILIES: dict[str, Family] = {
    family.name: family for family in (*LAYERED, *VARIETIES, *FORMATS, *CIRCUITS, *STRUCTURED)
}


@cache
def families() -> dict[str, Family]:
    """All families by their names: those of this package, and those of plug-ins that fit beside them."""
    found, known = dict(FAMILIES), dict(WORDS)
    for plugin in plugins(MODELS):
        if reason := _refused(plugin.name, plugin.value, found, known):
            left_out(plugin.package, plugin.name, reason)
        elif isinstance(plugin.value, Family):
            found[plugin.name] = plugin.value
            known |= {word.name: word for word in plugin.value.adds}
    return found


def vocabulary() -> dict[str, Word]:
    """The words of all families by their names."""
    return WORDS | {word.name: word for family in families().values() for word in family.adds}


def _refused(name: str, value: object, found: dict[str, Family], known: dict[str, Word]) -> str:
    """Why a plug-in is no family that can stand beside those that were found; empty if it is one."""
    if not isinstance(value, Family):
        return f"it is of type {type(value).__name__}; a model is said by an algebra_tnn.families.Family"
    if value.name != name:
        return f"it is called {value.name!r}; the entry point and the family have one name"
    if name in found:
        return "there is a family of this name; take another"
    options = {option for word in known.values() for option in word.options}
    for word in value.adds:
        if word.name in known or options & set(word.options):
            return f"it adds the word {word.name!r}, which is a word already; use it, or take another"
    own = known | {word.name: word for word in value.adds}
    for form in value.forms:
        for word_name in form.fills:
            if word_name not in own:
                return f"{word_name!r} is no word; say in adds what it means"
    return ""
