from __future__ import annotations

from dataclasses import replace

import pytest

from algebra_tnn import CP, Field, TensorRankAtMost, Verdict, decomposes, named_tensor
from algebra_tnn.explore import decompositions as module
from algebra_tnn.explore.decompositions import fitting
from algebra_tnn.tensors.fast_multiplication import fifteen_terms, laderman, standard, strassen
from algebra_tnn.tensors.matrix_multiplication import CONVENTIONS
from algebra_tnn.tensors.named import named
from algebra_tnn.tensors.repairs import Repair

GF2 = Field.named("GF(2)")
DERKSEN = CP.from_factors(  # five terms for the determinant of 3×3 matrices
    [[0, "1/2", 0, 0, "1/2"], ["1/2", "1/2", 1, "-1/2", "-1/2"], ["1/2", 0, 0, "1/2", 0]],
    [[1, 0, -1, 1, 0], [-1, 1, 0, 1, 1], [0, -1, 1, 0, 1]],
    [[1, 0, 1, -1, 0], [1, 1, 0, 1, -1], [0, 1, 1, 0, 1]],
)


def with_entry(given: CP, mode: int, i: int, r: int, x: int) -> CP:
    factors = [[list(row) for row in factor] for factor in given.factors]
    factors[mode][i][r] = x
    return CP.from_factors(*factors)


def signless(given: CP) -> CP:
    return CP.from_factors(*([[abs(x) for x in row] for row in factor] for factor in given.factors))


def test_strassen() -> None:
    found = decomposes(named("matmul:2,2,2"), strassen())
    assert found and found.correct and found.conventions == ("row-major",) and found.length == 7
    assert isinstance(found.verdict, Verdict) and found.verdict.status == "proved" and found.verdict.extensions
    claim = found.verdict.claim
    assert isinstance(claim, TensorRankAtMost) and claim.rank == 7
    assert claim.tensor == named_tensor("matmul:2,2,2")
    assert "correct over every commutative ring" in found.explanation


@pytest.mark.parametrize("i", range(4))
def test_every_convention_is_found(i: int) -> None:
    """A decomposition that is written in one of the conventions is correct in that one, and in no other."""
    of = named("matmul:2,3,4")
    reading = of.readings[i]
    terms = list(reading.tensor.entries)
    factors = [[[int(place[mode] == i) for place in terms] for i in range(n)] for mode, n in enumerate((6, 12, 8))]
    found = decomposes(of, CP.from_factors(*factors))
    assert found.conventions == (CONVENTIONS[i].name,)
    other = CONVENTIONS[1 - i % 2].name
    assert not decomposes(of, CP.from_factors(*factors), convention=other).correct
    assert decomposes(of, CP.from_factors(*factors), convention=CONVENTIONS[i].name).correct


def test_one_wrong_number_is_found() -> None:
    wrong = with_entry(laderman(), 1, 4, 11, 7)
    found = decomposes(named("matmul:3,3,3"), wrong)
    assert not found.correct and found.difference is not None and found.verdict is None
    assert found.reading.convention == "row-major" and found.conventions == ()
    assert found.repair == Repair(1, 4, 11, 7, 1)
    assert "correct if entry 4 of vector 1 of term 11 were 1 instead of 7" in found.explanation
    assert found.difference.count == 3 * 3  # the other vectors of this term have three nonzero entries each
    assert decomposes(named("matmul:3,3,3"), with_entry(wrong, 1, 4, 11, 1)).correct


def test_two_wrong_numbers_have_no_repair() -> None:
    wrong = with_entry(with_entry(laderman(), 1, 4, 11, 7), 0, 0, 0, 5)
    found = decomposes(named("matmul:3,3,3"), wrong)
    assert not found and not found.correct and found.repair is None


def test_a_repair_over_a_finite_field() -> None:
    found = decomposes(named("matmul:2,2,2"), with_entry(strassen(), 0, 0, 0, 2), Field.named("GF(5)"))
    assert found.repair == Repair(0, 0, 0, 2, 1)


def test_correct_modulo_two_only() -> None:
    found = decomposes(named("matmul:2,3,3"), signless(fifteen_terms()))
    assert not found.correct and found.primes == (2,)
    assert found.headline == "wrong over Q, correct modulo 2 only: 15 terms do not sum to matmul:2,3,3"
    over = decomposes(named("matmul:2,3,3"), signless(fifteen_terms()), GF2)
    assert over.correct and over.rational is False and "over Q the same numbers are wrong" in over.explanation
    assert decomposes(named("matmul:2,3,3"), fifteen_terms(), GF2).rational is True


