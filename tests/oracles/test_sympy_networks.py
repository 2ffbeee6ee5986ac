"""The smallest polynomial networks against SymPy in a child process: generic ranks, equations, determinants."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
import sympy

from algebra_tnn.explore import dimension
from algebra_tnn.models import PolynomialNetwork

CHILD = Path(__file__).with_name("sympy_networks.py")
Network = tuple[tuple[int, ...], tuple[tuple[int, ...], ...], bool]  # widths, activations, biases

SQUARE, CUBE, TWO_TERMS, ODD = (0, 0, 1), (0, 0, 0, 1), (0, 1, 1), (0, 1, 0, 1)
RANKS: list[tuple[Network, int]] = [
    (((2, 1, 1), (SQUARE,), False), 2),
    (((2, 2, 1), (SQUARE,), False), 3),
    (((2, 2, 1), (CUBE,), False), 4),
    (((2, 2, 2), (SQUARE,), False), 6),
    (((3, 2, 1), (SQUARE,), False), 5),
    (((3, 2, 2), (SQUARE,), False), 8),
    (((2, 1, 2, 1), (SQUARE, SQUARE), False), 2),
    (((1, 2, 1, 1), (SQUARE, SQUARE), False), 1),
    (((2, 1, 1), (SQUARE,), True), 4),
    (((2, 2, 1), (SQUARE,), True), 6),
    (((3, 2, 1), (SQUARE,), True), 8),
    (((1, 2, 1), (CUBE,), True), 4),
    (((1, 1, 1, 1), (SQUARE, SQUARE), True), 4),
    (((2, 1, 2), (TWO_TERMS,), False), 4),
    (((2, 2, 1), (ODD,), False), 6),
    (((2, 1, 1), (TWO_TERMS,), True), 4),
]
RELATIONS: list[tuple[Network, list[str]]] = [
    (((2, 1, 1), (SQUARE,), False), ["4*c0*c2 - c1**2"]),
    (((2, 1, 2), ((0, 1),), True), ["c1*c5 - c2*c4"]),
    (((2, 1, 1), (SQUARE,), True), ["c1*c4 - 2*c2*c3", "2*c1*c5 - c3*c4", "4*c2*c5 - c4**2"]),
    (((2, 1, 1), (TWO_TERMS,), False), ["c0*c3 - 2*c1*c2", "2*c0*c4 - c2*c3", "4*c1*c4 - c3**2"]),
]
DETERMINANTS: list[tuple[Network, bool]] = [  # whether the matrix of coefficients is singular for all weights
    (((2, 2, 3), (SQUARE,), False), True),
    (((2, 3, 3), (SQUARE,), False), False),
    (((2, 3, 4), (CUBE,), False), True),
    (((3, 2, 3), ((0, 1),), False), True),
]


def network(asked: Network) -> PolynomialNetwork:
    widths, activations, biases = asked
    return PolynomialNetwork(widths, activations=activations, biases=biases)


@pytest.fixture(scope="module")
def answers() -> dict[tuple[str, Network], Any]:
    """What SymPy says, without FLINT, from one child process."""
    questions = [
        *(("rank", asked) for asked, _ in RANKS),
        *(("relations", asked) for asked, _ in RELATIONS),
        *(("determinant", asked) for asked, _ in DETERMINANTS),
    ]
    environment = {**os.environ, "SYMPY_GROUND_TYPES": "python"}
    done = subprocess.run(
        [sys.executable, str(CHILD)], input=json.dumps(questions), capture_output=True, text=True, env=environment
    )
    assert done.returncode == 0, done.stderr
    reply = json.loads(done.stdout)
    assert reply["ground types"] == "python"
    return dict(zip(questions, reply["answers"], strict=True))


@pytest.mark.slow
@pytest.mark.parametrize(("asked", "value"), RANKS)
def test_generic_ranks(asked: Network, value: int, answers: Any) -> None:
    found = dimension(network(asked))
    assert (found.lower, found.upper, found.trusts) == (value, value, ())
    assert answers["rank", asked] == value


@pytest.mark.parametrize(("asked", "equations"), RELATIONS)
def test_equations(asked: Network, equations: list[str], answers: Any) -> None:
    """Elimination finds them, and they hold for coefficients at random weights, counted in their order."""
    assert answers["relations", asked] == equations
    f, draw = network(asked), Random(1)
    layers = [
        ([[draw.randint(1, 99) for _ in range(n)] for _ in range(m)], [draw.randint(1, 99) for _ in range(m)])
        for n, m in pairwise(f.widths)
    ]
    numbers = [c for output in f.coefficients(f.weights(layers)) for _, c in sorted(output.items())]
    point = {f"c{i}": c for i, c in enumerate(numbers)}
    assert [sympy.sympify(equation).subs(point) for equation in equations] == [0] * len(equations)


@pytest.mark.parametrize(("asked", "singular"), DETERMINANTS)
def test_determinants(asked: Network, singular: bool, answers: Any) -> None:
    """G24: where the determinant vanishes identically, the dimension is one less than without the equation."""
    assert (answers["determinant", asked] == "0") == singular
    found, ambient = dimension(network(asked)), network(asked).ambient_dimension
    assert found.lower == found.upper == ambient - singular
