"""FLINT's answers against SymPy's in a child process with Python ground types."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from algebra_tnn.exact import exact_matrix, k_rank, kernel, minor, rank, rank_factorization
from algebra_tnn.exact.linear.matrices import product

CHILD = Path(__file__).with_name("sympy_child.py")


def matrices() -> list[Any]:
    """Small random matrices, many of deficient rank, some rational, some with huge or repeated columns."""
    rng = random.Random(12)
    found: list[Any] = [[[0, 0]], [[0], [0]], [["1/3"]], [[10**30, 10**30 + 1], [10**30 - 1, 10**30]]]
    for _ in range(50):
        m, n, r = rng.randint(1, 5), rng.randint(1, 6), rng.randint(1, 4)
        left = [[rng.randint(-2, 2) for _ in range(r)] for _ in range(m)]
        right = [[rng.randint(-2, 2) for _ in range(n)] for _ in range(r)]
        found.append([[sum(row[k] * right[k][j] for k in range(r)) for j in range(n)] for row in left])
    for _ in range(15):
        entries = [[Fraction(rng.randint(-4, 4), rng.randint(1, 5)) for _ in range(4)] for _ in range(3)]
        found.append([[str(x) for x in row] for row in entries])
    return found


@pytest.fixture(scope="module")
def answers() -> list[tuple[Any, Any, dict[str, Any]]]:
    """(matrix, its invertible minor, SymPy's answer) for each sample, from one child process."""
    questions, given = [], []
    for rows in matrices():
        matrix = exact_matrix(rows)
        shown = minor(matrix)
        assert shown is not None
        question = {
            "matrix": [[str(x) for x in row] for row in matrix],
            "rows": list(shown.rows),
            "columns": list(shown.columns),
            "kernel": [[str(x) for x in vector] for vector in kernel(matrix)],
        }
        questions.append(question)
        given.append((matrix, shown))
    environment = {**os.environ, "SYMPY_GROUND_TYPES": "python"}
    done = subprocess.run(
        [sys.executable, str(CHILD)], input=json.dumps(questions), capture_output=True, text=True, env=environment
    )
    assert done.returncode == 0, done.stderr
    reply = json.loads(done.stdout)
    assert reply["ground types"] == "python"
    return [(matrix, shown, found) for (matrix, shown), found in zip(given, reply["answers"], strict=True)]


def test_ranks(answers: list[Any]) -> None:
    assert [rank(matrix) for matrix, _, _ in answers] == [found["rank"] for _, _, found in answers]
    assert len({found["rank"] for _, _, found in answers}) >= 4


def test_minors_are_as_large_as_the_rank_and_invertible(answers: list[Any]) -> None:
    for matrix, shown, found in answers:
        determinant = Fraction(found["determinant"])
        assert len(shown.rows) == found["rank"], matrix
        assert determinant.numerator % shown.modulus, matrix


def test_kruskal_ranks(answers: list[Any]) -> None:
    for matrix, _, found in answers:
        result = k_rank(matrix)
        assert (result.lower, result.upper) == (found["k-rank"],) * 2, matrix


def test_kernels(answers: list[Any]) -> None:
    for matrix, _, found in answers:
        basis = kernel(matrix)
        assert len(basis) == found["nullity"], matrix
        assert all(found["kernel"]), matrix
        assert not basis or rank(basis) == len(basis)


def test_rank_factorizations(answers: list[Any]) -> None:
    for matrix, _, found in answers:
        left, right = rank_factorization(matrix)
        assert len(right) == found["rank"], matrix
        if right:
            assert product(left, right) == matrix
