from __future__ import annotations

import random
from typing import Any

import pytest

from algebra_tnn import checker
from algebra_tnn.claims import DimensionAtMost, KRankAtLeast, TensorRankAtLeast
from algebra_tnn.exact import exact_matrix
from algebra_tnn.explore import generic_matrix_ranks, matrix_images
from algebra_tnn.explore.generic_matrix_ranks import GenericMatrixRank, generic_k_rank, generic_matrix_rank
from algebra_tnn.laws import Law, value
from algebra_tnn.laws.tracing import apply, einsum, named
from tests.oracles import by_hand

EYE = [[int(i == j) for j in range(4)] for i in range(4)]
ROWS = [EYE[:2], EYE[2:]]  # the row of (i, j) in a matrix with 2 · 2 rows
SUMS = [[1, 0, 1, 0], [0, 1, 1, 0], [0, 0, 0, 1]]  # column 2 is the sum of columns 0 and 1


def khatri_rao(A: Any, B: Any) -> Any:
    return einsum("ir,jr,ijp->pr", A, B, ROWS)


def vandermonde(t: Any) -> Any:
    ones, *powers = (einsum("i,j->ij", EYE[e], t**e) for e in range(4))
    return ones + powers[0] + powers[1] + powers[2]


def outer(a: Any, b: Any) -> Any:
    return einsum("i,j->ij", a, b)


def traced(forward: Any, **parameters: tuple[int, ...]) -> Law:
    return Law.trace(forward, {}, parameters)


LAWS = {  # with the rank and the k-rank for generic parameters
    "khatri-rao with fewer columns": (traced(khatri_rao, A=(2, 3), B=(2, 3)), 3, 3),
    "khatri-rao": (traced(khatri_rao, A=(2, 4), B=(2, 4)), 4, 4),
    "khatri-rao with more columns": (traced(khatri_rao, A=(2, 6), B=(2, 6)), 4, 4),
    "khatri-rao with equal columns": (traced(lambda A, b: khatri_rao(A, outer(b, [1] * 4)), A=(2, 4), b=(2,)), 2, 2),
    "khatri-rao of a matrix with itself": (traced(lambda A: khatri_rao(A, A), A=(2, 5)), 3, 3),
    "vandermonde": (traced(vandermonde, t=(6,)), 4, 4),
    "product": (traced(lambda A, B: A @ B, A=(3, 2), B=(2, 4)), 2, 2),
    "transposed product": (traced(lambda A, B: (A @ B).T, A=(5, 3), B=(3, 4)), 3, 3),
    "wide product": (traced(lambda A, B: A @ B, A=(9, 8), B=(8, 9)), 8, 8),
    "product with names": (
        traced(lambda A, B, C: named("M", named("N", A @ B) @ C), A=(3, 3), B=(3, 1), C=(1, 3)),
        1,
        1,
    ),
    "product with a parameter twice": (traced(lambda A, B: A @ A.T @ B, A=(3, 2), B=(3, 3)), 2, 2),
    "sum": (traced(lambda a, b, c, d: outer(a, b) - outer(c, d), a=(3,), b=(4,), c=(3,), d=(4,)), 2, 2),
    "skew-symmetric": (traced(lambda A: A - A.T, A=(3, 3)), 2, 2),
    "skew-symmetric of size five": (traced(lambda A: A - A.T, A=(5, 5)), 4, 4),
    "a minor that vanishes": (traced(lambda A: A * [[1, 1, 1, 1], [1, 1, 1, 1], [0, 0, 0, 1]], A=(3, 4)), 3, 2),
    "a minor that cancels": (traced(lambda A: A @ SUMS, A=(3, 3)), 3, 2),
    "equal rows": (traced(lambda A: A[[0, 0, 1, 1]], A=(2, 5)), 2, 2),
    "a zero column": (traced(lambda A: A * [[0, 1, 1], [0, 1, 1]], A=(2, 3)), 2, 0),
    "proportional columns": (traced(outer, a=(2,), b=(3,)), 1, 1),
    "zero": (traced(lambda A: A * 0, A=(2, 3)), 0, 0),
    "a constant times a number": (traced(lambda s: einsum(",ij->ij", s, [[1, 2], [2, 4]]), s=()), 1, 1),
    "diagonal": (traced(lambda a: einsum("i,ij->ij", a, EYE), a=(4,)), 4, 4),
    "diagonal of a matrix": (traced(lambda A, B: einsum("ij,jj->ij", A, B), A=(2, 3), B=(3, 3)), 2, 2),
    "squares and a constant": (traced(lambda a, b: apply(["1/2", 0, 1], outer(a, b)), a=(3,), b=(4,)), 2, 2),
    "names with underscores": (
        traced(lambda v_, w_, z_v_: outer(v_, w_) + outer(v_, z_v_), v_=(2,), w_=(3,), z_v_=(3,)),
        1,
        1,
    ),
    "one number": (traced(lambda s: einsum(",ij->ij", s, [[1]]), s=()), 1, 1),
}


