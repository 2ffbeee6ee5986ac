"""The part of the corpora about dense orbits and minors in blocks: see ``corpus``, which writes it."""

from __future__ import annotations

from math import factorial, prod
from typing import Any

from .law_corpus import (
    BOUND,
    DEGREE_OF_AN_IDENTITY,
    LENGTH,
    NAMELESS,
    NAMES,
    POWERS,
    SHAPES,
    TANGENT,
    ZERO_CHARACTERISTIC,
    at_most,
    einsum,
    forms,
    independent,
    inverted,
    law,
    network,
    power_sum,
    tower,
)
from .laws import Evaluator, Law, leaves, places, size
from .making import (
    BELOW,
    KEYS,
    LIST,
    MODULUS,
    REMOVED,
    SQUARE_MINOR,
    WORK,
    Certificate,
    Table,
    altered,
    certificate,
    identity,
    inverse,
    residue,
    step,
)

COUNT = "there are as many motions and free entries as parameters"
OUTSIDE = "a row is not zero outside of its block, or its block has a pivot of an earlier one"
ROWS = "the blocks have another number of rows"
A_ROW = "a matrix has a row"
N = 101

# ---------------------------------------------------------------------------------------------------- dense orbits


def unit(i: int, j: int, n: int = 2) -> list[list[int]]:
    return [[int((a, b) == (i, j)) for b in range(n)] for a in range(n)]


def turning(i: int, j: int, sign: int = -1) -> list[Any]:
    """W goes along W·E, and x along −E·x, for one unit matrix E, so that W x stays."""
    E = unit(i, j)
    there = {"W": einsum("ij,jk->ik", "W", ["constant", E])}
    return [there, {"x": einsum("ij,j->i", ["constant", [[sign * x for x in row] for row in E]], "x")}]


def vectors(of: Law, fields: list[Any], point: Any, n: int) -> list[list[int]]:
    """What fields on the parameters are at a point."""
    known, rows = leaves(point, 0, n), []
    for field in fields:
        row = []
        for name, shape in of["parameters"].items():
            values = Evaluator(known, 0, n).of(field.get(name, name)).entries
            row += [values[place].value * (name in field) for place in places(shape)]
        rows.append(row)
    return rows


def orbits(of: Law, point: Any, motions: list[Any], free: list[int], fields: list[Any], n: int = N) -> dict[str, Any]:
    """Evidence for ``dense-orbits``; the identity where a matrix has no inverse."""
    count = size(of["parameters"])
    reduced = {name: residues(part, n) for name, part in point.items()}
    frame = vectors(of, [motion[0] for motion in motions], reduced, n)
    frame += [[int(i == j) for j in range(count)] for i in free]
    rows = vectors(of, fields, reduced, n)
    chosen, columns = independent(rows, n)
    minor = {"columns": [*range(len(rows))], "modulus": n, "inverse": identity(len(rows))}
    if len(chosen) == len(rows):
        minor = inverted(rows, columns, n)
    whole = inverse(frame, n) if len(frame) == count else None
    return {
        "motions": motions,
        "point": point,
        "free": free,
        "frame": whole or identity(count),
        "fields": fields,
        **minor,
    }


def residues(value: Any, n: int) -> Any:
    return [residues(part, n) for part in value] if isinstance(value, list) else residue(value, n)


def bounded(of: Law, rank: int, evidence: Any, field: str = "Q") -> Certificate:
    return certificate(at_most("dense-orbits", of, rank, evidence, field=field))


TURNS = [turning(0, 0), turning(0, 1), turning(1, 0), turning(1, 1)]
TURN = {"W": ["constant", [[0, 1], [-1, 0]]]}  # in the kernel at the unit matrix
STRETCHED = {"W": [[2, 0], [0, 1]]}  # entry 0 is free
TURN_WHERE_STRETCHED = {  # in the kernel where W is diag(t, 1)
    "W": [
        "+",
        ["constant", [[0, 1], [0, 0]]],
        einsum("ia,ab,bj->ij", ["constant", [[0, 0], [-1, 0]]], "W", ["constant", unit(0, 0)]),
    ]
}
LINE = {"W": [[1, 0], [0, 0]]}  # its orbit is not dense, and its kernel too large
IN_THE_KERNEL_OF_A_LINE = [{"W": ["constant", unit(1, j)]} for j in range(2)]
BILINEAR = law({}, {"A": [1, 2], "B": [2, 1]}, einsum("ij,jk->ik", "A", "B"))  # no inputs: a number, of dimension 1


