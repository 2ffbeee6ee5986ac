"""Specifications of sweeps: TOML text that says which question is asked of which models, with what limits.

A specification comes from anybody: it is data, read completely before a single case runs, and whatever is wrong with it
is one sentence that names the place.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any, get_type_hints

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.families import FAMILIES, Family, Space
from algebra_tnn.atlas.questions import WITH_FIELD
from algebra_tnn.atlas.store import AtlasError
from algebra_tnn.atlas.written_values import KINDS, MEANT, kind_of, megabytes_of, seconds_of, value_of
from algebra_tnn.exact import Field
from algebra_tnn.text.spelling import short, unknown

LARGEST_TEXT = 100_000  # characters: longer ones are no specifications, and slow to read
RENAMED = {"shapes": "shape", "dimensions": "dimension", "planes": "k", "spaces": "n"}  # keys of earlier versions


@dataclass(frozen=True)
class Specification:
    """What a sweep is about: a question, the sets of models by the name of their family, and limits for each case.

    ``timeout`` is in seconds, ``megabytes`` beyond the worker's own; None is no limit. ``text`` is the TOML.
    """

    title: str
    question: str
    spaces: tuple[tuple[str, Space], ...]
    field: str = "Q"
    timeout: float | None = None
    megabytes: int | None = None
    text: str = ""

    def counts(self) -> tuple[int, ...]:
        """How many cases each space has, or at least no fewer, without going through them."""
        return tuple(space.count() for _, space in self.spaces)

    def count(self) -> int:
        """How many cases there are at most: those that two spaces share count twice."""
        return sum(self.counts())

    def cases(self) -> Iterator[Case]:
        """The cases in the order of the spaces, each once."""
        seen: set[bytes] = set()  # of all spaces but the last, which repeats nothing itself
        last = len(self.spaces) - 1
        for number, (family, space) in enumerate(self.spaces):
            for sizes in space.sizes():
                case = Case.of(self.question, family, sizes, self.field)
                if last:
                    key = bytes.fromhex(case.key[:32])
                    if key in seen:
                        continue
                    if number < last:
                        seen.add(key)
                yield case


def read_specification(text: str, name: str = "the specification") -> Specification:
    """The specification that a TOML text says; ``name`` is what messages call it.

    Raises: AtlasError.
    """
    try:
        return _specification(_table(text), text)
    except ValueError as error:  # AtlasError among them
        raise AtlasError(f"{name}: {error}") from None


def _table(text: str) -> dict[str, Any]:
    if len(text) > LARGEST_TEXT:
        raise AtlasError(f"it has {len(text):,} characters; a specification has at most {LARGEST_TEXT:,}")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise AtlasError(f"it is not TOML: {' '.join(str(error).split())[:200]}") from None
    except (ValueError, RecursionError):  # an integer with thousands of digits, a list in a thousand lists
        raise AtlasError("it is not TOML that can be read: a number is too long, or lists are too deep") from None


def _specification(table: Mapping[str, Any], text: str) -> Specification:
    _require_known("key", table, ("title", "question", "field", "limits", "space"))
    title = _typed(table, "title", str, 'such as title = "small networks"')
    question = _typed(table, "question", str, 'such as question = "dimension"')
    known = dict.fromkeys(name for family in FAMILIES.values() for name in family.questions)
    if question not in known:
        raise AtlasError(f"question: {unknown('question', question, known)}")
    timeout, megabytes = _limits(table.get("limits", {}))
    spaces = table.get("space", [])
    if not isinstance(spaces, list) or not all(isinstance(each, dict) for each in spaces):
        raise AtlasError(f"space is {kind_of(spaces)}; spaces are tables with the heading [[space]]")
    if not spaces:
        raise AtlasError("it has no [[space]]; give at least one, with a family and its ranges")
    return Specification(
        title,
        question,
        tuple(_space(f"[[space]] {number}", each, question) for number, each in enumerate(spaces, 1)),
        _field(table, question),
        timeout,
        megabytes,
        text,
    )


def _field(table: Mapping[str, Any], question: str) -> str:
    if "field" not in table:
        return "Q"
    name = _typed(table, "field", str, 'such as field = "R"')
    try:
        field = Field.named(name).name
    except ValueError as error:
        raise AtlasError(f"field: {short(name)} is no field: {error}") from None
    if field != "Q" and question not in WITH_FIELD:
        raise AtlasError(f"field: the question {question!r} is not asked over {field}, but over Q; leave the field out")
    return field


def _limits(table: Any) -> tuple[float | None, int | None]:
    if not isinstance(table, dict):
        raise AtlasError(f"limits is {kind_of(table)}; it is a table with the heading [limits]")
    _require_known("limit", table, ("timeout", "memory"), "[limits]: ")
    timeout, memory = table.get("timeout"), table.get("memory")
    if timeout is not None and (isinstance(timeout, bool) or not isinstance(timeout, (int, float))):
        raise AtlasError(f"[limits], timeout: {short(timeout)} is {kind_of(timeout)}; it is a number of seconds")
    if memory is not None and not isinstance(memory, str):
        raise AtlasError(f'[limits], memory: {short(memory)} is {kind_of(memory)}; it is a text such as "4G"')
    try:
        seconds = None if timeout is None else seconds_of(timeout)
    except ValueError as error:
        raise AtlasError(f"[limits], timeout: {error}") from None
    try:
        return seconds, None if memory is None else megabytes_of(memory)
    except ValueError as error:
        raise AtlasError(f"[limits], memory: {error}") from None


def _space(place: str, table: Mapping[str, Any], question: str) -> tuple[str, Space]:
    name = _typed(table, "family", str, f"of {', '.join(FAMILIES)}", f"{place}: ")
    if name not in FAMILIES:
        raise AtlasError(f"{place}, family: {unknown('family', name, FAMILIES)}")
    family = FAMILIES[name]
    if question not in family.questions:
        asked = ", ".join(family.questions)
        raise AtlasError(f"{place}, family: the question {question!r} is not asked of {name}; of it one asks {asked}")
    kinds = field_kinds(family)
    for old in RENAMED.keys() & table.keys():
        if RENAMED[old] in kinds:
            raise AtlasError(f"{place}: the key {old} is called {RENAMED[old]}, as on the command line; write that")
    _require_known(f"key of {name}", table, ("family", *kinds), f"{place}: ")
    for key in required_fields(family):
        if key not in table:
            raise AtlasError(f"{place} lacks {key}, which is {MEANT[kinds[key]]}")
    values = {key: value_of(f"{place}, {key}", table[key], kinds[key]) for key in kinds if key in table}
    try:
        return name, family.space(**values)
    except (TypeError, ValueError) as error:
        raise AtlasError(f"{place}: {error}") from None


@cache
def field_kinds(family: Family) -> dict[str, Any]:
    """What a specification can say of a family's models: names with int, bool, str, or tuple[int, ...]."""
    hints = get_type_hints(family.space)
    return {each.name: hints[each.name] for each in fields(family.space)}


@cache
def required_fields(family: Family) -> tuple[str, ...]:
    """The names without a default."""
    each = fields(family.space)
    return tuple(x.name for x in each if x.default is MISSING and x.default_factory is MISSING)


def _require_known(kind: str, table: Mapping[str, Any], names: Iterable[str], place: str = "") -> None:
    for key in table:
        if key not in (known := tuple(names)):
            raise AtlasError(f"{place}{unknown(kind, key, known)}")


def _typed(table: Mapping[str, Any], key: str, kind: type, example: str, place: str = "") -> Any:
    if key not in table:
        raise AtlasError(f"{place}there is no {key}; give one, {example}")
    if type(table[key]) is not kind:
        raise AtlasError(f"{place}{key} is {kind_of(table[key])}; it is {KINDS[kind]}, {example}")
    return table[key]
