"""A second reading of the claim that other weights have the same function; see ``oracle``. Nothing of the package."""

from __future__ import annotations

from itertools import permutations, product
from math import prod
from random import Random
from typing import Any

from . import laws
from .laws import Law
from .making import fraction

PRIME = 2**61 - 1


def true(claim: Any, evidence: Any) -> bool:
    """Whether the evidence proves the claim: functions at random inputs, arrays by trying all permutations."""
    points = [claim["point"], evidence["point"]]
    return same_functions(claim["law"], points) and any(
        not alike(*(laws.array(point[name]) for point in points)) for name in claim["arrays"]
    )


def same_functions(of: Law, points: list[Any]) -> bool:
    source = Random(5)

    def residues(value: Any) -> Any:
        return [residues(x) for x in value] if isinstance(value, list) else laws.residue_of(fraction(value), PRIME)

    for _ in range(3):
        inputs = {
            name: laws.nested(iter([source.randrange(PRIME) for _ in range(prod(shape))]), shape)
            for name, shape in of["inputs"].items()
        }
        found = []
        for point in points:
            known = laws.leaves({**inputs, **{name: residues(x) for name, x in point.items()}}, 0, PRIME)
            output = laws.Evaluator(known, 0, PRIME).output(of)
            found.append({place: x.value for place, x in output.entries.items()})
        if found[0] != found[1]:
            return False
    return True


def alike(one: laws.Array, two: laws.Array) -> bool:
    """Whether permutations and rescalings of the slices take one to the other; up to order 2, and above by zeros."""
    entries = [{place: fraction(x) for place, x in array.entries.items()} for array in (one, two)]
    if len(one.shape) != 2:
        return sum(x == 0 for x in entries[0].values()) == sum(x == 0 for x in entries[1].values())
    rows, columns = one.shape
    return any(
        rescaled(entries[0], {(i, j): entries[1][p[i], q[j]] for i, j in laws.places(one.shape)}, one.shape)
        for p, q in product(permutations(range(rows)), permutations(range(columns)))
    )


def rescaled(one: Any, two: Any, shape: tuple[int, ...]) -> bool:
    """Whether rows and columns times numbers take one matrix to the other: a walk from each row that is not reached."""
    if any((one[place] == 0) != (two[place] == 0) for place in one):
        return False
    scales: dict[tuple[str, int], Any] = {}
    for start in range(shape[0]):
        waiting = [("row", start)] if ("row", start) not in scales else []
        scales.setdefault(("row", start), fraction(1))
        while waiting:
            kind, k = waiting.pop()
            for i, j in one:
                if one[i, j] and (i if kind == "row" else j) == k:
                    other = ("column", j) if kind == "row" else ("row", i)
                    scale = two[i, j] / one[i, j] / scales[kind, k]
                    if other not in scales:
                        waiting.append(other)
                    if scales.setdefault(other, scale) != scale:
                        return False
    return True