def base_change(i: int, j: int) -> list[Any]:
    """A goes along A·E and B along −E·B, so that A B stays."""
    minus = ["constant", [[-x for x in row] for row in unit(i, j)]]
    return [{"A": einsum("ij,jk->ik", "A", ["constant", unit(i, j)]), "B": einsum("ij,jk->ik", minus, "B")}, {}]


BASE_CHANGES = [base_change(0, 0), base_change(0, 1), base_change(1, 0)]
AT_ONE = {"A": [[1, 0]], "B": [["1/2"], [0]]}  # the first entry of B is free: the value does not move
KEPT = [
    {"A": ["constant", [[0, 1]]]},
    {"B": ["constant", [[0], [1]]]},
    {"A": "A", "B": ["-", ["constant", [[0], [0]]], "B"]},
]

# ---------------------------------------------------------------------------------------------------- block minors


def slope(of: Law, point: dict[str, Any], term: int, variable: int) -> dict[tuple[int, ...], int]:
    """The derivative of a term of a power sum, monomial by monomial, from the multinomial theorem."""
    sizes = [shape[0] for shape in of["inputs"].values()]
    exponents = [len(power[1]) - 1 for power in of["output"][2:]]
    entries = [x for k in range(len(sizes)) for x in point[f"a{k}"][term]]
    result = {}
    for monomial in forms(tuple(sizes), tuple(exponents)):
        rest = [e - (v == variable) for v, e in enumerate(monomial)]
        if min(rest) >= 0:
            c = prod(map(factorial, exponents)) // prod(map(factorial, monomial)) * monomial[variable]
            key = tuple(v for v, e in enumerate(monomial) for _ in range(e))
            result[key] = c * prod(x**e for x, e in zip(entries, rest, strict=True)) % N
    return {key: x for key, x in result.items() if x}


def blocks(of: Law, point: dict[str, Any], plan: list[tuple[list[int], list[int]]]) -> dict[str, Any]:
    """Evidence for ``block-minors``: for each block its rows, and the blocks modulo which they are taken."""
    variables = sum(shape[0] for shape in of["inputs"].values())
    done: list[tuple[list[Any], list[dict[Any, int]]]] = []
    made = []
    for rows, after in plan:
        left = [slope(of, point, *divmod(row, variables)) for row in rows]
        for pivots, reduced in (done[b] for b in after):
            for row in left:
                multiples = [row.get(key, 0) for key in pivots]
                for c, other in zip(multiples, reduced, strict=True):
                    for key, x in other.items():
                        row[key] = (row.get(key, 0) - c * x) % N
        keys = sorted({key for row in left for key, x in row.items() if x})
        matrix = [[row.get(key, 0) for key in keys] for row in left]
        _, chosen = independent(matrix, N)
        assert len(chosen) == len(rows)
        pivots = [keys[j] for j in chosen]
        back = inverse([[row.get(key, 0) for key in pivots] for row in left], N)
        assert back is not None
        products = [
            {key: sum(c * row.get(key, 0) for c, row in zip(line, left, strict=True)) % N for key in keys}
            for line in back
        ]
        done.append((pivots, products))
        columns = [*pivots, *(key for key in keys if key not in pivots)]
        made.append({"rows": rows, "columns": [list(key) for key in columns], "after": after, "inverse": back})
    return {"point": point, "modulus": N, "blocks": made}


def at_least(of: Law, rank: int, evidence: Any, field: str = "Q") -> Certificate:
    return certificate(step("dimension-at-least", field, "block-minors", evidence, law=of, rank=rank))


