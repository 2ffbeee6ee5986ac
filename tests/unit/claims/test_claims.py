from __future__ import annotations

import dataclasses
import re

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
    SeparationRankAtLeast,
    SeparationRankAtMost,
    SeparationRankBetween,
    TensorRankAtLeast,
    TensorRankAtMost,
    TensorRankBetween,
)
from algebra_tnn.claims import Claim, negations
from algebra_tnn.laws import Law

T = CP.from_factors([[1]], [[1]], [[2]])
M = ((1, 0), (0, 1))
F = Law.trace(lambda x, y, z: x @ y * z, {"x": (2,), "y": (2,), "z": ()}, {})
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
    (SeparationRankAtLeast(F, ("x",), 2, R), (SeparationRankAtMost(F, ("x",), 1, R),)),
    (SeparationRankAtLeast(F, ("x",), 0), ()),
    (SeparationRankAtMost(F, ("x",), 2, R), (SeparationRankAtLeast(F, ("x",), 3, R),)),
    (
        SeparationRankBetween(F, ("x",), 1, 2, R),
        (SeparationRankAtMost(F, ("x",), 0, R), SeparationRankAtLeast(F, ("x",), 3, R)),
    ),
    (SeparationRankBetween(F, ("x",), 0, 2), (SeparationRankAtLeast(F, ("x",), 3),)),
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


def test_one_side_is_in_the_order_of_the_law() -> None:
    assert SeparationRankAtMost(F, ("z", "x"), 2) == SeparationRankAtMost(F, ("x", "z"), 2)
    assert SeparationRankAtMost(F, (), 1).inputs == ()


@pytest.mark.parametrize(
    ("law", "inputs", "sentence"),
    [
        (F, ("x", "w"), "'w' is no input of the law; its inputs are x, y, z"),
        (F, ("x", "z", "x"), "the inputs x, z, x name one twice; name each input of one side once"),
        (Law.trace(lambda x: x, {"x": (2,)}, {}), ("x",), "contract the output with a vector first"),
        (Law.trace(lambda a: a, {}, {"a": ()}), ("a",), "'a' is no input of the law; its inputs are none"),
    ],
)
def test_a_split_that_is_none(law: Law, inputs: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        SeparationRankAtLeast(law, inputs, 1)
