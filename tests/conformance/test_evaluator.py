"""The package and the checker read factors, flattenings and quadrics as the format page says."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from itertools import combinations

import pytest

from algebra_tnn import CP, Q, checker
from algebra_tnn.provers.full_rank_factor.quadrics import quadrics_of
from tests.conformance import evaluator
from tests.conformance.agreement import imported_modules

SHAPES = [(2, 3), (2, 3, 4), (4, 3, 2), (3, 2, 2, 4), (2, 3, 1, 2, 2)]


def sample(shape: tuple[int, ...], terms: int, seed: int) -> list[list[list[int]]]:
    rng = random.Random(seed)
    return [[[rng.randint(-9, 9) or 1 for _ in range(terms)] for _ in range(size)] for size in shape]


def as_lists(matrix: Iterable[Iterable[int]]) -> list[list[int]]:
    return [list(row) for row in matrix]


def proper_parts(order: int) -> list[list[int]]:
    return [list(part) for size in range(1, order) for part in combinations(range(order), size)]


def test_the_evaluator_imports_nothing_of_the_package() -> None:
    assert imported_modules(evaluator) == {"__future__", "itertools"}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("seed", range(3))
def test_sums_of_terms(shape: tuple[int, ...], seed: int) -> None:
    factors = sample(shape, 3, seed)
    expected = evaluator.tensor_of(factors)
    tensor = CP.from_factors(*factors).tensor()
    assert tensor.shape == shape
    assert tensor.nested() == evaluator.nested(expected)
    assert all(tensor[place] == x for place, x in expected.items())
    assert checker.term_sum(factors) == [expected[place] for place in sorted(expected)]
    read = checker.read_tensor(evaluator.nested(expected), 0)
    assert (read.shape, read.flat) == (shape, [expected[place] for place in sorted(expected)])


@pytest.mark.parametrize("shape", SHAPES)
def test_flattenings(shape: tuple[int, ...]) -> None:
    entries = evaluator.tensor_of(sample(shape, 4, 7))
    tensor = CP.from_factors(*sample(shape, 4, 7)).tensor()
    for modes in proper_parts(len(shape)):
        assert as_lists(tensor.matricized(modes)) == evaluator.flattening(entries, modes)


@pytest.mark.parametrize("shape", SHAPES)
def test_khatri_rao_matrices(shape: tuple[int, ...]) -> None:
    factors = sample(shape, 3, 11)
    T = CP.from_factors(*factors)
    for group in proper_parts(len(shape)):
        assert as_lists(T.khatri_rao(group)) == evaluator.khatri_rao(factors, group)


def checker_groups(factors: list[list[list[int]]], grouping: list[list[int]], p: int = 0) -> checker.Groups:
    name = f"GF({p})" if p else "Q"
    return checker.Groups({"factors": factors, "field": checker.Field(name, p)}, {"grouping": grouping})


@pytest.mark.parametrize("p", [0, 5])
def test_the_checker_forms_the_same_khatri_rao_matrices(p: int) -> None:
    factors = sample((2, 3, 2, 4), 3, 3)
    grouping = [[1, 3], [0], [2]]
    expected = [evaluator.khatri_rao(factors, group) for group in grouping]
    if p:
        expected = [[[x % p for x in row] for row in matrix] for matrix in expected]
    assert checker_groups(factors, grouping, p).matrices() == expected


def exponent(pair: tuple[int, int], terms: int) -> tuple[int, ...]:
    return tuple(int(r in pair) for r in range(terms))


@pytest.mark.parametrize("seed", range(4))
def test_quadrics(seed: int) -> None:
    terms = 4
    factors = sample((4, 3, 3), terms, seed)
    for Q_ in quadrics_of(CP.from_factors(*factors), Q):
        C, A, B = (evaluator.khatri_rao(factors, list(group)) for group in Q_.grouping)
        assert len(C) >= terms
        assert Q_.pairs == tuple(combinations(range(terms), 2))
        assert Q_.rows
        for (p, q, s, t), row in zip(Q_.rows, Q_.coefficients, strict=True):
            found = {exponent(pair, terms): x for pair, x in zip(Q_.pairs, row, strict=True) if x}
            assert found == evaluator.quadric(A, B, p, q, s, t)
        groups = checker_groups(factors, [list(group) for group in Q_.grouping])
        matrices = groups.matrices()
        for place in Q_.rows:
            read = checker.quadric(matrices, *groups.rows(list(place)))
            assert list(read) == list(combinations(range(terms), 2))
            found = {exponent(pair, terms): x for pair, x in read.items() if x}
            assert found == evaluator.quadric(A, B, *place)


def inverse_modulo(matrix: list[list[int]], n: int) -> list[list[int]] | None:
    """By Gauss–Jordan elimination modulo a prime."""
    size = len(matrix)
    rows = [[*(x % n for x in row), *(int(i == j) for j in range(size))] for i, row in enumerate(matrix)]
    for c in range(size):
        pivot = next((i for i in range(c, size) if rows[i][c]), None)
        if pivot is None:
            return None
        rows[c], rows[pivot] = rows[pivot], rows[c]
        scale = pow(rows[c][c], -1, n)
        rows[c] = [x * scale % n for x in rows[c]]
        for i in range(size):
            if i != c:
                rows[i] = [(x - rows[i][c] * y) % n for x, y in zip(rows[i], rows[c], strict=True)]
    return [row[size:] for row in rows]


def flattening_certificate(tensor: object, matrix: list[list[int]], modes: list[int], rank: int) -> str:
    """Written by hand: the minor of the matrix on its first rows and the first columns that make it regular."""
    for columns in combinations(range(len(matrix[0])), rank):
        inverse = inverse_modulo([[matrix[i][j] for j in columns] for i in range(rank)], 10007)
        if inverse is not None:
            minor = {"rows": list(range(rank)), "columns": list(columns), "modulus": 10007, "inverse": inverse}
            claim = {"kind": "tensor-rank-at-least", "tensor": tensor, "rank": rank, "field": "Q"}
            groups = [[], [mode for mode in range(4) if mode not in modes], modes]
            evidence = {"modes": groups, "power": 0, "restriction": None, "minor": minor}
            step = {"claim": claim, "rule": "flattening", "evidence": evidence, "premises": []}
            return json.dumps({"format": 1, "steps": [step]})
    raise AssertionError("the sample has smaller rank")


@pytest.mark.parametrize("modes", [[0, 2], [1, 3], [2]])
def test_the_checker_reads_flattenings_in_row_major_order(modes: list[int]) -> None:
    factors = sample((2, 3, 2, 3), 4, 5)
    entries = evaluator.tensor_of(factors)
    rank = 2 if len(modes) == 1 else 4
    for tensor in (evaluator.nested(entries), {"factors": factors}):
        text = flattening_certificate(tensor, evaluator.flattening(entries, modes), modes, rank)
        assert checker.check(text).answer == "accepted"
        wrong = evaluator.flattening(entries, modes, first_fastest=True)
        assert checker.check(flattening_certificate(tensor, wrong, modes, rank)).answer == "rejected"


def test_a_planted_wrong_order_is_noticed() -> None:
    """With the first index fastest (Kolda and Bader) every comparison above would fail."""
    factors = sample((2, 3, 4), 3, 2)
    T = CP.from_factors(*factors)
    entries = evaluator.tensor_of(factors)
    for modes in ([0], [1], [2], [0, 2]):
        matrix = as_lists(T.tensor().matricized(modes))
        assert matrix == evaluator.flattening(entries, modes)
        assert matrix != evaluator.flattening(entries, modes, first_fastest=True)
    for group in ([0, 1], [0, 2], [1, 2]):
        assert as_lists(T.khatri_rao(group)) != evaluator.khatri_rao(factors, group, first_fastest=True)
    A, B = factors[0], factors[1]
    assert evaluator.quadric(A, B, 0, 1, 0, 2) != evaluator.quadric(A, B, 0, 1, 2, 0)


def test_a_premise_about_the_wrong_order_is_rejected() -> None:
    """The rule ``kruskal`` compares the premise's matrix with the Khatri–Rao matrix that it forms itself."""
    eye = [[1, 0], [0, 1]]
    factors = [[[1, 1], [1, 2], [0, 3]], [[1, 1], [2, 5]], eye, eye]

    def text(first_fastest: bool) -> str:
        matrices = [evaluator.khatri_rao(factors, group, first_fastest=first_fastest) for group in ([0, 1], [2], [3])]
        steps = [
            {
                "claim": {"kind": "k-rank-at-least", "matrix": matrix, "rank": 2, "field": "Q"},
                "rule": "column-walk",
                "evidence": {"modulus": 10007},
                "premises": [],
            }
            for matrix in matrices
        ]
        claim = {"kind": "essentially-unique", "factors": factors, "field": "Q"}
        steps[2:] = []  # modes 2 and 3 have the same matrix, so that one step serves both
        evidence = {"grouping": [[0, 1], [2], [3]]}
        steps.append({"claim": claim, "rule": "kruskal", "evidence": evidence, "premises": [0, 1, 1]})
        return json.dumps({"format": 1, "steps": steps})

    assert checker.check(text(False)).answer == "accepted"
    assert checker.check(text(True)).answer == "rejected"
