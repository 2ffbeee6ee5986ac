"""Writes the corpora of certificates: ``python -m tests.checker.corpus`` from the root. Imports nothing of the package.

ACCEPTED certificates prove their claims. REJECTED ones claim something false (or support something true badly) with the
best witness that a buggy prover would emit. MALFORMED ones are no certificates. OVER_THE_LIMIT ones ask for huge work.
Each of the last three comes with a fragment of the reason that the checker has to give, so that no file is turned down
by accident for another reason. ``generated`` makes what is too long to be stored.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

from . import (
    decompositions_corpus,
    flows_corpus,
    forms_corpus,
    law_corpus,
    orbits_corpus,
    ranks_corpus,
    separation_corpus,
    weights_corpus,
)
from .making import (
    BELOW,
    FIELD,
    INTEGER,
    KEYS,
    LIST,
    LOWEST,
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
    inverse,
    minor,
    monomials,
    plain,
    step,
)
from .ranks_corpus import EACH_MODE_ONCE

FOLDER = Path(__file__).parent


# ------------------------------------------------------------------------------------------------------ arithmetic


def square_minor(matrix: list[list[Any]], n: int = 101) -> dict[str, Any]:
    """A minor with all columns, on the first rows that will do."""
    size = len(matrix[0])
    for rows in combinations(range(len(matrix)), size):
        if inverse([matrix[i] for i in rows], n) is not None:
            return minor(matrix, list(rows), list(range(size)), n)
    raise AssertionError("no such minor")


def projection(matrix: list[list[Any]], k: int, n: int = 101) -> list[list[int]]:
    """Makes the first k columns the identity."""
    square = square_minor([row[:k] for row in matrix], n)
    result = [[0] * len(matrix) for _ in range(k)]
    for i in range(k):
        for j, row in enumerate(square["rows"]):
            result[i][row] = square["inverse"][i][j]
    return result


def khatri_rao(*factors: list[list[Any]]) -> list[list[Any]]:
    rows = [[Fraction(1)] * len(factors[0][0])]
    for factor in factors:
        rows = [[x * fraction(y) for x, y in zip(one, two, strict=True)] for one in rows for two in factor]
    return [[plain(x) for x in row] for row in rows]


def columns(*vectors: list[Any]) -> list[list[Any]]:
    """The matrix with these columns."""
    return [list(row) for row in zip(*vectors, strict=True)]


def total(factors: list[list[list[Any]]]) -> Any:
    """The tensor that a decomposition sums to, nested."""

    def part(term_values: list[Fraction], mode: int) -> Any:
        if mode == len(factors):
            return plain(sum(term_values, Fraction(0)))
        return [
            part([x * fraction(y) for x, y in zip(term_values, row, strict=True)], mode + 1) for row in factors[mode]
        ]

    return part([Fraction(1)] * len(factors[0][0]), 0)


def flattened(tensor: Any, modes: list[int]) -> list[list[Any]]:
    entries: dict[tuple[int, ...], Any] = {(): total(tensor["factors"]) if isinstance(tensor, dict) else tensor}
    order = 0
    while isinstance(next(iter(entries.values())), list):
        entries = {(*place, i): x for place, part in entries.items() for i, x in enumerate(part)}
        order += 1
    others = [mode for mode in range(order) if mode not in modes]
    table: dict[tuple[int, ...], dict[tuple[int, ...], Any]] = {}
    for place, x in entries.items():
        table.setdefault(tuple(place[m] for m in modes), {})[tuple(place[m] for m in others)] = x
    return [[row[place] for place in sorted(row)] for _, row in sorted(table.items())]


def quadric(a: list[list[Any]], b: list[list[Any]], place: tuple[int, int, int, int]) -> list[Any]:
    p, q, s, t = place
    one = [fraction(a[p][i]) * fraction(a[q][j]) - fraction(a[p][j]) * fraction(a[q][i]) for i, j in all_pairs(a)]
    two = [fraction(b[s][i]) * fraction(b[t][j]) - fraction(b[s][j]) * fraction(b[t][i]) for i, j in all_pairs(a)]
    return [x * y for x, y in zip(one, two, strict=True)]


def all_pairs(matrix: list[list[Any]]) -> list[tuple[int, int]]:
    return list(combinations(range(len(matrix[0])), 2))


def all_quadrics(a: list[list[Any]], b: list[list[Any]]) -> list[tuple[int, int, int, int]]:
    return [(*one, *two) for one in combinations(range(len(a)), 2) for two in combinations(range(len(b)), 2)]


def solutions(rows: list[list[Fraction]], unknowns: int) -> list[list[Fraction]]:
    """Rows are equations: coefficients of the unknowns, then right-hand sides; a solution for each of these."""
    pivots: list[int] = []
    for c in range(unknowns):
        found = next((i for i in range(len(pivots), len(rows)) if rows[i][c]), None)
        if found is None:
            continue
        k = len(pivots)
        rows[k], rows[found] = rows[found], rows[k]
        rows[k] = [x / rows[k][c] for x in rows[k]]
        for i, row in enumerate(rows):
            if i != k and row[c]:
                rows[i] = [x - row[c] * y if y else x for x, y in zip(row, rows[k], strict=True)]
        pivots.append(c)
    assert not any(any(row) for row in rows[len(pivots) :]), "no solution"
    result = []
    for s in range(unknowns, len(rows[0])):
        values = [Fraction(0)] * unknowns
        for i, c in enumerate(pivots):
            values[c] = rows[i][s]
        result.append(values)
    return result


def ideal_pairs(a: list[list[Any]], b: list[list[Any]], power: int) -> list[dict[str, Any]]:
    """Writes each (d_i d_j)^power as a combination of quadrics."""
    terms, pairs = len(a[0]), all_pairs(a)
    products = [(exponent, place) for exponent in monomials(terms, 2 * power - 2) for place in all_quadrics(a, b)]
    wanted = monomials(terms, 2 * power)
    table = {exponent: [Fraction(0)] * (len(products) + len(pairs)) for exponent in wanted}
    for c, (exponent, place) in enumerate(products):
        for (i, j), x in zip(pairs, quadric(a, b, place), strict=True):
            table[tuple(e + (r in (i, j)) for r, e in enumerate(exponent))][c] += x
    for c, pair in enumerate(pairs):
        table[tuple(power * (r in pair) for r in range(terms))][len(products) + c] = Fraction(1)
    return [
        {
            "power": power,
            "summands": [
                [plain(x), list(exponent), list(place)]
                for x, (exponent, place) in zip(values, products, strict=True)
                if x
            ],
        }
        for values in solutions(list(table.values()), len(products))
    ]


# ------------------------------------------------------------------------------------------------ making certificates


def unique(rule: str, factors: Any, evidence: Any, field: str = "Q", premises: tuple[int, ...] = ()) -> Any:
    return step("essentially-unique", field, rule, evidence, premises, factors=factors)


def singly(order: int) -> list[list[int]]:
    return [[mode] for mode in range(order)]


def by_jennrich(factors: Any, field: str = "Q", n: int = 101, grouping: Any = None) -> list[Any]:
    """Kruskal's condition where two k-ranks are the number of terms, and the third is 2."""
    grouping = grouping or singly(3)
    groups = [khatri_rao(*(factors[mode] for mode in group)) for group in grouping]
    terms = len(factors[0][0])
    premises = [k_rank(matrix, k, field, n) for matrix, k in zip(groups, (terms, terms, 2), strict=True)]
    return [*premises, by_kruskal(factors, (0, 1, 2), field, grouping)]


def by_kruskal(factors: Any, premises: tuple[int, ...], field: str = "Q", grouping: Any = None) -> Any:
    return unique("kruskal", factors, {"grouping": grouping or singly(len(factors))}, field, premises)


def by_compound(factors: Any, field: str = "Q", n: int = 101) -> Any:
    c, a, b = factors
    places = all_quadrics(a, b)
    independent = square_minor([quadric(a, b, place) for place in places], n)
    chosen = [list(places[i]) for i in independent["rows"]]
    independent["rows"] = list(range(len(chosen)))
    evidence = {"grouping": singly(3), "minor": square_minor(c, n), "quadrics": chosen, "independent": independent}
    return unique("compound", factors, evidence, field)


def by_ideal(factors: Any, power: int) -> Any:
    evidence = {"grouping": singly(3), "minor": square_minor(factors[0]), "pairs": ideal_pairs(*factors[1:], power)}
    return unique("ideal", factors, evidence)


def by_points(factors: Any, field: str, n: int) -> Any:
    evidence = {"grouping": singly(3), "minor": square_minor(factors[0], n), "modulus": n}
    return unique("points-modulo-prime", factors, evidence, field)


def second(factors: Any, others: Any, differences: Any, field: str = "Q", root: Any = None, term: int = 0) -> Any:
    evidence = {"factors": others, "root": root, "term": term, "differences": differences}
    return step("not-essentially-unique", field, "second-decomposition", evidence, factors=factors)


def k_rank(matrix: Any, rank: int, field: str = "Q", n: int = 101) -> Any:
    return step("k-rank-at-least", field, "column-walk", {"modulus": n}, matrix=matrix, rank=rank)


def projected(matrix: Any, rank: int, field: str = "Q", n: int = 101) -> Any:
    evidence = {"modulus": n, "projection": projection(matrix, rank, n)}
    return step("k-rank-at-least", field, "projected-minors", evidence, matrix=matrix, rank=rank)


def dependent(matrix: Any, places: list[int], relation: list[Any], field: str = "Q") -> Any:
    evidence = {"columns": places, "relation": relation}
    return step("k-rank-at-most", field, "dependent-columns", evidence, matrix=matrix, rank=len(places) - 1)


def counted(matrix: Any, rank: int, field: str = "Q") -> Any:
    return step("k-rank-at-most", field, "column-count", {}, matrix=matrix, rank=rank)


def at_least(rule: str, tensor: Any, rank: int, field: str = "Q", premises: tuple[int, ...] = ()) -> Any:
    """By a rule without evidence."""
    return step("tensor-rank-at-least", field, rule, {}, premises, tensor=tensor, rank=rank)


def order_of(tensor: Any) -> int:
    if isinstance(tensor, dict):
        return len(tensor["factors"])
    return 1 + order_of(tensor[0]) if isinstance(tensor, list) else 0


def at_modes(order: int, modes: list[int], minor: Any) -> dict[str, Any]:
    """The evidence that is a minor of the flattening at some modes."""
    groups = [[], [mode for mode in range(order) if mode not in modes], modes]
    return {"modes": groups, "power": 0, "restriction": None, "minor": minor}


def by_flattening(
    tensor: Any,
    modes: list[int],
    rows: list[int],
    places: list[int],
    field: str = "Q",
    n: int = 101,
    of: str = "tensor",
) -> Any:
    evidence = at_modes(order_of(tensor), modes, minor(flattened(tensor, modes), rows, places, n))
    return step(f"{of}-rank-at-least", field, "flattening", evidence, tensor=tensor, rank=len(rows))


def decomposition(tensor: Any, factors: Any, field: str = "Q", root: Any = None) -> Any:
    evidence = {"factors": factors, "root": root}
    return step("tensor-rank-at-most", field, "decomposition", evidence, tensor=tensor, rank=len(factors[0][0]))


def by_curve(tensor: Any, factors: Any, order: int, field: str = "Q") -> Any:
    evidence = {"factors": factors, "order": order}
    return step("border-rank-at-most", field, "decomposition", evidence, tensor=tensor, rank=len(factors[0][0]))


def between(of: str, lower: int, upper: int, field: str = "Q", premises: tuple[int, ...] = (0, 1), **about: Any) -> Any:
    return step(f"{of}-rank-between", field, "both-bounds", {}, premises, **about, lower=lower, upper=upper)


# ------------------------------------------------------------------------------------------------------- instances

I2, I3, I4 = identity(2), identity(3), identity(4)
LINE3 = [[1, 1, 1], [0, 1, 2]]  # three points of the line
LINE4 = [[1, 1, 1, 1], [0, 1, 2, 3]]
CONIC7 = [[1] * 7, list(range(7)), [i * i for i in range(7)]]
CONIC = [[1, 1, 1, 1], [0, 1, 2, 3], [0, 1, 4, 9]]
W = [[[0, 1], [1, 0]], [[1, 0], [0, 0]]]
W_FACTORS = [columns([1, 0], [1, 0], [0, 1]), columns([1, 0], [0, 1], [1, 0]), columns([0, 1], [1, 0], [1, 0])]
# a ⊗ b ⊗ c′ + a ⊗ b′ ⊗ c + a′ ⊗ b ⊗ c
W_TURNED = [columns([3, 2], [3, 2], [5, 7]), columns([2, -1], [4, 3], [2, -1]), columns([3, 5], [1, 6], [1, 6])]
GENERAL2 = [[[1, 2], [3, 5]], [[2, 7], [-1, 3]], [[4, 1], [3, 2]]]
LONG = [[65536, -1, 40009], [-3, 50021, 65530], [65003, 65519, -7]]
HALVES = [[["1/2", "1/2"]], [[1, 1]]]
UNIT2 = total([I2, I2, I2])
CIRCLE = [[[1, 0], [0, 1]], [[0, -1], [1, 0]]]  # hyperdeterminant -4
ROOT8 = [[[1, 0], [0, 1]], [[0, 2], [1, 0]]]  # hyperdeterminant 8
SQUARE9 = [[[1, 0], [0, 1]], [[0, 2], [1, 1]]]  # hyperdeterminant 9
TWO = [[[1, 1], [1, 2]], [[1, 2], [3, 4]], [[1, 1], [0, 1]]]  # two terms, all factors invertible
RATIONAL = [[["1/2", 1], [1, "2/3"]], [[1, "-3/4"], [3, 4]], [[1, 1], [0, "1/5"]]]
# the images modulo the first vectors lie on a line in both, with the same parameters: e_0 ⊗ e_0 is a double point
TANGENT = [
    identity(5),
    columns([1, 0, 0], [0, 1, 0], [1, 1, 1], [1, 1, 2], [2, 0, 1]),
    columns([1, 0, 0], [1, 1, 0], [0, 1, 1], [2, 1, 2], [1, 0, 1]),
]
GENERAL = [I4, [[1, 0, 0, 1], [0, 1, 0, 1], [0, 0, 1, 1]], [[1, 0, 0, 1], [0, 1, 0, 2], [0, 0, 1, 3]]]
# five rank-one matrices whose span has a sixth, rational one
ANOTHER_POINT = [
    identity(5),
    columns([1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 1], [3, 2, 2]),
    columns([1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 1], [1, -3, 3]),
]
# seven rank-one matrices whose span has three further, conjugate ones [H5]
SEVEN = [
    identity(7),
    [[1, 0, 0, 1, -1, -1, 1], [0, 1, 0, 1, 0, 0, -1], [0, 0, 1, 1, -1, 1, -1]],
    [[1, 0, 0, 0, 1, -1, 1], [0, 1, 0, 0, 1, -1, 0], [0, 0, 1, 0, 1, -1, -1], [0, 0, 0, 1, 1, 0, -1]],
]
E4 = [columns([1, 0], [1, 0], [0, 1]), columns([1, 0], [0, 1], [0, 1]), columns([1, 0], [0, 1], [1, 0])]
SQRT2 = {"polynomial": [-2, 0, 1], "interval": [1, 2]}
CUBIC = {"polynomial": [2, -2, -1, 1], "interval": ["5/4", "3/2"]}  # (t - 1)(t² - 2)
IMAGINARY = {"polynomial": [1, 0, 1], "interval": []}


