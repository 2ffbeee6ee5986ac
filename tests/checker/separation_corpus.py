"""The part of the corpora about separation ranks and about signs: see ``corpus``, which writes it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from . import separation_oracle
from .law_corpus import (
    MANY_MONOMIALS,
    NAMES,
    PRODUCTS_OF_MONOMIALS,
    einsum,
    independent,
    inverted,
    law,
    linear,
    power,
    random_point,
)
from .laws import Law
from .making import (
    BELOW,
    KEYS,
    LIST,
    MODULUS,
    NATURAL,
    NO_UNIT,
    REMOVED,
    SQUARE_MINOR,
    Certificate,
    Table,
    altered,
    certificate,
    identity,
    step,
)

ONE_OUTPUT = "the law has one output"
ORDER = "inputs are named once, in the order of the law"
OTHER_SIDE = "a monomial has a variable of the other side, or of an input that is given"
NAMED = "opaque values are named"
A_SIDE = "a network has a side, and a colour for each leaf"
BOTH_SIDES = "an opaque value has inputs of both sides"
COLOUR = "a leaf has no colour, or not that of its side"
SHARES = "the shares of the networks sum to more than the rank"
NUMBER = "the law is a sum of "
TOO_MANY = "a law is a sum of too many networks"
ORDERED = "the law has no inputs, the field is Q or R"


def at_least(
    of: Law, side: list[str], rank: int, evidence: Any = None, field: str = "Q", n: int = 101, **inputs: Any
) -> Any:
    evidence = evidence or minor(of, side, rank, n, inputs)
    split = {"law": of, "inputs": side}
    return step("separation-rank-at-least", field, "coefficient-minor", evidence, split=split, rank=rank)


def minor(of: Law, side: list[str], rank: int, n: int, inputs: dict[str, Any], seed: int = 1) -> dict[str, Any]:
    """Evidence for ``coefficient-minor`` at some point where the rank is reached."""
    source = random.Random(seed)
    for _ in range(50):
        point = random_point(of["parameters"], source, n)
        terms = separation_oracle.expanded(of, {**point, **inputs}, n)
        heads, tails, matrix = separation_oracle.coefficients(terms, separation_oracle.variables_of(of, side))
        rows, columns = (found[:rank] for found in independent(matrix, n))
        if len(rows) == rank:
            found = inverted([matrix[i] for i in rows], columns, n)
            chosen = {"rows": [heads[i] for i in rows], "columns": [tails[j] for j in columns]}
            return {"point": point, "inputs": inputs, **found, **chosen}
    raise AssertionError("the rank is never reached")


def at_most(of: Law, side: list[str], rank: int, *networks: Any, at: tuple[str, ...] = (), field: str = "Q") -> Any:
    split, evidence = {"law": of, "inputs": side}, {"at": list(at), "networks": list(networks)}
    return step("separation-rank-at-most", field, "cut", evidence, split=split, rank=rank)


def below(*arguments: Any, **how: Any) -> Certificate:
    return certificate(at_least(*arguments, **how))


def above(*arguments: Any, **how: Any) -> Certificate:
    return certificate(at_most(*arguments, **how))


FORM = law({"x": [2], "y": [2]}, {"W": [2, 2]}, einsum("i,ij,j->", "x", "W", "y"))
SUM = law({"x": [2], "y": [2]}, {"a": [2], "b": [2]}, ["+", einsum("i,i->", "a", "x"), einsum("i,i->", "b", "y")])
SQUARE = {**SUM, "output": power(2, SUM["output"])}  # ⟨a, x⟩² + 2⟨a, x⟩⟨b, y⟩ + ⟨b, y⟩²
NEURONS = law(
    {"x": [2], "y": [2]},
    {"a": [2, 2], "b": [2, 2], "c": [2]},
    einsum("i,i->", "c", power(2, ["+", linear("a", "x"), linear("b", "y")])),
)
CHAIN = law(
    {f"x{k}": [2] for k in range(4)},
    {"A": [2, 2], "B": [2, 2, 2], "C": [2, 2, 2], "D": [2, 2]},
    einsum("a,ia,i->", "h2", "D", "x3"),
    ("h0", einsum("ia,i->a", "A", "x0")),
    ("h1", einsum("a,aib,i->b", "h0", "B", "x1")),
    ("h2", einsum("a,aib,i->b", "h1", "C", "x2")),
)
AFFINE = law(  # a recurrent network with a bias, whose state after two steps is squared
    {"x": [1], "y": [1], "z": [2]},
    {"U": [2, 1], "V": [2, 2], "W": [2, 2], "c": [2], "d": [2]},
    einsum("i,i->", "c", "h3"),
    ("h1", ["+", linear("U", "x"), "d"]),
    ("h2", ["+", einsum("i,i->i", linear("V", "h1"), linear("U", "y")), "d"]),
    ("h3", ["+", power(2, "h2"), einsum("i,i->i", "h2", linear("W", "z"))]),
)
SWAPPED = law({"x": [2], "y": [2]}, {}, einsum("i,i->", ["take", "x", [1, 0]], "y"))
CHOSEN = law({"x": [3, 2], "y": [2, 2, 2]}, {}, einsum("abc,abc->", ["take", "x", [[2, 0], [0, 0]]], "y"))
NUMBERS = law({"x": [2], "y": [2]}, {}, einsum("i,ij,j->", "x", ["constant", [[1, 2], [3, "1/2"]]], "y"))
POLYNOMIAL = law({"x": [], "y": []}, {"a": []}, ["apply", [1, 0, 3, 1], ["+", "x", einsum(",->", "a", "y")]])
SEEN_TWICE = law({"x": [2], "y": [2]}, {"W": [2, 2]}, einsum("i,i->", linear("W", "x"), power(2, linear("W", "y"))))
LONE = law({"x": [2], "y": [2]}, {"T": [2, 2, 3]}, einsum("i,j,ijk->", "x", "y", "T"))  # k occurs once
DIAGONAL = law({"x": [2], "y": [2]}, {"T": [2, 2, 2]}, einsum("i,iij,j->", "x", "T", "y"))
MATRICES = law({"x": [2, 2], "y": [2, 2]}, {}, einsum("ij,jk->", "x", "y"))
CONSTANT = law({"x": [2]}, {"a": []}, "a")
ZERO = law({"x": [2], "y": []}, {"a": []}, ["apply", [0], "a"])
TWO_KINDS = law(  # the same leaves twice, with other letters
    {"x": [2], "y": [2]},
    {"W": [2, 2]},
    ["+", einsum("i,ij,j->", "x", "W", "y"), einsum("i,ji,j->", "x", "W", "y")],
)
TURNED = law(  # of X with v, along one axis and the other
    {"X": [2, 2], "y": [2], "z": [2]},
    {"v": [2]},
    ["+", einsum("kl,k,l->", "X", "v", "y"), einsum("kl,l,k->", "X", "v", "z")],
)
SUMMED = law(  # a letter that is cut once, and once summed
    {"X": [2, 2], "y": [2], "w": []},
    {"v": [2]},
    ["+", einsum("kl,k,l->", "X", "v", "y"), einsum("kl,k,->", "X", "v", "w")],
)
TWO_CONSTANTS = law(
    {"x": [2], "y": [2]},
    {"v": []},
    [
        "-",
        einsum("i,i,j,j->", "x", ["constant", [1, 0]], ["constant", [1, 2]], "y"),
        einsum("i,i,j,j->", "x", ["constant", [0, 1]], ["constant", [3, 4]], "y"),
    ],
)
TWO_CHOICES = law(
    {"x": [2], "y": [2]},
    {},
    ["+", einsum(",->", *(["take", z, 0] for z in "xy")), einsum(",->", *(["take", z, 1] for z in "xy"))],
)
THREE = {**FORM, "inputs": {"x": [2], "y": [2], "z": [2]}, "output": einsum("i,ij,j,k->", "x", "W", "y", "z")}
HALF = ["x0", "x1"]
ODD = ["x0", "x2"]
HALF_MINOR = at_least(CHAIN, HALF, 2)
HALF_CUT = at_most(CHAIN, HALF, 2, [0, 0, 0, 0, 0, 1, 1, 1, 1])
# the leaves of CHAIN: A, x0, B, x1, C, x2, D, x3

ACCEPTED: dict[str, Certificate] = {
    "coefficient-minor": below(FORM, ["x"], 2),
    "coefficient-minor-of-the-other-side": below(FORM, ["y"], 2),
    "coefficient-minor-of-half-a-chain": certificate(HALF_MINOR),
    "coefficient-minor-of-odd-and-even": below(CHAIN, ODD, 4),
    "coefficient-minor-with-given-inputs": below(CHAIN, HALF, 2, x0=[1, 5], x3=[7, 3]),
    "coefficient-minor-powers": below(SQUARE, ["x"], 3),
    "coefficient-minor-neurons": below(NEURONS, ["x"], 4),
    "coefficient-minor-scalars": below(POLYNOMIAL, ["x"], 4),
    "coefficient-minor-gf": below(POLYNOMIAL, ["y"], 2, field="GF(3)", n=3),
    "coefficient-minor-composite-modulus": below(NUMBERS, ["x"], 2, n=35),
    "coefficient-minor-matrices": below(MATRICES, ["x"], 2),
    "coefficient-minor-take": below(CHOSEN, ["x"], 4),
    "coefficient-minor-constant": below(CONSTANT, ["x"], 1),
    "coefficient-minor-no-side": below(CHAIN, [], 1),
    "coefficient-minor-every-input": below(CHAIN, [*HALF, "x2", "x3"], 1),
    "coefficient-minor-zero": below(ZERO, ["x"], 0),
    "coefficient-minor-rows-not-sorted": altered(
        below(SQUARE, ["x"], 1),
        ("evidence/rows", [[1, 0]]),
        ("evidence/columns", [[]]),
        ("evidence/point/a", [1, 1]),
        ("evidence/inverse", [[51]]),
    ),
    "coefficient-minor-complex": below(FORM, ["x"], 2, field="C"),
    "cut": above(FORM, ["x"], 2, [0, 0, 0, 1]),
    "cut-after-the-weights": above(FORM, ["x"], 2, [1, 0, 1, 1]),
    "cut-of-half-a-chain": certificate(HALF_CUT),
    "cut-of-odd-and-even": above(CHAIN, ODD, 4, [0]),
    "cut-of-odd-and-even-the-others": above(CHAIN, ODD, 4, [1]),
    "cut-through-three-letters": above(CHAIN, ODD, 8, [0, 0, 0, 1, 1, 0, 0, 1, 1]),
    "cut-in-several-networks": above(SUM, ["x"], 2, [0, 0, 0], [1, 1, 1]),
    "cut-in-networks-without-letters": above(SUM, ["x"], 2, [1], [0]),
    "cut-shared-parts": above(SQUARE, ["x"], 3, [0, 0, 0, 0, 0], [0, 0, 0, 1, 1], [0, 1, 1, 0, 0], [0, 1, 1, 1, 1]),
    "cut-shared-monomials": above(SQUARE, ["x"], 6, [0], [0], [0], [0]),
    "cut-shared-neurons": above(
        NEURONS,
        ["x"],
        4,
        [1, 0, 0, 0, 0, 0],
        [0, 1, 0, 0, 1, 1],
        [0, 1, 1, 1, 0, 0],
        [0, 1, 1, 1, 1, 1],
    ),
    "cut-opaque": above(AFFINE, ["x", "y"], 3, [1], [0, 0, 0, 1, 1], at=("h2",)),
    "cut-opaque-squared": above(AFFINE, ["x", "y"], 5, [0], [0, 0, 0, 1, 1], at=("h2",)),
    "cut-opaque-weights": above(CHAIN, HALF, 2, [0, 0, 0, 0, 0, 1, 1, 1, 1], at=("A", "x0")),
    "cut-opaque-without-inputs": above(
        {**FORM, "let": [["V", einsum("ij,jk->ik", "W", "W")]], "output": einsum("i,ij,j->", "x", "V", "y")},
        ["x"],
        2,
        [0, 0, 1, 1],
        at=("V",),
    ),
    "cut-take": above(SWAPPED, ["x"], 2, [0, 0, 0, 1]),
    "cut-take-the-choice-on-the-other-side": above(SWAPPED, ["x"], 2, [0, 0, 1, 1]),
    "cut-take-of-matrices": above(CHOSEN, ["x"], 6, [0, 0, 1, 1]),
    "cut-take-monomials": above(CHOSEN, ["x"], 6, [0]),
    "cut-constant": above(NUMBERS, ["x"], 2, [0, 0, 0, 1]),
    "cut-polynomial": above(POLYNOMIAL, ["x"], 4, *[[0]] * 13),
    "cut-gf": above(POLYNOMIAL, ["x"], 4, *[[0]] * 9, field="GF(3)"),
    "cut-seen-twice": above(SEEN_TWICE, ["x"], 2, [0, 0, 0, 1, 1, 1, 1]),
    "cut-lone-letter": above(LONE, ["x"], 2, [0, 0, 1, 1]),
    "cut-diagonal": above(DIAGONAL, ["x"], 2, [0, 0, 1, 1]),
    "cut-matrices": above(MATRICES, ["x"], 2, [0, 0, 1]),
    "cut-no-side": above(FORM, [], 1, [1, 1, 1, 1]),
    "cut-every-input": above(FORM, ["x", "y"], 1, [1]),
    "cut-constant-law": above(CONSTANT, [], 1, [0, 1]),
    "cut-zero": above(ZERO, ["x"], 0),
    "cut-one-part": above(TWO_KINDS, ["x"], 2, [0, 0, 1, 1], [0, 0, 1, 1]),
    "cut-two-parts": above(TWO_KINDS, ["x"], 4, [0, 0, 0, 1], [0, 0, 0, 1]),
    "cut-two-parts-of-one-pattern": above(TURNED, ["X"], 4, [0, 0, 0, 1], [0, 0, 0, 1]),
    "cut-two-constants": above(TWO_CONSTANTS, ["x"], 2, [0, 0, 0, 1, 1], [0, 0, 0, 1, 1]),
    "cut-two-choices": above(TWO_CHOICES, ["x"], 2, [0, 0, 0, 1, 1], [0, 0, 0, 1, 1]),
    "cut-more-than-enough": above(FORM, ["x"], 10**6, [0, 0, 0, 1]),
    "separation-rank-between": certificate(
        HALF_MINOR,
        HALF_CUT,
        step(
            "separation-rank-between",
            "Q",
            "both-bounds",
            {},
            (0, 1),
            split={"law": CHAIN, "inputs": HALF},
            lower=2,
            upper=2,
        ),
    ),
}


A = ACCEPTED
FORM_MINOR, FORM_CUT, SQUARE_CUT = A["coefficient-minor"], A["cut"], A["cut-shared-parts"]


def by_unit(n: int, rows: list[list[int]], columns: list[list[int]], **point: Any) -> dict[str, Any]:
    """Evidence whose matrix is said to be the identity."""
    minor = {"rows": rows, "columns": columns, "modulus": n, "inverse": identity(len(rows))}
    return {"point": point, "inputs": {}, **minor}


def enlarged(value: Certificate, row: list[int], column: list[int]) -> Certificate:
    """One more is claimed, with the best that there is for it."""
    evidence = value["steps"][-1]["evidence"]
    rows, columns = [*evidence["rows"], row], [*evidence["columns"], column]
    wider = [*([*line, 0] for line in evidence["inverse"]), [0] * (len(rows) - 1) + [1]]
    new = {**evidence, "rows": rows, "columns": columns, "inverse": wider}
    return altered(value, ("evidence", new), ("claim/rank", len(rows)))


def of_law(value: Certificate, new: Law) -> Certificate:
    return altered(value, ("claim/split/law", new))


REJECTED: Table = {
    "coefficient-minor-a-row-twice": (enlarged(FORM_MINOR, [0], [3]), SQUARE_MINOR),
    "coefficient-minor-a-monomial-that-does-not-occur": (enlarged(FORM_MINOR, [0, 0], [2, 2]), SQUARE_MINOR),
    "coefficient-minor-of-a-chain-one-more": (
        enlarged(A["coefficient-minor-of-half-a-chain"], [1, 3], [4, 6]),
        SQUARE_MINOR,
    ),
    "coefficient-minor-a-monomial-of-the-other-side": (  # as if the matrix of the two x and the two y were symmetric
        altered(FORM_MINOR, ("evidence/rows/1", [2])),
        OTHER_SIDE,
    ),
    "coefficient-minor-a-column-of-the-other-side": (altered(FORM_MINOR, ("evidence/columns/1", [2, 0])), OTHER_SIDE),
    "coefficient-minor-sides-exchanged": (altered(FORM_MINOR, ("claim/split/inputs", ["y"])), OTHER_SIDE),
    "coefficient-minor-of-a-given-input": (
        altered(FORM_MINOR, ("evidence/inputs", {"y": [1, 1]})),
        OTHER_SIDE,
    ),
    "coefficient-minor-of-a-given-input-in-a-row": (
        altered(FORM_MINOR, ("evidence/inputs", {"x": [1, 1]})),
        OTHER_SIDE,
    ),
    "coefficient-minor-another-point": (altered(FORM_MINOR, ("evidence/point/W/0/0", 0)), SQUARE_MINOR),
    "coefficient-minor-another-inverse": (altered(FORM_MINOR, ("evidence/inverse/0/0", 0)), SQUARE_MINOR),
    "coefficient-minor-singular-weights": (
        altered(FORM_MINOR, ("evidence/point/W", [[1, 1], [1, 1]]), ("evidence/inverse", identity(2))),
        SQUARE_MINOR,
    ),
    "coefficient-minor-frobenius": (  # in characteristic 3 the cube has two terms
        below(POLYNOMIAL, ["x"], 3, by_unit(3, [[0, 0, 0], [], [0]], [[], [1, 1, 1], [1, 1]], a=1), field="GF(3)"),
        SQUARE_MINOR,
    ),
    "coefficient-minor-denominator": (
        altered(A["coefficient-minor-composite-modulus"], ("evidence/modulus", 34), ("evidence/inverse", identity(2))),
        NO_UNIT,
    ),
    "coefficient-minor-of-zero": (below(ZERO, ["x"], 1, by_unit(7, [[]], [[]], a=1)), SQUARE_MINOR),
    "coefficient-minor-no-side": (
        below(FORM, [], 2, by_unit(7, [[], []], [[0, 2], [1, 3]], W=identity(2))),
        SQUARE_MINOR,
    ),
    "cut-one-less": (altered(FORM_CUT, ("claim/rank", 1)), SHARES),
    "cut-of-the-graph-one-less": (altered(A["cut-of-odd-and-even"], ("claim/rank", 3)), SHARES),
    "cut-through-three-letters-one-less": (altered(A["cut-through-three-letters"], ("claim/rank", 7)), SHARES),
    "cut-of-zero": (altered(A["cut-zero"], ("evidence/networks", [[0]])), NUMBER),
    "cut-without-a-network": (
        altered(A["cut-in-several-networks"], ("evidence/networks/1", REMOVED), ("claim/rank", 1)),
        NUMBER,
    ),
    "cut-without-the-last-power": (altered(SQUARE_CUT, ("evidence/networks/3", REMOVED), ("claim/rank", 2)), NUMBER),
    "cut-one-network-too-many": (altered(FORM_CUT, ("evidence/networks/1", [0])), NUMBER),
    "cut-input-on-the-other-side": (above(FORM, ["x"], 1, [0, 0, 0, 0]), COLOUR),
    "cut-input-of-the-first-side": (above(FORM, ["x"], 1, [1, 1, 1, 1]), COLOUR),
    "cut-without-the-last-colour": (above(FORM, ["x"], 1, [0, 0, 0]), COLOUR),
    "cut-one-colour-too-many": (altered(FORM_CUT, ("evidence/networks/0", [0, 0, 0, 1, 1])), COLOUR),
    "cut-sides-exchanged": (altered(A["cut-of-half-a-chain"], ("claim/split/inputs", ["x2", "x3"])), COLOUR),
    "cut-another-side": (altered(A["cut-of-half-a-chain"], ("claim/split/inputs", ODD)), COLOUR),
    "cut-opaque-of-both-sides": (above(CHAIN, ODD, 2, [0, 0, 1, 1], at=("h2",)), BOTH_SIDES),
    "cut-opaque-of-both-sides-among-monomials": (above(CHAIN, ODD, 2, [1], at=("h2",)), BOTH_SIDES),
    "cut-opaque-of-both-sides-through-another": (above(CHAIN, ["x0"], 2, [0, 0, 1, 1, 1, 1], at=("h1",)), BOTH_SIDES),
    "cut-opaque-of-the-other-side": (above(AFFINE, ["x", "y"], 2, [1], [0, 0, 1, 1, 1], at=("h2",)), COLOUR),
    "cut-opaque-square-as-a-vector": (above(AFFINE, ["x", "y"], 4, [0], [0, 0, 0, 1, 1], at=("h2",)), SHARES),
    "cut-empty-parts-of-both-sides": (above(SUM, ["x"], 1, [1], [0]), SHARES),
    "cut-monomials-of-both-sides": (above(SUM, ["x"], 2, [0], [1]), SHARES),
    "cut-parts-of-other-letters": (above(TURNED, ["X"], 2, [0, 0, 0, 1], [0, 0, 0, 1]), SHARES),
    "cut-parts-cut-elsewhere": (above(SUMMED, ["X"], 1, [0, 0, 0, 1], [0, 0, 0, 1]), SHARES),
    "cut-parts-of-other-constants": (above(TWO_CONSTANTS, ["x"], 1, [0, 0, 0, 1, 1], [0, 0, 0, 1, 1]), SHARES),
    "cut-parts-of-other-choices": (above(TWO_CHOICES, ["x"], 1, [0, 0, 0, 1, 1], [0, 0, 0, 1, 1]), SHARES),
    "cut-parts-of-other-degrees": (above(SQUARE, ["x"], 2, [0], [0], [0], [0]), SHARES),
    "cut-square-one-less": (altered(SQUARE_CUT, ("claim/rank", 2)), SHARES),
    "cut-neurons-one-less": (altered(A["cut-shared-neurons"], ("claim/rank", 3)), SHARES),
    "cut-take-one-less": (altered(A["cut-take"], ("claim/rank", 1)), SHARES),
    "cut-diagonal-one-less": (altered(A["cut-diagonal"], ("claim/rank", 1)), SHARES),
    "cut-coefficient-zero": (altered(A["cut-gf"], ("claim/field", "Q"), ("claim/rank", 3)), NUMBER),
    "separation-rank-between-other-side": (
        altered(A["separation-rank-between"], ("claim/split/inputs", ["x2", "x3"])),
        "a premise is not the lower bound of the claim",
    ),
    "separation-rank-between-one-less": (
        altered(A["separation-rank-between"], ("claim/upper", 1), ("claim/lower", 1)),
        "a premise is not the lower bound of the claim",
    ),
}
HALF_OF_CHAIN = A["cut-of-half-a-chain"]
BETWEEN = A["separation-rank-between"]

MALFORMED: Table = {
    "split-inputs-in-another-order": (altered(HALF_OF_CHAIN, ("claim/split/inputs", ["x1", "x0"])), ORDER),
    "split-an-input-twice": (altered(HALF_OF_CHAIN, ("claim/split/inputs", ["x0", "x0", "x1"])), ORDER),
    "split-an-unknown-input": (altered(HALF_OF_CHAIN, ("claim/split/inputs", ["x0", "x1", "x9"])), ORDER),
    "split-a-parameter": (altered(HALF_OF_CHAIN, ("claim/split/inputs", ["A", "x0", "x1"])), ORDER),
    "split-a-number": (altered(HALF_OF_CHAIN, ("claim/split/inputs", [0, "x1"])), ORDER),
    "split-a-list": (altered(HALF_OF_CHAIN, ("claim/split/inputs", [["x0"], "x1"])), ORDER),
    "split-inputs-a-string": (altered(FORM_CUT, ("claim/split/inputs", "x")), LIST),
    "split-inputs-an-object": (altered(FORM_CUT, ("claim/split/inputs", {"x": 0})), LIST),
    "split-without-inputs": (altered(HALF_OF_CHAIN, ("claim/split/inputs", REMOVED)), KEYS),
    "split-a-law": (altered(HALF_OF_CHAIN, ("claim/split", CHAIN)), KEYS),
    "split-law-without-split": (altered(HALF_OF_CHAIN, ("claim/law", CHAIN)), KEYS),
    "split-of-several-outputs": (of_law(FORM_CUT, {**FORM, "output": einsum("i,ij,j->j", "x", "W", "y")}), ONE_OUTPUT),
    "split-of-one-output-in-a-list": (
        of_law(FORM_CUT, {**FORM, "output": ["take", ["constant", [1]], [0]]}),
        ONE_OUTPUT,
    ),
    "split-negative-rank": (altered(HALF_OF_CHAIN, ("claim/rank", -1)), NATURAL),
    "coefficient-minor-proves-no-upper-bound": (
        altered(FORM_MINOR, ("claim/kind", "separation-rank-at-most")),
        "separation-rank-at-most is proved by cut",
    ),
    "cut-proves-no-lower-bound": (
        altered(FORM_CUT, ("claim/kind", "separation-rank-at-least")),
        "separation-rank-at-least is proved by coefficient-minor",
    ),
    "coefficient-minor-without-a-point": (altered(FORM_MINOR, ("evidence/point", REMOVED)), KEYS),
    "coefficient-minor-without-inputs": (altered(FORM_MINOR, ("evidence/inputs", REMOVED)), KEYS),
    "coefficient-minor-point-without-a-parameter": (altered(FORM_MINOR, ("evidence/point/W", REMOVED)), KEYS),
    "coefficient-minor-point-of-an-input": (altered(FORM_MINOR, ("evidence/point/x", [1, 1])), KEYS),
    "coefficient-minor-point-of-another-shape": (altered(FORM_MINOR, ("evidence/point/W/0", [1])), LIST),
    "coefficient-minor-point-beyond-the-modulus": (altered(FORM_MINOR, ("evidence/point/W/0/0", 101)), BELOW),
    "coefficient-minor-inputs-a-list": (altered(FORM_MINOR, ("evidence/inputs", ["x"])), NAMES),
    "coefficient-minor-an-unknown-input": (altered(FORM_MINOR, ("evidence/inputs", {"z": [1, 1]})), NAMES),
    "coefficient-minor-a-parameter-as-input": (
        altered(FORM_MINOR, ("evidence/inputs", {"W": [[1, 1], [1, 1]]})),
        NAMES,
    ),
    "coefficient-minor-an-input-of-another-shape": (altered(FORM_MINOR, ("evidence/inputs", {"x": [1]})), LIST),
    "coefficient-minor-an-input-beyond-the-modulus": (altered(FORM_MINOR, ("evidence/inputs", {"x": [1, 101]})), BELOW),
    "coefficient-minor-a-fraction": (altered(FORM_MINOR, ("evidence/inputs", {"x": [1, "1/2"]})), NATURAL),
    "coefficient-minor-one-row": (altered(FORM_MINOR, ("evidence/rows/1", REMOVED)), LIST),
    "coefficient-minor-three-columns": (altered(FORM_MINOR, ("evidence/columns/2", [2])), LIST),
    "coefficient-minor-row-a-number": (altered(FORM_MINOR, ("evidence/rows/1", 1)), LIST),
    "coefficient-minor-a-variable-too-many": (altered(FORM_MINOR, ("evidence/columns/1", [4])), BELOW),
    "coefficient-minor-a-negative-variable": (altered(FORM_MINOR, ("evidence/columns/1", [-1])), NATURAL),
    "coefficient-minor-a-name-as-variable": (altered(FORM_MINOR, ("evidence/columns/1", ["y"])), NATURAL),
    "coefficient-minor-modulus-one": (altered(FORM_MINOR, ("evidence/modulus", 1)), MODULUS),
    "coefficient-minor-another-modulus-over-a-finite-field": (altered(FORM_MINOR, ("claim/field", "GF(7)")), MODULUS),
    "coefficient-minor-inverse-too-small": (altered(FORM_MINOR, ("evidence/inverse", [[1]])), LIST),
    "coefficient-minor-inverse-not-square": (altered(FORM_MINOR, ("evidence/inverse/0", [1])), LIST),
    "coefficient-minor-inverse-beyond-the-modulus": (altered(FORM_MINOR, ("evidence/inverse/0/0", 101)), BELOW),
    "coefficient-minor-with-a-premise": (
        certificate(at_least(FORM, ["x"], 2), {**at_least(FORM, ["x"], 2), "premises": [0]}),
        "the number of premises is wrong",
    ),
    "cut-without-at": (altered(FORM_CUT, ("evidence/at", REMOVED)), KEYS),
    "cut-without-networks": (altered(FORM_CUT, ("evidence/networks", REMOVED)), KEYS),
    "cut-at-a-name": (altered(A["cut-opaque"], ("evidence/at", "h2")), LIST),
    "cut-at-an-unknown-name": (altered(A["cut-opaque"], ("evidence/at/1", "h9")), NAMED),
    "cut-at-a-number": (altered(A["cut-opaque"], ("evidence/at/1", 0)), NAMED),
    "cut-at-a-list": (altered(A["cut-opaque"], ("evidence/at/1", ["h2"])), NAMED),
    "cut-networks-an-object": (altered(FORM_CUT, ("evidence/networks", {})), LIST),
    "cut-network-a-number": (altered(FORM_CUT, ("evidence/networks/0", 0)), LIST),
    "cut-network-without-a-side": (altered(FORM_CUT, ("evidence/networks/0", [])), A_SIDE),
    "cut-third-side": (altered(FORM_CUT, ("evidence/networks/0/0", 2)), BELOW),
    "cut-third-colour": (altered(FORM_CUT, ("evidence/networks/0/2", 2)), BELOW),
    "cut-negative-colour": (altered(FORM_CUT, ("evidence/networks/0/2", -1)), NATURAL),
    "cut-colour-true": (altered(FORM_CUT, ("evidence/networks/0/2", True)), NATURAL),
    "separation-rank-between-with-evidence": (altered(BETWEEN, ("evidence/at", [])), KEYS),
    "separation-rank-between-without-premises": (
        altered(BETWEEN, ("/steps/0", REMOVED), ("premises", [])),
        "the number of premises is wrong",
    ),
}


def doubled(count: int, start: Any) -> list[tuple[str, Any]]:
    """h1, h2, …: each is a product of the last with itself."""
    names = [start, *(f"h{k}" for k in range(1, count + 1))]
    return [(name, einsum(",->", last, last)) for last, name in pairwise(names)]


SCALAR = {"x": [], "y": []}
OVER_THE_LIMIT: Table = {
    "cut-doubled": (above(law(SCALAR, {}, "h60", *doubled(60, "x")), ["x"], 1, [0]), TOO_MANY),
    "cut-doubled-nothing": (  # products of no networks at all
        above(law(SCALAR, {}, "h60", ("h0", ["apply", [0], "x"]), *doubled(60, "h0")), ["x"], 0),
        TOO_MANY,
    ),
    "cut-many-monomials": (
        above(law({"x": [200]}, {"a": [200]}, power(101, einsum("i,i->", "a", "x"))), ["x"], 1, [0]),
        MANY_MONOMIALS,
    ),
    "coefficient-minor-many-monomials": (
        below(law({"x": [200]}, {"a": []}, power(3, einsum("i->", "x"))), ["x"], 1, by_unit(7, [[0]], [[]], a=1)),
        PRODUCTS_OF_MONOMIALS,
    ),
}


def generated() -> Iterator[tuple[str, str, str, str]]:
    """A monomial of a degree beyond the base in which exponents are digits, which must not pass for another."""
    hidden = law({"x": [], "y": []}, {"a": []}, einsum(",->", "a", "y"))  # x^(2^14) would be y, the next variable
    text = json.dumps(below(hidden, ["x"], 2, by_unit(7, [[0] * 2**14, []], [[], [1]], a=1)))
    yield "monomial-of-a-large-degree", text, "over the limit", "the degree of a monomial is above 10000"
