from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from algebra_tnn import CP, Certificate, EssentiallyUnique, Field, Shortfall, provers, verify
from algebra_tnn.exact.fields import MODULUS
from algebra_tnn.provers.classical import zero_term

EYE = [[1, 0], [0, 1]]
GHZ = CP.from_factors(EYE, EYE, EYE)
CONSTANT = CP.from_factors(EYE, EYE, [[1, 1]])
TWO = Field.named("GF(2)")
ZERO_TERM = CP.from_factors(EYE, EYE, [[1, 0], [2, 0]])
ZERO_SENTENCE = "term 1 is zero (column 1 of factors[2]); uniqueness is defined for nonzero terms"


def certificate(result: Certificate | Shortfall) -> Certificate:
    assert isinstance(result, Certificate), result
    return result


def reason(result: Certificate | Shortfall) -> str:
    assert isinstance(result, Shortfall), result
    return result.reason


@pytest.mark.parametrize("prover", provers.UNIQUENESS)
def test_zero_terms_are_named(prover: Any) -> None:
    assert reason(prover(EssentiallyUnique(ZERO_TERM))) == ZERO_SENTENCE


def test_a_term_may_be_zero_over_one_field_only() -> None:
    T = CP.from_factors(EYE, EYE, [[1, 2], [1, 4]])
    assert zero_term(T, Field("Q")) is None
    assert zero_term(T, TWO) == ZERO_SENTENCE


def test_rank_one() -> None:
    T = CP.from_factors([[3], [0]], [[1]], [["1/2"]])
    assert certificate(provers.rank_one(EssentiallyUnique(T))).remark == "R = 1"
    assert reason(provers.rank_one(EssentiallyUnique(GHZ))) == "R = 2, the rule needs R = 1"
    assert verify(EssentiallyUnique(T.transposed([0, 1])), by=provers.rank_one).status == "proved"


def test_jennrich() -> None:
    found = certificate(provers.jennrich(EssentiallyUnique(GHZ)))
    assert found.evidence["grouping"] == ((0,), (1,), (2,))
    assert "ranks 2 = R and 2 = R" in found.remark
    assert reason(provers.jennrich(EssentiallyUnique(CONSTANT))).startswith("for 0 | 1 | 2")
    wide = CP.from_factors(EYE, [[1, 1]], [[1, 1]])
    assert "the first two have ranks 2, 1, both must be R = 2" in reason(provers.jennrich(EssentiallyUnique(wide)))
    matrix = CP.from_factors(EYE, EYE)
    assert reason(provers.jennrich(EssentiallyUnique(matrix))) == "order 2, the rule needs order 3 or more"
    one = CP.from_factors([[1]], [[1]], [[1]])
    assert reason(provers.jennrich(EssentiallyUnique(one))) == "R = 1, the rule needs R ≥ 2"


@pytest.mark.parametrize("field", [Field("Q"), TWO, Field.named("GF(5)")], ids=str)
def test_jennrich_is_the_case_of_kruskal_that_trusts_nothing(field: Field) -> None:
    """With tall factors, rational entries, and a third factor that has no projection to two rows over GF(2)."""
    tall = [[0, 0, 0, 0], [1, 0, 0, 1], [0, 1, 0, 0], ["1/3", 1, 0, 1], [0, 0, 1, 1], [1, 0, 1, 1]]
    third = [[1, 0, 1, 1], [0, 1, 1, 0], [0, 0, 0, 1]]
    claim = EssentiallyUnique(CP.from_factors(tall, tall[::-1], third), field)
    verdict = verify(claim, by=provers.jennrich)
    assert (verdict.status, verdict.rule, verdict.trusts, verdict.extensions) == ("proved", "kruskal", (), True)
    assert verdict.certificate is not None
    assert [premise.claim.rank for premise in verdict.certificate.premises] == [4, 4, 2]
    rules = [premise.rule for premise in verdict.certificate.premises]
    assert rules == ["projected-minors"] * 2 + ["column-walk" if field == TWO else "projected-minors"]


def test_jennrich_names_proportional_columns() -> None:
    T = CP.from_factors(EYE, EYE, [[1, "1/2"], [2, 1]])
    assert (
        reason(provers.jennrich(EssentiallyUnique(T))) == "for 0 | 1 | 2 columns 0 and 1 of the third are proportional"
    )


def test_jennrich_writes_short_groups() -> None:
    """Modes 1 and 2 together have four rows; any other two have six or more."""
    T = CP.from_factors([[1, 0], [0, 1], [1, 1]], EYE, EYE, [[1, 0], [0, 1], [1, 2], [1, 3]])
    assert certificate(provers.jennrich(EssentiallyUnique(T))).evidence["grouping"] == ((0,), (1, 2), (3,))