def turned(scale: Any, slope: int = 1) -> list[Any]:
    """u = slope · t: (1, u)(1, u)ᵀ + (u, -1)(u, -1)ᵀ = (1 + u²) I, the second factor divided by 1 + u² = 1/scale."""
    s = fraction(scale)
    one = [[[1, 0], [0, slope]], [[0, slope], [-1, 0]]]
    return [one, [[[plain(s * x) for x in entry] for entry in row] for row in one]]


SHEAR = [columns([1, 0], [1, 1]), columns([1, -1], [0, 1])]  # another decomposition of the identity
CURVE = [[[[1, 0], [-1, 0]], [[0, 1], [0, 0]]], *[[[[1, 0], [1, 0]], [[0, 1], [0, 0]]]] * 2]  # for W, of order 1
THREE = [[row[:3] for row in CONIC], [row[:3] for row in CONIC], LINE3]
FOUR = [I2, TWO[0], [[1, 1], [0, 3]], TWO[1]]
ROOT8_FACTORS = [
    [[[1, 0], [1, 0]], [[0, 1], [0, -1]]],
    [[[0, 1], [0, -1]], [[1, 0], [1, 0]]],
    [[[0, "1/4"], [0, "-1/4"]], [["1/2", 0], ["1/2", 0]]],
]
BY_KRUSKAL = [k_rank(THREE[0], 3), k_rank(LINE3, 2), by_kruskal(THREE, (0, 0, 1))]
PLACES = [[0, 1], [0, 0]]


# -------------------------------------------------------------------------------------------------------- accepted

ACCEPTED: dict[str, Certificate] = {
    "projected-minors": certificate(projected(CONIC, 3)),
    "projected-minors-gf": certificate(projected(CONIC, 3, "GF(7)", 7)),
    "projected-minors-square": certificate(projected(TWO[1], 2, "R")),
    "projected-minors-rational": certificate(projected([["1/2", 0, 1], [0, "3/2", 1]], 2, n=35)),
    "projected-minors-one-row": certificate(projected([[1, 2, 3]], 1)),
    "projected-minors-seven-columns": certificate(projected(CONIC7, 3)),
    "column-walk": certificate(k_rank(CONIC, 3)),
    "column-walk-composite-modulus": certificate(k_rank([["1/2", 0, 1], [0, "2/3", 1]], 2, n=35)),
    "column-walk-gf": certificate(k_rank(LINE4, 2, "GF(5)", 5)),
    "column-walk-zero": certificate(k_rank([[0, 0]], 0)),
    "column-walk-complex": certificate(k_rank(LINE4, 2, "C")),
    "dependent-columns": certificate(dependent(LINE4, [3, 1, 0], [1, -3, 2])),
    "dependent-columns-gf": certificate(dependent(LINE3, [0, 2], [1, "1/3"], "GF(2)")),
    "column-count": certificate(counted(LINE3, 3)),
    "k-rank-between": certificate(
        k_rank(LINE4, 2), dependent(LINE4, [0, 1, 2], [1, -2, 1]), between("k", 2, 2, matrix=LINE4)
    ),
    "rank-one": certificate(unique("rank-one", [[["1/2"], [0]], [[3]]], {})),
    "rank-one-gf": certificate(unique("rank-one", [[[1], [2]], [[3], [1]], [[4]]], {}, "GF(3)")),
    "jennrich": certificate(*by_jennrich(TWO)),
    "jennrich-rational": certificate(*by_jennrich(RATIONAL)),
    "jennrich-composite-modulus": certificate(*by_jennrich(TWO, n=9)),
    "jennrich-gf": certificate(*by_jennrich([I3, I3, LINE3], "GF(3)", 3)),
    "jennrich-grouped": certificate(*by_jennrich(FOUR, "R", grouping=[[0], [1, 2], [3]])),
    "jennrich-matrix-grouped": certificate(*by_jennrich([I2, I2, TWO[0], I2], "C", grouping=[[1], [0, 3], [2]])),
    "kruskal": certificate(k_rank(CONIC, 3), k_rank(I4, 4), by_kruskal([CONIC, CONIC, I4], (0, 0, 1))),
    "kruskal-shared-premise": certificate(*BY_KRUSKAL),
    "kruskal-one-premise": certificate(projected(I3, 3), by_kruskal([I3, I3, I3], (0, 0, 0))),
    "kruskal-gf": certificate(
        k_rank(CONIC, 3, "GF(5)", 5), k_rank(I4, 4, "GF(5)", 5), by_kruskal([I4, CONIC, CONIC], (1, 0, 0), "GF(5)")
    ),
    "kruskal-four-groups": certificate(
        k_rank(CONIC, 3, "C"), k_rank(LINE4, 2, "C"), by_kruskal([CONIC, CONIC, CONIC, LINE4], (0, 0, 0, 1), "C")
    ),
    "kruskal-four-groups-two-of-full-rank": certificate(
        k_rank(I3, 3, "C"), k_rank(LINE3, 2, "C"), by_kruskal([I3, I3, LINE3, LINE3], (0, 0, 1, 1), "C")
    ),
    "kruskal-grouped": certificate(
        k_rank(khatri_rao(LINE4, LINE4), 3),
        k_rank(I4, 4),
        by_kruskal([LINE4, LINE4, I4, I4], (0, 1, 1), grouping=[[0, 1], [2], [3]]),
    ),
    "lovitz-petrov": certificate(unique("lovitz-petrov", [*E4, I3], {"modulus": 2})),
    "lovitz-petrov-gf": certificate(unique("lovitz-petrov", [I3, I3, LINE3], {"modulus": 3}, "GF(3)")),
    "lovitz-petrov-one-term": certificate(unique("lovitz-petrov", [[["1/3"]], [[2]]], {"modulus": 5})),
    "compound": certificate(by_compound(GENERAL)),
    "compound-gf": certificate(by_compound(GENERAL, "GF(5)", 5)),
    "compound-3x4": certificate(by_compound([I4, GENERAL[1], I4])),
    "compound-two-terms": certificate(by_compound(RATIONAL)),
    "ideal": certificate(by_ideal(TANGENT, 2)),
    "ideal-power-99": certificate(
        unique(
            "ideal",
            [I2, I2, I2],
            {
                "grouping": singly(3),
                "minor": square_minor(I2),
                "pairs": [{"power": 99, "summands": [[1, [98, 98], [0, 1, 0, 1]]]}],
            },
        )
    ),
    "ideal-two-terms": certificate(by_ideal(RATIONAL, 1)),
    "points-modulo-prime": certificate(by_points(SEVEN, "Q", 3)),
    "points-modulo-prime-gf": certificate(by_points(SEVEN, "GF(3)", 3)),
    "points-modulo-prime-gf-tangent": certificate(by_points(TANGENT, "GF(7)", 7)),
    "points-modulo-prime-997": certificate(by_points(RATIONAL, "Q", 997)),
    "points-modulo-prime-two-terms": certificate(by_points(RATIONAL, "Q", 7)),
    "second-decomposition": certificate(second([I2, I2], SHEAR, PLACES)),
    "second-decomposition-gf": certificate(second([I2, I2], SHEAR, PLACES, "GF(2)")),
    "second-decomposition-root": certificate(second([I2, I2], turned("1/3"), PLACES, "R", SQRT2)),
    "second-decomposition-narrow-interval": certificate(
        second([I2, I2], turned("1/3"), PLACES, "R", {**SQRT2, "interval": ["7/5", "3/2"]})
    ),
    "second-decomposition-rational-root": certificate(
        second(
            HALVES, [[[[1], [-1]]], [[["1/4"], ["-3/4"]]]], [[0, 0]] * 2, "C", {"polynomial": [-1, 2], "interval": []}
        )
    ),
    "second-decomposition-complex": certificate(second([I2, I2], turned("-1/3", 2), PLACES, "C", IMAGINARY)),
    "second-decomposition-rational": certificate(
        second([[["1/3", "2/3"]], [[1, 1]]], [[["1/2", 2]], [[1, "1/4"]]], [[0, 0], [0, 0]], term=1)
    ),
    "flattening": certificate(by_flattening(W, [0], [0, 1], [1, 0])),
    "flattening-two-modes": certificate(by_flattening({"factors": GENERAL}, [0, 2], [0, 4, 8], [0, 1, 2])),
    "flattening-gf": certificate(by_flattening([[1, "1/2"], [3, 4]], [0], [0, 1], [0, 1], "GF(3)", 3)),
    "flattening-large-modulus": certificate(by_flattening(LONG, [0], [0, 1, 2], [2, 0, 1], n=65537)),
    "flattening-very-large-modulus": certificate(by_flattening(LONG, [1], [0, 1, 2], [2, 0, 1], n=2**61 - 1)),
    "flattening-24x24": certificate(
        by_flattening(
            [[pow(i + 1, j, 101) for j in range(24)] for i in range(24)], [0], list(range(24)), list(range(24))
        )
    ),
    "flattening-rank-zero": certificate(by_flattening([[0]], [1], [], [])),
    "flattening-border": certificate(by_flattening(W, [2], [0, 1], [0, 1], of="border")),
    "uniqueness-of-jennrich": certificate(*by_jennrich(TWO), at_least("uniqueness", total(TWO), 2, premises=(3,))),
    "uniqueness-of-rank-one-gf": certificate(
        unique("rank-one", [[[1], [2]], [[2], [2]]], {}, "GF(3)"),
        at_least("uniqueness", [[2, 2], [1, 1]], 1, "GF(3)", (0,)),
    ),
    "uniqueness-of-points": certificate(
        by_points(RATIONAL, "Q", 7), at_least("uniqueness", {"factors": RATIONAL}, 2, premises=(0,))
    ),
    "hyperdeterminant": certificate(at_least("hyperdeterminant", ROOT8, 3)),
    "hyperdeterminant-minus-a-square": certificate(at_least("hyperdeterminant", CIRCLE, 3)),
    "hyperdeterminant-zero": certificate(at_least("hyperdeterminant", W, 3)),
    "hyperdeterminant-reversed": certificate(
        at_least("hyperdeterminant", [[[0, 0], [0, 1]], [[0, 1], [1, 0]]], 3, "C")
    ),
    "hyperdeterminant-general": certificate(at_least("hyperdeterminant", total(W_TURNED), 3, "C")),
    "hyperdeterminant-gf7": certificate(at_least("hyperdeterminant", CIRCLE, 3, "GF(7)")),
    "hyperdeterminant-gf13": certificate(at_least("hyperdeterminant", ROOT8, 3, "GF(13)")),
    "hyperdeterminant-real": certificate(at_least("hyperdeterminant", CIRCLE, 3, "R")),
    "hyperdeterminant-complex": certificate(at_least("hyperdeterminant", W, 3, "C")),
    "hyperdeterminant-gf": certificate(at_least("hyperdeterminant", CIRCLE, 3, "GF(3)")),
    "hyperdeterminant-gf-zero": certificate(at_least("hyperdeterminant", W, 3, "GF(2)")),
    "hyperdeterminant-factors": certificate(at_least("hyperdeterminant", {"factors": W_FACTORS}, 3, "R")),
    "decomposition": certificate(decomposition(W, W_FACTORS)),
    "decomposition-zero-terms": certificate(decomposition([[0, 0]], [[[0]], [[1], [1]]])),
    "decomposition-rank-zero": certificate(decomposition([[0, 0]], [[[]], [[], []]])),
    "decomposition-root": certificate(decomposition(ROOT8, ROOT8_FACTORS, "R", SQRT2)),
    "decomposition-gf": certificate(decomposition([[1, 1], [1, 0]], [I2, [[3, 1], [1, 2]]], "GF(2)")),
    "border-decomposition": certificate(by_curve(W, CURVE, 1)),
    "border-decomposition-order-zero": certificate(by_curve([["1/2"]], [[[["1/2"]]], [[[1]]]], 0)),
    "border-decomposition-gf": certificate(by_curve(W, CURVE, 1, "GF(2)")),
    "border-rank-between": certificate(
        by_flattening(W, [2], [0, 1], [0, 1], of="border"), by_curve(W, CURVE, 1), between("border", 2, 2, tensor=W)
    ),
    "tensor-rank-between-hyperdeterminant": certificate(
        at_least("hyperdeterminant", W, 3, "C"),
        decomposition(W, W_FACTORS, "C"),
        between("tensor", 3, 3, "C", tensor=W),
    ),
    "tensor-rank-between-kruskal": certificate(
        *BY_KRUSKAL,
        at_least("uniqueness", {"factors": THREE}, 3, premises=(2,)),
        decomposition({"factors": THREE}, THREE),
        between("tensor", 3, 3, premises=(3, 4), tensor={"factors": THREE}),
    ),
    "exhaustion": certificate(at_least("exhaustion", W, 3, "GF(2)")),
    "exhaustion-gf3": certificate(at_least("exhaustion", I2, 2, "GF(3)")),
    "exhaustion-nonzero": certificate(at_least("exhaustion", [[0, 1]], 1, "GF(2)")),
    **law_corpus.ACCEPTED,
    **forms_corpus.ACCEPTED,
    **decompositions_corpus.ACCEPTED,
    **weights_corpus.ACCEPTED,
    **separation_corpus.ACCEPTED,
    **orbits_corpus.ACCEPTED,
    **flows_corpus.ACCEPTED,
    **ranks_corpus.ACCEPTED,
}
A = ACCEPTED

