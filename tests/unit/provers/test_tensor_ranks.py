from __future__ import annotations

import random
from fractions import Fraction
from math import comb, prod

import pytest

from algebra_tnn import (
    CP,
    BorderRankAtLeast,
    BorderRankAtMost,
    BorderRankBetween,
    C,
    Certificate,
    EssentiallyUnique,
    Field,
    Q,
    R,
    Shortfall,
    Tensor,
    TensorRankAtLeast,
    TensorRankAtMost,
    TensorRankBetween,
    provers,
    verify,
)
from algebra_tnn.provers.tensor_ranks import (
    bipartitions,
    found_decompositions,
    number_of_sums,
    rank_one_tensors,
    shortest_sum,
    slice_terms,
)
from tests.oracles import by_hand

W = Tensor.from_nested([[[0, 1], [1, 0]], [[1, 0], [0, 0]]])
GHZ = Tensor.from_nested([[[1, 0], [0, 0]], [[0, 0], [0, 1]]])
ROOT_TWO = Tensor.from_nested([[[1, 0], [0, 2]], [[0, 1], [1, 0]]])
ZERO = Tensor((2, 2, 2), (0,) * 8)
EYE = [[1, 0], [0, 1]]
TWO, THREE = Field.named("GF(2)"), Field.named("GF(3)")


def reason(result: Certificate | Shortfall) -> str:
    assert isinstance(result, Shortfall), result
    return result.reason


def test_bipartitions_name_one_side_each() -> None:
    assert list(bipartitions(2)) == [(0,)]
    assert list(bipartitions(3)) == [(0,), (1,), (2,)]
    assert list(bipartitions(4)) == [(0,), (1,), (2,), (3,), (0, 1), (0, 2), (0, 3)]
    assert len(list(bipartitions(5))) == 2**4 - 1


def test_flattening() -> None:
    assert verify(TensorRankAtLeast(W, 2), by=provers.flattening).extensions
    assert reason(provers.flattening(TensorRankAtLeast(W, 3))) == ("the largest rank of a flattening is 2, 3 is asked")
    assert verify(BorderRankAtLeast(W, 2)).status == "proved"
    assert verify(BorderRankAtLeast(W, 3)).status == "undecided"
    assert verify(TensorRankAtLeast(W, 0)).status == "proved"
    pairs = CP.from_factors([[1, 0], [0, 1]], EYE, EYE, EYE)
    assert verify(TensorRankAtLeast(pairs.tensor(), 2)).status == "proved"


def test_flattenings_see_pairs_of_modes() -> None:
    """δ_{ik} δ_{jl}: rank 4 at modes 0, 1, and 2 at each single mode."""
    entries = tuple(int(i == k and j == m) for i in (0, 1) for j in (0, 1) for k in (0, 1) for m in (0, 1))
    T = Tensor((2, 2, 2, 2), entries)
    found = provers.flattening(TensorRankAtLeast(T, 4))
    assert isinstance(found, Certificate)
    assert found.evidence["modes"][2] in [(0, 1), (0, 3)]


def test_hyperdeterminant() -> None:
    found = provers.hyperdeterminant(TensorRankAtLeast(W, 3))
    assert isinstance(found, Certificate)
    assert found.remark == "Δ = 0 is no nonzero square in Q, flattening ranks 2, 2, 2"
    assert verify(TensorRankAtLeast(W, 3)).extensions
    assert verify(TensorRankAtLeast(ROOT_TWO, 3)).extensions is False
    assert reason(provers.hyperdeterminant(TensorRankAtLeast(ROOT_TWO, 3, R))) == "Δ = 8 is a nonzero square in R"
    assert "2×2×2" in reason(provers.hyperdeterminant(TensorRankAtLeast(W, 2)))
    flat = Tensor((2, 2, 2), (1, 0, 0, 1, 0, 0, 0, 0))
    assert reason(provers.hyperdeterminant(TensorRankAtLeast(flat, 3))) == "a flattening has rank below 2"


def test_rank_over_four_fields() -> None:
    statuses = {f: verify(TensorRankAtMost(ROOT_TWO, 2, f)).status for f in (Q, R, C, TWO)}
    assert statuses == {Q: "refuted", R: "proved", C: "proved", TWO: "refuted"}


def test_exhaustion() -> None:
    assert verify(TensorRankAtLeast(W, 3, TWO), by=provers.exhaustion).extensions is False
    assert reason(provers.exhaustion(TensorRankAtLeast(W, 3))) == "Q is not finite"
    assert reason(provers.exhaustion(TensorRankAtLeast(GHZ, 3, TWO))) == (
        "the tensor is a sum of fewer than 3 rank-one tensors"
    )
    large = Tensor((4, 4, 4), (1,) * 64)
    assert reason(provers.exhaustion(TensorRankAtLeast(large, 4, TWO))).startswith("more than 300000 sums")


@pytest.mark.parametrize(("shape", "p"), [((2, 2, 2), 2), ((2, 2), 3), ((2, 3), 2), ((2, 2, 2), 3)])
def test_rank_one_tensors_are_listed_once(shape: tuple[int, ...], p: int) -> None:
    listed = [by_hand.rank_one(term, p) for term in rank_one_tensors(shape, p)]
    assert sorted(listed) == by_hand.rank_one_tensors(shape, p)
    assert len(listed) == prod(p**n - 1 for n in shape) // (p - 1) ** (len(shape) - 1)
    assert number_of_sums(shape, Field.named(f"GF({p})"), 2) == comb(len(listed) + 2, 2)