CUBES = power_sum((2, 2, 2), (1, 1, 1), 2)  # fills the space of dimension 8
MIXED_POINT = {f"a{k}": [[1, 0], [2 + k, 5]] for k in range(3)}
SMALL_SUM = power_sum((3, 2), (1, 2), 3)  # fills dimension 9
SUM_POINT = {"a0": [[1, 0, 0], [0, 1, 1], [2, 0, 1]], "a1": [[1, 0], [1, 3], [0, 1]]}
SQUARE = power_sum((2,), (2,), 1)  # of dimension 2
SQUARE_POINT = {"a0": [[1, 2]]}
IN_BLOCKS = blocks(CUBES, MIXED_POINT, [([0, 1, 3, 5], []), ([6, 7, 9, 11], [0])])
POLYNOMIALS = power_sum((2,), (3,), 2)
CURVE_POINT = {"a0": [[1, 0], [1, 4]]}


def one_row(row: int, columns: list[list[int]], after: list[int], entry: int) -> dict[str, Any]:
    return {"rows": [row], "columns": columns, "after": after, "inverse": [[pow(entry, -1, N)]]}


# -------------------------------------------------------------------------------------------------------- accepted

ACCEPTED: dict[str, Certificate] = {
    "dense-orbits": bounded(LENGTH, 3, orbits(LENGTH, {"W": identity(2)}, TURNS, [], [TURN])),
    "dense-orbits-of-a-slice": bounded(LENGTH, 3, orbits(LENGTH, STRETCHED, TURNS[1:], [0], [TURN_WHERE_STRETCHED])),
    "dense-orbits-all-free": bounded(
        LENGTH,
        3,
        orbits(LENGTH, STRETCHED, [], [*range(4)], [{"W": einsum("ij,jk->ik", TURN["W"], "W")}]),
    ),
    "dense-orbits-without-inputs": bounded(BILINEAR, 1, orbits(BILINEAR, AT_ONE, BASE_CHANGES, [2], KEPT)),
    "dense-orbits-no-kernel": bounded(LENGTH, 4, orbits(LENGTH, {"W": identity(2)}, TURNS, [], []), "C"),
    "block-minors": at_least(CUBES, 8, IN_BLOCKS),
    "block-minors-full-point-first": at_least(
        CUBES, 8, blocks(CUBES, MIXED_POINT, [([6, 7, 9, 11], []), ([0, 1, 3, 5], [0])])
    ),
    "block-minors-three": at_least(
        CUBES, 7, blocks(CUBES, MIXED_POINT, [([0, 1], []), ([3, 5], []), ([6, 7, 9], [0, 1])])
    ),
    "block-minors-of-several-powers": at_least(
        SMALL_SUM, 9, blocks(SMALL_SUM, SUM_POINT, [([0, 1, 2, 4], []), ([5, 6, 7], [0]), ([11, 12], [1, 0])])
    ),
    "block-minors-of-a-curve": at_least(
        POLYNOMIALS, 4, blocks(POLYNOMIALS, CURVE_POINT, [([0, 1], []), ([2, 3], [0])]), "GF(101)"
    ),
}
A = ACCEPTED

# -------------------------------------------------------------------------------------------------------- rejected

