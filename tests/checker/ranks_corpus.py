"""The part of the corpora about Koszul flattenings, substitutions, smooth points: see ``corpus``, which writes it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations, product
from math import prod
from typing import Any

from . import laws
from .decompositions_corpus import jennrich, number, unique
from .law_corpus import at_most, by_double_points, counted, independent, inverted, power_sum
from .making import (
    BELOW,
    INTEGER,
    KEYS,
    LIST,
    MODULUS,
    NATURAL,
    NO_UNIT,
    REMOVED,
    SQUARE_MINOR,
    WORK,
    Certificate,
    Table,
    altered,
    certificate,
    fraction,
    identity,
    minor,
    residue,
    step,
)

EACH_MODE_ONCE = "three groups contain each mode once"
POWER = "the power is below the size of the first group"
ROW = "a matrix has a row"
MANY_MONOMIALS = "there are too many monomials"
INDEPENDENT = "combinations of slices are not shown to be independent"
DIFFERENT = "the slices are different"
REMOVED_SLICES = "slices are removed"
ONE_IN_GENERAL = "the first premise is not that general sums like this have one decomposition"
BY_FORMS = "a premise is by another rule, or of another law or rank"
OTHER_POINT = "a premise is not at the terms"
PREMISES = "the number of premises is wrong"
SEVERAL_FIELDS = "the steps are over several fields"

# -------------------------------------------------------------------------------------------------- Koszul flattenings

Entries = dict[tuple[int, ...], Any]


def entries_of(nested: Any) -> Entries:
    found: Entries = {(): nested}
    while isinstance(next(iter(found.values())), list):
        found = {(*place, i): x for place, part in found.items() for i, x in enumerate(part)}
    return found


def exchanges(numbers: tuple[int, ...]) -> int:
    """The sign of the permutation that sorts them."""
    return prod(-1 if x > y else 1 for x, y in combinations(numbers, 2))


def koszul(
    tensor: Any, modes: list[list[int]], power: int, restriction: Any = None, sign: Any = exchanges
) -> list[list[Any]]:
    """Written from the definition: for each place of the restricted tensor, the entries of the matrix that it is in."""
    entries = entries_of(tensor)
    shape = [1 + max(place[m] for place in entries) for m in range(len(next(iter(entries))))]

    def place(group: list[int], at: tuple[int, ...]) -> int:
        index = 0
        for mode in group:
            index = index * shape[mode] + at[mode]
        return index

    a, b, c = (prod(shape[m] for m in group) for group in modes)
    maps = restriction or identity(a)
    size = len(maps)
    sources, targets = (list(combinations(range(size), k)) for k in (power, power + 1))
    matrix = [[fraction(0)] * (len(sources) * b) for _ in range(len(targets) * c)]
    for at, x in entries.items():
        i, j, k = (place(group, at) for group in modes)
        for t, (s, S) in product(range(size), enumerate(sources)):
            if t not in S:
                row = targets.index(tuple(sorted((*S, t)))) * c + k
                matrix[row][s * b + j] += sign((*S, t)) * fraction(maps[t][i]) * fraction(x)
    return matrix


def by_koszul(
    tensor: Any,
    modes: list[list[int]],
    power: int,
    rank: int,
    multiplicity: int,
    restriction: Any = None,
    field: str = "Q",
    n: int = 101,
    of: str = "border",
    sign: Any = exchanges,
) -> Certificate:
    matrix = koszul(tensor, modes, power, restriction, sign)
    rows, columns = independent([[residue(x, n) for x in row] for row in matrix], n)
    size = (rank - 1) * multiplicity + 1
    rows = rows[:size]
    _, columns = independent([[residue(x, n) for x in matrix[i]] for i in rows], n)
    evidence = {
        "modes": modes,
        "power": power,
        "restriction": restriction,
        "minor": minor(matrix, rows, columns, n),
    }
    return certificate(step(f"{of}-rank-at-least", field, "flattening", evidence, tensor=tensor, rank=rank))


SINGLY = [[0], [1], [2]]
CUBE = [[[1, 2, 0], [0, 1, 1], [3, 0, 1]], [[0, 1, 1], [2, 0, 1], [1, 1, 0]], [[1, 0, 2], [1, 1, 0], [0, 2, 1]]]
CUBE2 = [[[0, 1, 0], [1, 1, 0], [0, 0, 0]], [[1, 1, 0], [0, 1, 1], [0, 0, 1]], [[0, 0, 1], [1, 0, 0], [1, 1, 1]]]
FOURTH = [*CUBE, [["1/2", 1, 0], [1, 0, 5], [2, 1, 1]]]
RESTRICTION = [[1, 0, 0, 2], [0, 1, "1/3", 0], [0, 0, 1, 1]]
ORDER4 = [
    [[[1, 0, 2], [0, 1, 0], [1, 1, 0]], [[0, 1, 0], [1, 0, 1], [0, 2, 1]]],
    [[[1, 1, 0], [2, 0, 1], [0, 0, 1]], [[0, 0, 1], [1, 1, 1], [1, 0, 3]]],
]
TWO_TERMS = [[[1, 0], [0, 0]], [[0, 0], [0, 1]], [[1, 0], [0, 0]]]


def without_sign(_: tuple[int, ...]) -> int:
    return 1


# ------------------------------------------------------------------------------------------------------- substitutions

W = [[[0, 1], [1, 0]], [[1, 0], [0, 0]]]
ZERO: list[Any] = []
ONE = [[1, []]]
MINUS_ONE = [[-1, []]]


def eliminated(mode: int, removed: list[int], combined: Any, inverted: Any) -> dict[str, Any]:
    return {"mode": mode, "removed": removed, "combinations": combined, "inverse": inverted}


def by_substitution(tensor: Any, rank: int, *eliminations: Any, field: str = "Q") -> Certificate:
    evidence = {"eliminations": list(eliminations)}
    return certificate(step("tensor-rank-at-least", field, "substitution-method", evidence, tensor=tensor, rank=rank))


# the slice W_1 = [[1, 0], [0, 0]] goes; W_0 + μ W_1 = [[μ, 1], [1, 0]], and its inverse is [[0, 1], [1, −μ]]
FIRST = eliminated(0, [1], [[ZERO]], [[ONE], [ZERO], [ZERO], [ZERO]])
SECOND = eliminated(1, [0, 1], [[], []], [[ZERO, ONE], [ONE, [[-1, [0]]]]])
W_RANK = by_substitution(W, 3, FIRST, SECOND)
# the slices of W in the other order, three times the one that stays added to the first, and taken off again
MIXED = by_substitution(
    [[[1, 3], [3, 0]], [[0, 1], [1, 0]]],
    3,
    eliminated(0, [0], [[[[-3, []]]]], [[ONE], [ZERO], [ZERO], [ZERO]]),
    eliminated(1, [1, 0], [[], []], [[ONE, ZERO], [[[-1, [0]]], ONE]]),
)
HALF = by_substitution(  # W_0 / 2 + μ W_1 / 3
    [[[0, "1/2"], ["1/2", 0]], [["1/3", 0], [0, 0]]],
    3,
    eliminated(0, [1], [[ZERO]], [[[[3, []]]], [ZERO], [ZERO], [ZERO]]),
    eliminated(1, [0, 1], [[], []], [[ZERO, [[2, []]]], [[[2, []]], [["-4/3", [0]]]]]),
)


def sparse(rows: int, columns: int, filled: dict[tuple[int, int], Any]) -> list[list[Any]]:
    """A matrix of polynomials, 0 elsewhere."""
    return [[filled.get((i, j), []) for j in range(columns)] for i in range(rows)]


# 2×2 by 2×2 matrices: x_00 = a x_01 + b x_10 + c x_11 (with signs), then a row space of Y, then all of Z
MATRIX_PRODUCT = [[[0] * 4 for _ in range(4)] for _ in range(4)]
for _i, _j, _k in product(range(2), repeat=3):
    MATRIX_PRODUCT[2 * _i + _j][2 * _j + _k][2 * _k + _i] = 1
SEVEN = by_substitution(
    MATRIX_PRODUCT,
    7,
    eliminated(1, [0], sparse(1, 3, {}), sparse(16, 1, {(0, 0): ONE})),
    eliminated(
        2,
        [0, 1],
        sparse(2, 2, {(0, 0): [[-1, [0]]], (1, 1): [[-1, [0]]]}),
        sparse(12, 2, {(4, 0): ONE, (10, 1): ONE}),
    ),
    eliminated(
        0,
        [0, 1, 2, 3],
        [[], [], [], []],
        sparse(
            6,
            4,
            {
                (0, 0): ONE,
                (0, 1): [[-1, [0, 1, 3]], [-1, [2, 3]]],
                (0, 3): [[-1, [0, 1, 5]], [-1, [2, 5]]],
                (1, 1): [[-1, [0, 1, 4]], [-1, [2, 4]]],
                (1, 2): ONE,
                (1, 3): [[-1, [0, 1, 6]], [-1, [2, 6]]],
                (2, 1): [[1, [0]]],
                (3, 3): [[1, [0]]],
                (4, 1): ONE,
                (5, 3): ONE,
            },
        ),
    ),
)


# ------------------------------------------------------------------------------------------------------- smooth points


def transposed(rows: Any) -> Any:
    return [list(column) for column in zip(*rows, strict=True)]


def tangents(factors: Any, n: int, fewer: int = 0) -> Any:
    """A minor of the derivative at the terms, in entries of the sum."""
    shape, terms = [len(factor) for factor in factors], len(factors[0][0])
    of = power_sum(tuple(shape), (1,) * len(shape), terms)
    point = {f"a{k}": [[residue(x, n) for x in row] for row in transposed(f)] for k, f in enumerate(factors)}
    units = [[[int(h == i) for h in range(size)] for i in range(size)] for size in shape]
    rows = [[{f"x{k}": unit for k, unit in enumerate(chosen)}, 1] for chosen in product(*units)]
    matrix = laws.derivatives(of, point, rows, n)
    chosen, columns = (some[: len(some) - fewer] for some in independent(matrix, n))
    found = inverted([matrix[i] for i in chosen], columns, n)
    evidence = {"point": point, "rows": [rows[i] for i in chosen], **found}
    return step("dimension-at-least", "Q", "jacobian-minor", evidence, law=of, rank=len(chosen))


def smooth(sizes: tuple[int, ...], terms: int, *pairs: Any, seed: int = 1, **how: Any) -> Certificate:
    """The decomposition is that at whose terms the forms are singular."""
    forms = by_double_points(sizes, (1,) * len(sizes), terms, *pairs, seed=seed, **how)
    factors = [transposed(forms["evidence"]["point"][f"a{k}"]) for k in range(len(sizes))]
    one = number(power_sum(sizes, (1,) * len(sizes), terms), 1, "generic-point", None, 3)
    return certificate(
        *jennrich(factors), one, forms, tangents(factors, 101), unique("smooth-point", factors, {}, 4, 5, 6)
    )


FLATTENING = ((0, 0, 1), (1, 1, 0))
STRASSEN = ((1, (0, 1, 0)), (1, (0, 0, 1)))
SMOOTH = smooth((2, 2, 3), 2, FLATTENING)

# ------------------------------------------------------------------------------------------------------------ accepted

ACCEPTED: dict[str, Certificate] = {
    "koszul-flattening": by_koszul(CUBE, SINGLY, 1, 5, 2),
    "koszul-flattening-tensor": by_koszul(CUBE, [[2], [0], [1]], 1, 5, 2, of="tensor"),
    "koszul-flattening-restricted": by_koszul(FOURTH, SINGLY, 1, 5, 2, RESTRICTION),
    "koszul-flattening-of-power-two": by_koszul(FOURTH, SINGLY, 2, 4, 3),
    "koszul-flattening-of-power-zero": by_koszul(CUBE, SINGLY, 0, 3, 1),
    "koszul-flattening-gf": by_koszul(CUBE2, SINGLY, 1, 5, 2, field="GF(2)", n=2),
    "koszul-flattening-of-a-group": by_koszul(ORDER4, [[1, 0], [2], [3]], 1, 4, 3),
    "koszul-flattening-restricted-to-a-line": by_koszul(CUBE, SINGLY, 0, 3, 1, [[1, 0, 1]]),
    "substitution-method": W_RANK,
    "substitution-method-combination": MIXED,
    "substitution-method-fractions": HALF,
    "substitution-method-gf": by_substitution(W, 3, FIRST, SECOND, field="GF(2)"),
    "substitution-method-matrix-product": SEVEN,
    "substitution-method-less": altered(W_RANK, ("claim/rank", 2)),
    "substitution-method-nothing": by_substitution(W, 0),
    "smooth-point": SMOOTH,
    "smooth-point-koszul": smooth((3, 3, 3), 3, STRASSEN, wedge=0),
    "smooth-point-of-everything": smooth((2, 2, 2), 2),
}
A = ACCEPTED
KOSZUL, RESTRICTED = A["koszul-flattening"], A["koszul-flattening-restricted"]


def forged(size: int) -> dict[str, Any]:
    return {"rows": [0] * size, "columns": [*range(size)], "modulus": 101, "inverse": identity(size)}


def with_premise(index: int, *changes: tuple[str, Any]) -> Certificate:
    return altered(SMOOTH, *((f"/steps/{index}/{path}", value) for path, value in changes))


def without_a_row(value: Certificate) -> Certificate:
    """The third premise is the honest bound of one dimension less."""
    factors = value["steps"][7]["claim"]["factors"]
    return altered(value, ("/steps/6", tangents(factors, 101, 1)))


OTHER = smooth((2, 2, 3), 2, FLATTENING, seed=2)
ONE_TERM = number(power_sum((2, 2, 3), (1, 1, 1), 1), 1, "linear-section", {"block": 2})

# ------------------------------------------------------------------------------------------------------------ rejected

REJECTED: Table = {
    "koszul-flattening-entry-changed": (altered(KOSZUL, ("claim/tensor/0/0/0", 2)), SQUARE_MINOR),
    "koszul-flattening-one-more": (
        altered(KOSZUL, ("claim/rank", 6), ("evidence/minor", forged(11) | {"columns": [0] * 11})),
        SQUARE_MINOR,
    ),
    "koszul-flattening-without-signs": (
        by_koszul([[[1, 0], [0, 0]], [[0, 0], [0, 1]], [[0, 1], [1, 0]]], SINGLY, 1, 3, 2, sign=without_sign),
        SQUARE_MINOR,
    ),
    "koszul-flattening-other-groups": (altered(KOSZUL, ("evidence/modes", [[0], [2], [1]])), SQUARE_MINOR),
    "koszul-flattening-group-turned": (
        altered(A["koszul-flattening-of-a-group"], ("evidence/modes/0", [0, 1])),
        SQUARE_MINOR,
    ),
    "koszul-flattening-other-restriction": (altered(RESTRICTED, ("evidence/restriction/0/3", 3)), SQUARE_MINOR),
    "koszul-flattening-dependent-restriction": (
        altered(RESTRICTED, ("evidence/restriction/2", [1, 1, "1/3", 2])),
        SQUARE_MINOR,
    ),
    "koszul-flattening-denominator": (altered(RESTRICTED, ("evidence/restriction/0/3", "1/101")), NO_UNIT),
    "koszul-flattening-true-over-q-only": (
        altered(A["koszul-flattening-gf"], ("claim/tensor/0/0/1", 2)),
        SQUARE_MINOR,
    ),
    "substitution-method-one-more": (altered(W_RANK, ("claim/rank", 4)), REMOVED_SLICES),
    "substitution-method-nothing-removed": (by_substitution(W, 1), REMOVED_SLICES),
    "substitution-method-wrong-inverse": (
        altered(W_RANK, ("evidence/eliminations/1/inverse/1/1", [[1, [0]]])),
        INDEPENDENT,
    ),
    "substitution-method-right-where-the-unknown-is-zero": (
        altered(W_RANK, ("evidence/eliminations/1/inverse/1/1", [])),
        INDEPENDENT,
    ),
    "substitution-method-inverse-of-one-slice": (
        altered(W_RANK, ("evidence/eliminations/1/inverse/0/1", [])),
        INDEPENDENT,
    ),
    "substitution-method-the-other-slice": (  # μ W_0 + W_1 has rank 1 where μ is zero
        altered(
            W_RANK,
            ("evidence/eliminations/0", eliminated(0, [0], [[ZERO]], [[ZERO], [ONE], [ZERO], [ZERO]])),
            ("evidence/eliminations/1/inverse", [[ZERO, [[1, [0]]]], [[[1, [0]]], MINUS_ONE]]),
        ),
        INDEPENDENT,
    ),
    "substitution-method-dependent-slices": (
        by_substitution(
            TWO_TERMS,
            2,
            eliminated(0, [0, 2], [[ZERO], [ZERO]], [[ONE, ONE], [ZERO, ZERO], [ZERO, ZERO], [ZERO, ZERO]]),
        ),
        INDEPENDENT,
    ),
    "substitution-method-without-combination": (
        altered(SEVEN, ("evidence/eliminations/1/combinations/0/0", [])),
        INDEPENDENT,
    ),
    "substitution-method-true-over-gf-only": (
        altered(A["substitution-method-gf"], ("evidence/eliminations/0/inverse/0/0", [[2, []]])),
        INDEPENDENT,
    ),
    "smooth-point-not-at-the-terms": (
        altered(SMOOTH, ("/steps/5", OTHER["steps"][5])),
        OTHER_POINT,
    ),
    "smooth-point-tangents-of-another": (
        altered(SMOOTH, ("/steps/6", OTHER["steps"][6])),
        OTHER_POINT,
    ),
    "smooth-point-term-changed": (altered(SMOOTH, ("claim/factors/0/0/0", 100)), OTHER_POINT),
    "smooth-point-term-of-the-same-residue": (
        altered(SMOOTH, ("claim/factors/0/0/0", "1/101")),
        NO_UNIT,
    ),
    "smooth-point-counted-dimension": (
        altered(SMOOTH, ("/steps/5", counted(power_sum((2, 2, 3), (1, 1, 1), 2), 14))),
        BY_FORMS,
    ),
    "smooth-point-secant-count": (
        altered(SMOOTH, ("/steps/5", at_most("secant-count", power_sum((2, 2, 3), (1, 1, 1), 2), 10))),
        BY_FORMS,
    ),
    "smooth-point-weaker-bound": (with_premise(5, ("claim/rank", 11)), BY_FORMS),
    "smooth-point-about-fewer-terms": (
        certificate(ONE_TERM, *SMOOTH["steps"][5:7], {**SMOOTH["steps"][7], "premises": [0, 1, 2]}),
        ONE_IN_GENERAL,
    ),
    "smooth-point-premises-exchanged": (altered(SMOOTH, ("premises", [5, 4, 6])), ONE_IN_GENERAL),
    "smooth-point-bounds-exchanged": (altered(SMOOTH, ("premises", [4, 6, 5])), BY_FORMS),
    "smooth-point-fewer-tangents": (without_a_row(SMOOTH), BY_FORMS),
}

# ----------------------------------------------------------------------------------------------------------- malformed

E0, E1 = "evidence/eliminations/0", "evidence/eliminations/1"
MALFORMED: Table = {
    "koszul-flattening-mode-twice": (altered(KOSZUL, ("evidence/modes", [[0], [1], [1, 2]])), EACH_MODE_ONCE),
    "koszul-flattening-mode-missing": (altered(KOSZUL, ("evidence/modes", [[0], [1], []])), EACH_MODE_ONCE),
    "koszul-flattening-four-groups": (altered(KOSZUL, ("evidence/modes", [[0], [1], [2], []])), LIST + " of length 3"),
    "koszul-flattening-mode-too-large": (altered(KOSZUL, ("evidence/modes", [[0], [1], [3]])), BELOW),
    "koszul-flattening-full-power": (
        altered(KOSZUL, ("claim/rank", 1), ("evidence/power", 3), ("evidence/minor", forged(1))),
        POWER,
    ),
    "koszul-flattening-power-negative": (altered(KOSZUL, ("evidence/power", -1)), NATURAL),
    "koszul-flattening-power-text": (altered(KOSZUL, ("evidence/power", "1")), NATURAL),
    "koszul-flattening-restriction-zero": (altered(KOSZUL, ("evidence/restriction", 0)), LIST),
    "koszul-flattening-restriction-empty": (altered(KOSZUL, ("evidence/restriction", [])), ROW),
    "koszul-flattening-restriction-narrow": (
        altered(RESTRICTED, ("evidence/restriction/1", [0, 1, 0])),
        LIST + " of length 4",
    ),
    "koszul-flattening-restriction-inexact": (altered(RESTRICTED, ("evidence/restriction/0/0", 0.5)), INTEGER),
    "koszul-flattening-smaller-minor": (altered(KOSZUL, ("claim/rank", 4)), LIST + " of length 7"),
    "koszul-flattening-without-power": (altered(KOSZUL, ("evidence/power", REMOVED)), KEYS),
    "koszul-flattening-modulus": (altered(A["koszul-flattening-gf"], ("evidence/minor/modulus", 3)), MODULUS),
    "substitution-method-mode-too-large": (altered(W_RANK, (f"{E0}/mode", 3)), BELOW),
    "substitution-method-slice-too-large": (altered(W_RANK, (f"{E0}/removed", [2])), BELOW),
    "substitution-method-slice-twice": (
        altered(
            W_RANK,
            (f"{E0}/removed", [1, 1]),
            (f"{E0}/combinations", [[[]], [[]]]),
            (f"{E0}/inverse", [[ONE, ONE], [ZERO, ZERO], [ZERO, ZERO], [ZERO, ZERO]]),
        ),
        DIFFERENT,
    ),
    "substitution-method-no-slice": (altered(W_RANK, (f"{E0}/removed", [])), LIST + " of length 0"),
    "substitution-method-no-list-of-slices": (altered(W_RANK, (f"{E0}/removed", 1)), LIST),
    "substitution-method-removed-before": (
        altered(W_RANK, ("evidence/eliminations/2", eliminated(1, [0], [[]], [[ONE], [ONE]]))),
        BELOW,
    ),
    "substitution-method-nothing-left": (
        altered(W_RANK, ("evidence/eliminations/2", eliminated(2, [0], [[[]]], []))),
        ROW,
    ),
    "substitution-method-unknown-of-its-own": (altered(W_RANK, (f"{E0}/combinations/0/0", [[1, [0]]])), BELOW),
    "substitution-method-later-unknown": (altered(W_RANK, (f"{E1}/inverse/0/0", [[1, [1]]])), BELOW),
    "substitution-method-unknown-negative": (altered(W_RANK, (f"{E1}/inverse/0/0", [[1, [-1]]])), NATURAL),
    "substitution-method-coefficient-inexact": (altered(W_RANK, (f"{E1}/inverse/0/0", [[1.0, []]])), INTEGER),
    "substitution-method-term-without-unknowns": (
        altered(W_RANK, (f"{E1}/inverse/0/0", [[1]])),
        LIST + " of length 2",
    ),
    "substitution-method-combination-wide": (altered(W_RANK, (f"{E0}/combinations/0/1", [])), LIST + " of length 1"),
    "substitution-method-inverse-short": (altered(W_RANK, (f"{E0}/inverse/3", REMOVED)), LIST + " of length 4"),
    "substitution-method-more-keys": (altered(W_RANK, (f"{E0}/rank", 1)), KEYS),
    "smooth-point-one-premise": (
        certificate(*SMOOTH["steps"][:6], {**SMOOTH["steps"][7], "premises": [4, 5]}),
        PREMISES,
    ),
    "smooth-point-with-forms": (altered(SMOOTH, ("evidence/forms", [])), KEYS),
}

# ------------------------------------------------------------------------------------------------------ over the limit


def ones(rows: int) -> list[list[int]]:
    return [[1]] * rows


WIDE = {"factors": [ones(250), ones(2), ones(2)]}
OVER_THE_LIMIT: Table = {
    "koszul-flattening-high-power": (
        altered(
            KOSZUL,
            ("claim/tensor", WIDE),
            ("claim/rank", 1),
            ("evidence/power", 120),
            ("evidence/minor", forged(1)),
        ),
        MANY_MONOMIALS,
    ),
    "koszul-flattening-wide": (
        altered(
            KOSZUL,
            ("claim/tensor", WIDE),
            ("claim/rank", 1),
            ("evidence/power", 3),
            ("evidence/minor", forged(1)),
        ),
        WORK,
    ),
}


def generated() -> Iterator[tuple[str, str, str, str]]:
    """Texts too long to be stored: the name, the text, the answer and a fragment of the reason."""
    size = 400
    many = eliminated(0, [0], [[[]] * (size - 1)], [[[]]] * size)
    large = by_substitution({"factors": [ones(size), ones(size), ones(1)]}, 1, many)
    yield "substitution-method-large", json.dumps(large), "over the limit", WORK