def test_jennrich_groups_modes() -> None:
    pair = [[1, 1, 0, 0], [0, 0, 1, 1]], [[1, 0, 1, 0], [0, 1, 0, 1]]
    T = CP.from_factors(*pair, *pair, [[1, 1, 1, 1], [1, 2, 3, 4]])
    found = certificate(provers.jennrich(EssentiallyUnique(T)))
    assert verify(EssentiallyUnique(T), by=provers.jennrich).status == "proved"
    assert sorted(mode for group in found.evidence["grouping"] for mode in group) == [0, 1, 2, 3, 4]


def test_kruskal() -> None:
    found = certificate(provers.kruskal(EssentiallyUnique(GHZ)))
    assert found.remark == "modes 0 | 1 | 2: Σk = 2 + 2 + 2 = 6 ≥ 2R + 2 = 6"
    assert [premise.claim.rank for premise in found.premises] == [2, 2, 2]
    assert reason(provers.kruskal(EssentiallyUnique(CONSTANT))) == (
        "modes 0 | 1 | 2: Σk = 2 + 2 + 1 = 5 < 2R + 2 = 6, short by 1"
    )


def test_kruskal_in_four_modes() -> None:
    three = [[1, 0, 1], [0, 1, 1]]
    T = CP.from_factors(three, three, three, three)  # 8 < 2·3 + 3, and groups of two have k-rank 3: 7 < 2·3 + 2
    assert reason(provers.kruskal(EssentiallyUnique(T))).endswith("short by 1")
    four = CP.from_factors(EYE, EYE, EYE, [[1, 1]])
    assert certificate(provers.kruskal(EssentiallyUnique(four))).remark == (
        "modes 0 | 1 | 2 | 3: Σk = 2 + 2 + 2 + 1 = 7 ≥ 2R + 3 = 7"
    )
    assert verify(EssentiallyUnique(four), by=provers.kruskal).trusts == (), "two of the k-ranks are R"
    one_of_three = CP.from_factors([[1, 0, 0], [0, 1, 0], [0, 0, 1]], three, three, three)
    assert verify(EssentiallyUnique(one_of_three), by=provers.kruskal).trusts == ("SidiropoulosBro2000",)
    five = CP.from_factors(EYE, EYE, EYE, [[1, 1]], [[1, 1]])
    found = certificate(provers.kruskal(EssentiallyUnique(five)))
    assert len(found.premises) >= 3
    assert verify(EssentiallyUnique(five), by=provers.kruskal).status == "proved"


def test_kruskal_ranks_that_are_dear() -> None:
    """C(26, 13) subsets of columns are not examined where those of two columns are enough, or all are not."""
    eye = [[int(i == j) for j in range(26)] for i in range(26)]
    dear = [[x**i for x in range(26)] for i in range(13)]
    T = EssentiallyUnique(CP.from_factors(eye, dear, eye))
    found = certificate(provers.kruskal(T))
    assert found.remark == "modes 0 | 1 | 2: Σk = 26 + [2, 13] + 26 ≥ 54 ≥ 2R + 2 = 54"
    assert verify(T, by=provers.kruskal).status == "proved"
    parallel = [[row[0], *row[1:-1], 3 * row[0]] for row in dear]
    assert reason(provers.kruskal(EssentiallyUnique(CP.from_factors(eye, eye, parallel)))) == (
        "modes 0 | 1 | 2: Σk = 26 + 26 + 1 = 53 < 2R + 2 = 54, short by 1"
    )
    assert reason(provers.kruskal(EssentiallyUnique(CP.from_factors(dear, dear, dear)))) == (
        "modes 0 | 1 | 2: Σk = [0, 13] + [0, 13] + [0, 13] ≤ 39 < 2R + 2 = 54, short by 15"
    )


def test_lovitz_petrov() -> None:
    found = certificate(provers.lovitz_petrov(EssentiallyUnique(GHZ)))
    assert found.remark == "2|S| ≤ 1 + Σ(dim − 1) for all 1 sets S of terms"
    assert reason(provers.lovitz_petrov(EssentiallyUnique(CONSTANT))) == (
        "terms 0, 1: 2·2 > 1 + (2 − 1) + (2 − 1) + (1 − 1) = 3"
    )
    many = CP.from_factors([[1] * 17], [[1] * 17])
    assert reason(provers.lovitz_petrov(EssentiallyUnique(many))).startswith("R = 17; all sets of terms are examined")


@pytest.mark.parametrize(
    "prover",
    [
        provers.jennrich,
        provers.kruskal,
        provers.lovitz_petrov,
        provers.compound,
        provers.ideal,
        provers.points_modulo_prime,
    ],
)
@pytest.mark.parametrize("entry", [MODULUS, Fraction(1, MODULUS)])
def test_entries_that_meet_the_modulus(prover: Any, entry: Any) -> None:
    """An entry divisible by the prime behind certificates, or a denominator: no certificate may be rejected for it."""
    T = CP.from_factors([[1, 1], [0, entry]], [[1, 1], [0, entry]], [[1, 1], [0, entry]])
    assert verify(EssentiallyUnique(T), by=prover).status in ("proved", "undecided")
    assert verify(EssentiallyUnique(T)).status == "proved"