# -------------------------------------------------------------------------------------------------------- rejected

DEPENDENT = [[1, 0, 0, 1], [0, 1, 0, 1], [0, 0, 1, 0]]  # columns 0, 1 and 3
CONIC_MINOR = projection(CONIC, 3)
NOT_INDEPENDENT = "some k columns are not shown to be independent"
ZERO = "a term is zero"
NO_POWER = "do not give the power"
PREMISE = "a premise does not bound the k-rank of a group"
SUM = "the terms do not sum to the tensor"
SQUARE = "the hyperdeterminant is a nonzero square"
SKEW = [I3, columns([1, 0], [0, 1], [1, 1]), columns([1, 0], [0, 1], [1, 1])]  # on a conic: not unique
ZERO_TERM = [[[1]], [[0]], [[1]]]
FLAT_PREMISE = k_rank([[1, 1, 1]], 1)


def claims_swapped(one: str, two: str) -> Certificate:
    """The second certificate with the claim of the first."""
    return altered(A[two], ("claim", A[one]["steps"][-1]["claim"]))


def forged(rows: list[int], places: list[int], inverted: Any, n: int = 101) -> dict[str, Any]:
    return {"rows": rows, "columns": places, "modulus": n, "inverse": inverted}


def dull(rule: str, factors: Any) -> Certificate:
    """The evidence for one term that is nonzero, with another claim of one term."""
    one = [[[1]], [[1]], [[1]]]
    honest = {
        "rank-one": unique("rank-one", one, {}),
        "lovitz-petrov": unique("lovitz-petrov", one, {"modulus": 7}),
        "compound": {
            **by_compound(TWO),
            "evidence": {
                "grouping": singly(3),
                "minor": square_minor([[1]]),
                "quadrics": [],
                "independent": forged([], [], []),
            },
        },
        "ideal": unique("ideal", one, {"grouping": singly(3), "minor": square_minor([[1]]), "pairs": []}),
        "points-modulo-prime": by_points(one, "Q", 5),
    }[rule]
    return altered(certificate(honest), ("claim/factors", factors))