def at_random(law: Law, seed: int = 0) -> Any:
    """The matrix at parameters that have nothing to do with those of the answer."""
    rng = random.Random(seed)

    def drawn(shape: tuple[int, ...]) -> Any:
        return [drawn(shape[1:]) for _ in range(shape[0])] if shape else rng.randint(-(10**6), 10**6)

    return value(law, {name: drawn(shape) for name, shape in law.parameters})


def check(found: GenericMatrixRank, law: Law, lower: int, upper: int) -> None:
    """The certificates are accepted, and speak about the law at the point and about columns of its matrix."""
    assert (found.lower, found.upper, found.trusts) == (lower, upper, ())
    below, above = found.certificates
    assert all(checker.check(c.to_json()).answer == "accepted" for c in (below, above))
    assert isinstance(below.claim, KRankAtLeast if found.quantity == "k-rank" else TensorRankAtLeast)
    matrix = exact_matrix(value(law, found.point))
    assert below.claim.rank == lower
    assert matrix == (below.claim.matrix if isinstance(below.claim, KRankAtLeast) else rows_of(below.claim.tensor))
    assert isinstance(above.claim, DimensionAtMost)
    parameters = dict(above.claim.law.parameters)
    assert {name: parameters.pop(name) for name in law.parameter_names} == dict(law.parameters)
    ((_, (columns,)),) = parameters.items()
    assert columns == (
        len(found.columns)
        if found.columns
        else min(law.shape[0] + 1, law.shape[1])
        if found.quantity == "k-rank"
        else law.shape[1]
    )


def rows_of(tensor: Any) -> Any:
    height, width = tensor.shape
    return tuple(tuple(tensor.entries[i * width : i * width + width]) for i in range(height))


SLOW = ("skew-symmetric of size five", "product with a parameter twice", "sum", "khatri-rao of a matrix with itself")


@pytest.mark.parametrize("name", [pytest.param(x, marks=[pytest.mark.slow] * (x in SLOW)) for x in LAWS])
def test_ranks(name: str) -> None:
    law, rank, k_rank = LAWS[name]
    elsewhere = at_random(law)
    assert (by_hand.rank(elsewhere), by_hand.k_rank(elsewhere) if name != "wide product" else 8) == (rank, k_rank)
    check(generic_matrix_rank(law), law, rank, rank)
    found = generic_k_rank(law)
    check(found, law, k_rank, k_rank)
    assert (found.columns is None) == (k_rank == min(law.shape))
    if found.columns:
        assert len(found.columns) == k_rank + 1
        assert by_hand.rank([[row[j] for j in found.columns] for row in elsewhere]) <= k_rank


