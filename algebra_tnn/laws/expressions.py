"""The expressions of laws: names, constants, and operations applied to expressions; their JSON in and out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from algebra_tnn.laws.arrays import Array, array, integer, number_from_json, number_to_json
from algebra_tnn.laws.operations import Apply, Difference, Einsum, Operation, Sum, Take

DEEPEST = 100  # operations inside one another, within one definition: readers and printers are recursive


@dataclass(frozen=True, slots=True)
class Name:
    """An input, a parameter, or an earlier definition."""

    name: str


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, or a rectangular array of numbers."""

    array: Array


@dataclass(frozen=True, slots=True)
class Applied:
    """An operation applied to expressions."""

    operation: Operation
    operands: tuple[Expression, ...]


Expression: TypeAlias = Name | Constant | Applied


def json_place(operation: Operation, place: str, i: int) -> str:
    """Where operand i stands in the JSON of the operation, as a path."""
    first = 2 if isinstance(operation, (Einsum, Apply)) else 1
    return f"{place}[{first + i}]"


def expression_to_json(expression: Expression) -> Any:
    """Lists, strings and integers, as ``expression_from_json`` reads them."""
    match expression:
        case Name(name):
            return name
        case Constant(constant):
            return ["constant", constant.nested(number_to_json)]
        case Applied(operation, operands):
            inner = [expression_to_json(operand) for operand in operands]
            match operation:
                case Einsum(subscripts):
                    return ["einsum", subscripts, *inner]
                case Take(indices):
                    return ["take", *inner, indices.nested()]
                case Sum():
                    return ["+", *inner]
                case Difference():
                    return ["-", *inner]
                case Apply(coefficients):
                    return ["apply", [number_to_json(c) for c in coefficients], *inner]


def expression_from_json(value: Any, place: str, depth: int = 0) -> Expression:
    """The expression written as a name or as a list that begins with an operation. Raises: TypeError, ValueError.

    Names and shapes are judged later, where they are known.

    >>> expression_from_json(["apply", [0, 0, 1], "x"], "output")
    Applied(operation=Apply(coefficients=(0, 0, 1)), operands=(Name(name='x'),))
    """
    if isinstance(value, str):
        return Name(value)
    if not isinstance(value, list) or not value or not isinstance(value[0], str):
        raise TypeError(f"{place} is {_short(value)}; an expression is a name or a list that begins with an operation")
    if depth == DEEPEST:
        raise ValueError(f"{place} is nested more than {DEEPEST} deep; define its inner part under a name in let")
    reader = _READERS.get(value[0])
    if reader is None:
        known = ", ".join(_READERS)
        raise ValueError(f"{place} begins with {value[0]!r}, which is no operation; the operations are {known}")
    return reader(value[1:], place, depth + 1)


def _constant(rest: list[Any], place: str, depth: int) -> Expression:
    _length(rest, 1, place, '["constant", t]')
    return Constant(array(_lists(rest[0], f"{place}[1]"), f"{place}[1]", number_from_json))


def _einsum(rest: list[Any], place: str, depth: int) -> Expression:
    if len(rest) < 2 or not isinstance(rest[0], str):
        raise ValueError(f'{place} is no einsum; it is written ["einsum", "ij,jk->ik", e, ...]')
    return _applied(place, depth, lambda: Einsum(rest[0]), rest[1:])


def _take(rest: list[Any], place: str, depth: int) -> Expression:
    _length(rest, 2, place, '["take", e, t]')
    indices = array(_lists(rest[1], f"{place}[2]"), f"{place}[2]", integer)
    return _applied(place, depth, lambda: Take(indices), rest[:1])


def _sum(rest: list[Any], place: str, depth: int) -> Expression:
    return _applied(place, depth, Sum, rest)


def _difference(rest: list[Any], place: str, depth: int) -> Expression:
    return _applied(place, depth, Difference, rest)


def _apply(rest: list[Any], place: str, depth: int) -> Expression:
    _length(rest, 2, place, '["apply", [c0, ..., cd], e]')
    if not isinstance(rest[0], list):
        raise TypeError(f"{place}[1] is {_short(rest[0])}; the coefficients of a polynomial are a list, c0 first")
    numbers = tuple(number_from_json(c, f"{place}[1][{i}]") for i, c in enumerate(rest[0]))
    return _applied(place, depth, lambda: Apply(numbers), rest[1:])


def inlined(expression: Expression, definitions: Mapping[str, Expression]) -> Expression:
    """The expression with each name that is defined replaced by what it stands for."""
    match expression:
        case Name(name):
            return inlined(definitions[name], definitions) if name in definitions else expression
        case Applied(operation, operands):
            return Applied(operation, tuple(inlined(operand, definitions) for operand in operands))
        case constant:
            return constant


_READERS: dict[str, Callable[[list[Any], str, int], Expression]] = {
    "constant": _constant,
    "einsum": _einsum,
    "take": _take,
    "+": _sum,
    "-": _difference,
    "apply": _apply,
}


def _applied(place: str, depth: int, operation: Callable[[], Operation], operands: Sequence[Any]) -> Applied:
    try:
        made = operation()
    except ValueError as error:
        raise ValueError(f"{place}: {error}") from None
    read = (expression_from_json(e, json_place(made, place, i), depth) for i, e in enumerate(operands))
    return Applied(made, tuple(read))


def _length(rest: list[Any], length: int, place: str, form: str) -> None:
    if len(rest) != length:
        raise ValueError(f"{place} has {len(rest) + 1} entries; it is written {form}")


def _lists(value: Any, place: str) -> Any:
    if isinstance(value, (tuple, dict)) or hasattr(value, "tolist"):
        raise TypeError(f"{place} is {_short(value)}; tensors are nested lists in JSON")
    return value


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."