REJECTED: Table = {
    # Kruskal rank
    "projected-minors-dependent-columns": (
        altered(A["projected-minors"], ("claim/matrix", DEPENDENT), ("evidence/projection", I3)),
        NOT_INDEPENDENT,
    ),
    "projected-minors-2x2-minor-vanishes": (certificate(projected([[1, 0, 1, 1], [0, 1, 2, 2]], 2)), NOT_INDEPENDENT),
    "projected-minors-3x3-minor-vanishes": (
        certificate(projected([[1, 0, 0, 1, 1, 2], [0, 1, 0, 1, 2, 3], [0, 0, 1, 1, 3, 4]], 3)),
        NOT_INDEPENDENT,
    ),
    "projected-minors-last-2x2-minor-vanishes": (
        certificate(projected([[1, 0, 1, 1, 1, 1], [0, 1, 1, 2, 3, 3]], 2)),
        NOT_INDEPENDENT,
    ),
    "projected-minors-last-3x3-minor-vanishes": (
        certificate(projected([[1, 0, 0, 1, 1, 2, 3], [0, 1, 0, 1, 2, 5, 7], [0, 0, 1, 1, 4, 3, 7]], 3)),
        NOT_INDEPENDENT,
    ),
    "projected-minors-modulus-divides-a-minor": (
        certificate(projected([[1, 0, 1], [0, 1, 2]], 2, n=2)),
        NOT_INDEPENDENT,
    ),
    "projected-minors-modulus-has-a-common-factor": (
        certificate(projected([[1, 0, 1], [0, 1, 3]], 2, n=6)),
        NOT_INDEPENDENT,
    ),
    "projected-minors-zero-column": (certificate(projected([[1, 0]], 1)), NOT_INDEPENDENT),
    "projected-minors-not-the-identity": (
        certificate({**projected([[1, 1]], 1), "claim": k_rank([[0, 1]], 1)["claim"]}),
        "does not make the first k",
    ),
    "projected-minors-twice-the-identity": (
        altered(A["projected-minors"], ("evidence/projection", [[2 * x % 101 for x in row] for row in CONIC_MINOR])),
        "does not make the first k",
    ),
    "projected-minors-padded": (
        altered(A["projected-minors"], ("claim/rank", 4), ("evidence/projection/3", [0, 0, 0])),
        "does not make the first k",
    ),
    "projected-minors-entry-changed": (
        altered(A["projected-minors"], ("claim/matrix/1/3", 2), ("claim/matrix/2/3", 4)),
        NOT_INDEPENDENT,
    ),
    "projected-minors-denominator": (altered(A["projected-minors"], ("claim/matrix/2/3", "9/101")), NO_UNIT),
    "projected-minors-claims-swapped": (
        claims_swapped("column-walk-composite-modulus", "projected-minors-rational"),
        "does not make the first k",
    ),
    "column-walk-one-too-many": (certificate(k_rank(LINE4, 3)), NOT_INDEPENDENT),
    "column-walk-first-columns-dependent": (certificate(k_rank([[1, 2, 0], [0, 0, 1]], 2)), NOT_INDEPENDENT),
    "column-walk-last-columns-dependent": (certificate(k_rank([[1, 0, 0], [0, 1, 2]], 2)), NOT_INDEPENDENT),
    "column-walk-outer-columns-dependent": (certificate(k_rank([[1, 0, 2], [0, 1, 0]], 2)), NOT_INDEPENDENT),
    "column-walk-zero-column": (certificate(k_rank([[1, 1, 0]], 1)), NOT_INDEPENDENT),
    "column-walk-zero-column-alone": (certificate(k_rank([[0]], 1)), NOT_INDEPENDENT),
    "column-walk-modulus-divides-a-minor": (certificate(k_rank(LINE3, 2, n=2)), NOT_INDEPENDENT),
    "column-walk-modulus-has-a-common-factor": (certificate(k_rank([[1, 0], [0, 3]], 2, n=6)), NOT_INDEPENDENT),
    "column-walk-true-over-q-only": (certificate(k_rank(LINE3, 2, "GF(2)", 2)), NOT_INDEPENDENT),
    "column-walk-denominator": (certificate(k_rank([[1, 0], [0, "1/7"]], 2, n=7)), NO_UNIT),
    "column-walk-padded-matrix": (certificate(k_rank([*LINE4, [0, 0, 0, 0]], 3)), NOT_INDEPENDENT),
    "dependent-columns-zero-relation": (certificate(dependent(I2, [0, 1], [0, 0])), "the relation is zero"),
    "dependent-columns-zero-relation-in-the-field": (
        certificate(dependent(I2, [0, 1], [3, -6], "GF(3)")),
        "the relation is zero",
    ),
    "dependent-columns-holds-modulo-a-prime": (certificate(dependent([[1, 3]], [0, 1], [1, 2])), "does not hold"),
    "dependent-columns-last-row-fails": (
        certificate(dependent([[1, 2], [1, 2], [1, 3]], [0, 1], [2, -1])),
        "does not hold",
    ),
    "dependent-columns-first-row-fails": (certificate(dependent([[1, 3], [1, 2]], [0, 1], [2, -1])), "does not hold"),
    "dependent-columns-sign-wrong": (altered(A["dependent-columns"], ("evidence/relation/1", 3)), "does not hold"),
    "dependent-columns-other-columns": (
        altered(A["dependent-columns"], ("evidence/columns", [2, 1, 0])),
        "does not hold",
    ),
    "dependent-columns-entry-changed": (altered(A["dependent-columns"], ("claim/matrix/1/3", 4)), "does not hold"),
    "dependent-columns-real": (certificate(dependent([["1/3", "1/2"]], [0, 1], [1, -1], "R")), "does not hold"),
    "column-count-one-short": (altered(A["column-count"], ("claim/rank", 2)), "k is below the number of columns"),
    "column-count-false": (certificate(counted(I2, 1)), "k is below the number of columns"),
    "column-count-zero": (certificate(counted([[1]], 0)), "k is below the number of columns"),
    "k-rank-between-premises-in-the-wrong-order": (
        altered(A["k-rank-between"], ("premises", [1, 0])),
        "a premise is not the lower bound",
    ),
    "k-rank-between-lower-bound-weaker": (
        altered(A["k-rank-between"], ("/steps/0/claim/rank", 1)),
        "a premise is not the lower bound",
    ),
    "k-rank-between-upper-bound-weaker": (
        altered(A["k-rank-between"], ("/steps/1", counted(LINE4, 4))),
        "a premise is not the upper bound",
    ),
    "k-rank-between-padded": (
        altered(A["k-rank-between"], ("claim/lower", 3), ("claim/upper", 3)),
        "a premise is not the lower bound",
    ),
    "k-rank-between-upper-is-too-good": (
        altered(A["k-rank-between"], ("claim/upper", 1)),
        "a premise is not the upper bound",
    ),
    "k-rank-between-lower-about-another-matrix": (
        altered(A["k-rank-between"], ("/steps/0", k_rank(I2, 2))),
        "a premise is not the lower bound",
    ),
    "k-rank-between-upper-about-another-matrix": (
        altered(A["k-rank-between"], ("/steps/1", counted(I2, 2))),
        "a premise is not the upper bound",
    ),
    "k-rank-between-upper-about-another-field": (
        altered(A["k-rank-between"], ("/steps/1", dependent([[1, 1, 1]], [0, 1], [1, 1], "GF(2)"))),
        "over several fields",
    ),
    "k-rank-between-one-lower-bound-twice": (
        altered(A["k-rank-between"], ("/steps/1", REMOVED), ("premises", [0, 0])),
        "a premise is not the upper bound",
    ),
    "tensor-rank-between-of-border-rank": (
        altered(A["border-rank-between"], ("claim/kind", "tensor-rank-between")),
        "a premise is not the lower bound",
    ),
    "tensor-rank-between-of-k-rank": (
        certificate(k_rank(I2, 2), decomposition(I2, [I2, I2]), between("tensor", 2, 2, tensor=I2)),
        "a premise is not the lower bound",
    ),
    "border-rank-between-upper-of-tensor-rank": (
        altered(A["border-rank-between"], ("/steps/1", decomposition(W, W_FACTORS)), ("claim/upper", 3)),
        "a premise is not the upper bound",
    ),
    # essential uniqueness: easy rules
    "rank-one-of-two-terms": (certificate(unique("rank-one", [I2, I2], {})), "there is more than one term"),
    "rank-one-zero-term": (dull("rank-one", ZERO_TERM), ZERO),
    "rank-one-zero-in-the-field": (certificate(unique("rank-one", [[[5], [10]], [[1]]], {}, "GF(5)")), ZERO),
    "jennrich-third-group-proportional": (
        certificate(*by_jennrich([*TWO[:2], [[1, 2], [2, 4]]])),
        NOT_INDEPENDENT,
    ),
    "jennrich-third-group-one-row": (certificate(*by_jennrich([*TWO[:2], [[1, 2]]])), NOT_INDEPENDENT),
    "jennrich-last-two-of-the-third-group-proportional": (
        certificate(*by_jennrich([I3, I3, [[1, 1, 2], [0, 1, 2]]], "GF(3)", 3)),
        NOT_INDEPENDENT,
    ),
    "jennrich-proportional-modulo-the-modulus": (
        certificate(*by_jennrich([*TWO[:2], [[1, 1], [0, 3]]], n=3)),
        NOT_INDEPENDENT,
    ),
    "jennrich-first-group-deficient": (certificate(*by_jennrich([[[1, 2], [1, 2]], *TWO[1:]])), NOT_INDEPENDENT),
    "jennrich-second-group-deficient": (certificate(*by_jennrich([TWO[0], [[1, 2], [1, 2]], TWO[2]])), NOT_INDEPENDENT),
    "jennrich-third-group-of-rank-one": (
        altered(certificate(*by_jennrich([*TWO[:2], [[1, 2]]])), ("/steps/2/claim/rank", 1)),
        "the k-ranks sum to 5, not to 6",
    ),
    "jennrich-zero-term-of-two": (altered(A["jennrich"], ("claim/factors/2", [[1, 0], [0, 0]])), ZERO),
    "jennrich-entry-changed": (altered(A["jennrich"], ("claim/factors/1/1/1", 5)), PREMISE),
    "jennrich-other-grouping": (altered(A["jennrich-grouped"], ("evidence/grouping", [[1], [2, 3], [0]])), PREMISE),
    "jennrich-denominator": (
        certificate(*by_jennrich([*RATIONAL[:2], [[1, 1], [0, "1/101"]]])),
        NO_UNIT,
    ),
    "jennrich-claims-swapped": (claims_swapped("jennrich", "jennrich-rational"), PREMISE),
    # Kruskal's theorem, and that of Lovitz and Petrov
    "kruskal-sum-one-short": (
        certificate(k_rank(CONIC, 3), by_kruskal([CONIC, CONIC, CONIC], (0, 0, 0))),
        "the k-ranks sum to 9, not to 10",
    ),
    "kruskal-four-groups-sum-one-short": (
        certificate(k_rank(I3, 3), FLAT_PREMISE, by_kruskal([I3, I3, [[1, 1, 1]], [[1, 1, 1]]], (0, 0, 1, 1))),
        "the k-ranks sum to 8, not to 9",
    ),
    "kruskal-weaker-premise": (altered(A["kruskal-shared-premise"], ("/steps/1/claim/rank", 1)), "sum to 7, not to 8"),
    "kruskal-matrix-as-a-tensor": (
        certificate(k_rank(I3, 3), FLAT_PREMISE, by_kruskal([I3, I3, [[1, 1, 1]]], (0, 0, 1))),
        "sum to 7, not to 8",
    ),
    "kruskal-premises-in-the-wrong-order": (altered(A["kruskal-shared-premise"], ("premises", [0, 1, 0])), PREMISE),
    "kruskal-premise-about-another-matrix": (altered(A["kruskal-shared-premise"], ("claim/factors/2/1/2", 3)), PREMISE),
    "kruskal-premise-about-a-factor-of-the-group": (
        altered(A["kruskal-grouped"], ("/steps/0", k_rank(LINE4, 2))),
        PREMISE,
    ),
    "kruskal-premise-over-another-field": (
        altered(A["kruskal-shared-premise"], ("/steps/0/claim/field", "R")),
        "over several fields",
    ),
    "kruskal-claim-over-another-field": (
        altered(A["kruskal-shared-premise"], ("claim/field", "GF(2)")),
        "over several fields",
    ),
    "kruskal-premise-is-an-upper-bound": (
        certificate(counted(LINE3, 3), by_kruskal([LINE3, LINE3, LINE3], (0, 0, 0))),
        PREMISE,
    ),
    "kruskal-premise-about-the-tensor-rank": (
        certificate(by_flattening(I3, [0], [0, 1, 2], [0, 1, 2]), by_kruskal([I3, I3, I3], (0, 0, 0))),
        PREMISE,
    ),
    "kruskal-zero-term": (
        certificate(k_rank(I3, 3), k_rank([[1, 1, 0]], 0), by_kruskal([I3, I3, I3, [[1, 1, 0]]], (0, 0, 0, 1))),
        ZERO,
    ),
    "kruskal-premise-scaled": (
        altered(A["kruskal-one-premise"], ("claim/factors/1", [[2, 0, 0], [0, 1, 0], [0, 0, 1]])),
        PREMISE,
    ),
    "lovitz-petrov-only-all-terms-fail": (
        certificate(unique("lovitz-petrov", [*E4, LINE3], {"modulus": 101})),
        "the inequality fails",
    ),
    "lovitz-petrov-only-one-pair-fails": (
        certificate(unique("lovitz-petrov", [I3, I3, [[1, 1, 0], [0, 0, 1]]], {"modulus": 101})),
        "the inequality fails",
    ),
    "lovitz-petrov-only-the-last-pair-fails": (
        certificate(unique("lovitz-petrov", [I3, I3, [[1, 0, 0], [0, 1, 1]]], {"modulus": 101})),
        "the inequality fails",
    ),
    "lovitz-petrov-two-modes": (
        certificate(unique("lovitz-petrov", [I2, I2], {"modulus": 101})),
        "the inequality fails",
    ),
    "lovitz-petrov-modulus-divides-a-minor": (
        altered(A["lovitz-petrov"], ("claim/factors/3", [[1, 0, 0], [0, 1, 0], [0, 0, 2]])),
        "the inequality fails",
    ),
    "lovitz-petrov-zero-term": (dull("lovitz-petrov", ZERO_TERM), ZERO),
    "lovitz-petrov-zero-in-the-field": (altered(A["lovitz-petrov-gf"], ("claim/factors/2/0/0", 3)), ZERO),
    "lovitz-petrov-denominator": (altered(A["lovitz-petrov-one-term"], ("claim/factors/0/0/0", "1/5")), NO_UNIT),
    # one factor of full column rank
    "compound-proportional-columns": (
        altered(A["compound"], ("claim/factors/1", columns([1, 0, 0], [0, 1, 0], [0, 0, 1], [2, 0, 0]))),
        SQUARE_MINOR,
    ),
    "compound-quadric-repeated": (
        altered(A["compound"], ("evidence/quadrics/1", A["compound"]["steps"][0]["evidence"]["quadrics"][0])),
        SQUARE_MINOR,
    ),
    "compound-conic": (
        certificate(
            unique(
                "compound",
                SKEW,
                {
                    "grouping": singly(3),
                    "minor": square_minor(I3),
                    "quadrics": [[0, 1, 0, 1]] * 3,
                    "independent": forged([0, 1, 2], [0, 1, 2], I3),
                },
            )
        ),
        SQUARE_MINOR,
    ),
    "compound-first-group-deficient": (
        altered(A["compound"], ("claim/factors/0", [*I4[:2], [0, 0, 1, 1], [0, 0, 0, 0]])),
        SQUARE_MINOR,
    ),
    "compound-entry-changed": (altered(A["compound"], ("claim/factors/2/2/3", 4)), SQUARE_MINOR),
    "compound-inverse-off-by-one": (
        altered(A["compound-two-terms"], ("evidence/independent/inverse/0/0", 1)),
        SQUARE_MINOR,
    ),
    "compound-zero-term": (dull("compound", [[[1]], [[0]], [[1]]]), ZERO),
    "compound-zero-term-in-the-last-group": (dull("compound", [[[1]], [[1]], [[0], [0]]]), ZERO),
    "compound-true-over-q-only": (
        altered(A["compound-gf"], ("claim/factors/2", [[1, 0, 0, 1], [0, 1, 0, 6], [0, 0, 1, 3]])),
        SQUARE_MINOR,
    ),
    "ideal-one-coefficient-wrong": (altered(A["ideal"], ("evidence/pairs/9/summands/0/0", 7)), NO_POWER),
    "ideal-summand-missing": (altered(A["ideal"], ("evidence/pairs/0/summands/0", REMOVED)), NO_POWER),
    "ideal-last-pair-empty": (altered(A["ideal"], ("evidence/pairs/9/summands", [])), NO_POWER),
    "ideal-first-pair-empty": (altered(A["ideal"], ("evidence/pairs/0/summands", [])), NO_POWER),
    "ideal-pairs-in-another-order": (
        altered(A["ideal"], ("evidence/pairs", A["ideal"]["steps"][0]["evidence"]["pairs"][::-1])),
        NO_POWER,
    ),
    "ideal-smaller-power-claimed": (altered(A["ideal"], ("evidence/pairs/3/power", 1)), NO_POWER),
    "ideal-exponent-wrong": (altered(A["ideal-two-terms"], ("evidence/pairs/0/summands/0/1", [1, 0])), NO_POWER),
    "ideal-coefficient-right-modulo-a-prime": (
        altered(certificate(by_ideal([I2, I2, I2], 1)), ("evidence/pairs/0/summands/0/0", 102)),
        NO_POWER,
    ),
    "ideal-quadric-of-other-rows": (
        altered(A["ideal-two-terms"], ("evidence/pairs/0/summands/0/2", [1, 0, 0, 1])),
        NO_POWER,
    ),
    "ideal-entry-changed": (altered(A["ideal"], ("claim/factors/1/0/4", 3)), NO_POWER),
    "ideal-conic": (
        certificate(
            unique(
                "ideal",
                SKEW,
                {
                    "grouping": singly(3),
                    "minor": square_minor(I3),
                    "pairs": [{"power": 1, "summands": [[1, [0, 0, 0], [0, 1, 0, 1]]]}] * 3,
                },
            )
        ),
        NO_POWER,
    ),
    "ideal-first-group-deficient": (altered(A["ideal-two-terms"], ("claim/factors/0", [[1, 2], [2, 4]])), SQUARE_MINOR),
    "ideal-zero-term": (dull("ideal", [[[1]], [[1]], [[0]]]), ZERO),
    "points-modulo-prime-conic": (certificate(by_points(SKEW, "Q", 3)), "transversal"),
    "points-modulo-prime-conic-gf": (certificate(by_points(SKEW, "GF(3)", 3)), "the quadrics vanish at"),
    "points-modulo-prime-another-point-modulo-the-prime": (
        certificate(by_points(ANOTHER_POINT, "Q", 5)),
        "the quadrics vanish at",
    ),
    "points-modulo-prime-only-points-with-a-leading-zero": (
        certificate(by_points([I3, I3, columns([1, 0], [0, 1], [0, 1])], "GF(3)", 3)),
        "the quadrics vanish at (0, 1, 1)",
    ),
    "points-modulo-prime-not-transversal": (
        certificate(by_points(TANGENT, "Q", 7)),
        "not transversal modulo 7 at axis 0",
    ),
    "points-modulo-prime-not-transversal-at-the-last-axis": (
        certificate(by_points([[row[::-1] for row in factor] for factor in TANGENT], "Q", 7)),
        "transversal modulo 7 at axis 4",
    ),
    "points-modulo-prime-proportional-columns": (
        altered(A["points-modulo-prime-two-terms"], ("claim/factors/1", [[1, 2], [1, 2]])),
        "transversal",
    ),
    "points-modulo-prime-proportional-columns-gf": (
        certificate(by_points([I2, [[1, 2], [1, 2]], I2], "GF(3)", 3)),
        "the quadrics vanish at (1, 1)",
    ),
    "points-modulo-prime-proportional-modulo-the-prime": (
        certificate(by_points([I2, [[1, 1], [1, 8]], I2], "Q", 7)),
        "transversal",
    ),
    "points-modulo-prime-first-group-deficient": (
        altered(A["points-modulo-prime-two-terms"], ("claim/factors/0", [[1, 2], [2, 4]])),
        SQUARE_MINOR,
    ),
    "points-modulo-prime-denominator": (
        altered(A["points-modulo-prime-two-terms"], ("claim/factors/2/1/1", "1/7")),
        NO_UNIT,
    ),
    "points-modulo-prime-zero-term": (dull("points-modulo-prime", ZERO_TERM), ZERO),
    # non-uniqueness
    "second-decomposition-permuted": (
        altered(A["second-decomposition"], ("evidence/factors", [[[0, 1], [1, 0]]] * 2)),
        "term 0 of the second",
    ),
    "second-decomposition-scaled": (
        altered(A["second-decomposition"], ("evidence/factors", [[[2, 0], [0, 3]], [["1/2", 0], [0, "1/3"]]])),
        "term 0 of the second",
    ),
    "second-decomposition-the-same": (
        altered(A["second-decomposition"], ("evidence/factors", [I2, I2])),
        "term 0 of the second",
    ),
    "second-decomposition-the-same-with-other-term": (
        altered(A["second-decomposition"], ("evidence/factors", [I2, I2]), ("evidence/term", 1)),
        "term 0 of the second",
    ),
    "second-decomposition-last-term-is-the-term": (
        altered(
            A["second-decomposition"],
            ("evidence/factors", [[[0, 1], [1, 0]]] * 2),
            ("evidence/differences", [[0, 0], [0, 1]]),
        ),
        "term 1 of the second",
    ),
    "second-decomposition-the-same-in-the-field": (
        altered(A["second-decomposition-gf"], ("evidence/factors", [[[3, 0], [0, 1]], [[1, 2], [0, 5]]])),
        "term 0 of the second",
    ),
    "second-decomposition-difference-at-an-equal-entry": (
        altered(A["second-decomposition"], ("evidence/differences/0", [0, 0])),
        "term 0 of the second",
    ),
    "second-decomposition-last-difference-at-an-equal-entry": (
        altered(A["second-decomposition"], ("evidence/differences/1", [1, 0])),
        "term 1 of the second",
    ),
    "second-decomposition-other-sum": (
        altered(A["second-decomposition"], ("evidence/factors/1/1/1", 2)),
        "the two sums differ",
    ),
    "second-decomposition-last-entry-of-the-sum": (
        altered(A["second-decomposition"], ("claim/factors", [I2, [[1, 0], [0, 2]]])),
        "the two sums differ",
    ),
    "second-decomposition-sum-right-modulo-a-prime": (
        altered(A["second-decomposition-gf"], ("claim/field", "Q"), ("evidence/factors/1", [[1, 0], [1, 1]])),
        "the two sums differ",
    ),
    "second-decomposition-zero-term-of-the-claim": (
        certificate(second([[[1, 0]], [[1, 1]]], HALVES, [[0, 0], [0, 0]])),
        ZERO,
    ),
    "second-decomposition-zero-term": (certificate(second(HALVES, [[[1, 0]], [[1, 1]]], [[0, 0], [0, 0]])), ZERO),
    "second-decomposition-zero-term-at-one-root": (
        certificate(
            second(HALVES, [[[[-1, 1, 0], [2, -1, 0]]], [[[1, 0, 0], [1, 0, 0]]]], [[0, 0], [0, 0]], "R", CUBIC)
        ),
        ZERO,
    ),
    "second-decomposition-no-root-on-the-interval": (
        altered(A["second-decomposition-root"], ("evidence/root/interval", [2, 3])),
        "keeps its sign",
    ),
    "second-decomposition-no-real-root": (
        altered(A["second-decomposition-complex"], ("claim/field", "R"), ("evidence/root/interval", [-1, 1])),
        "keeps its sign",
    ),
    "second-decomposition-interval-reversed": (
        altered(A["second-decomposition-root"], ("evidence/root/interval", [2, 1])),
        "keeps its sign",
    ),
    "second-decomposition-root-at-the-end": (
        altered(A["second-decomposition-root"], ("evidence/root", {"polynomial": [-4, 0, 1], "interval": [2, 3]})),
        "keeps its sign",
    ),
    "second-decomposition-small-values-of-one-sign": (
        altered(A["second-decomposition-root"], ("evidence/root/interval", ["13/10", "7/5"])),
        "keeps its sign",
    ),
    "second-decomposition-root-is-an-end": (
        certificate(second([I2, I2], turned("1/5"), PLACES, "R", {"polynomial": [-4, 0, 1], "interval": [2, 3]})),
        "keeps its sign",
    ),
    "second-decomposition-vanishes-at-one-root": (
        certificate(
            second(
                [I2, I2],
                [
                    [[[1, 0, 0], [-1, 1, 0]], [[0, 0, 0], [1, 0, 0]]],
                    [[[1, 0, 0], [0, 0, 0]], [[1, -1, 0], [1, 0, 0]]],
                ],
                PLACES,
                "R",
                CUBIC,
            )
        ),
        "term 0 of the second",
    ),
    "second-decomposition-wrong-polynomial": (
        altered(A["second-decomposition-root"], ("evidence/root/polynomial/0", -3)),
        "the two sums differ",
    ),
    "second-decomposition-of-another-sum": (
        altered(A["second-decomposition"], ("claim/factors", [[[1, 1], [0, 1]], I2])),
        "the two sums differ",
    ),
    # tensor rank and border rank
    "flattening-inverse-of-another-minor": (altered(A["flattening"], ("evidence/minor/columns", [0, 2])), SQUARE_MINOR),
    "flattening-padded-row-repeated": (
        altered(A["flattening"], ("claim/rank", 3), ("evidence/minor", forged([0, 1, 1], [1, 0, 2], I3))),
        SQUARE_MINOR,
    ),
    "flattening-padded-by-zero": (
        certificate(
            {
                **by_flattening([[1, 0], [0, 0]], [0], [0], [0]),
                "claim": at_least("", [[1, 0], [0, 0]], 2)["claim"],
                "evidence": at_modes(2, [0], forged([0, 1], [0, 1], I2)),
            }
        ),
        SQUARE_MINOR,
    ),
    "flattening-column-repeated": (
        altered(A["flattening"], ("evidence/minor", forged([0, 1], [1, 1], I2))),
        SQUARE_MINOR,
    ),
    "flattening-entry-changed": (altered(A["flattening"], ("claim/tensor/1/0/0", 2)), SQUARE_MINOR),
    "flattening-other-modes": (
        altered(certificate(by_flattening(ROOT8, [0], [0, 1], [0, 1])), ("evidence/modes", [[], [0, 2], [1]])),
        SQUARE_MINOR,
    ),
    "decomposition-of-another-tensor": (altered(A["decomposition"], ("claim/tensor", UNIT2)), SUM),
    "flattening-modulus-divides-the-minor": (
        certificate(
            {
                **by_flattening([[1, 1], [1, 8]], [0], [0, 1], [0, 1]),
                "evidence": at_modes(2, [0], forged([0, 1], [0, 1], I2, 7)),
            }
        ),
        SQUARE_MINOR,
    ),
    "flattening-true-over-q-only": (altered(A["flattening-gf"], ("claim/tensor", [[1, 1], [1, 4]])), SQUARE_MINOR),
    "flattening-denominator": (altered(A["flattening"], ("claim/tensor/1/0/0", "1/101")), NO_UNIT),
    "flattening-claims-swapped": (claims_swapped("uniqueness-of-jennrich", "flattening"), SQUARE_MINOR),
    "flattening-border-padded": (
        altered(A["flattening-border"], ("claim/rank", 3), ("evidence/minor", forged([0, 1, 0], [0, 1, 2], I3))),
        SQUARE_MINOR,
    ),
    "uniqueness-of-non-uniqueness": (
        certificate(
            second(HALVES, [[["1/3", "2/3"]], [[1, 1]]], [[0, 0], [0, 0]]),
            at_least("uniqueness", [[1]], 2, premises=(0,)),
        ),
        "not about uniqueness",
    ),
    "uniqueness-of-a-k-rank": (
        certificate(k_rank(I2, 2), at_least("uniqueness", I2, 2, premises=(0,))),
        "not about uniqueness",
    ),
    "uniqueness-padded": (altered(A["uniqueness-of-jennrich"], ("claim/rank", 3)), "another field, number of terms"),
    "uniqueness-fewer-terms": (
        altered(A["uniqueness-of-jennrich"], ("claim/rank", 1)),
        "another field, number of terms",
    ),
    "uniqueness-of-another-tensor": (
        altered(A["uniqueness-of-jennrich"], ("claim/tensor/1/1/1", 0)),
        "another field, number of terms",
    ),
    "uniqueness-of-another-shape": (
        certificate(
            *by_jennrich([[[1, 0], [0, 1], [0, 0]], I2, I2]),
            at_least("uniqueness", total([I2, I2, [[1, 0], [0, 1], [0, 0]]]), 2, premises=(3,)),
        ),
        "another field, number of terms",
    ),
    "uniqueness-over-another-field": (
        altered(A["uniqueness-of-jennrich"], ("claim/field", "GF(5)")),
        "over several fields",
    ),
    "uniqueness-over-an-extension": (altered(A["uniqueness-of-jennrich"], ("claim/field", "C")), "over several fields"),
    "uniqueness-without-extensions": (
        certificate(by_points(SEVEN, "GF(3)", 3), at_least("uniqueness", {"factors": SEVEN}, 7, "GF(3)", (0,))),
        "over every extension",
    ),
    "hyperdeterminant-square": (altered(A["hyperdeterminant"], ("claim/tensor", SQUARE9)), SQUARE),
    "hyperdeterminant-rational-square": (
        altered(A["hyperdeterminant"], ("claim/tensor", [I2, [[0, "1/2"], [1, "1/2"]]])),
        SQUARE,
    ),
    "hyperdeterminant-two-terms": (altered(A["hyperdeterminant"], ("claim/tensor", UNIT2)), SQUARE),
    "hyperdeterminant-positive-over-r": (altered(A["hyperdeterminant"], ("claim/field", "R")), SQUARE),
    "hyperdeterminant-nonzero-over-c": (altered(A["hyperdeterminant-real"], ("claim/field", "C")), SQUARE),
    "hyperdeterminant-positive-over-c": (altered(A["hyperdeterminant"], ("claim/field", "C")), SQUARE),
    "hyperdeterminant-small-over-r": (altered(A["hyperdeterminant-real"], ("claim/tensor", UNIT2)), SQUARE),
    "hyperdeterminant-two-general-terms": (altered(A["hyperdeterminant"], ("claim/tensor", total(GENERAL2))), SQUARE),
    "hyperdeterminant-square-gf13": (altered(A["hyperdeterminant-gf13"], ("claim/tensor", CIRCLE)), SQUARE),
    "hyperdeterminant-square-gf7": (altered(A["hyperdeterminant-gf7"], ("claim/tensor", ROOT8)), SQUARE),
    "hyperdeterminant-square-gf": (altered(A["hyperdeterminant-gf"], ("claim/field", "GF(5)")), SQUARE),
    "hyperdeterminant-nonzero-gf2": (altered(A["hyperdeterminant-gf-zero"], ("claim/tensor", UNIT2)), SQUARE),
    "hyperdeterminant-first-flattening": (
        altered(A["hyperdeterminant-complex"], ("claim/tensor", [I2, [[0, 0], [0, 0]]])),
        "a flattening has rank below 2",
    ),
    "hyperdeterminant-first-flattening-scaled": (
        altered(A["hyperdeterminant-complex"], ("claim/tensor", [I2, [[2, 0], [0, 2]]])),
        "a flattening has rank below 2",
    ),
    "hyperdeterminant-second-flattening": (
        altered(A["hyperdeterminant-complex"], ("claim/tensor", [[[1, 0], [0, 0]], [[0, 1], [0, 0]]])),
        "a flattening has rank below 2",
    ),
    "hyperdeterminant-third-flattening": (
        altered(A["hyperdeterminant-complex"], ("claim/tensor", [[[1, 0], [0, 0]], [[0, 0], [1, 0]]])),
        "a flattening has rank below 2",
    ),
    "hyperdeterminant-zero-tensor": (
        altered(A["hyperdeterminant-complex"], ("claim/tensor", [[[0, 0], [0, 0]], [[0, 0], [0, 0]]])),
        "a flattening has rank below 2",
    ),
    "hyperdeterminant-flattening-in-the-field": (
        altered(A["hyperdeterminant-gf"], ("claim/tensor", [I2, [[3, 0], [0, 6]]])),
        "a flattening has rank below 2",
    ),
    "decomposition-off-by-one": (altered(A["decomposition"], ("claim/tensor/1/1/1", 1)), SUM),
    "decomposition-first-entry-off": (altered(A["decomposition"], ("claim/tensor/0/0/0", 1)), SUM),
    "decomposition-factor-entry-changed": (altered(A["decomposition"], ("evidence/factors/2/1/0", 2)), SUM),
    "decomposition-of-the-transpose": (certificate(decomposition([[0, 1], [0, 0]], [[[0], [1]], [[1], [0]]])), SUM),
    "decomposition-right-modulo-a-prime": (altered(A["decomposition-gf"], ("claim/field", "Q")), SUM),
    "decomposition-one-term-short": (
        altered(
            A["decomposition"], ("claim/rank", 2), ("evidence/factors", [[row[:2] for row in f] for f in W_FACTORS])
        ),
        SUM,
    ),
    "decomposition-rank-zero-of-nonzero": (altered(A["decomposition-rank-zero"], ("claim/tensor/0/1", 1)), SUM),
    "decomposition-root-of-another-polynomial": (
        altered(A["decomposition-root"], ("evidence/root", {"polynomial": [-3, 0, 1], "interval": [1, 2]})),
        SUM,
    ),
    "decomposition-no-real-root": (
        certificate(
            decomposition([[-1]], [[[[0, 1]]], [[[0, 1]]]], "R", {"polynomial": [1, 0, 1], "interval": [-1, 1]})
        ),
        "keeps its sign",
    ),
    "decomposition-curve-is-no-decomposition": (
        altered(A["decomposition"], ("claim/rank", 2), ("evidence/factors", [[[1, -1], [1, 0]], I2, I2])),
        SUM,
    ),
    "border-decomposition-order-too-large": (
        altered(
            A["border-decomposition"],
            ("evidence/order", 2),
            ("evidence/factors", [[[[*x, 0] for x in row] for row in factor] for factor in CURVE]),
        ),
        SUM,
    ),
    "border-decomposition-order-too-small": (
        altered(
            A["border-decomposition"],
            ("evidence/order", 0),
            ("evidence/factors", [[[x[:1] for x in row] for row in factor] for factor in CURVE]),
        ),
        SUM,
    ),
    "border-decomposition-entry-changed": (altered(A["border-decomposition"], ("claim/tensor/1/1/1", 1)), SUM),
    "border-decomposition-pole-does-not-cancel": (
        altered(A["border-decomposition"], ("evidence/factors/0/0/1", [1, 0])),
        SUM,
    ),
    "border-decomposition-one-term": (
        altered(
            A["border-decomposition"], ("claim/rank", 1), ("evidence/factors", [[row[:1] for row in f] for f in CURVE])
        ),
        SUM,
    ),
    "border-decomposition-sign-in-gf": (
        altered(A["border-decomposition-gf"], ("claim/field", "GF(3)"), ("evidence/factors/0/0/1", [1, 0])),
        SUM,
    ),
    "exhaustion-two-terms-suffice": (altered(A["exhaustion"], ("claim/tensor", UNIT2)), "2 terms sum to the tensor"),
    "exhaustion-one-term-suffices": (
        altered(A["exhaustion"], ("claim/tensor", total([[[1], [1]]] * 3))),
        "1 terms sum",
    ),
    "exhaustion-padded": (certificate(at_least("exhaustion", I2, 3, "GF(2)")), "2 terms sum to the tensor"),
    "exhaustion-one-term-with-scalar": (
        altered(A["exhaustion-gf3"], ("claim/tensor", [[2, 1], [1, 2]])),
        "1 terms sum",
    ),
    "exhaustion-doubled-term": (certificate(at_least("exhaustion", [[2]], 2, "GF(3)")), "1 terms sum"),
    "exhaustion-zero": (altered(A["exhaustion-nonzero"], ("claim/tensor", [[0, 2]])), "the tensor is zero"),
    **law_corpus.REJECTED,
    **forms_corpus.REJECTED,
    **decompositions_corpus.REJECTED,
    **weights_corpus.REJECTED,
    **separation_corpus.REJECTED,
    **orbits_corpus.REJECTED,
    **flows_corpus.REJECTED,
    **ranks_corpus.REJECTED,
}

