"""The layouts in which decompositions are published: factors or terms, vectors as columns, as rows or as matrices.

Which one a file has is told by the shape of the tensor; where several fit, all of them are returned.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import prod
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.printing import brief
from algebra_tnn.cli.reading import arrays, factor_order, field_named, json_value, without_floats

if TYPE_CHECKING:
    from algebra_tnn.exact import Field, Number
    from algebra_tnn.tensors import CP

EXPECTED = (
    'factors, such as {"factors": [[[1, 0], [0, 1]], ...]}, {"u": [...], "v": [...], "w": [...]}, or a list of terms '
    "[[u, v, w], ...]"
)
LISTS = ("factors", "terms")
TRIPLES = (("u", "v", "w"), ("U", "V", "W"), ("a", "b", "c"), ("A", "B", "C"))


class Ragged(Exception):
    """A list that is no array; its argument is a sentence."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a file holds: nested lists of exact numbers, and the arrangements in which they may be factors."""

    name: str  # of the file, for sentences
    parts: tuple[tuple[str, Any], ...]  # with their places: one per mode, or a single list of factors or of terms
    field: Field
    rounded: int | None  # the largest denominator, if floats were rounded
    unread: tuple[str, ...]  # keys that say nothing about the factors

    def decompositions(self, shape: tuple[int, ...]) -> list[tuple[str, CP]]:
        """The decompositions of a tensor of this shape that the file may hold, with their layouts; maybe none."""
        from algebra_tnn.tensors import CP

        found: list[tuple[str, CP]] = []
        for layout, parts in self._arrangements():
            if _shape_of(layout, parts) == shape:
                given = CP(tuple(_columns(layout, part) for _, part in parts))
                if all(given != other for _, other in found):
                    found.append((layout, given))
        return found

    def shapes(self, order: int) -> list[tuple[int, ...]]:
        """The shapes of tensors of this order that the file may hold a decomposition of."""
        shapes = [_shape_of(layout, parts) for layout, parts in self._arrangements()]
        return list(dict.fromkeys(shape for shape in shapes if shape is not None and len(shape) == order))

    def sizes(self) -> str:
        """What the parts are, in words. Raises: BadInput if one of them is no array."""
        parts = self._arrangements()[0][1]
        try:
            shapes = [(place, _shape(part, place)) for place, part in parts[:4]]
        except Ragged as ragged:
            raise BadInput(f"{self.name}: {ragged}") from None
        known = ", ".join(f"{place} is {'×'.join(map(str, shape)) or 'a number'}" for place, shape in shapes)
        return known + ", ..." * (len(parts) > 4)

    def _arrangements(self) -> list[tuple[str, list[tuple[str, Any]]]]:
        """How the lists may be split into one part per mode, and what a column or a row of a part is."""
        parts = list(self.parts)
        terms: list[tuple[str, Any]] = []
        if len(parts) == 1:
            ((place, whole),) = parts
            parts = [(f"{place}[{i}]", part) for i, part in enumerate(whole)]
            if all(isinstance(term, list) for term in whole) and len({len(term) for term in whole}) == 1:
                terms = [
                    (f"vector {mode} of the terms", list(part)) for mode, part in enumerate(zip(*whole, strict=True))
                ]
        found = [("one term per column", parts), ("one term per row", parts)]
        return [*found, ("a list of terms", terms)] if terms else found


def published(path: str, field: str | None, rationalize: int | None) -> Published:
    """The factors in a file of numpy arrays or of JSON. Raises: BadInput."""
    if PurePath(path).suffix.lower() in (".npy", ".npz") and path != "-":
        name, own_field = path, "Q"
        found = {key: array.tolist() for key, array in arrays(path, name).items()}
        parts, unread = _chosen(found, name)
        if not parts:
            parts, unread = [(key, found[key]) for key in factor_order(list(found), name) or found], ()
    else:
        name, value = json_value(path, EXPECTED)
        own_field = value.pop("field", "Q") if isinstance(value, dict) else "Q"
        parts, unread = _chosen(value, name) if isinstance(value, dict) else ([("the list", value)], ())
        if not parts:
            raise BadInput(f"{name}: its keys are {', '.join(map(str, unread)) or 'none'}; it should hold {EXPECTED}")
    numbers = field_named(name, own_field if field is None else field)
    read, rounded = [], None
    for place, nested in parts:
        plain, largest = without_floats(_without_objects(nested, place, name), name, place, rationalize)
        if not isinstance(plain, list) or not plain:
            raise BadInput(f"{name}: {place} is {_short(plain)}; it should hold {EXPECTED}")
        read.append((place, _exact(plain, place, name, numbers)))
        rounded = largest if rounded is None else rounded
    return Published(
        name, tuple(read), field_named(name, own_field if field is None else field), rounded, tuple(unread)
    )


