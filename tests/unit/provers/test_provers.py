from __future__ import annotations

import pytest

from algebra_tnn import (
    CP,
    BorderRankAtLeast,
    BorderRankAtMost,
    BorderRankBetween,
    EssentiallyUnique,
    KRankAtLeast,
    KRankAtMost,
    KRankBetween,
    NotEssentiallyUnique,
    TensorRankAtLeast,
    TensorRankAtMost,
    TensorRankBetween,
    provers,
)
from algebra_tnn.claims import Claim

T = CP.from_factors([[1]], [[1]], [[1]])
M = ((1,),)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (EssentiallyUnique(T), provers.UNIQUENESS),
        (NotEssentiallyUnique(T), provers.NON_UNIQUENESS),
        (KRankAtLeast(M, 1), (provers.columns_independent,)),
        (KRankAtMost(M, 1), (provers.dependent_columns,)),
        (
            TensorRankAtLeast(T, 1),
            (
                provers.flattening,
                provers.koszul_flattening,
                provers.hyperdeterminant,
                provers.exhaustion,
                provers.uniqueness,
                provers.matmul_substitution,
                provers.substitution_method,
            ),
        ),
        (TensorRankAtMost(T, 1), (provers.decomposition,)),
        (BorderRankAtLeast(T, 1), (provers.flattening, provers.koszul_flattening)),
        (BorderRankAtMost(T, 1), ()),
    ],
)
def test_the_table_of_contents(claim: Claim, expected: tuple[provers.Prover, ...]) -> None:
    assert provers.provers_of(claim) == expected


@pytest.mark.parametrize("claim", [KRankBetween(M, 1, 1), TensorRankBetween(T, 1, 1), BorderRankBetween(T, 1, 1)])
def test_two_sided_claims_have_one_prover(claim: Claim) -> None:
    assert len(provers.provers_of(claim)) == 1


def test_rules_that_trust_nothing_come_first() -> None:
    trusting = [rule in (provers.kruskal, provers.lovitz_petrov) for rule in provers.UNIQUENESS]
    assert trusting.index(True) > provers.UNIQUENESS.index(provers.compound)


def test_public_names() -> None:
    assert len(provers.__all__) == len(set(provers.__all__))
    assert all(hasattr(provers, name) for name in provers.__all__)