# ------------------------------------------------------------------------------------------------------- malformed

GROUPS = "ascending groups contain each mode"
COUNT = json.dumps(A["column-count"])
WALK = json.dumps(A["column-walk"])


def with_field(field: Any) -> Certificate:
    return altered(A["column-count"], ("claim/field", field))


def with_entry(entry: Any, field: str = "Q") -> Certificate:
    return altered(A["column-count"], ("claim/matrix/0/1", entry), ("claim/field", field))


MALFORMED: Table = {
    # text
    "text-empty": ("", "not JSON"),
    "text-not-json": ("certificate", "not JSON"),
    "text-trailing": (COUNT + "]", "not JSON"),
    "text-single-quotes": (COUNT.replace('"', "'"), "not JSON"),
    "text-leading-zero": (COUNT.replace('"rank": 3', '"rank": 03'), "not JSON"),
    "text-comment": (COUNT + " // proved", "not JSON"),
    "text-nan": (COUNT.replace("[0, 1, 2]", "[0, 1, NaN]"), INTEGER),
    "text-infinity": (COUNT.replace("[0, 1, 2]", "[0, 1, -Infinity]"), INTEGER),
    "text-exponent": (COUNT.replace("[0, 1, 2]", "[0, 1, 2e0]"), INTEGER),
    "text-rank-exponent": (COUNT.replace('"rank": 3', '"rank": 3e0'), NATURAL),
    "text-escape": (COUNT.replace('"Q"', '"\\u0051"'), "strings are written without escapes"),
    "text-key-twice": (COUNT.replace('"rank": 3', '"rank": 1, "rank": 3'), "an object has a key twice"),
    "text-format-twice": ('{"format": 2, ' + COUNT[1:], "an object has a key twice"),
    "text-evidence-key-twice": (
        WALK.replace('"modulus": 101', '"modulus": 1, "modulus": 101'),
        "an object has a key twice",
    ),
    # envelope
    "envelope-a-list": ([A["column-count"]], KEYS),
    "envelope-a-number": (1, KEYS),
    "envelope-null": (None, KEYS),
    "envelope-extra-key": (altered(A["column-count"], ("/comment", "")), KEYS),
    "envelope-no-format": (altered(A["column-count"], ("/format", REMOVED)), KEYS),
    "format-2": (altered(A["column-count"], ("/format", 2)), "the format is 1"),
    "format-true": (altered(A["column-count"], ("/format", True)), NATURAL),
    "format-a-string": (altered(A["column-count"], ("/format", "1")), NATURAL),
    "steps-empty": (altered(A["column-count"], ("/steps", [])), "at least one step"),
    "steps-an-object": (altered(A["column-count"], ("/steps", {})), LIST),
    "step-extra-key": (altered(A["column-count"], ("note", None)), KEYS),
    "step-no-premises": (altered(A["column-count"], ("premises", REMOVED)), KEYS),
    "step-unused": (certificate(counted(I2, 2), counted(I3, 3)), "every step but the last is a premise"),
    "step-unused-in-the-middle": (
        altered(
            A["kruskal-one-premise"], ("/steps/2", A["kruskal-one-premise"]["steps"][1]), ("/steps/1", counted(I2, 2))
        ),
        "every step but the last is a premise",
    ),
    "step-false-but-unused": (certificate(counted(I2, 1), counted(I3, 3)), "every step but the last is a premise"),
    "premise-forward": (altered(A["k-rank-between"], ("/steps/0/premises", [1])), BELOW),
    "premise-of-itself": (altered(A["k-rank-between"], ("premises", [0, 2])), BELOW),
    "premise-negative": (altered(A["k-rank-between"], ("premises", [0, -1])), NATURAL),
    "premise-true": (altered(A["k-rank-between"], ("premises", [False, True])), NATURAL),
    "premises-an-object": (altered(A["column-count"], ("premises", {})), LIST),
    "premises-null": (altered(A["column-count"], ("premises", None)), LIST),
    "premises-one-of-two": (
        certificate(k_rank(I2, 2), between("k", 2, 2, premises=(0,), matrix=I2)),
        "the number of premises is wrong",
    ),
    "premises-three-of-two": (altered(A["k-rank-between"], ("premises", [0, 1, 1])), "the number of premises is wrong"),
    "premises-not-used-by-the-rule": (
        certificate(counted(I2, 2), {**counted(I2, 2), "premises": [0]}),
        "the number of premises is wrong",
    ),
    "premises-of-kruskal-two-for-three": (
        altered(A["kruskal-shared-premise"], ("premises", [0, 1])),
        "one premise per group",
    ),
    "premises-of-kruskal-four-for-three": (
        altered(A["kruskal-shared-premise"], ("premises", [0, 0, 1, 1])),
        "one premise per group",
    ),
    "premises-of-uniqueness-none": (certificate(at_least("uniqueness", I2, 2)), "the number of premises is wrong"),
    "rule-unknown": (altered(A["column-count"], ("rule", "trust-me")), "is proved by"),
    "rule-of-another-kind": (altered(A["column-count"], ("rule", "column-walk")), "is proved by"),
    "rule-a-list": (altered(A["column-count"], ("rule", ["column-count"])), "is proved by"),
    "rule-with-underscore": (altered(A["column-count"], ("rule", "column_count")), "is proved by"),
    # claims
    "claim-a-list": (altered(A["column-count"], ("claim", ["kind"])), "a claim is an object with a kind"),
    "claim-a-string": (altered(A["column-count"], ("claim", "kind")), "a claim is an object with a kind"),
    "claim-no-kind": (altered(A["column-count"], ("claim/kind", REMOVED)), "a claim is an object with a kind"),
    "claim-extra-key": (altered(A["column-count"], ("claim/modulus", 7)), KEYS),
    "claim-no-field": (altered(A["column-count"], ("claim/field", REMOVED)), KEYS),
    "claim-of-a-tensor-about-a-matrix": (
        altered(A["flattening"], ("claim/tensor", REMOVED), ("claim/matrix", I2)),
        KEYS,
    ),
    "kind-unknown": (altered(A["column-count"], ("claim/kind", "k-rank-is")), "the kind of a claim is unknown"),
    "kind-a-list": (altered(A["column-count"], ("claim/kind", [])), "the kind of a claim is unknown"),
    "rank-true": (altered(A["column-walk"], ("claim/rank", True)), NATURAL),
    "rank-a-float": (altered(A["column-walk"], ("claim/rank", 3.0)), NATURAL),
    "rank-a-string": (altered(A["column-walk"], ("claim/rank", "3")), NATURAL),
    "rank-negative": (altered(A["column-walk"], ("claim/rank", -1)), NATURAL),
    "rank-null": (altered(A["column-walk"], ("claim/rank", None)), NATURAL),
    "rank-true-of-a-decomposition": (altered(A["border-decomposition-order-zero"], ("claim/rank", True)), NATURAL),
    "lower-negative": (altered(A["k-rank-between"], ("claim/lower", -2)), NATURAL),
    # fields
    "field-with-a-space": (with_field("Q "), FIELD),
    "field-with-a-newline": (altered(A["column-walk-gf"], ("claim/field", "GF(5)\x20")), FIELD),
    "field-small-letter": (with_field("q"), FIELD),
    "field-null": (with_field(None), FIELD),
    "field-a-list": (with_field(["Q"]), FIELD),
    "field-a-number": (with_field(7), FIELD),
    "field-gf-9": (with_field("GF(9)"), "9 is not prime"),
    "field-gf-1": (with_field("GF(1)"), "1 is not prime"),
    "field-gf-4": (with_field("GF(4)"), "4 is not prime"),
    "field-gf-carmichael": (with_field("GF(561)"), "561 is not prime"),
    "field-gf-0": (with_field("GF(0)"), FIELD),
    "field-gf-leading-zero": (with_field("GF(07)"), FIELD),
    "field-gf-other-digits": (with_field("GF(\u0667)"), FIELD),
    "field-gf-power": (with_field("GF(2^3)"), FIELD),
    "field-gf-very-long": (with_field("GF(" + "7" * 40 + ")"), FIELD),
    # numbers
    "number-not-in-lowest-terms": (with_entry("6/4"), LOWEST),
    "number-integer-as-fraction": (with_entry("3/1"), LOWEST),
    "number-denominator-zero": (with_entry("1/0"), INTEGER),
    "number-numerator-zero": (with_entry("0/2"), INTEGER),
    "number-integer-as-string": (with_entry("2"), INTEGER),
    "number-negative-denominator": (with_entry("1/-2"), INTEGER),
    "number-plus": (with_entry("+1/2"), INTEGER),
    "number-leading-zero": (with_entry("01/2"), INTEGER),
    "number-space": (with_entry("1/2 "), INTEGER),
    "number-newline-like": (with_entry("1 /2"), INTEGER),
    "number-other-digits": (with_entry("\u0661/\u0662"), INTEGER),
    "number-decimal": (with_entry("0.5"), INTEGER),
    "number-float": (with_entry(1.0), INTEGER),
    "number-half": (with_entry(0.5), INTEGER),
    "number-true": (with_entry(True), INTEGER),
    "number-null": (with_entry(None), INTEGER),
    "number-a-list": (with_entry([1]), INTEGER),
    "number-denominator-zero-in-the-field": (with_entry("1/3", "GF(3)"), "a denominator vanishes in the field"),
    # matrices, factors, tensors
    "matrix-empty": (altered(A["column-count"], ("claim/matrix", [])), "a matrix has a row"),
    "matrix-without-columns": (altered(A["column-count"], ("claim/matrix", [[], []])), "a matrix has a column"),
    "matrix-ragged": (altered(A["column-count"], ("claim/matrix/1", [0, 1])), LIST + " of length 3"),
    "matrix-row-too-long": (altered(A["column-walk"], ("claim/matrix/2", [0, 1, 4, 9, 16])), LIST + " of length 4"),
    "matrix-a-row": (altered(A["column-count"], ("claim/matrix", [1, 2])), LIST),
    "matrix-row-a-string": (altered(A["column-count"], ("claim/matrix/0", "111")), LIST),
    "matrix-an-object": (altered(A["column-count"], ("claim/matrix", {})), LIST),
    "factors-one": (altered(A["rank-one"], ("claim/factors", [[[1], [2]]])), "there are at least two factors"),
    "factors-none": (altered(A["rank-one"], ("claim/factors", [])), "there are at least two factors"),
    "factors-an-object": (altered(A["rank-one"], ("claim/factors", {})), LIST),
    "factors-one-column-more": (altered(A["rank-one"], ("claim/factors/1", [[3, 4]])), "one column per term"),
    "factors-first-with-one-column-more": (
        altered(A["lovitz-petrov"], ("claim/factors/1", [[1, 0, 1, 1], [0, 1, 1, 0]])),
        "one column per term",
    ),
    "tensor-empty": (altered(A["decomposition"], ("claim/tensor", [])), "a tensor has no empty part"),
    "tensor-with-empty-parts": (altered(A["decomposition"], ("claim/tensor", [[], []])), "a tensor has no empty part"),
    "tensor-a-vector": (certificate(decomposition([1, 2], [[[1], [2]]])), "a tensor has at least two modes"),
    "tensor-a-number": (altered(A["decomposition"], ("claim/tensor", 3)), LIST),
    "tensor-ragged": (altered(A["flattening"], ("claim/tensor/1/1", [0, 0, 0])), LIST + " of length 2"),
    "tensor-ragged-above": (altered(A["flattening"], ("claim/tensor/1", [[1, 0]])), LIST + " of length 2"),
    "tensor-mixed-depth": (altered(A["flattening"], ("claim/tensor/1/1", 0)), LIST),
    "tensor-mixed-depth-below": (altered(A["flattening"], ("claim/tensor/1/1/1", [0])), INTEGER),
    "tensor-factors-and-more": (altered(A["hyperdeterminant-factors"], ("claim/tensor/root", None)), KEYS),
    "tensor-no-factors": (altered(A["hyperdeterminant-factors"], ("claim/tensor", {})), KEYS),
    # minors
    "evidence-null": (altered(A["column-count"], ("evidence", None)), KEYS),
    "evidence-a-list": (altered(A["column-count"], ("evidence", [])), KEYS),
    "evidence-extra-key": (altered(A["column-count"], ("evidence/note", "")), KEYS),
    "evidence-extra-key-of-both-bounds": (altered(A["k-rank-between"], ("evidence/note", "")), KEYS),
    "evidence-extra-key-of-rank-one": (altered(A["rank-one"], ("evidence/note", "")), KEYS),
    "evidence-extra-key-of-uniqueness": (altered(A["uniqueness-of-jennrich"], ("evidence/note", "")), KEYS),
    "evidence-extra-key-of-hyperdeterminant": (altered(A["hyperdeterminant"], ("evidence/note", "")), KEYS),
    "evidence-extra-key-of-exhaustion": (altered(A["exhaustion"], ("evidence/note", "")), KEYS),
    "evidence-extra-key-of-a-minor": (altered(A["flattening"], ("evidence/minor/size", 2)), KEYS),
    "modulus-1": (altered(A["column-walk"], ("evidence/modulus", 1), ("claim/matrix", [[0, 0, 0, 0]])), MODULUS),
    "modulus-0": (altered(A["column-walk"], ("evidence/modulus", 0)), MODULUS),
    "modulus-negative": (altered(A["column-walk"], ("evidence/modulus", -7)), NATURAL),
    "modulus-a-float": (altered(A["column-walk"], ("evidence/modulus", 101.0)), NATURAL),
    "modulus-true": (altered(A["column-walk"], ("evidence/modulus", True)), NATURAL),
    "modulus-of-another-prime": (altered(A["column-walk-gf"], ("evidence/modulus", 7)), MODULUS),
    "modulus-power-of-the-prime": (altered(A["column-walk-gf"], ("evidence/modulus", 25)), MODULUS),
    "minor-modulus-1": (
        altered(A["flattening"], ("evidence/minor", forged([0, 1], [1, 0], [[0, 0], [0, 0]], 1))),
        MODULUS,
    ),
    "minor-modulus-of-another-prime": (
        certificate(
            {
                **by_flattening([[1, 1], [1, 4]], [0], [0, 1], [0, 1]),
                "claim": at_least("", [[1, 1], [1, 4]], 2, "GF(3)")["claim"],
            }
        ),
        MODULUS,
    ),
    "minor-residue-too-large": (altered(A["flattening"], ("evidence/minor/inverse/0/0", 102)), BELOW),
    "minor-residue-the-modulus": (altered(A["flattening"], ("evidence/minor/inverse/0/1", 101)), BELOW),
    "minor-residue-negative": (altered(A["flattening"], ("evidence/minor/inverse/0/1", -101)), NATURAL),
    "minor-residue-true": (altered(A["flattening"], ("evidence/minor/inverse/0/0", True)), NATURAL),
    "minor-index-negative": (altered(A["flattening"], ("evidence/minor/columns", [-3, 0])), NATURAL),
    "minor-index-true": (altered(A["flattening"], ("evidence/minor/columns", [True, 0])), NATURAL),
    "minor-index-too-large": (altered(A["flattening"], ("evidence/minor/columns", [1, 4])), BELOW),
    "minor-row-index-too-large": (altered(A["flattening"], ("evidence/minor/rows", [0, 2])), BELOW),
    "minor-row-missing": (altered(A["flattening"], ("evidence/minor/rows", [0])), LIST + " of length 2"),
    "minor-one-row-more": (altered(A["flattening"], ("evidence/minor/rows", [0, 1, 1])), LIST + " of length 2"),
    "minor-one-column-more": (altered(A["flattening"], ("evidence/minor/columns", [1, 0, 0])), LIST + " of length 2"),
    "minor-inverse-row-more": (altered(A["flattening"], ("evidence/minor/inverse/2", [0, 0])), LIST + " of length 2"),
    "minor-inverse-column-more": (
        altered(A["flattening"], ("evidence/minor/inverse", [[1, 0, 0], [0, 1, 0]])),
        LIST + " of length 2",
    ),
    "minor-smaller-than-the-rank": (altered(A["flattening"], ("claim/rank", 3)), LIST + " of length 3"),
    # Kruskal ranks
    "projected-minors-k-larger-than-the-number-of-columns": (
        altered(A["projected-minors-square"], ("claim/rank", 3), ("evidence/projection/2", [0, 0])),
        "k is between 1",
    ),
    "projected-minors-k-zero": (
        altered(A["projected-minors-square"], ("claim/rank", 0), ("evidence/projection", [])),
        "k is between 1",
    ),
    "projected-minors-row-missing": (
        altered(A["projected-minors"], ("evidence/projection/2", REMOVED)),
        LIST + " of length 3",
    ),
    "projected-minors-row-too-short": (
        altered(A["projected-minors"], ("evidence/projection/0", [1, 0])),
        LIST + " of length 3",
    ),
    "projected-minors-residue-too-large": (altered(A["projected-minors"], ("evidence/projection/0/0", 102)), BELOW),
    "column-walk-k-larger-than-the-number-of-columns": (certificate(k_rank(I2, 3)), "k is at most the number"),
    "column-walk-k-much-larger-than-the-number-of-columns": (certificate(k_rank(LINE3, 99)), "k is at most the number"),
    "dependent-columns-column-repeated": (certificate(dependent(I2, [0, 0], [1, -1])), "the columns are different"),
    "dependent-columns-one-column-too-many": (
        altered(A["dependent-columns"], ("claim/rank", 1)),
        LIST + " of length 2",
    ),
    "dependent-columns-one-column-too-few": (altered(A["dependent-columns"], ("claim/rank", 3)), LIST + " of length 4"),
    "dependent-columns-relation-too-long": (
        altered(A["dependent-columns"], ("evidence/relation/3", 0)),
        LIST + " of length 3",
    ),
    "dependent-columns-relation-too-short": (
        altered(A["dependent-columns"], ("evidence/relation/2", REMOVED)),
        LIST + " of length 3",
    ),
    "dependent-columns-index-negative": (certificate(dependent(I2, [1, -1], [1, -1])), NATURAL),
    "dependent-columns-index-too-large": (altered(A["dependent-columns"], ("evidence/columns/0", 4)), BELOW),
    # groupings and quadrics
    "grouping-mode-missing": (
        altered(A["jennrich"], ("claim/factors", [*TWO, [[0, 1]]])),
        GROUPS,
    ),
    "grouping-mode-twice": (altered(A["jennrich"], ("evidence/grouping/2", [2, 2])), GROUPS),
    "grouping-mode-in-two-groups": (
        certificate(*by_jennrich(TWO, grouping=[[0], [1], [0]])),
        GROUPS,
    ),
    "grouping-empty-group": (
        certificate(
            k_rank(I3, 3),
            FLAT_PREMISE,
            by_kruskal([I3, I3, I3, [[1, 1, 1]]], (0, 0, 0, 1), grouping=[[0], [1], [2, 3], []]),
        ),
        GROUPS,
    ),
    "grouping-descending": (certificate(*by_jennrich(FOUR, grouping=[[0], [2, 1], [3]])), GROUPS),
    "grouping-two-groups": (
        altered(A["jennrich"], ("evidence/grouping", [[0], [1, 2]])),
        "the number of groups is wrong",
    ),
    "grouping-two-groups-of-kruskal": (
        certificate(k_rank(I2, 2), by_kruskal([I2, I2, I2], (0, 0), grouping=[[0], [1, 2]])),
        "the number of groups is wrong",
    ),
    "grouping-mode-too-large": (altered(A["jennrich"], ("evidence/grouping/2", [3])), BELOW),
    "grouping-mode-negative": (altered(A["jennrich"], ("evidence/grouping/2", [-1])), NATURAL),
    "grouping-numbers": (altered(A["jennrich"], ("evidence/grouping", [0, 1, 2])), LIST),
    "compound-four-groups": (
        altered(A["compound-two-terms"], ("claim/factors/3", [[1] * 2]), ("evidence/grouping", singly(4))),
        "the number of groups is wrong",
    ),
    "compound-two-groups": (
        altered(A["compound-two-terms"], ("evidence/grouping", [[0], [1, 2]])),
        "the number of groups is wrong",
    ),
    "ideal-four-groups": (
        altered(A["ideal-two-terms"], ("claim/factors/3", [[1] * 2]), ("evidence/grouping", singly(4))),
        "the number of groups is wrong",
    ),
    "ideal-two-groups": (
        altered(A["ideal-two-terms"], ("evidence/grouping", [[0], [1, 2]])),
        "the number of groups is wrong",
    ),
    "points-modulo-prime-four-groups": (
        altered(A["points-modulo-prime-two-terms"], ("claim/factors/3", [[1] * 2]), ("evidence/grouping", singly(4))),
        "the number of groups is wrong",
    ),
    "points-modulo-prime-two-groups": (
        altered(A["points-modulo-prime-two-terms"], ("evidence/grouping", [[0], [1, 2]])),
        "the number of groups is wrong",
    ),
    "quadric-row-of-the-first-group": (altered(A["compound"], ("evidence/quadrics/0", [0, 3, 0, 1])), BELOW),
    "quadric-row-of-the-last-group": (altered(A["compound-3x4"], ("evidence/quadrics/0", [0, 3, 0, 1])), BELOW),
    "quadric-three-rows": (altered(A["compound-two-terms"], ("evidence/quadrics/0", [0, 1, 0])), LIST + " of length 4"),
    "quadric-five-rows": (
        altered(A["compound-two-terms"], ("evidence/quadrics/0", [0, 1, 0, 1, 1])),
        LIST + " of length 4",
    ),
    "quadric-row-too-large": (altered(A["compound-two-terms"], ("evidence/quadrics/0", [0, 2, 0, 1])), BELOW),
    "quadric-row-too-large-in-the-last-group": (
        altered(A["compound-two-terms"], ("evidence/quadrics/0", [0, 1, 0, 2])),
        BELOW,
    ),
    "quadric-row-negative": (altered(A["compound-two-terms"], ("evidence/quadrics/0", [0, -1, 0, 1])), NATURAL),
    "compound-no-quadrics": (altered(A["compound-two-terms"], ("evidence/quadrics", [])), BELOW),
    "ideal-power-0": (altered(A["ideal-two-terms"], ("evidence/pairs/0/power", 0)), "the power is between 1 and 99"),
    "ideal-power-100": (
        altered(
            certificate(by_ideal([I2, I2, I2], 1)),
            ("evidence/pairs/0", {"power": 100, "summands": [[1, [99, 99], [0, 1, 0, 1]]]}),
        ),
        "the power is between 1 and 99",
    ),
    "ideal-power-true": (altered(A["ideal-two-terms"], ("evidence/pairs/0/power", True)), NATURAL),
    "ideal-pair-missing": (altered(A["ideal"], ("evidence/pairs/9", REMOVED)), LIST + " of length 10"),
    "ideal-one-pair-more": (
        altered(A["ideal-two-terms"], ("evidence/pairs/1", {"power": 1, "summands": []})),
        LIST + " of length 1",
    ),
    "ideal-exponent-too-short": (
        altered(A["ideal-two-terms"], ("evidence/pairs/0/summands/0/1", [0])),
        LIST + " of length 2",
    ),
    "ideal-exponent-too-long": (
        altered(A["ideal-two-terms"], ("evidence/pairs/0/summands/0/1", [0, 0, 0])),
        LIST + " of length 2",
    ),
    "ideal-exponent-negative": (altered(A["ideal-two-terms"], ("evidence/pairs/0/summands/0/1", [1, -1])), NATURAL),
    "ideal-summand-of-two": (
        altered(A["ideal-two-terms"], ("evidence/pairs/0/summands/0/2", REMOVED)),
        LIST + " of length 3",
    ),
    "ideal-coefficient-a-float": (altered(A["ideal-two-terms"], ("evidence/pairs/0/summands/0/0", 0.5)), INTEGER),
    "points-modulo-prime-composite": (certificate(by_points([I2, I2, I2], "Q", 9)), "a prime below 1000"),
    "points-modulo-prime-pseudoprime": (certificate(by_points([I2, I2, I2], "Q", 341)), "a prime below 1000"),
    "points-modulo-prime-1009": (certificate(by_points([I2, I2, I2], "Q", 1009)), "a prime below 1000"),
    "points-modulo-prime-over-r": (certificate(by_points([I2, I2, I2], "R", 7)), "over Q or GF(p)"),
    "points-modulo-prime-over-c": (certificate(by_points(SEVEN, "C", 3)), "over Q or GF(p)"),
    "points-modulo-prime-another-prime": (altered(A["points-modulo-prime-gf"], ("evidence/modulus", 5)), MODULUS),
    # non-uniqueness, roots
    "second-decomposition-factor-missing": (
        altered(A["second-decomposition"], ("evidence/factors/1", REMOVED)),
        LIST + " of length 2",
    ),
    "second-decomposition-factor-more": (
        altered(A["second-decomposition"], ("evidence/factors/2", I2)),
        LIST + " of length 2",
    ),
    "second-decomposition-row-more": (
        altered(A["second-decomposition"], ("evidence/factors/1/2", [0, 0])),
        LIST + " of length 2",
    ),
    "second-decomposition-third-term": (
        certificate(second([I2, I2], [[[1, 0, 1], [0, 1, 0]], [[1, 0, 0], [0, 1, 1]]], PLACES)),
        LIST + " of length 2",
    ),
    "second-decomposition-fewer-terms": (certificate(second(HALVES, [[[1]], [[1]]], [[0, 0]])), LIST + " of length 2"),
    "second-decomposition-term-too-large": (altered(A["second-decomposition"], ("evidence/term", 2)), BELOW),
    "second-decomposition-term-negative": (altered(A["second-decomposition"], ("evidence/term", -2)), NATURAL),
    "second-decomposition-difference-missing": (
        altered(A["second-decomposition"], ("evidence/differences/1", REMOVED)),
        LIST + " of length 2",
    ),
    "second-decomposition-difference-more": (
        altered(A["second-decomposition"], ("evidence/differences/2", [0, 0])),
        LIST + " of length 2",
    ),
    "second-decomposition-place-too-short": (
        altered(A["second-decomposition"], ("evidence/differences/1", [0])),
        LIST + " of length 2",
    ),
    "second-decomposition-place-outside": (
        altered(A["second-decomposition"], ("evidence/differences/1", [0, 2])),
        BELOW,
    ),
    "second-decomposition-place-negative": (
        altered(A["second-decomposition"], ("evidence/differences/1", [-2, 0])),
        NATURAL,
    ),
    "root-over-q": (
        altered(A["second-decomposition-root"], ("claim/field", "Q"), ("evidence/root/interval", [])),
        "over R or C, a root",
    ),
    "root-over-gf": (
        altered(A["second-decomposition-root"], ("claim/field", "GF(7)"), ("evidence/root/interval", [])),
        "over R or C, a root",
    ),
    "root-of-a-constant": (
        certificate(second([I2, I2], [[[[], []], [[], []]]] * 2, PLACES, "C", {"polynomial": [1], "interval": []})),
        "over R or C, a root",
    ),
    "root-leading-coefficient-zero": (
        altered(A["second-decomposition-complex"], ("evidence/root/polynomial", [1, 1, 0])),
        "over R or C, a root",
    ),
    "root-empty-polynomial": (
        altered(A["second-decomposition-complex"], ("evidence/root/polynomial", [])),
        "over R or C, a root",
    ),
    "root-interval-missing": (altered(A["second-decomposition-root"], ("evidence/root/interval", REMOVED)), KEYS),
    "root-interval-of-one-number": (
        altered(A["second-decomposition-root"], ("evidence/root/interval", [1])),
        LIST + " of length 2",
    ),
    "root-interval-empty-over-r": (
        altered(A["second-decomposition-root"], ("evidence/root/interval", [])),
        LIST + " of length 2",
    ),
    "root-interval-over-c": (
        altered(A["second-decomposition-complex"], ("evidence/root/interval", [0, 1])),
        LIST + " of length 0",
    ),
    "root-number-as-entry": (
        altered(A["second-decomposition-root"], ("evidence/factors/0/0/0", 1)),
        LIST + " of length 2",
    ),
    "root-entry-too-long": (
        altered(A["second-decomposition-root"], ("evidence/factors/0/0/0", [1, 0, 0])),
        LIST + " of length 2",
    ),
    "root-missing": (altered(A["second-decomposition-root"], ("evidence/root", None)), INTEGER),
    "root-a-list": (altered(A["second-decomposition-root"], ("evidence/root", [-2, 0, 1])), KEYS),
    # tensor rank and border rank
    "flattening-no-modes": (altered(A["flattening"], ("evidence/modes", [[], [], []])), EACH_MODE_ONCE),
    "flattening-mode-missing": (altered(A["flattening"], ("evidence/modes", [[], [1], [0]])), EACH_MODE_ONCE),
    "flattening-mode-repeated": (altered(A["flattening"], ("evidence/modes", [[], [0, 1, 2], [0]])), EACH_MODE_ONCE),
    "flattening-mode-too-large": (altered(A["flattening"], ("evidence/modes", [[], [1, 2], [3]])), BELOW),
    "flattening-two-groups": (altered(A["flattening"], ("evidence/modes", [[1, 2], [0]])), LIST + " of length 3"),
    "flattening-modes-of-old": (altered(A["flattening"], ("evidence/modes", [0])), LIST),
    "hyperdeterminant-of-rank-4": (altered(A["hyperdeterminant"], ("claim/rank", 4)), "the rule proves rank 3"),
    "hyperdeterminant-of-rank-2": (altered(A["hyperdeterminant"], ("claim/rank", 2)), "the rule proves rank 3"),
    "hyperdeterminant-of-2x2x3": (
        altered(A["hyperdeterminant"], ("claim/tensor", [[[1, 0, 0], [0, 1, 0]], [[0, 2, 0], [1, 0, 0]]])),
        "the rule proves rank 3",
    ),
    "hyperdeterminant-of-a-matrix": (
        altered(A["hyperdeterminant"], ("claim/tensor", [[1, 0, 0, 1], [0, 2, 1, 0]])),
        "the rule proves rank 3",
    ),
    "decomposition-one-term-more-than-the-rank": (
        altered(A["decomposition"], ("claim/rank", 2)),
        LIST + " of length 2",
    ),
    "decomposition-fewer-terms-than-the-rank": (altered(A["decomposition"], ("claim/rank", 4)), LIST + " of length 4"),
    "decomposition-rank-zero-with-a-term": (
        altered(A["decomposition-rank-zero"], ("claim/tensor", [[1, 2]]), ("evidence/factors", [[[1]], [[1], [2]]])),
        LIST + " of length 0",
    ),
    "decomposition-factor-missing": (
        altered(A["decomposition"], ("evidence/factors/2", REMOVED)),
        LIST + " of length 3",
    ),
    "decomposition-factor-row-more": (
        altered(A["decomposition"], ("evidence/factors/2/2", [1, 1, 1])),
        LIST + " of length 2",
    ),
    "decomposition-factor-row-missing": (
        altered(A["decomposition"], ("evidence/factors/2/1", REMOVED)),
        LIST + " of length 2",
    ),
    "decomposition-with-an-order": (altered(A["border-decomposition"], ("claim/kind", "tensor-rank-at-most")), KEYS),
    "border-decomposition-with-a-root": (altered(A["decomposition-root"], ("claim/kind", "border-rank-at-most")), KEYS),
    "border-decomposition-series-too-short": (
        altered(A["border-decomposition"], ("evidence/factors/0/0/0", [1])),
        LIST + " of length 2",
    ),
    "border-decomposition-series-too-long": (
        altered(A["border-decomposition"], ("evidence/factors/0/0/0", [1, 0, 0])),
        LIST + " of length 2",
    ),
    "border-decomposition-number": (
        altered(A["border-decomposition"], ("evidence/factors/0/0/0", 1)),
        LIST + " of length 2",
    ),
    "border-decomposition-order-negative": (altered(A["border-decomposition"], ("evidence/order", -1)), NATURAL),
    "border-decomposition-order-1000": (
        certificate(by_curve([[1]], [[[[0] * 1000 + [1]]], [[[1] + [0] * 1000]]], 1000)),
        "the order is below 1000",
    ),
    "exhaustion-over-q": (altered(A["exhaustion"], ("claim/field", "Q")), "the field is finite"),
    "exhaustion-of-rank-zero": (altered(A["exhaustion-nonzero"], ("claim/rank", 0)), "the field is finite"),
    **law_corpus.MALFORMED,
    **forms_corpus.MALFORMED,
    **decompositions_corpus.MALFORMED,
    **weights_corpus.MALFORMED,
    **separation_corpus.MALFORMED,
    **orbits_corpus.MALFORMED,
    **flows_corpus.MALFORMED,
    **ranks_corpus.MALFORMED,
}

