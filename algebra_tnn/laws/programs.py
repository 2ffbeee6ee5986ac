"""A law as a list of steps, each of which uses earlier ones: what tracing writes and what interpreters read.

In a program every einsum has one operand, or two whose letters are all used: contractions of more are planned pair by
pair when the program is written. Equal steps are written once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from math import prod
from typing import TypeAlias, TypeVar

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.expressions import DEEPEST, Applied, Constant, Expression, Name, json_place
from algebra_tnn.laws.operations import Apply, Difference, Einsum, Operation, Sum

T = TypeVar("T")
Content: TypeAlias = Name | Constant | Operation


@dataclass(frozen=True, slots=True)
class Step:
    """A named tensor, a constant, or an operation applied to the values of earlier steps."""

    content: Content
    operands: tuple[int, ...]
    shape: Shape


@dataclass(slots=True)
class Steps:
    """Steps under construction. Writing one that is there already gives its position."""

    written: list[Step] = field(default_factory=list)
    labels: dict[int, str] = field(default_factory=dict)  # under which steps are to be defined, by position
    _positions: dict[tuple[Content, tuple[int, ...]], int] = field(default_factory=dict)

    def named(self, name: str, shape: Shape) -> int:
        return self._position(Step(Name(name), (), shape))

    def constant(self, constant: Constant) -> int:
        return self._position(Step(constant, (), constant.array.shape))

    def applied(self, operation: Operation, operands: Sequence[int]) -> int:
        """Raises: ValueError if the shapes do not fit."""
        shape = operation.shape([self.written[i].shape for i in operands])
        return self._position(Step(operation, tuple(operands), shape))

    def planned(self, operation: Operation, operands: Sequence[int]) -> int:
        """As ``applied``, with contractions of several tensors pair by pair."""
        shape = operation.shape([self.written[i].shape for i in operands])
        if not isinstance(operation, Einsum):
            return self._position(Step(operation, tuple(operands), shape))
        return self._contracted(operation, list(operands))

    def _position(self, step: Step) -> int:
        key = (step.content, step.operands)
        if key not in self._positions:
            self._positions[key] = len(self.written)
            self.written.append(step)
        return self._positions[key]

    def _contracted(self, einsum: Einsum, operands: list[int]) -> int:
        letters = list(einsum.operands)
        sizes = {
            letter: n
            for word, i in zip(letters, operands, strict=True)
            for letter, n in zip(word, self.written[i].shape, strict=True)
        }
        for i, word in enumerate(letters):  # diagonals, and sums over letters that occur nowhere else
            needed = {*einsum.result, *(c for j, other in enumerate(letters) if j != i for c in other)}
            kept = "".join(dict.fromkeys(c for c in word if c in needed))
            if len(letters) == 1:
                kept = einsum.result
            if kept != word:
                letters[i], operands[i] = kept, self.applied(Einsum(f"{word}->{kept}"), (operands[i],))
        while len(letters) > 1:
            i, j = _next_pair(letters, einsum.result, sizes)
            result = einsum.result if len(letters) == 2 else _joined(letters, i, j, einsum.result)
            step = self.applied(Einsum(f"{letters[i]},{letters[j]}->{result}"), (operands[i], operands[j]))
            letters, operands = _merged(letters, i, j, result), _merged(operands, i, j, step)
        return operands[0]


def _merged(items: list[T], i: int, j: int, one: T) -> list[T]:
    """One item in the place of items i < j."""
    return [*items[:i], one, *items[i + 1 : j], *items[j + 1 :]]


def _joined(letters: Sequence[str], i: int, j: int, result: str) -> str:
    """The letters of the product of two operands that the result or another operand needs."""
    needed = {*result, *(c for k, other in enumerate(letters) if k not in (i, j) for c in other)}
    return "".join(c for c in dict.fromkeys(letters[i] + letters[j]) if c in needed)


def _next_pair(letters: Sequence[str], result: str, sizes: dict[str, int]) -> tuple[int, int]:
    """The pair whose contraction adds the fewest entries to what is kept, the cheapest and first of these."""

    def size(word: Iterable[str]) -> int:
        return prod(sizes[c] for c in word)

    def weight(pair: tuple[int, int]) -> tuple[int, int]:
        i, j = pair
        added = size(_joined(letters, i, j, result)) - size(letters[i]) - size(letters[j])
        return added, size({*letters[i], *letters[j]})

    return min(((i, j) for i in range(len(letters)) for j in range(i + 1, len(letters))), key=weight)


@dataclass(frozen=True, slots=True)
class Program:
    """Steps that lead to an output: first the named tensors, in the order of their declaration."""

    steps: tuple[Step, ...]
    output: int

    @classmethod
    def of(
        cls,
        names: Sequence[tuple[str, Shape]],
        definitions: Sequence[tuple[str, Expression]],
        output: Expression,
        place: str = "output",
    ) -> Program:
        """Raises: ValueError, with the place in the JSON, for unknown names and shapes that do not fit."""
        steps = Steps()
        known = {name: steps.named(name, shape) for name, shape in names}
        for i, (name, expression) in enumerate(definitions):
            known[name] = flattened(expression, f"let[{i}][1]", steps, known)
        end = flattened(output, place, steps, known)
        return cls._pruned(steps.written, len(names), end)

    @classmethod
    def _pruned(cls, steps: Sequence[Step], leaves: int, output: int) -> Program:
        """Without the steps that the output does not use; the named tensors stay."""
        used = {output, *range(leaves)}
        for i in range(len(steps) - 1, -1, -1):
            if i in used:
                used.update(steps[i].operands)
        place = {old: new for new, old in enumerate(sorted(used))}
        kept = (steps[i] for i in sorted(used))
        return cls(
            tuple(Step(step.content, tuple(place[i] for i in step.operands), step.shape) for step in kept),
            place[output],
        )

    def depends_on(self, names: Collection[str]) -> list[bool]:
        """For each step, whether one of the named tensors enters it."""
        found: list[bool] = []
        for step in self.steps:
            named = isinstance(step.content, Name) and step.content.name in names
            found.append(named or any(found[i] for i in step.operands))
        return found

    def degrees(self, names: Collection[str]) -> list[tuple[int, int]]:
        """For each step, bounds for the degrees of its monomials in the named tensors: the least, the largest."""
        found: list[tuple[int, int]] = []
        for step in self.steps:
            ends = [found[i] for i in step.operands]
            match step.content:
                case Name(name):
                    found.append((1, 1) if name in names else (0, 0))
                case Constant():
                    found.append((0, 0))
                case Sum() | Difference():
                    found.append((min(low for low, _ in ends), max(high for _, high in ends)))
                case Apply() as apply:
                    exponents = apply.exponents or (0,)
                    found.append((exponents[0] * ends[0][0], exponents[-1] * ends[0][1]))
                case _:
                    found.append((sum(low for low, _ in ends), sum(high for _, high in ends)))
        return found


def flattened(expression: Expression, place: str, steps: Steps, known: dict[str, int], depth: int = 0) -> int:
    """Writes the steps of an expression whose names are known; the position of its value. Raises: ValueError."""
    match expression:
        case Name(name):
            if name not in known:
                raise ValueError(
                    f"{place} is {name!r}, which is no input, no parameter and not defined earlier; the names known "
                    f"there are {', '.join(known)}"
                )
            return known[name]
        case Constant():
            return steps.constant(expression)
        case Applied(operation, operands):
            if depth == DEEPEST:
                raise ValueError(
                    f"{place} is nested more than {DEEPEST} deep; define its inner part under a name in let"
                )
            inner = [
                flattened(e, json_place(operation, place, i), steps, known, depth + 1) for i, e in enumerate(operands)
            ]
            try:
                return steps.planned(operation, inner)
            except ValueError as error:
                raise ValueError(f"{place}: {error}") from None
