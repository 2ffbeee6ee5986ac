"""Laws evaluated and differentiated straight from the page that defines them, on dual numbers modulo n.

An einsum runs over all values of all its letters at once, and derivatives go forward: both other than in the checker.
Imports nothing of the package.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any, NamedTuple

Law = dict[str, Any]


class Dual:
    """A residue modulo n and its derivatives in some directions."""

    __slots__ = ("n", "slopes", "value")

    def __init__(self, value: int, slopes: Sequence[int], n: int) -> None:
        self.value, self.slopes, self.n = value % n, [x % n for x in slopes], n

    def __add__(self, other: Dual) -> Dual:
        slopes = [x + y for x, y in zip(self.slopes, other.slopes, strict=True)]
        return Dual(self.value + other.value, slopes, self.n)

    def __mul__(self, other: Dual) -> Dual:
        pairs = zip(self.slopes, other.slopes, strict=True)
        slopes = [x * other.value + self.value * y for x, y in pairs]
        return Dual(self.value * other.value, slopes, self.n)


class Array(NamedTuple):
    shape: tuple[int, ...]
    entries: dict[tuple[int, ...], Any]


def places(shape: Sequence[int]) -> Iterator[tuple[int, ...]]:
    return product(*map(range, shape))


def array(nested: Any) -> Array:
    shape, part = [], nested
    while isinstance(part, list):
        shape.append(len(part))
        part = part[0]
    entries = {}
    for place in places(shape):
        x = nested
        for i in place:
            x = x[i]
        entries[place] = x
    return Array(tuple(shape), entries)


def nested(values: Iterator[Any], shape: Sequence[int]) -> Any:
    """The next values of an iterator, as a nested list of this shape."""
    return [nested(values, shape[1:]) for _ in range(shape[0])] if shape else next(values)


def residue_of(x: Any, n: int) -> int:
    return Fraction(x).numerator * pow(Fraction(x).denominator, -1, n) % n


class Evaluator:
    """The values of expressions where the names have these values, all residues modulo n with `width` derivatives."""

    def __init__(self, known: dict[str, Array], width: int, n: int) -> None:
        self.known, self.zeros, self.n = dict(known), [0] * width, n

    def number(self, x: Any) -> Dual:
        return Dual(residue_of(x, self.n), self.zeros, self.n)

    def of(self, expression: Any) -> Array:
        if isinstance(expression, str):
            return self.known[expression]
        operation, *rest = expression
        if operation == "constant":
            constant = array(rest[0])
            return Array(constant.shape, {place: self.number(x) for place, x in constant.entries.items()})
        if operation == "einsum":
            return self.einsum(rest[0], [self.of(x) for x in rest[1:]])
        if operation == "take":
            whole, chosen = self.of(rest[0]), array(rest[1])
            shape, depth = chosen.shape + whole.shape[1:], len(chosen.shape)
            return Array(
                shape, {place: whole.entries[chosen.entries[place[:depth]], *place[depth:]] for place in places(shape)}
            )
        if operation == "apply":
            argument = self.of(rest[1])
            return Array(argument.shape, {place: self.polynomial(rest[0], x) for place, x in argument.entries.items()})
        first, *others = (self.of(x) for x in rest)
        sign, entries = self.number(1 if operation == "+" else -1), dict(first.entries)
        for other in others:
            entries = {place: x + sign * other.entries[place] for place, x in entries.items()}
        return Array(first.shape, entries)

    def polynomial(self, coefficients: list[Any], x: Dual) -> Dual:
        total, power = self.number(0), self.number(1)
        for c in coefficients:
            total, power = total + self.number(c) * power, power * x
        return total

    def einsum(self, pattern: str, operands: list[Array]) -> Array:
        words, out = pattern.split("->")
        ranges = {}
        for word, operand in zip(words.split(","), operands, strict=True):
            ranges |= dict(zip(word, operand.shape, strict=True))
        shape = tuple(ranges[letter] for letter in out)
        entries = {place: self.number(0) for place in places(shape)}
        for values in places(list(ranges.values())):
            at = dict(zip(ranges, values, strict=True))
            term = self.number(1)
            for word, operand in zip(words.split(","), operands, strict=True):
                term = term * operand.entries[tuple(at[letter] for letter in word)]
            place = tuple(at[letter] for letter in out)
            entries[place] = entries[place] + term
        return Array(shape, entries)

    def output(self, law: Law) -> Array:
        for name, expression in law["let"]:
            self.known[name] = self.of(expression)
        return self.of(law["output"])


def leaves(given: dict[str, Any], width: int, n: int) -> dict[str, Array]:
    """Nested lists of residues as constants."""
    arrays = {name: array(value) for name, value in given.items()}
    return {
        name: Array(a.shape, {place: Dual(x, [0] * width, n) for place, x in a.entries.items()})
        for name, a in arrays.items()
    }


def size(shapes: dict[str, Any]) -> int:
    return sum(map(prod, shapes.values()))


def parameters_along(law: Law, point: dict[str, Any], directions: list[list[int]], n: int) -> dict[str, Array]:
    """The parameters at a point, with derivatives in directions whose entries are those of all parameters in turn."""
    values, at = leaves(point, 0, n), 0
    result = {}
    for name in law["parameters"]:
        entries = {}
        for place in places(values[name].shape):
            entries[place] = Dual(values[name].entries[place].value, [direction[at] for direction in directions], n)
            at += 1
        result[name] = Array(values[name].shape, entries)
    return result


def derivatives(
    law: Law, point: dict[str, Any], rows: list[Any], n: int, directions: list[list[int]] | None = None
) -> list[list[int]]:
    """For each pair of inputs and a covector the derivatives in the directions, or by all parameters."""
    if directions is None:
        count = size(law["parameters"])
        directions = [[int(i == j) for i in range(count)] for j in range(count)]
    parameters, result = parameters_along(law, point, directions, n), []
    for inputs, covector in rows:
        known = {**parameters, **leaves(inputs, len(directions), n)}
        values, weights = Evaluator(known, len(directions), n).output(law), array(covector).entries
        columns = zip(*(values.entries[place].slopes for place in weights), strict=True)
        result.append([sum(w * x for w, x in zip(weights.values(), column, strict=True)) % n for column in columns])
    return result


def shape_of(law: Law, expression: Any) -> tuple[int, ...]:
    """By evaluation at zero."""
    shapes = {**law["inputs"], **law["parameters"]}
    known = {
        name: Array(tuple(s), {place: Dual(0, [], 2**61 - 1) for place in places(s)}) for name, s in shapes.items()
    }
    evaluator = Evaluator(known, 0, 2**61 - 1)
    for name, value in law["let"]:
        if name == expression:
            return evaluator.of(value).shape
        evaluator.known[name] = evaluator.of(value)
    return evaluator.of(expression).shape


def names_in(law: Law, expression: Any) -> set[str]:
    """Everything that an expression needs, through the lets, too."""
    if isinstance(expression, str):
        deeper = dict(map(tuple, law["let"])).get(expression)
        return {expression} | (names_in(law, deeper) if deeper is not None else set())
    operation, *rest = expression
    parts = {"constant": [], "take": rest[:1], "einsum": rest[1:], "apply": rest[1:]}.get(operation, rest)
    return set().union(*(names_in(law, part) for part in parts))


def before(law: Law, name: str) -> Law:
    expression = dict(map(tuple, law["let"]))[name]
    return restricted(law, names_in(law, expression), expression)


def after(law: Law, name: str) -> Law:
    opened = {**law, "let": [let for let in law["let"] if let[0] != name]}
    opened["inputs"] = {**law["inputs"], name: list(shape_of(law, name))}
    return restricted(opened, names_in(opened, law["output"]), law["output"])


def restricted(law: Law, names: set[str], output: Any) -> Law:
    """With what is named alone."""
    kept = {kind: {x: s for x, s in law[kind].items() if x in names} for kind in ("inputs", "parameters")}
    return {**kept, "let": [let for let in law["let"] if let[0] in names], "output": output}