def test_large_primes_are_not_tried() -> None:
    """The difference is 2·1009: right modulo 2, and modulo 1009, which is not looked at."""
    found = decomposes(named("matmul:2,2,2"), with_entry(strassen(), 0, 0, 0, 1 + 2 * 1009))
    assert found.primes == (2,)
    assert found.headline.startswith("wrong over Q, correct modulo 2 and no other prime below 1000: 7 terms")


def test_wrong_in_every_characteristic() -> None:
    found = decomposes(named("matmul:2,2,2"), with_entry(strassen(), 0, 0, 0, 3))
    assert found.primes == (2,)  # 3 is 1 modulo 2
    assert decomposes(named("matmul:2,2,2"), with_entry(strassen(), 0, 0, 0, 2)).primes == ()


def test_denominators_limit_the_rings() -> None:
    found = decomposes(named("determinant:3"), DERKSEN)
    assert found.correct and found.denominator == 2 and found.length == 5
    assert "common denominator 2: correct over every ring in which it is a unit" in found.explanation
    with pytest.raises(ValueError, match="denominator divisible by 2"):
        decomposes(named("determinant:3"), DERKSEN, GF2)


def test_zero_terms_do_not_count() -> None:
    more = CP.from_factors(*([[*row, 0] for row in factor] for factor in strassen().factors))
    found = decomposes(named("matmul:2,2,2"), more)
    assert found.correct and found.length == 7 and found.decomposition.length == 8
    two = CP.from_factors([[1, 2]], [[1, 1]])
    assert decomposes(CP.from_factors([[1]], [[1]]), two, GF2).length == 1


def test_a_tensor_without_a_name() -> None:
    found = decomposes(named_tensor("w:3"), CP.from_factors(*([[0, 0, 0], [1, 1, 1]] for _ in range(3))))
    assert found.headline == "wrong: 3 terms do not sum to the tensor over Q"
    assert found.difference is not None and found.difference.index == (0, 0, 1)
    assert "first the entry (0, 0, 1) is 0 and should be 1" in found.explanation


def test_factors_of_another_format() -> None:
    with pytest.raises(ValueError, match=r"of shape 4×4×4, but matmul:2,2,3 has shape 4×6×6; they fit matmul:2,2,2$"):
        decomposes(named("matmul:2,2,3"), strassen())
    assert fitting([(20, 15, 12), (7, 7, 7)], named("matmul:3,4,5")) == "; they fit matmul:4,5,3"
    assert fitting([(4, 4, 4)], named("unit:2")) == ""


def test_unknown_conventions() -> None:
    with pytest.raises(ValueError, match=r"the convention is 'C first'; they are row-major; row-major, C transposed"):
        decomposes(named("matmul:2,2,2"), strassen(), convention="C first")
    with pytest.raises(ValueError, match="unit:2 has only one"):
        decomposes(named("unit:2"), strassen(), convention="row-major")


def test_what_is_too_large_for_the_checker_has_no_certificate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST_CHECKED", 4 * 4 * 4 * 7 - 1)
    found = decomposes(named("matmul:2,2,2"), strassen())
    assert found.correct and found.verdict is None
    assert "rank ≤ 7 over Q: summed exactly, but too large for a certificate" in found.explanation


def test_hundreds_of_terms() -> None:
    found = decomposes(named("matmul:6,6,6"), standard(6, 6, 6))
    assert found.correct and found.conventions == ("row-major",)


def test_its_object() -> None:
    found = decomposes(named("matmul:2,2,2"), with_entry(strassen(), 0, 0, 0, 2)).to_dict()
    assert found["status"] == "wrong" and found["wrong_entries"] == 4 and found["rank_at_most"] is None
    assert found["first_wrong"] == {
        "index": [0, 0, 0],
        "entry": "the coefficient of a00·b00 in c00",
        "found": 2,
        "expected": 1,
    }
    assert found["repair"] == {"mode": 0, "index": 0, "term": 0, "found": 2, "expected": 1}
    right = decomposes(named("matmul:2,2,2"), strassen())
    assert right.to_dict()["rule"] == "decomposition" and right.to_dict()["correct_over_q"] is True
    assert ">correct: 7 terms" in right._repr_html_()
    assert replace(right, verdict=None).to_dict()["trusts"] == []
