"""Whether laws have the values that the prose of an evaluator says, over several rings."""

from __future__ import annotations

import ast
import random
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from types import ModuleType
from typing import Any

from algebra_tnn.laws import Law, value


@dataclass(frozen=True)
class Residue:
    """An element of Z/12: a ring with zero divisors, in which nothing may be divided or cancelled."""

    x: int

    def __add__(self, other: Residue | int) -> Residue:
        return Residue((self.x + (other.x if isinstance(other, Residue) else other)) % 12)

    def __mul__(self, other: Residue | int) -> Residue:
        return Residue(self.x * (other.x if isinstance(other, Residue) else other) % 12)

    def __neg__(self) -> Residue:
        return Residue(-self.x % 12)

    def __sub__(self, other: Residue | int) -> Residue:
        return self + -(other if isinstance(other, Residue) else Residue(other))

    def __pow__(self, exponent: int) -> Residue:
        return Residue(pow(self.x, exponent, 12))

    __radd__, __rmul__ = __add__, __mul__


RINGS: dict[str, Callable[[random.Random], Any]] = {
    "Z": lambda rng: rng.randint(-50, 50),
    "Q": lambda rng: Fraction(rng.randint(-9, 9), rng.randint(1, 9)),
    "Z/12": lambda rng: Residue(rng.randrange(12)),
}

Reading = Callable[[dict[str, Any]], Any]


def drawn(shape: tuple[int, ...], draw: Callable[[], Any]) -> Any:
    return [drawn(shape[1:], draw) for _ in range(shape[0])] if shape else draw()


def agrees(law: Law, reading: Reading, ring: str, times: int = 5) -> bool:
    """Whether the law's value is what the prose says, at random points over the ring."""
    rng = random.Random(ring)
    for _ in range(times):
        point = {n: drawn(shape, lambda: RINGS[ring](rng)) for n, shape in (*law.inputs, *law.parameters)}
        if value(law, point) != reading(point):
            return False
    return True


def shapes(law: Law) -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]:
    return dict(law.inputs), dict(law.parameters)


def is_said(model: Any, reading: Reading, ring: str) -> bool:
    """Whether the model's law has the value that the prose says, at one random point."""
    return agrees(model.law(), reading, ring, times=1)


def is_noticed(forward: Callable[..., Any], model: Any, reading: Reading, ring: str = "Z") -> bool:
    """Whether a law of the model's inputs, parameters and shape has another value than the prose says."""
    right = model.law()
    wrong = Law.trace(forward, *shapes(right))
    assert wrong.shape == right.shape
    return not agrees(wrong, reading, ring, times=1)


def listed(point: dict[str, Any], letter: str) -> list[Any]:
    """The values at a point whose names are this letter and a number, in the order of the numbers."""
    names = (name for name in point if name[0] == letter and name[1:].isdecimal())
    return [point[name] for name in sorted(names, key=lambda name: int(name[1:]))]


def imported_modules(module: ModuleType) -> set[str]:
    """Those that its text names."""
    assert module.__file__ is not None
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    froms = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return froms | {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
