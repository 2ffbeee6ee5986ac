"""Polynomial networks against Macaulay2: ranks of Jacobians at a point, and the smallest images by elimination.

Its answers are files beside its scripts, and the scripts say how to write them again; nothing here runs Macaulay2.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random
from typing import Any

import pytest

from algebra_tnn.explore import dimension
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.provers.dimensions import generic_rank

FOLDER = Path(__file__).with_name("macaulay2")
Line = tuple[Any, ...]  # widths, activations, biases, and in answers what was found


def lines(name: str) -> list[Line]:
    return [tuple(json.loads(line)) for line in (FOLDER / name).read_text().splitlines() if line.startswith("[")]


def network(line: Line) -> PolynomialNetwork:
    widths, activations, biases, *_ = line
    return PolynomialNetwork(widths, activations=activations, biases=biases)


def identifier(line: Line) -> str:
    return str(network(line))


JACOBIANS, IMAGES = lines("jacobians.out"), lines("images.out")
UNPROVED = {  # no argument here reaches the dimension from above
    "pnn 2,2,2,2,1 with t² + t and biases",
    "pnn 3,3,5,2 with t² + t, t⁴ and biases",
    "pnn 3,3,5,1 with t² + t, t⁴ - 2 t² + 1",
}


@pytest.mark.parametrize("name", ["jacobians", "images"])
def test_every_question_has_its_answer(name: str) -> None:
    asked, answered = lines(f"{name}.in"), lines(f"{name}.out")
    assert asked == [line[:3] for line in answered]
    assert len({json.dumps(line) for line in asked}) == len(asked)
    heading = (FOLDER / f"{name}.out").read_text().splitlines()[0]
    assert re.match(r"-- Macaulay2 \d+\.\d+, \d{4}-\d\d-\d\d: ", heading)


def test_the_questions_are_mixed() -> None:
    asked = [network(line) for line in JACOBIANS]
    assert len(asked) >= 120
    assert {f.depth for f in asked} >= {1, 2, 3, 4}
    powers = [f for f in asked if all(len(sigma.exponents) == 1 for layer in f.activations for sigma in layer)]
    biased = [f for f in asked if f.biases]
    assert min(len(powers), len(asked) - len(powers), len(biased), len(asked) - len(biased)) >= 30
    assert max(f.ambient_dimension for f in asked) > 300


def test_counts_and_ranks() -> None:
    """At one point each: a rank of Macaulay2's above ours would show ours to be too small."""
    for line in JACOBIANS:
        f, (*_, parameters, coefficients, rank) = network(line), line
        assert (f.parameter_count, f.ambient_dimension, generic_rank(f.law())) == (parameters, coefficients, rank), f


def proved_as(line: Line, value: int) -> None:
    found = dimension(network(line), seconds=1)
    assert (found.lower, found.probable.value, found.trusts) == (value, value, ()), found.explanation
    assert found.upper == value or (found.upper > value and found.name in UNPROVED), found.explanation


@pytest.mark.parametrize(
    "line", [line for line in JACOBIANS if line[3] <= 20 and identifier(line) not in UNPROVED][::8], ids=identifier
)
def test_some_dimensions_are_the_ranks(line: Line) -> None:
    proved_as(line, line[-1])


@pytest.mark.slow
@pytest.mark.parametrize("line", JACOBIANS, ids=identifier)
def test_dimensions_are_the_ranks(line: Line) -> None:
    proved_as(line, line[-1])


@pytest.mark.parametrize("line", IMAGES, ids=identifier)
def test_images(line: Line) -> None:
    """Their dimensions, which elimination knows exactly, and their equations, which hold for our coefficients."""
    f, (*_, coefficients, value, relations) = network(line), line
    proved_as(line, value)
    assert f.ambient_dimension == coefficients
    assert bool(relations) == (value < coefficients)
    draw = Random(1)
    weights = f.weights(
        [
            ([[draw.randint(1, 99) for _ in range(n)] for _ in range(m)], [draw.randint(1, 99) for _ in range(m)])
            for n, m in zip(f.widths, f.widths[1:], strict=False)
        ]
    )
    ours = {(k, *e): c for k, output in enumerate(f.coefficients(weights)) for e, c in output.items()}
    assert len(ours) == coefficients
    others = {key: draw.randint(1, 99) for key in ours}
    assert [evaluated(relation, ours) for relation in relations] == [0] * len(relations)
    assert not relations or any(evaluated(relation, others) for relation in relations)


def evaluated(relation: str, coefficients: dict[tuple[int, ...], Any]) -> Any:
    """The value of a polynomial in c_(k,a,b,…), as Macaulay2 writes it."""
    return eval(re.sub(r"c_\(([0-9,]+)\)", r"c[\1]", relation).replace("^", "**"), {"c": coefficients})
