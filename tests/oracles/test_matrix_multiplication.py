"""docs/matrix-multiplication.md: what is said to be proved is, and does not contradict what is known."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from algebra_tnn import (
    CP,
    BorderRankAtLeast,
    BorderRankAtMost,
    TensorRankAtLeast,
    TensorRankAtMost,
    named_tensor,
    provers,
    verify,
)
from algebra_tnn.tensors.fast_multiplication import bini, eleven_terms, fifteen_terms, laderman, strassen

PAGE = Path(__file__).parents[2] / "docs" / "matrix-multiplication.md"
HALF, QUARTER = "1/2", "1/4"
DECOMPOSITIONS = {
    "w:3": CP.from_factors([[0, 1, 1], [1, 0, 0]], [[1, 0, 1], [0, 1, 0]], [[1, 1, 0], [0, 0, 1]]),
    "matmul:2,2,2": strassen(),
    "matmul:2,2,3": eleven_terms(),
    "matmul:2,3,3": fifteen_terms(),
    "matmul:3,3,3": laderman(),
    "determinant:3": CP.from_factors(  # by Derksen
        [[0, HALF, 0, 0, HALF], [HALF, HALF, 1, "-1/2", "-1/2"], [HALF, 0, 0, HALF, 0]],
        [[1, 0, -1, 1, 0], [-1, 1, 0, 1, 1], [0, -1, 1, 0, 1]],
        [[1, 0, 1, -1, 0], [1, 1, 0, 1, -1], [0, 1, 1, 0, 1]],
    ),
    "permanent:3": CP.from_factors(  # by Glynn: all signs of the vectors (1, ±1, ±1)
        [[QUARTER, "-1/4", "-1/4", QUARTER], [QUARTER, "-1/4", QUARTER, "-1/4"], [QUARTER, QUARTER, "-1/4", "-1/4"]],
        *([[1, 1, 1, 1], [1, 1, -1, -1], [1, -1, 1, -1]] for _ in range(2)),
    ),
}
FROM_BELOW = (
    provers.flattening,
    provers.koszul_flattening,
    provers.hyperdeterminant,
    provers.matmul_substitution,
    provers.substitution_method,
)
LINE = [[[1, 0], [1, 0]], [[0, 1], [0, 0]]]
CURVES = {"w:3": [[[[1, 0], [-1, 0]], [[0, 1], [0, 0]]], LINE, LINE], "matmul:2,2,3": bini()}


def rows() -> list[list[str]]:
    """The cells of the table, without the citations."""
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")][2:]
    return [[re.sub(r" \[\w+\]", "", cell.strip()) for cell in line.strip("|").split("|")] for line in lines]


def between(cell: str) -> tuple[int, int]:
    lower, _, upper = cell.partition(" to ")
    return int(lower), int(upper or lower)


def name(row: list[str]) -> str:
    found = re.search(r"`(.*)`", row[0])
    assert found is not None
    return found[1]


def test_the_table_is_about_these() -> None:
    assert [name(row) for row in rows()] == list(DECOMPOSITIONS)


@pytest.mark.parametrize("row", rows(), ids=name)
def test_the_bounds_are_proved(row: list[str]) -> None:
    tensor, given = named_tensor(name(row)), DECOMPOSITIONS[name(row)]
    lower, upper = between(row[1])
    assert given.tensor() == tensor and given.length == upper
    assert verify(TensorRankAtMost(given, upper), by=provers.decomposition).status == "proved"
    verdict = verify(TensorRankAtLeast(tensor, lower), by=FROM_BELOW)
    assert (verdict.status, verdict.extensions, verdict.trusts) == ("proved", True, ())
    lower, border = between(row[3])
    verdict = verify(BorderRankAtLeast(tensor, lower), by=(provers.flattening, provers.koszul_flattening))
    assert (verdict.status, verdict.extensions, verdict.trusts) == ("proved", True, ())
    if border < upper:
        curve = provers.approximating_curve(CURVES[name(row)], order=1)
        assert verify(BorderRankAtMost(tensor, border), by=curve).status == "proved"
    else:
        assert border == upper


@pytest.mark.parametrize("row", rows(), ids=name)
def test_they_do_not_contradict_what_is_known(row: list[str]) -> None:
    for proved, known in ((row[1], row[2]), (row[3], row[4])):
        (low, high), (least, most) = between(proved), between(known)
        assert low <= least <= most <= high
