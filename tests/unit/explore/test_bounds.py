from __future__ import annotations

import json

import pytest

from algebra_tnn import CP, C, Field, Q, R, Tensor, checker, kruskal_rank, tensor_rank
from algebra_tnn.certificates import Certificate
from algebra_tnn.claims import KRankBetween
from algebra_tnn.exact import Progress, exact_matrix
from algebra_tnn.explore.bounds import two_sided
from algebra_tnn.explore.kruskal_ranks import stopped
from algebra_tnn.provers.k_ranks import cached_k_rank, lower_bound, upper_bound
from algebra_tnn.verification import CertificateRejected

VANDERMONDE = exact_matrix([[1, 1, 1, 1, 1], [0, 1, 2, 3, 4], [0, 1, 4, 9, 16]])
ROOT_TWO = Tensor.from_nested([[[1, 0], [0, 2]], [[0, 1], [1, 0]]])
TWO = Field.named("GF(2)")


def test_a_kruskal_rank() -> None:
    bounds = kruskal_rank(VANDERMONDE)
    assert (bounds.lower, bounds.upper, bounds.meet, bounds.field) == (3, 3, True, Q)
    assert bounds.explanation == (
        "k-rank = 3 over Q (proved)\n"
        "  ≥ 3 by projected-minors\n"
        "  ≤ 3 by dependent-columns: columns 0, 1, 2, 3 are dependent\n"
        "  trusts no published theorem"
    )
    assert [side.rule for side in bounds.sides] == ["projected-minors", "dependent-columns"]


def test_a_budget_that_ends() -> None:
    matrix = exact_matrix([[(7 * i * j + j * j + 3 * i) % 11 - 5 for j in range(14)] for i in range(7)])
    bounds = kruskal_rank(matrix, budget=100)
    exact = kruskal_rank(matrix)
    assert exact.meet
    assert bounds.lower <= exact.lower <= bounds.upper
    assert bounds.meet or bounds.notes == ("the budget of 100 column subsets is spent",)


def test_a_certificate_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """The value is computed, and what is within the checker's limit is proved."""
    matrix = exact_matrix([[x**i for x in range(11)] for i in range(5)])
    monkeypatch.setattr(checker, "LIMIT_WORK", 4_500)
    bounds = kruskal_rank(matrix)
    assert (bounds.lower, bounds.upper) == (3, 5)
    assert bounds.notes == (
        "k-rank = 5 was computed, but the certificate of the lower bound is over the checker's work limit",
    )
    assert bounds.sides[0].rule == "projected-minors" and len(bounds.sides[0].evidence["projection"]) == 3
    some = kruskal_rank(matrix, budget=400)
    assert some.notes == (
        "k-rank ≥ 4 was computed, but the certificate of the lower bound is over the checker's work limit",
        "the budget of 400 column subsets is spent",
    )
    monkeypatch.setattr(checker, "LIMIT_WORK", 10)
    with pytest.raises(OverflowError, match="over the checker's work limit"):
        kruskal_rank(matrix)


def test_all_columns_independent() -> None:
    assert kruskal_rank(((1, 0), (0, 1))).sides[1].rule == "column-count"


def test_what_an_interrupted_search_had_found() -> None:
    assert stopped(VANDERMONDE, Q, Progress(done=7, lower=1, upper=3)) == (
        "after 7 column subsets; so far 1 ≤ k-rank ≤ 3 over Q"
    )
    assert "1 ≤ k-rank ≤ 5 over GF(2)" in stopped(VANDERMONDE, TWO, Progress(done=7, lower=1, upper=99))


@pytest.mark.parametrize(("field", "value"), [(Q, 3), (R, 2), (C, 2), (TWO, 3)])
def test_the_rank_over_four_fields(field: Field, value: int) -> None:
    bounds = tensor_rank(ROOT_TWO, field)
    assert (bounds.lower, bounds.upper, bounds.field) == (value, value, field)
    assert bounds.explanation.startswith(f"rank = {value} over {field} (proved)")


def test_bounds_that_do_not_meet() -> None:
    T = CP.from_factors(*[[[1, 0, 0, 1, 2], [0, 1, 0, 1, 3], [0, 0, 1, 1, 1]]] * 3)
    bounds = tensor_rank(T)
    assert (bounds.lower, bounds.upper, bounds.meet) == (4, 5, False)
    assert bounds.explanation.startswith("4 ≤ rank ≤ 5 over Q (proved)\n  ≥ 4 by flattening: the 9×9 Koszul flattening")
    assert any(note.startswith("not ≥ 5 by substitution-method: ") for note in bounds.notes)


def test_a_given_decomposition_helps() -> None:
    """Four flattenings of 2×2×2×2 and its Koszul flattenings stop at two; Kruskal's theorem does not."""
    line = [[1, 1, 1], [0, 1, 2]]
    T = CP.from_factors(line, line, line, line)
    bounds = tensor_rank(T)
    assert (bounds.lower, bounds.upper) == (3, 3)


@pytest.mark.parametrize("field", [Q, TWO])
def test_zero_has_rank_zero(field: Field) -> None:
    assert (tensor_rank(Tensor((2, 1, 2), (0, 2, 4, 0)), TWO).upper, tensor_rank(Tensor((2, 2), (0,) * 4)).upper) == (
        0,
        0,
    )
    cancelling = CP.from_factors([[1, -1]], [[1, 1]], [[1, 1]])
    assert tensor_rank(cancelling, field).upper == 0


def test_zero_terms_are_not_counted() -> None:
    T = CP.from_factors([[1, 0, 2], [0, 0, 1]], [[1, 1, 0], [1, 1, 1]], [[1, 1, 1], [0, 2, 1]])
    assert tensor_rank(T).upper == 2


def test_as_a_dictionary_and_as_html() -> None:
    found = tensor_rank(ROOT_TWO).to_dict()
    assert json.loads(json.dumps(found)) == found
    assert (found["lower"], found["upper"], found["field"], found["lower_rule"]) == (3, 3, "Q", "hyperdeterminant")
    assert found["extensions"] is False
    assert ">k-rank = 3" in kruskal_rank(VANDERMONDE)._repr_html_()


def test_a_wrong_side_is_rejected() -> None:
    found = cached_k_rank(VANDERMONDE, Q)
    lower, upper = lower_bound(VANDERMONDE, Q, found), upper_bound(VANDERMONDE, Q, found)
    with pytest.raises(CertificateRejected):
        two_sided("k-rank", KRankBetween(VANDERMONDE, 2, 3, Q), lower, upper)
    assert isinstance(lower, Certificate)
