from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from algebra_tnn import (
    CP,
    Certificate,
    CertificateRejected,
    EssentiallyUnique,
    Field,
    KRankAtLeast,
    KRankAtMost,
    NotEssentiallyUnique,
    Shortfall,
    provers,
    verify,
)
from algebra_tnn.verification import checked

EYE = [[1, 0], [0, 1]]
GHZ = EssentiallyUnique(CP.from_factors(EYE, EYE, EYE))
CONSTANT = EssentiallyUnique(CP.from_factors(EYE, EYE, [[1, 1]]))
TWO = Field.named("GF(2)")


def honest(prover: Any, claim: Any) -> Certificate:
    found = prover(claim)
    assert isinstance(found, Certificate)
    return found


def test_proved_and_refuted() -> None:
    assert verify(GHZ).status == "proved"
    refuted = verify(CONSTANT)
    assert (refuted.status, refuted.claim) == ("refuted", CONSTANT)
    assert refuted.certificate is not None
    assert refuted.certificate.claim == NotEssentiallyUnique(CONSTANT.decomposition)
    assert verify(NotEssentiallyUnique(GHZ.decomposition)).status == "refuted"


def test_one_rule_or_several() -> None:
    assert verify(GHZ, by=provers.kruskal).rule == "kruskal"
    assert verify(GHZ, by=[provers.rank_one, provers.lovitz_petrov]).rule == "lovitz-petrov"
    alone = verify(CONSTANT, by=provers.kruskal)
    assert alone.status == "undecided", "with one rule no negation is tried"
    assert [attempt.rule for attempt in alone.attempts] == ["kruskal"]
    assert verify(GHZ, by=()).status == "undecided"


def test_undecided_lists_every_attempt() -> None:
    """Kruskal's inequality fails for seven terms in 4×4×4, and nothing else decides: that refutes nothing."""
    T = CP.from_factors(*[[[x**i for x in range(1, 8)] for i in range(4)]] * 3)
    verdict = verify(EssentiallyUnique(T))
    assert verdict.status == "undecided"
    assert len(verdict.attempts) == len(provers.UNIQUENESS) + len(provers.NON_UNIQUENESS)
    assert "Σk = 4 + 4 + 4 = 12 < 2R + 2 = 16, short by 4" in verdict.explanation


@pytest.mark.parametrize(
    "prover", [provers.jennrich, provers.compound, provers.kruskal, provers.lovitz_petrov, provers.points_modulo_prime]
)
def test_a_certificate_for_another_claim_is_rejected_loudly(prover: Any) -> None:
    """The evidence for a unique decomposition, handed in for one that is not unique: never "undecided"."""
    found = honest(prover, GHZ)

    def liar(claim: EssentiallyUnique) -> Certificate:
        return dataclasses.replace(found, claim=claim)

    with pytest.raises(CertificateRejected) as caught:
        verify(CONSTANT, by=liar)
    assert caught.value.answer in ("rejected", "malformed")
    assert caught.value.certificate.claim == CONSTANT
    assert str(caught.value).startswith(f"the certificate for EssentiallyUnique by {found.rule} is ")


@pytest.mark.parametrize("wrong", [{"modulus": 1}, {"modulus": 4.0}, {"modulus": True}, {}, {"modulus": 7, "more": 1}])
def test_evidence_of_another_form_is_rejected_loudly(wrong: dict[str, Any]) -> None:
    with pytest.raises(CertificateRejected):
        verify(KRankAtLeast(((1, 0), (0, 1)), 2), by=lambda claim: Certificate(claim, "column-walk", wrong))


def test_an_unknown_rule_is_rejected_loudly() -> None:
    with pytest.raises(CertificateRejected, match="malformed"):
        verify(GHZ, by=lambda claim: Certificate(claim, "magic", {}))


def test_a_false_bound_is_rejected_loudly() -> None:
    wrong = {"columns": [0, 1], "relation": [1, -1]}
    with pytest.raises(CertificateRejected, match="the relation does not hold"):
        verify(KRankAtMost(((1, 0), (0, 1)), 1), by=lambda claim: Certificate(claim, "dependent-columns", wrong))


def test_a_tampered_second_decomposition_is_rejected_loudly() -> None:
    found = honest(provers.exchange, NotEssentiallyUnique(CONSTANT.decomposition))
    factors = [[list(row) for row in factor] for factor in found.evidence["factors"]]
    factors[0][0][0] += 1
    tampered = dataclasses.replace(found, evidence={**found.evidence, "factors": factors})
    with pytest.raises(CertificateRejected, match="the two sums differ"):
        checked(tampered)


def test_over_the_limit_is_undecided_and_says_so() -> None:
    large = tuple(tuple(i**j % 101 for j in range(60)) for i in range(30))
    verdict = verify(KRankAtLeast(large, 30), by=lambda claim: Certificate(claim, "column-walk", {"modulus": 101}))
    assert verdict.status == "undecided"
    assert verdict.attempts == (
        Shortfall("column-walk", "a certificate was found, but it is over the checker's work limit"),
    )


@pytest.mark.parametrize(("points", "trusts"), [(3, ("Kruskal1977",)), (4, ())])
def test_what_the_checker_concludes(points: int, trusts: tuple[str, ...]) -> None:
    """Of k-ranks 4, 3, 3 and 4, 4, 3 for four terms."""
    long, short = ([[x**i for x in range(4)] for i in range(n)] for n in (points, 3))
    T = CP.from_factors([[x**i for x in range(4)] for i in range(4)], long, short)
    conclusion = checked(honest(provers.kruskal, EssentiallyUnique(T)))
    assert conclusion is not None
    assert (conclusion.extensions, conclusion.trusts) == (True, trusts)


def test_the_field_is_the_claims() -> None:
    """Third vectors that are equal modulo 2 and not proportional over Q."""
    T = CP.from_factors(EYE, EYE, [[1, 1], [0, 2]])
    assert verify(EssentiallyUnique(T)).status == "proved"
    assert verify(EssentiallyUnique(T, TWO)).status == "refuted"


def test_ten_thousand_digits() -> None:
    huge = 10**9999
    assert verify(EssentiallyUnique(CP.from_factors([[1, 0], [0, huge]], EYE, EYE))).status == "proved"
