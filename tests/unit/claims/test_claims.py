from __future__ import annotations

import dataclasses
import re

import pytest

from algebra_tnn import (
    CP,
    BorderRankAtLeast,
    BorderRankAtMost,
    BorderRankBetween,
    Conserved,
    ConservedAtLeast,
    ConservedAtMost,
    ConservedBetween,
    DimensionAtMost,
    EssentiallyUnique,
    FunctionalDimensionAtLeast,
    KRankAtLeast,
    KRankAtMost,
    KRankBetween,
    Nonnegative,
    NotEssentiallyUnique,
    Q,
    R,
    SeparationRankAtLeast,
    SeparationRankAtMost,
    SeparationRankBetween,
    TensorRankAtLeast,
    TensorRankAtMost,
    TensorRankBetween,
    Vanishes,
)
from algebra_tnn.claims import Claim, negations
from algebra_tnn.laws import Law, named
from algebra_tnn.laws.expressions import Name

T = CP.from_factors([[1]], [[1]], [[2]])
M = ((1, 0), (0, 1))
F = Law.trace(lambda x, y, z: x @ y * z, {"x": (2,), "y": (2,), "z": ()}, {})
NET = Law.trace(lambda x, m, W: m * named("z", W @ x), {"x": (2,), "m": (3,)}, {"W": (3, 2)})
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
    (Vanishes(F), ()),
    (Nonnegative(F), ()),
    (Conserved.trace(NET, lambda W: W[0] @ W[0]), ()),
    (ConservedAtLeast(NET, 2, R), (ConservedAtMost(NET, 1, R),)),
    (ConservedAtLeast(NET, 0), ()),
    (ConservedAtMost(NET, 2, R), (ConservedAtLeast(NET, 3, R),)),
    (ConservedBetween(NET, 1, 2, R), (ConservedAtMost(NET, 0, R), ConservedAtLeast(NET, 3, R))),
    (ConservedBetween(NET, 0, 2), (ConservedAtLeast(NET, 3),)),
    (FunctionalDimensionAtLeast(NET, (("m", "z"),), 3, R), (DimensionAtMost(NET, 2, R),)),
    (FunctionalDimensionAtLeast(NET, (), 0), ()),
]


@pytest.mark.parametrize(("claim", "expected"), CASES)
def test_negations(claim: Claim, expected: tuple[Claim, ...]) -> None:
    assert negations(claim) == expected


def test_claims_are_frozen_and_name_their_field() -> None:
    claim = EssentiallyUnique(T)
    assert claim.field == Q
    with pytest.raises(dataclasses.FrozenInstanceError):
        claim.field = R  # what mypy refuses is what must raise
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


def test_quantities_of_parameters_alone() -> None:
    with pytest.raises(ValueError, match=r"the quantity has the shape \[2\]; a conserved quantity is one number"):
        Conserved.trace(NET, lambda W: W[0])
    with pytest.raises(ValueError, match="the quantity is 'x', which is no input, no parameter"):
        Conserved(NET, Name("x"))


TWICE = Law.trace(
    lambda x, m, n, W, V: n * named("u", V @ (m * named("z", W @ x))),
    {"x": (2,), "m": (3,), "n": (2,)},
    {"W": (3, 2), "V": (2, 3)},
)


@pytest.mark.parametrize(
    ("masks", "message"),
    [
        ((("W", "z"),), "the mask 'W' is no input of the law"),
        ((("k", "z"),), "masks has 'k', which is no name of the law"),
        ((("m", "x"),), "the mask 'm' belongs to 'x', which is no name under let"),
        ((("m", "u"),), r"the mask 'm' has the shape \[3\], 'u' has \[2\]"),
        ((("n", "u"), ("m", "z")), "'u' depends on the mask 'm', which is not known before it"),
        ((("m", "z"), ("m", "z")), "masks is m, m, which has a name twice"),
    ],
)
def test_masks_in_order(masks: tuple[tuple[str, str], ...], message: str) -> None:
    FunctionalDimensionAtLeast(TWICE, (("m", "z"), ("n", "u")), 1)
    with pytest.raises(ValueError, match=message):
        FunctionalDimensionAtLeast(TWICE, masks, 1)