# -------------------------------------------------------------------------------------------------- over the limit

LARGE = [[i**j % 97 for i in range(60)] for j in range(20)]
ONES60 = [[1] * 60]
HUGE = "9" * 3000

OVER_THE_LIMIT: Table = {
    "column-walk-20-of-20x60": (certificate(k_rank(LARGE, 20)), WORK),
    "projected-minors-20-of-20x60": (
        certificate(
            {**k_rank(LARGE, 20), "rule": "projected-minors", "evidence": {"modulus": 97, "projection": identity(20)}}
        ),
        WORK,
    ),
    "column-walk-half-of-3000": (certificate(k_rank([[1] * 3000], 1500)), WORK),
    "lovitz-petrov-60-terms": (certificate(unique("lovitz-petrov", [ONES60] * 4, {"modulus": 2})), WORK),
    "points-modulo-prime-997-to-the-12": (
        certificate(
            by_points([identity(12), [ONES60[0][:12], list(range(12))], [ONES60[0][:12], list(range(12))]], "Q", 997)
        ),
        WORK,
    ),
    "flattening-of-12-modes-of-size-40": (
        certificate(
            {
                **at_least("flattening", {"factors": [[[1]] * 40] * 12}, 1),
                "evidence": at_modes(12, [0], forged([0], [0], [[1]])),
            }
        ),
        WORK,
    ),
    "decomposition-of-12-modes-of-size-40": (
        certificate(decomposition({"factors": [[[1]] * 40] * 12}, [[[1]] * 40] * 12)),
        WORK,
    ),
    "uniqueness-of-12-modes-of-size-40": (
        certificate(
            unique("rank-one", [[[1]] * 40] * 12, {}),
            at_least("uniqueness", {"factors": [[[1]] * 40] * 12}, 1, premises=(0,)),
        ),
        WORK,
    ),
    "second-decomposition-of-12-modes-of-size-40": (
        certificate(second([[[1, 1]] * 40] * 12, [[[1, 1]] * 40] * 12, [[0] * 12] * 2)),
        WORK,
    ),
    "kruskal-group-of-12-modes-of-size-40": (
        certificate(
            k_rank([[1]], 1), by_kruskal([[[1]] * 40] * 12, (0, 0, 0), grouping=[[0], [1], list(range(2, 12))])
        ),
        WORK,
    ),
    "exhaustion-6x6x6": (certificate(at_least("exhaustion", {"factors": [identity(6)] * 3}, 5, "GF(2)")), WORK),
    "exhaustion-20x20": (certificate(at_least("exhaustion", {"factors": [[[1]] * 20] * 2}, 2, "GF(2)")), WORK),
    "exhaustion-rank-a-billion": (certificate(at_least("exhaustion", [[1]], 10**9, "GF(2)")), "too many sums"),
    "exhaustion-large-field": (certificate(at_least("exhaustion", I2, 2, "GF(1099511627689)")), WORK),
    "exhaustion-50-modes": (
        certificate(at_least("exhaustion", {"factors": [[[1], [1]]] * 50}, 2, "GF(1099511627689)")),
        "too many sums",
    ),
    "field-above-2-to-the-40": (with_field("GF(1099511627791)"), "the primes of fields are below 2^40"),
    "modes-101": (certificate(unique("rank-one", [[[1]]] * 101, {})), "more than 100 modes"),
    "modes-101-of-a-tensor": (
        certificate(decomposition(json.loads("[" * 101 + "1" + "]" * 101), [[[1]]] * 101)),
        "more than 100 modes",
    ),
    "root-of-degree-400": (
        altered(A["second-decomposition-complex"], ("evidence/root/polynomial", [1] * 401)),
        "the polynomial of a root is too large",
    ),
    "root-with-long-ends": (
        altered(
            A["second-decomposition-root"],
            ("evidence/root/polynomial", [-2, *[0] * 7, 1]),
            ("evidence/root/interval", ["1/" + HUGE, 2]),
        ),
        "the polynomial of a root is too large",
    ),
    "long-numbers": (altered(certificate(k_rank(LARGE, 3)), ("claim/matrix/0/0", 10**3000)), WORK),
    **law_corpus.OVER_THE_LIMIT,
    **forms_corpus.OVER_THE_LIMIT,
    **decompositions_corpus.OVER_THE_LIMIT,
    **weights_corpus.OVER_THE_LIMIT,
    **separation_corpus.OVER_THE_LIMIT,
    **orbits_corpus.OVER_THE_LIMIT,
    **flows_corpus.OVER_THE_LIMIT,
    **ranks_corpus.OVER_THE_LIMIT,
}


