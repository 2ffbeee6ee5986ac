"""What the certificates of the corpora are made of. Imports nothing of the package."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from fractions import Fraction
from math import gcd
from typing import Any

REMOVED = object()
Certificate = dict[str, Any]
Table = dict[str, tuple[Any, str]]  # by name: a certificate, or a text; and a fragment of the reason

# fragments of reasons

SQUARE_MINOR = "a minor is not shown to be a unit"
NO_UNIT = "a denominator is no unit modulo the modulus"
INTEGER = "a number is an integer or a string a/b"
LOWEST = "in lowest terms"
FIELD = "a field is Q, R, C or GF(p)"
NATURAL = "a natural number is expected"
KEYS = "an object with the keys"
LIST = "a list is expected"
BELOW = "indices are below"
MODULUS = "a modulus is at least 2"
WORK = "the work is more than some twenty seconds"


fraction: Callable[[Any], Fraction] = Fraction


def plain(x: Fraction) -> Any:
    return x.numerator if x.denominator == 1 else str(x)


def residue(x: Any, n: int) -> int:
    return fraction(x).numerator * pow(fraction(x).denominator, -1, n) % n


def identity(size: int) -> list[list[int]]:
    return [[int(i == j) for j in range(size)] for i in range(size)]


def inverse(matrix: list[list[Any]], n: int) -> list[list[int]] | None:
    """Modulo n, by pivots that are units; None if there are none."""
    size = len(matrix)
    rows = [[residue(x, n) for x in row] + one for row, one in zip(matrix, identity(size), strict=True)]
    for c in range(size):
        found = next((i for i in range(c, size) if gcd(rows[i][c], n) == 1), None)
        if found is None:
            return None
        rows[c], rows[found] = rows[found], rows[c]
        scale = pow(rows[c][c], -1, n)
        rows[c] = [scale * x % n for x in rows[c]]
        for i in range(size):
            if i != c:
                rows[i] = [(x - rows[i][c] * y) % n for x, y in zip(rows[i], rows[c], strict=True)]
    return [row[size:] for row in rows]


def minor(matrix: list[list[Any]], rows: list[int], columns: list[int], n: int = 101) -> dict[str, Any]:
    inverted = inverse([[matrix[i][j] for j in columns] for i in rows], n)
    assert inverted is not None, (matrix, rows, columns, n)
    return {"rows": rows, "columns": columns, "modulus": n, "inverse": inverted}


def monomials(variables: int, degree: int) -> list[tuple[int, ...]]:
    if variables == 1:
        return [(degree,)]
    return [(e, *rest) for e in range(degree, -1, -1) for rest in monomials(variables - 1, degree - e)]


def step(kind: str, field: str, rule: str, evidence: Any, premises: tuple[int, ...] = (), **about: Any) -> Any:
    claim = {"kind": kind, **about, "field": field}
    return {"claim": claim, "rule": rule, "evidence": evidence, "premises": list(premises)}


def certificate(*steps: Any) -> Certificate:
    return json.loads(json.dumps({"format": 1, "steps": list(steps)}))  # so that no parts are shared


def altered(value: Certificate, *changes: tuple[str, Any]) -> Certificate:
    """Sets, adds or (REMOVED) deletes what is at paths like ``claim/rank`` of the last step, or ``/steps/0/rule``."""
    result = deepcopy(value)
    for path, new in changes:
        at: Any = result if path.startswith("/") else result["steps"][-1]
        *way, last = [int(key) if key.isdigit() else key for key in path.strip("/").split("/")]
        for key in way:
            at = at[key]
        if new is REMOVED:
            del at[last]
        elif isinstance(at, list) and last == len(at):
            at.append(deepcopy(new))
        else:
            at[last] = deepcopy(new)
    return result
