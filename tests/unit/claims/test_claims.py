from __future__ import annotations

import dataclasses

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
    Q,
    R,
    TensorRankAtLeast,
    TensorRankAtMost,
    TensorRankBetween,
)
from algebra_tnn.claims import Claim, negations

T = CP.from_factors([[1]], [[1]], [[2]])
M = ((1, 0), (0, 1))
CASES: list[tuple[Claim, tuple[Claim, ...]]] = [
    (EssentiallyUnique(T, R), (NotEssentiallyUnique(T, R),)),
    (NotEssentiallyUnique(T, R), (EssentiallyUnique(T, R),)),
    (KRankAtLeast(M, 2, R), (KRankAtMost(M, 1, R),)),
    (KRankAtLeast(M, 0), ()),
    (KRankAtMost(M, 2, R), (KRankAtLeast(M, 3, R),)),
    (KRankBetween(M, 1, 2, R), (KRankAtMost(M, 0, R), KRankAtLeast(M, 3, R))),
    (KRankBetween(M, 0, 2), (KRankAtLeast(M, 3),)),
    (TensorRankAtLeast(T, 2, R), (TensorRankAtMost(T, 1, R),)),
    (TensorRankAtLeast(T, 0), ()),
    (TensorRankAtMost(T, 2, R), (TensorRankAtLeast(T, 3, R),)),
    (TensorRankBetween(T, 1, 2, R), (TensorRankAtMost(T, 0, R), TensorRankAtLeast(T, 3, R))),
    (BorderRankAtLeast(T, 2, R), (BorderRankAtMost(T, 1, R),)),
    (BorderRankAtLeast(T, 0), ()),
    (BorderRankAtMost(T, 2, R), (BorderRankAtLeast(T, 3, R),)),
    (BorderRankBetween(T, 1, 2, R), (BorderRankAtMost(T, 0, R), BorderRankAtLeast(T, 3, R))),
    (BorderRankBetween(T, 0, 2), (BorderRankAtLeast(T, 3),)),
]


@pytest.mark.parametrize(("claim", "expected"), CASES)
def test_negations(claim: Claim, expected: tuple[Claim, ...]) -> None:
    assert negations(claim) == expected


def test_claims_are_frozen_and_name_their_field() -> None:
    claim = EssentiallyUnique(T)
    assert claim.field == Q
    with pytest.raises(dataclasses.FrozenInstanceError):
        claim.field = R  # type: ignore[misc]  # what mypy refuses is what must raise
    assert EssentiallyUnique(T) != EssentiallyUnique(T, R)
    assert hash(EssentiallyUnique(T)) == hash(EssentiallyUnique(T))
