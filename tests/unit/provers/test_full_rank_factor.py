from __future__ import annotations

import random
from fractions import Fraction

import pytest

from algebra_tnn import (
    CP,
    C,
    Certificate,
    EssentiallyUnique,
    Field,
    NotEssentiallyUnique,
    Q,
    R,
    Shortfall,
    provers,
    verify,
)
from algebra_tnn.provers.full_rank_factor.quadrics import exponents, mixed_exponents, quadrics_of
from algebra_tnn.provers.full_rank_factor.zeros import zeros_off_axes

EYE = [[1, 0], [0, 1]]
GHZ = CP.from_factors(EYE, EYE, EYE)
TWO, THREE = Field.named("GF(2)"), Field.named("GF(3)")


def unit(size: int) -> list[list[int]]:
    return [[int(i == j) for j in range(size)] for i in range(size)]


SEVEN = CP.from_factors(
    [[1, 0, 0, 1, -1, -1, 1], [0, 1, 0, 1, 0, 0, -1], [0, 0, 1, 1, -1, 1, -1]],
    [[1, 0, 0, 0, 1, -1, 1], [0, 1, 0, 0, 1, -1, 0], [0, 0, 1, 0, 1, -1, -1], [0, 0, 0, 1, 1, 0, -1]],
    unit(7),
)


def generic(shape: tuple[int, ...], terms: int, seed: int) -> CP:
    rng = random.Random(seed)
    return CP.from_factors(*[[[rng.randint(-9, 9) for _ in range(terms)] for _ in range(n)] for n in shape])


def certificate(result: Certificate | Shortfall) -> Certificate:
    assert isinstance(result, Certificate), result
    return result


def test_exponents() -> None:
    assert list(exponents(3, 2)) == [(2, 0, 0), (1, 1, 0), (1, 0, 1), (0, 2, 0), (0, 1, 1), (0, 0, 2)]
    assert mixed_exponents(2, 3) == [(2, 1), (1, 2)]
    assert list(exponents(1, 4)) == [(4,)]


def test_quadrics_need_a_factor_of_full_column_rank() -> None:
    assert quadrics_of(generic((3, 3, 3), 4, 0), Q) == ()
    (found,) = quadrics_of(generic((3, 3, 4), 4, 0), Q)
    assert found.grouping == ((2,), (0,), (1,))
    assert len(found.rows) == len(found.pairs) == 6
    assert len(quadrics_of(GHZ, Q)) == 3


@pytest.mark.parametrize("field", [Q, R, C, TWO, THREE])
def test_compound(field: Field) -> None:
    verdict = verify(EssentiallyUnique(GHZ, field), by=provers.compound)
    assert (verdict.status, verdict.extensions, verdict.trusts) == ("proved", True, ())
    assert "rank 1 = R(R−1)/2" in verdict.explanation


def test_compound_of_one_term() -> None:
    assert verify(EssentiallyUnique(CP.from_factors([[1]], [[2]], [[3]])), by=provers.compound).status == "proved"


@pytest.mark.parametrize("prover", [provers.compound, provers.ideal, provers.points_modulo_prime])
def test_shortfalls_without_a_full_factor(prover: provers.Prover) -> None:
    found = prover(EssentiallyUnique(generic((3, 3, 3), 4, 0)))
    assert isinstance(found, Shortfall)
    assert found.reason == "no factor or group has full column rank: the largest is 3, R = 4 is needed"
    assert prover(EssentiallyUnique(CP.from_factors(EYE, EYE))) == Shortfall(
        found.rule, "order 2, the rule needs order 3 or more"
    )