def _chosen(value: dict[str, Any], name: str) -> tuple[list[tuple[str, Any]], Sequence[str]]:
    """The parts under the keys that are known, and the other keys. Raises: BadInput if several choices are there."""
    choices = [keys for keys in (*((key,) for key in LISTS), *TRIPLES) if all(key in value for key in keys)]
    if len(choices) > 1:
        keys = " and ".join(", ".join(keys) for keys in choices)
        raise BadInput(f"{name}: it has the keys {keys}; give the factors once")
    chosen = choices[0] if choices else ()
    return [(key, value[key]) for key in chosen], [key for key in value if key not in chosen]


def _without_objects(nested: Any, place: str, name: str) -> Any:
    """The lists, with terms that are objects {"u": ..., "v": ..., "w": ...} as lists, too."""
    if not isinstance(nested, list) or not any(isinstance(term, dict) for term in nested):
        return nested
    terms = []
    for i, term in enumerate(nested):
        keys = next((keys for keys in TRIPLES if isinstance(term, dict) and set(keys) == set(term)), None)
        if keys is None:
            raise BadInput(f"{name}: {place}[{i}] is {_short(term)}; a term is an object with the keys u, v and w")
        terms.append([term[key] for key in keys])
    return terms


def _exact(nested: Any, place: str, name: str, field: Field) -> Any:
    """The lists with exact numbers at their ends, each of which is an element of the field."""
    from algebra_tnn.exact import exact_number

    def read(value: Any, path: tuple[int, ...]) -> Any:
        if isinstance(value, list):
            return [x if type(x) is int else read(x, (*path, i)) for i, x in enumerate(value)]
        here = place + "".join(f"[{i}]" for i in path)
        try:
            number = exact_number(value, here)
        except (TypeError, ValueError) as error:
            raise BadInput(f"{name}: {error}") from None
        if field.is_finite and number.denominator % field.characteristic == 0:
            p = field.characteristic
            raise BadInput(
                f"{name}: {here} is {brief(number)}, whose denominator is divisible by {p}; it is no element of {field}"
            )
        return number

    return read(nested, ())


# ----------------------------------------------------------------------------------------------------------- shapes


def _shape(nested: Any, place: str) -> tuple[int, ...]:
    """The shape of nested lists. Raises: Ragged."""
    if not isinstance(nested, list):
        return ()
    shapes = [_shape(part, f"{place}[{i}]") if isinstance(part, list) else () for i, part in enumerate(nested)]
    for i, shape in enumerate(shapes):
        if shape != shapes[0]:
            sizes = ["×".join(map(str, one)) or "1" for one in (shape, shapes[0])]
            raise Ragged(f"{place}[{i}] has shape {sizes[0]} but {place}[0] has {sizes[1]}; they are alike in an array")
    return (len(nested), *(shapes[0] if shapes else ()))


def _shape_of(layout: str, parts: Iterable[tuple[str, Any]]) -> tuple[int, ...] | None:
    """The shape of the tensor whose factors are these parts; None if they are no factors in this layout."""
    try:
        shapes = [_shape(part, place) for place, part in parts]
    except Ragged:
        return None
    by_columns = layout == "one term per column"
    deepest = 2 if by_columns else 3  # of rows, each may be a matrix, written row after row
    if any(not 2 <= len(shape) <= deepest or 0 in shape for shape in shapes):
        return None
    counts = {shape[1] if by_columns else shape[0] for shape in shapes}
    return tuple(shape[0] if by_columns else prod(shape[1:]) for shape in shapes) if len(counts) == 1 else None


def _columns(layout: str, part: list[Any]) -> tuple[tuple[Number, ...], ...]:
    """The factor with one term per column."""
    if layout == "one term per column":
        return tuple(map(tuple, part))
    rows = [[x for row in vector for x in row] if isinstance(vector[0], list) else vector for vector in part]
    return tuple(zip(*rows, strict=True))


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."