WRONG_WAY = [turning(i, j, 1) for i in range(2) for j in range(2)]
SECOND = [*TURNS[:3], turning(1, 1, 1)]
MODULO = {"W": ["constant", [[0, 1], [N - 1, 0]]]}
REJECTED: Table = {
    "dense-orbits-one-less": (altered(A["dense-orbits"], ("claim/rank", 2)), BOUND + "3"),
    "dense-orbits-not-a-motion": (
        bounded(LENGTH, 3, orbits(LENGTH, {"W": identity(2)}, WRONG_WAY, [], [TURN])),
        TANGENT,
    ),
    "dense-orbits-last-no-motion": (
        bounded(LENGTH, 3, orbits(LENGTH, {"W": identity(2)}, SECOND, [], [TURN])),
        TANGENT,
    ),
    "dense-orbits-inputs-at-rest": (
        altered(A["dense-orbits"], *((f"evidence/motions/{i}/1", {}) for i in range(4))),
        TANGENT,
    ),
    "dense-orbits-not-dense": (
        bounded(LENGTH, 2, orbits(LENGTH, LINE, TURNS, [], IN_THE_KERNEL_OF_A_LINE)),
        SQUARE_MINOR,
    ),
    "dense-orbits-few-motions-twice": (
        bounded(LENGTH, 2, orbits(LENGTH, LINE, [TURNS[0], TURNS[1]] * 2, [], IN_THE_KERNEL_OF_A_LINE)),
        SQUARE_MINOR,
    ),
    "dense-orbits-free-twice": (
        bounded(LENGTH, 2, orbits(LENGTH, LINE, TURNS[:2], [2, 2], IN_THE_KERNEL_OF_A_LINE)),
        SQUARE_MINOR,
    ),
    "dense-orbits-in-the-kernel-at-the-point-only": (
        bounded(LENGTH, 2, orbits(LENGTH, LINE, TURNS[:2], [2, 3], IN_THE_KERNEL_OF_A_LINE)),
        TANGENT,
    ),
    "dense-orbits-field-of-another-point": (
        altered(A["dense-orbits"], ("evidence/fields/0", {"W": ["constant", unit(0, 1)]})),
        TANGENT,
    ),
    "dense-orbits-field-twice": (
        bounded(LENGTH, 2, orbits(LENGTH, {"W": identity(2)}, TURNS, [], [TURN, TURN])),
        SQUARE_MINOR,
    ),
    "dense-orbits-in-the-kernel-modulo-the-modulus": (
        bounded(LENGTH, 3, orbits(LENGTH, {"W": identity(2)}, TURNS, [], [MODULO])),
        TANGENT,
    ),
    "dense-orbits-point-modulo-the-modulus": (
        altered(A["dense-orbits"], ("evidence/point/W/0/0", N + 1)),
        TANGENT,
    ),
    "block-minors-another-inverse": (altered(A["block-minors"], ("evidence/blocks/1/inverse/0/0", 5)), SQUARE_MINOR),
    "block-minors-another-point": (altered(A["block-minors"], ("evidence/point/a0/1/0", 0)), SQUARE_MINOR),
    "block-minors-not-reduced": (altered(A["block-minors"], ("evidence/blocks/1/after", [])), OUTSIDE),
    "block-minors-a-row-twice": (  # a claim of 3 where the dimension is 2
        at_least(
            SQUARE,
            3,
            {
                "point": SQUARE_POINT,
                "modulus": N,
                "blocks": [
                    one_row(0, [[0, 0]], [], 2),
                    one_row(0, [[0, 1]], [], 4),
                    one_row(1, [[1, 1]], [], 4),
                ],
            },
        ),
        OUTSIDE,
    ),
    "block-minors-a-pivot-again": (
        at_least(
            SQUARE,
            3,
            {
                "point": SQUARE_POINT,
                "modulus": N,
                "blocks": [
                    one_row(0, [[0, 0], [0, 1]], [], 2),
                    one_row(0, [[0, 1], [0, 0]], [], 4),
                    one_row(1, [[1, 1], [0, 0]], [1], 4),
                ],
            },
        ),
        OUTSIDE,
    ),
    "block-minors-of-a-block-twice": (
        altered(
            A["block-minors-of-a-curve"],
            ("claim/rank", 6),
            ("evidence/blocks/2", A["block-minors-of-a-curve"]["steps"][0]["evidence"]["blocks"][1]),
        ),
        OUTSIDE,
    ),
    "block-minors-of-a-constant": (  # its derivative is 0, not 1
        at_least(
            power_sum((1, 1), (0, 0), 1),
            1,
            {
                "point": {"a0": [[1]], "a1": [[1]]},
                "modulus": N,
                "blocks": [{"rows": [0], "columns": [[]], "after": [], "inverse": [[1]]}],
            },
        ),
        SQUARE_MINOR,
    ),
    "block-minors-even-entry": (
        at_least(
            SQUARE,
            1,
            {
                "point": {"a0": [[1, 1]]},
                "modulus": 2,
                "blocks": [{"rows": [0], "columns": [[0, 0], [0, 1]], "after": [], "inverse": [[1]]}],
            },
        ),
        SQUARE_MINOR,
    ),
}

# ------------------------------------------------------------------------------------------------------- malformed