def test_an_explanation() -> None:
    assert generic_k_rank(LAWS["a minor that vanishes"][0]).explanation.splitlines() == [
        "k-rank = 2 for generic parameters (proved)",
        "  matrix of shape 3×4 with 12 parameters, in characteristic 0",
        "  f_ij = A_ij [[1, 1, 1, 1], [1, 1, 1, 1], [0, 0, 0, 1]]_ij",
        "  ≥ 2: every 2 columns are independent at a point with integers",
        "  ≤ 2: columns 0, 1 and 2 are dependent for all parameters",
        "    (A, M v) has dimension ≤ 14 = 12 + 2 for v in these columns",
        "    ≤ 14 by vector-fields: 15 parameters, 1 independent vector fields that change nothing",
        "  trusts no published theorem",
    ]
    assert "  ≤ 4: there are 4 rows" in generic_matrix_rank(LAWS["khatri-rao with more columns"][0]).explanation
    assert "  ≤ 3: there are 3 columns" in generic_k_rank(LAWS["khatri-rao with fewer columns"][0]).explanation
    assert "  ≤ 0: column 0 is zero for all" in generic_k_rank(LAWS["a zero column"][0]).explanation
    assert "  ≥ 1: no column is zero at a" in generic_k_rank(LAWS["proportional columns"][0]).explanation
    assert "  ≤ 8: (A, M v) has dimension ≤ 80 = 72 + 8\n" in generic_matrix_rank(LAWS["wide product"][0]).explanation


def test_special_points_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where all parameters are 1 or −1, all squares are equal."""
    law = traced(lambda A: A**2, A=(2, 3))
    monkeypatch.setattr(generic_matrix_ranks, "LARGEST_ENTRIES", (1, 1, 50))
    check(generic_matrix_rank(law), law, 2, 2)
    check(generic_k_rank(law), law, 2, 2)
    monkeypatch.setattr(generic_matrix_ranks, "LARGEST_ENTRIES", (1,))
    check(generic_matrix_rank(law), law, 1, 2)
    found = generic_k_rank(law)
    assert found.columns is None
    check(found, law, 1, 2)


def test_what_is_not_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    law = LAWS["skew-symmetric of size five"][0]
    monkeypatch.setattr(matrix_images, "MOST_ROWS", 1)
    check(generic_matrix_rank(law), law, 4, 5)
    found = generic_k_rank(law)
    check(found, law, 4, 5)
    dependent = "columns 0, 1, 2, 3 and 4 are dependent at random parameters, which is not proved for all"
    assert found.notes == (dependent,)
    assert found.explanation.startswith("4 ≤ k-rank ≤ 5 for generic parameters (proved)\n")
    assert not found.meet


def test_a_budget() -> None:
    law = traced(lambda A: A + 0, A=(5, 9))
    found = generic_k_rank(law, budget=1)
    assert found.upper == 5 and found.lower < 5 and found.notes == ("the budget of 1 column subsets is spent",)
    assert generic_k_rank(law).meet


def test_long_definitions_are_not_written_out() -> None:
    def doubled(A: Any) -> Any:
        for i in range(6):
            A = named(f"A{i}", A + A)
        return A - A.T

    found = generic_matrix_rank(traced(doubled, A=(5, 5)))
    assert (found.lower, found.upper) == (4, 5)
    assert generic_matrix_rank(LAWS["skew-symmetric of size five"][0]).upper == 4


@pytest.mark.parametrize(
    ("law", "sentence"),
    [
        (
            Law.trace(lambda x, A: A @ x, {"x": (2,)}, {"A": (2, 2)}),
            "the law has the inputs x; the entries of a matrix",
        ),
        (traced(lambda A: A + A, A=(3,)), r"the law's output has the shape \[3\]; the rank for generic parameters"),
        (traced(lambda A: A + A, A=(3, 2, 2)), r"the law's output has the shape \[3, 2, 2\]"),
    ],
)
def test_laws_of_no_matrix(law: Law, sentence: str) -> None:
    for ranked in (generic_matrix_rank, generic_k_rank):
        with pytest.raises(ValueError, match=sentence):
            ranked(law)


def test_an_object() -> None:
    law = LAWS["a minor that cancels"][0]
    answer = generic_k_rank(law).to_dict()
    assert " ".join(answer) == "lower upper field shape formula parameters point columns trusts notes explanation"
    assert (answer["lower"], answer["columns"], answer["shape"], answer["parameters"]) == (2, [0, 1, 2], [3, 4], 9)
    assert "k-rank = 2 for generic parameters" in generic_k_rank(law)._repr_html_()