def nested(depth: int) -> str:
    return COUNT.replace("[[1, 1, 1], [0, 1, 2]]", "[" * depth + "1" + "]" * depth)


def generated() -> Iterator[tuple[str, str, str, str]]:
    """Texts too long to be stored: the name, the text, the answer and a fragment of the reason."""
    over, wide = "over the limit", ", ".join(["1"] * 200_000)
    yield "text-too-long", COUNT + " " * 20_000_000, over, "the text has more than 20000000 characters"
    yield (
        "integer-too-long",
        COUNT.replace("[0, 1, 2]", f"[0, 1, 1{'0' * 100_000}]"),
        over,
        "an integer has too many digits",
    )
    yield (
        "integers-too-long",
        COUNT.replace("[0, 1, 2]", f"[0, 1{'0' * 80_000}, 1{'0' * 80_000}]"),
        over,
        "too many digits",
    )
    yield (
        "integer-just-short-enough",
        COUNT.replace("[0, 1, 2]", f"[0, 1, 1{'0' * 99_999}]"),
        "accepted",
        "k-rank-at-most",
    )
    yield "brackets", "[" * 100_000, "malformed", "nested too deeply"
    yield "nested-matrix", nested(100_000), "malformed", "nested too deeply"
    yield (
        "wide-matrix",
        WALK.replace(json.dumps(CONIC), f"[[{wide}]]").replace('"rank": 3', '"rank": 100000'),
        over,
        WORK,
    )
    many = [[1] * 20_000]
    yield (
        "many-terms",
        json.dumps(certificate(k_rank(many, 1), by_kruskal([many] * 3, (0, 0, 0)))),
        "rejected",
        "the k-ranks sum to 3",
    )
    signs = [[(-1) ** (i * r) for r in range(300)] for i in range(300)]
    yield (
        "decomposition-of-300x300-with-300-terms",
        json.dumps(certificate(decomposition({"factors": [signs, signs]}, [signs, signs]))),
        "accepted",
        "tensor-rank-at-most, rank 300",
    )
    primes = (p for p in range(2**40 - 1, 0, -2) if pow(2, p - 1, p) == pow(3, p - 1, p) == 1)
    steps = [counted(I2, 2, f"GF({next(primes)})") for _ in range(200)]
    yield "many-fields", json.dumps(certificate(*steps)), "rejected", "the steps are over several fields"
    yield from law_corpus.generated()
    yield from decompositions_corpus.generated()
    yield from ranks_corpus.generated()
    yield from separation_corpus.generated()


