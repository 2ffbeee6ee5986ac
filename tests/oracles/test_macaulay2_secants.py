"""Secant varieties against Macaulay2: ranks of Jacobians, conditions on forms, and the smallest ones by elimination.

Its answers are files beside its scripts, and the scripts say how to write them again; nothing here runs Macaulay2.
"""

from __future__ import annotations

import json
import re
from itertools import combinations
from math import factorial, prod
from pathlib import Path
from random import Random
from typing import Any

import pytest

from algebra_tnn.explore import dimension
from algebra_tnn.varieties import Grassmannian, Secant, SegreVeronese, secant_ranks

FOLDER = Path(__file__).with_name("macaulay2")
Line = tuple[Any, ...]  # the kind, its two sizes, the number of terms, and in answers what was found


def lines(name: str) -> list[Line]:
    return [tuple(json.loads(line)) for line in (FOLDER / name).read_text().splitlines() if line.startswith("[")]


def variety(line: Line) -> SegreVeronese | Grassmannian:
    kind, first, second, *_ = line
    return Grassmannian(first, second) if kind == "grassmannian" else SegreVeronese(first, second)


def identifier(line: Line) -> str:
    return f"{line[3]} points of {variety(line).name}"


RANKS, IMAGES = lines("secants.out"), lines("secant_images.out")
DEFECTIVE = [line for line in RANKS if line[5] < min(line[4], line[3] * variety(line).dimension)]


@pytest.mark.parametrize("name", ["secants", "secant_images"])
def test_every_question_has_its_answer(name: str) -> None:
    asked, answered = lines(f"{name}.in"), lines(f"{name}.out")
    assert asked == [line[:4] for line in answered]
    assert len({json.dumps(line) for line in asked}) == len(asked)
    heading = (FOLDER / f"{name}.out").read_text().splitlines()[0]
    assert re.match(r"-- Macaulay2 \d+\.\d+, \d{4}-\d\d-\d\d: ", heading)


def test_the_questions_are_mixed() -> None:
    def count(is_such: Any) -> int:
        return sum(is_such(variety(line)) for line in RANKS)

    assert len(RANKS) >= 500 and len(DEFECTIVE) >= 40
    assert count(lambda X: isinstance(X, Grassmannian)) >= 20
    assert count(lambda X: not isinstance(X, Grassmannian) and X.degree == 1) >= 80
    assert count(lambda X: not isinstance(X, Grassmannian) and len(X.shape) == 1) >= 100
    assert count(lambda X: not isinstance(X, Grassmannian) and len(X.shape) > 1 < X.degree) >= 100


@pytest.mark.parametrize("coordinates", [36, pytest.param(200, marks=pytest.mark.slow)])
def test_ranks(coordinates: int) -> None:
    """Two of Macaulay2's and one of ours, each at random points modulo another prime."""
    questions = [line for line in RANKS if line[4] <= coordinates]
    most: dict[SegreVeronese | Grassmannian, int] = {}
    for line in questions:
        most[variety(line)] = max(most.get(variety(line), 0), line[3])
    ours = {X: secant_ranks(X, r) for X, r in most.items()}
    for line in questions:
        X, (*_, r, ambient, rank, conditions) = variety(line), line
        assert (ambient, rank, conditions) == (X.ambient, ours[X][r - 1], rank), identifier(line)


def test_the_defective_ones_are_those_of_the_literature() -> None:
    """Alexander and Hirschowitz's list, besides quadrics; for planes of dimension three or more four Grassmannians."""
    found = {
        (*first, *second, r) if kind == "segre-veronese" else (kind, first, second, r)
        for kind, first, second, r, *_ in DEFECTIVE
        if kind == "grassmannian" or len(first) == 1
    }
    forms = {one for one in found if one[0] != "grassmannian" and one[1] > 2}
    assert forms == {(3, 4, 5), (4, 4, 9), (5, 4, 14), (5, 3, 7)}
    assert {one[1:] for one in found if one[0] == "grassmannian" and one[1] > 2} == {
        (3, 7, 3),
        (4, 8, 3),
        (4, 8, 4),
        (3, 9, 4),
    }


def proved_as(line: Line, value: int) -> None:
    found = dimension(Secant(variety(line), line[3]))
    assert (found.lower, found.upper, found.trusts) == (value, value, ()), found.explanation


CHEAP = [line for line in DEFECTIVE if line[0] != "grassmannian" and line[4] <= 45][::6]


@pytest.mark.parametrize("line", CHEAP, ids=identifier)
def test_some_dimensions_are_the_ranks(line: Line) -> None:
    proved_as(line, line[5])


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    [line for i, line in enumerate(RANKS) if line[0] != "grassmannian" and (i % 4 == 0 or line in DEFECTIVE)],
    ids=identifier,
)
def test_dimensions_are_the_ranks(line: Line) -> None:
    proved_as(line, line[5])


@pytest.mark.parametrize("line", IMAGES, ids=identifier)
def test_images(line: Line) -> None:
    """Their dimensions, which elimination knows exactly, and their equations, which hold for our points."""
    (kind, first, second, r, ambient, value, degree, relations), X = line, variety(line)
    assert (ambient, value) == (X.ambient, secant_ranks(X, r)[r - 1])
    assert bool(relations) == (value < ambient)
    if kind == "segre-veronese" and r == 1:
        dimensions = [n - 1 for n in first]
        assert degree == multinomial(dimensions) * prod(d**n for d, n in zip(second, dimensions, strict=True))
    draw = Random(1)
    sizes = [second] * first if kind == "grassmannian" else first

    def point() -> tuple[int, ...]:
        vectors = [[draw.randint(-9, 9) for _ in range(n)] for n in sizes]
        return X.point(vectors) if isinstance(X, Grassmannian) else X.point(*vectors)

    ours = [sum(entries) for entries in zip(*(point() for _ in range(r)), strict=True)]
    if kind == "grassmannian":  # there the sets of columns are ordered by their last elements
        sets = list(combinations(range(second), first))
        ours = [ours[sets.index(one)] for one in sorted(sets, key=lambda one: one[::-1])]
    assert [evaluated(relation, ours) for relation in relations] == [0] * len(relations)
    others = [draw.randint(1, 99) for _ in ours]
    assert not relations or any(evaluated(relation, others) for relation in relations)


def multinomial(parts: list[int]) -> int:
    return factorial(sum(parts)) // prod(map(factorial, parts))


def evaluated(relation: str, coordinates: list[int]) -> Any:
    """The value of a polynomial in c_0, c_1, …, as Macaulay2 writes it."""
    return eval(re.sub(r"c_([0-9]+)", r"c[\1]", relation).replace("^", "**"), {"c": coordinates})