FIRST = "evidence/blocks/0/"
MALFORMED: Table = {
    "dense-orbits-without-motions": (
        bounded(LENGTH, 2, {**orbits(LENGTH, LINE, [], [], IN_THE_KERNEL_OF_A_LINE)}),
        COUNT,
    ),
    "dense-orbits-a-motion-too-many": (
        altered(A["dense-orbits"], ("evidence/motions/4", TURNS[0])),
        COUNT,
    ),
    "dense-orbits-a-field-for-a-motion": (altered(A["dense-orbits"], ("evidence/motions/0", TURN)), LIST),
    "dense-orbits-three-fields-for-a-motion": (altered(A["dense-orbits"], ("evidence/motions/0/2", {})), LIST),
    "dense-orbits-motion-by-the-inputs": (
        altered(A["dense-orbits"], ("evidence/motions/0/0", {"W": einsum("i,j->ij", "x", "x")})),
        NAMELESS,
    ),
    "dense-orbits-inputs-moved-by-the-parameters": (
        altered(A["dense-orbits"], ("evidence/motions/0/1", {"x": einsum("ij->i", "W")})),
        NAMELESS,
    ),
    "dense-orbits-field-in-the-inputs": (
        altered(A["dense-orbits"], ("evidence/fields/0", {"W": einsum("i,j->ij", "x", "x")})),
        NAMELESS,
    ),
    "dense-orbits-field-on-the-inputs": (altered(A["dense-orbits"], ("evidence/fields/0/x", "x")), NAMES),
    "dense-orbits-motion-of-another-shape": (
        altered(A["dense-orbits"], ("evidence/motions/0/1/x", ["take", "x", 0])),
        SHAPES,
    ),
    "dense-orbits-free-too-large": (altered(A["dense-orbits-of-a-slice"], ("evidence/free/0", 4)), BELOW),
    "dense-orbits-frame-missing": (altered(A["dense-orbits"], ("evidence/frame", REMOVED)), KEYS),
    "dense-orbits-point-short": (altered(A["dense-orbits"], ("evidence/point/W/0", [1])), LIST),
    "dense-orbits-gf": (altered(A["dense-orbits"], ("claim/field", "GF(101)")), ZERO_CHARACTERISTIC),
    "block-minors-rank": (altered(A["block-minors"], ("claim/rank", 9)), ROWS),
    "block-minors-no-power-sum": (altered(A["block-minors"], ("claim/law", network((2, 1), 2))), POWERS),
    "block-minors-row-too-large": (altered(A["block-minors"], (FIRST + "rows/0", 12)), BELOW),
    "block-minors-variable-too-large": (altered(A["block-minors"], (FIRST + "columns/0/0", 6)), BELOW),
    "block-minors-after-itself": (altered(A["block-minors"], (FIRST + "after", [0])), BELOW),
    "block-minors-empty": (
        altered(A["block-minors"], (FIRST + "rows", []), (FIRST + "inverse", []), ("claim/rank", 4)),
        A_ROW,
    ),
    "block-minors-fewer-columns": (altered(A["block-minors"], (FIRST + "columns/3", REMOVED)), BELOW),
    "block-minors-modulus-1": (altered(A["block-minors"], ("evidence/modulus", 1)), MODULUS),
    "block-minors-another-modulus": (altered(A["block-minors-of-a-curve"], ("evidence/modulus", 103)), MODULUS),
    "block-minors-extra-key": (altered(A["block-minors"], (FIRST + "free", [])), KEYS),
}

# -------------------------------------------------------------------------------------------------- over the limit

TOWER = law({}, {"W": [2, 2]}, einsum("ij->", "h60"), *tower("W", 60))
OVER_THE_LIMIT: Table = {
    "dense-orbits-tower": (
        altered(
            bounded(BILINEAR, 1, orbits(BILINEAR, AT_ONE, BASE_CHANGES, [2], KEPT)),
            ("claim/law", law({}, {"A": [1, 2], "B": [2, 1]}, einsum("ij,jk->ik", "h60", "B"), *tower("A", 60))),
        ),
        DEGREE_OF_AN_IDENTITY,
    ),
    "block-minors-high-power": (
        at_least(
            power_sum((1,), (9999,), 1),
            1,
            {"point": {"a0": [[1]]}, "modulus": N, "blocks": [one_row(0, [[0]], [], 1)]},
        ),
        WORK,
    ),
}