def test_the_ideal_goes_beyond_the_compound_condition() -> None:
    """Five terms in 3×3×5 whose sixth point lies on one of the five: 9 of 10 quadrics, and squares in the ideal."""
    T = CP.from_factors(
        [[1, 0, 1, 1, 2], [0, 1, 1, 1, 0], [0, 0, 1, 2, 1]],
        [[1, 1, 0, 2, 1], [0, 1, 1, 1, 0], [0, 0, 1, 2, 1]],
        unit(5),
    )
    claim = EssentiallyUnique(T)
    assert isinstance(provers.compound(claim), Shortfall)
    found = certificate(provers.ideal(claim))
    assert [pair["power"] for pair in found.evidence["pairs"]] == [2] * 10
    verdict = verify(claim, by=provers.ideal)
    assert (verdict.status, verdict.extensions, verdict.trusts) == ("proved", True, ())
    assert verify(claim).rule == "ideal"


def test_points_modulo_a_prime_prove_it_for_one_field() -> None:
    verdict = verify(EssentiallyUnique(GHZ), by=provers.points_modulo_prime)
    assert (verdict.status, verdict.extensions) == ("proved", False)
    verdict = verify(EssentiallyUnique(GHZ, TWO), by=provers.points_modulo_prime)
    assert (verdict.status, verdict.extensions) == ("proved", False)
    short = provers.points_modulo_prime(EssentiallyUnique(GHZ, R))
    assert short == Shortfall("points-modulo-prime", "the rule is for Q and GF(p), not for R")


def test_points_modulo_a_prime_that_all_fail() -> None:
    T = CP.from_factors(EYE, [[1, 1]], EYE)
    short = provers.points_modulo_prime(EssentiallyUnique(T))
    assert isinstance(short, Shortfall)


def test_a_rational_point() -> None:
    """B8: five terms in 3×3×5 leave a sixth rational point; the new term lies in the span of the old matrices."""
    T = generic((3, 3, 5), 5, 1)
    (found,) = quadrics_of(T, Q)
    ((point, number_field),) = list(zeros_off_axes(found))
    assert number_field is None
    assert sum(map(bool, point)) >= 2
    for row in found.coefficients:
        assert sum(c * Fraction(point[i]) * point[j] for c, (i, j) in zip(row, found.pairs, strict=True)) == 0
    verdict = verify(NotEssentiallyUnique(T), by=provers.rank_one_point)
    assert (verdict.status, verdict.extensions) == ("proved", True)
    assert "a rank-one matrix in the span of those of the terms 0, 1, 2, 3, 4" in verdict.explanation


def test_points_in_number_fields() -> None:
    """H5: 3×4×7 with R = 7: the Segre has degree 10, so a cubic is left; it has a real root, but no rational one."""
    found = {field: provers.rank_one_point(NotEssentiallyUnique(SEVEN, field)) for field in (Q, R, C)}
    assert found[Q] == Shortfall(
        "second-decomposition (point)", "the points found have degrees [3] over Q and do not lie in Q"
    )
    over_r, over_c = certificate(found[R]), certificate(found[C])
    assert len(over_r.evidence["root"]["interval"]) == 2
    assert over_c.evidence["root"]["interval"] == []
    assert len(over_c.evidence["root"]["polynomial"]) == 4
    assert over_c.remark.endswith("of degree 3 over Q")
    assert [verify(EssentiallyUnique(SEVEN, field)).status for field in (Q, R, C)] == ["proved", "refuted", "refuted"]
    assert verify(EssentiallyUnique(SEVEN, Q)).extensions is False


def test_points_over_finite_fields() -> None:
    T = CP.from_factors([[1, 0, 1], [0, 1, 1]], [[1, 0, 1], [0, 1, 1]], [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    for field in (TWO, THREE, Field.named("GF(5)")):
        found = provers.rank_one_point(NotEssentiallyUnique(T, field))
        verdict = verify(EssentiallyUnique(T, field))
        if isinstance(found, Certificate):
            assert verdict.status == "refuted"
        else:
            assert verdict.status in ("proved", "undecided")
    assert verify(EssentiallyUnique(T)).status == "refuted"


def test_no_point() -> None:
    short = provers.rank_one_point(NotEssentiallyUnique(GHZ))
    assert short == Shortfall("second-decomposition (point)", "no zero of the quadrics off the axes was found")
