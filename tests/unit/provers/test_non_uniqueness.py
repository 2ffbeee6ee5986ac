from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from algebra_tnn import CP, Certificate, EssentiallyUnique, Field, NotEssentiallyUnique, Q, Shortfall, provers, verify
from algebra_tnn.provers.non_uniqueness import certificate_of, difference
from tests.oracles import by_hand

EYE = [[1, 0], [0, 1]]
TWO, THREE = Field.named("GF(2)"), Field.named("GF(3)")
CONSTANT = CP.from_factors(EYE, EYE, [[1, 1]])


def confirmed(T: CP, prover: Any, field: Field = Q) -> Certificate:
    """The certificate is accepted, and its terms have the same sum and are others, by hand."""
    found = prover(NotEssentiallyUnique(T, field))
    assert isinstance(found, Certificate), found
    assert verify(NotEssentiallyUnique(T, field), by=prover).status == "proved"
    p = field.characteristic
    own, others = by_hand.terms(T.factors, p), by_hand.terms(found.evidence["factors"], p)
    for column in zip(*own, *others, strict=True):
        gap = sum(column[: len(own)]) - sum(column[len(own) :])
        assert gap % p == 0 if p else gap == 0
    assert Counter(own) != Counter(others)
    assert len(own) == len(others)
    return found


def reason(result: Certificate | Shortfall) -> str:
    assert isinstance(result, Shortfall), result
    return result.reason


@pytest.mark.parametrize("prover", provers.NON_UNIQUENESS)
def test_zero_terms_are_named(prover: Any) -> None:
    T = CP.from_factors(EYE, EYE, [[1, 0], [2, 0]])
    assert reason(prover(NotEssentiallyUnique(T))).startswith("term 1 is zero (column 1 of factors[2])")


@pytest.mark.parametrize("field", [Q, TWO, THREE])
def test_matrices_are_never_unique(field: Field) -> None:
    """B1: order 2, R = 2."""
    found = confirmed(CP.from_factors(EYE, EYE), provers.exchange, field)
    assert found.remark == "terms 0 and 1 are exchanged for others"


@pytest.mark.parametrize("field", [Q, TWO, THREE])
def test_exchange_of_two_terms_with_one_common_vector(field: Field) -> None:
    """B2, B5: c_1 = c_2 gives a GL(2) family."""
    found = confirmed(CONSTANT, provers.exchange, field)
    assert found.remark == "terms 0 and 1 are exchanged for others, proportional in all but two modes"


def test_exchange_with_proportional_vectors_and_other_terms() -> None:
    T = CP.from_factors([[1, 0, 5], [0, 1, 5], [0, 0, 1]], [[2, 0, 1], [0, 3, 1], [0, 0, 1]], [[1, 2, 0], [-2, -4, 1]])
    confirmed(T, provers.exchange)


def test_exchange_in_four_modes() -> None:
    T = CP.from_factors(EYE, [[1, 3]], EYE, [[2, 1]])
    confirmed(T, provers.exchange)
    diagonal = CP.from_factors(EYE, EYE, EYE, [[1, 1]])
    assert reason(provers.exchange(NotEssentiallyUnique(diagonal))) == (
        "no two terms are proportional in all but two modes"
    )


def test_terms_that_merge() -> None:
    """Two terms proportional in all modes but one: the length exceeds the rank."""
    confirmed(CP.from_factors([[1, 1], [2, 2]], [[1, 1], [0, 0]], EYE), provers.exchange)
    confirmed(CP.from_factors([[1, 1], [2, 2]], [[1, 1], [0, 0]], [[1, 2]]), provers.exchange)


def test_khatri_rao_relation() -> None:
    """Five vectors in P¹×P¹: their products are dependent, c_r → c_r + x_r y."""
    A = [[1, 0, 1, 1, 2], [0, 1, 1, 2, 1]]
    B = [[1, 0, 1, 3, 1], [0, 1, 1, 1, 4]]
    unit = [[int(i == j) for j in range(5)] for i in range(5)]
    found = confirmed(CP.from_factors(A, B, unit), provers.khatri_rao_relation)
    assert found.remark.startswith("the products of all vectors but those of mode 2 are dependent for the terms ")
    assert reason(provers.khatri_rao_relation(NotEssentiallyUnique(CP.from_factors(EYE, EYE, EYE)))) == (
        "the products of all modes but one are independent, for each mode"
    )


def test_splitting_a_term_of_a_shorter_decomposition() -> None:
    """Rank 2 written with three terms, no two of them proportional in two modes."""
    diagonal = [[1, 0, 1], [0, 1, 1]]
    T = CP.from_factors(diagonal, diagonal, diagonal)
    shorter = [result for result in [provers.splitting(NotEssentiallyUnique(T))] if isinstance(result, Certificate)]
    for found in shorter:
        assert "another decomposition" in found.remark or "a term of that is split" in found.remark
    confirmed(CP.from_factors([[1, 1, 1]], [[1, 2, 3]], [[1, 1, 1]]), provers.splitting)


def test_two_elements_have_nothing_to_split_with() -> None:
    """Over GF(2) no λ ≠ 0, 1 exists; t = λt + (1−λ)t works over GF(5)."""
    T = CP.from_factors([[1, 1, 1]], [[1, 1, 1]], [[1, 1, 1]])
    assert "but GF(2) has no λ ≠ 0, 1 to split a term with" in reason(provers.splitting(NotEssentiallyUnique(T, TWO)))
    assert verify(EssentiallyUnique(T, TWO)).status == "undecided"
    merged = CP.from_factors([[1, 1]], [[1, 1]], [[1, 1]])
    confirmed(merged, provers.splitting, Field.named("GF(5)"))
    assert verify(EssentiallyUnique(merged)).status == "refuted"


def test_a_tensor_of_rank_three_has_no_shorter_decomposition() -> None:
    T = CP.from_factors(EYE, EYE, EYE)
    assert "no other decomposition with at most R = 2 terms was found" in reason(
        provers.splitting(NotEssentiallyUnique(T))
    )


def test_differences() -> None:
    one = [[0, 2], [1, 1], [3, 0]]
    assert difference(one, [[0, 1], [2, 2], [3, 0]], Q) is None
    assert difference(one, [[0, -2], [1, 1], [3, 0]], Q) == [1, 0, 0]
    for other in ([[1, 2], [1, 1], [3, 0]], [[0, 2], [1, 2], [3, 0]], [[0, 2], [1, 1], [3, 5]]):
        place = difference(one, other, Q)
        assert place is not None
        values = [x[place[0]] * y[place[1]] * z[place[2]] for x, y, z in (one, other)]
        assert values[0] != values[1]


def test_the_same_terms_in_other_words_are_no_second_decomposition() -> None:
    claim = NotEssentiallyUnique(CP.from_factors(EYE, EYE, EYE))
    terms = [[[0, 2], [0, -1], [0, -1]], [[1, 0], [1, 0], [1, 0]]]
    assert certificate_of(claim, terms, "") is not None  # 2·e₁⊗e₁⊗e₁ is another term, although the sums differ
    swapped = [[[0, -1], [0, -1], [0, 1]], [[1, 0], [1, 0], [1, 0]]]
    assert certificate_of(claim, swapped, "") is None
    assert certificate_of(claim, [[[0, 0], [1, 0], [1, 0]], swapped[1]], "") is None