def test_shortest_sum() -> None:
    assert shortest_sum(ZERO, TWO, 2) == []
    assert shortest_sum(W, TWO, 2) is None
    found = shortest_sum(W, TWO, 3)
    assert found is not None
    assert by_hand.total([by_hand.rank_one(term, 2) for term in found], 2) == W.entries


def test_uniqueness() -> None:
    vandermonde = [[x**i for x in (0, 1, 2, 3, 4)] for i in range(4)]
    T = CP.from_factors(vandermonde, vandermonde, vandermonde)
    verdict = verify(TensorRankAtLeast(T, 5), by=provers.uniqueness)
    assert (verdict.status, verdict.rule, verdict.trusts) == ("proved", "uniqueness", ("Kruskal1977",))
    assert reason(provers.uniqueness(TensorRankAtLeast(T, 4))) == "no decomposition with 4 terms is given"
    assert reason(provers.uniqueness(TensorRankAtLeast(T.tensor(), 5))) == "no decomposition with 5 terms is given"
    constant = CP.from_factors(EYE, EYE, [[1, 1]])
    assert reason(provers.uniqueness(TensorRankAtLeast(constant, 2))).startswith(
        "the decomposition is not proved unique"
    )


def test_uniqueness_over_one_finite_field_is_not_enough() -> None:
    """Over GF(p) the rule needs uniqueness over every extension; the prover must not hand in anything else."""
    T = unique_over_two_elements_only()
    verdict = verify(TensorRankAtLeast(T, T.length, TWO), by=provers.uniqueness)
    assert verdict.status == "undecided"


def unique_over_two_elements_only() -> CP:
    """A decomposition that among all rules only points-modulo-prime proves unique."""
    rng = random.Random(1)
    for _ in range(300):
        factors = [[[rng.randrange(2) for _ in range(4)] for _ in range(3)] for _ in range(2)]
        T = CP.from_factors(*factors, [[int(i == j) for j in range(4)] for i in range(4)])
        claim = EssentiallyUnique(T, TWO)
        if isinstance(provers.points_modulo_prime(claim), Certificate):
            others = (rule for rule in provers.UNIQUENESS if rule is not provers.points_modulo_prime)
            if not any(isinstance(rule(claim), Certificate) for rule in others):
                return T
    raise AssertionError("the sample has none")


def test_decompositions_from_above() -> None:
    assert verify(TensorRankAtMost(W, 3)).status == "proved"
    assert verify(TensorRankAtMost(W, 2)).status == "refuted"
    assert verify(TensorRankAtMost(W, 7)).status == "proved"
    assert verify(TensorRankAtMost(ZERO, 0)).status == "proved"
    assert "the shortest decomposition found has 3 terms, 2 are asked" in reason(
        provers.decomposition(TensorRankAtMost(W, 2))
    )


@pytest.mark.parametrize("field", [Q, TWO, THREE])
def test_slice_terms_sum_to_the_tensor(field: Field) -> None:
    T = Tensor((2, 3, 2), tuple(field.number(x) for x in (1, 2, 0, -1, 3, 1, 0, 0, 2, 2, 5, 1)))
    terms = slice_terms(T, field)
    total = [sum(column) for column in zip(*(by_hand.rank_one(term) for term in terms), strict=True)]
    assert tuple(field.number(x) for x in total) == T.entries
    assert len(terms) <= 4


def test_a_pencil_with_rational_eigenvalues_is_found() -> None:
    hidden = CP.from_factors(
        [[1, 2, 1], [1, -1, 3]], [[1, 0, 1], [2, 1, 0], [1, 1, 1]], [[1, 1, 0], [0, 2, 1], [3, 0, 1]]
    )
    remarks = {found.remark: len(found.terms) for found in found_decompositions(hidden.tensor(), Q)}
    assert remarks["from the eigenvectors of a pencil of slices"] == 3


def curve() -> list[list[list[list[int]]]]:
    """W = lim (a + e b)^⊗3/e − a^⊗3/e with a = e₀, b = e₁, times e."""
    return [[[[1], [-1]], [[0, 1], [0]]], [[[1], [1]], [[0, 1], [0]]], [[[1], [1]], [[0, 1], [0]]]]


def test_border_rank() -> None:
    """A16, A17: W has rank 3 and border rank 2."""
    by = provers.approximating_curve(curve(), 1)
    verdict = verify(BorderRankAtMost(W, 2), by=by)
    assert (verdict.status, verdict.extensions, verdict.trusts) == ("proved", True, ())
    assert verify(BorderRankAtLeast(W, 2)).status == "proved"
    assert reason(by(BorderRankAtMost(W, 1))) == "the curve has 2 terms, 1 are asked"
    assert verify(BorderRankAtMost(W, 2)).status == "undecided"
    assert verify(BorderRankAtMost(W, 1)).status == "refuted"
    assert verify(BorderRankBetween(W, 3, 4)).status == "undecided"


def test_two_sided_claims() -> None:
    assert verify(TensorRankBetween(W, 3, 3)).status == "proved"
    assert verify(TensorRankBetween(W, 2, 5)).status == "proved"
    assert verify(TensorRankBetween(W, 1, 2)).status == "refuted"
    assert verify(TensorRankBetween(W, 4, 5)).status == "refuted"


def test_denominators_that_vanish_in_the_field() -> None:
    with pytest.raises(ValueError, match=r"no element of GF\(2\)"):
        verify(TensorRankAtMost(Tensor((1, 2), (Fraction(1, 2), 1)), 1, TWO))