# --------------------------------------------------------------------------------------------------------- writing


def readable(value: Any, indent: str = "") -> str:
    """JSON in lines of at most 110 characters where lists and objects allow it."""
    text = json.dumps(value, ensure_ascii=False)
    if len(indent + text) <= 110 or not isinstance(value, dict | list):
        return text
    inner, (left, right) = indent + " ", "{}" if isinstance(value, dict) else "[]"
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {readable(item, inner)}" for key, item in value.items()]
    else:
        parts = [readable(item, inner) for item in value]
    return f"{left}\n" + ",\n".join(inner + part for part in parts) + f"\n{indent}{right}"


def main() -> None:
    reasons: dict[str, str] = {}
    tables = {"rejected": REJECTED, "malformed": MALFORMED, "over_the_limit": OVER_THE_LIMIT}
    for folder, table in {"accepted": {name: (c, "") for name, c in ACCEPTED.items()}, **tables}.items():
        (FOLDER / folder).mkdir(exist_ok=True)
        for old in (FOLDER / folder).glob("*.json"):
            old.unlink()
        for name, (content, reason) in table.items():
            text = content if isinstance(content, str) else readable(content) + "\n"
            (FOLDER / folder / f"{name}.json").write_text(text, encoding="utf-8")
            if folder != "accepted":
                reasons[f"{folder}/{name}"] = reason
    (FOLDER / "reasons.json").write_text(json.dumps(reasons, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
