from __future__ import annotations

import random

import pytest

from algebra_tnn import CP, EssentiallyUnique, Tensor, verify
from algebra_tnn.tensors.values import NoDecomposition, jennrich_decomposition
from tests.unit.tensors.values.samples import entries


def sample(shape: tuple[int, ...], terms: int, seed: int = 0) -> CP:
    rng = random.Random(seed)
    return CP.from_factors(*(entries((n, terms), rng) for n in shape))


@pytest.mark.parametrize(
    ("shape", "terms"),
    [
        ((3, 3, 3), 3),
        ((4, 5, 2), 3),
        ((2, 4, 4), 4),
        ((5, 2, 5), 5),
        ((2, 2, 2, 2), 2),
        ((2, 3, 2, 2, 2), 4),
        ((2, 2, 2), 1),
    ],
)
@pytest.mark.parametrize("seed", range(2))
def test_terms_are_found_again(shape: tuple[int, ...], terms: int, seed: int) -> None:
    given = sample(shape, terms, seed)
    found = jennrich_decomposition(given.tensor())
    assert {found.term(r).tensor() for r in range(found.length)} == {given.term(r).tensor() for r in range(terms)}
    assert verify(EssentiallyUnique(found)).status == "proved"


def test_fractions_and_zero_eigenvalues() -> None:
    given = CP.from_factors([["1/2", 1], [0, 1]], [[1, 0], [1, "2/3"]], [[0, 1], [1, 0]])
    found = jennrich_decomposition(given.tensor())
    assert found.tensor() == given.tensor() and found.length == 2


def test_points_are_tried_until_eigenvalues_are_distinct() -> None:
    """The points (1, 1) and (1, −1) are orthogonal to columns of the third factor: combinations are singular."""
    given = CP.from_factors(
        [[1, 0, 0], [0, 1, 0], [0, 0, 1]], [[1, 0, 0], [1, 1, 0], [0, 0, 1]], [[1, 1, 2], [-1, 1, -1]]
    )
    assert jennrich_decomposition(given.tensor()).tensor() == given.tensor()


@pytest.mark.parametrize(
    ("tensor", "sentence"),
    [
        (Tensor.from_nested([[1, 2], [3, 4]]), "the tensor has order 2; matrices of rank at least two have infinitely"),
        (Tensor((2, 2, 2), (0,) * 8), "the tensor is zero; it has no terms"),
        (
            Tensor.from_nested([[[1, 0], [0, 2]], [[0, 1], [1, 0]]]),
            "roots of an irreducible polynomial of degree 2, so the rank over Q is greater than 2; over a larger",
        ),
        (
            Tensor.from_nested([[[0, 1], [1, 0]], [[1, 0], [0, 0]]]),
            "every pencil of slices has a multiple eigenvalue, so the rank is greater than 2, or the decomposition has",
        ),
        (
            Tensor.from_nested([[[1, 0, 0], [0, 1, 1]], [[0, 1, 0], [0, 2, 0]]]),
            "the slices are diagonal in no common pair of bases, so the rank is greater than 2",
        ),
        (
            Tensor.from_nested(
                [
                    [[0, 0, 0], [0, 0, 1], [0, -1, 0]],
                    [[0, 0, -1], [0, 0, 0], [1, 0, 0]],
                    [[0, 1, 0], [-1, 0, 0], [0, 0, 0]],
                ]
            ),
            "no combination of the slices has rank 3, so the rank is greater than 3 (modes 0 | 1 | 2, 0 | 2 | 1, 1 | ",
        ),
        (
            Tensor.from_nested(
                [[[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]], [[0, 0, 0, 1], [1, 0, 0, 0], [0, 2, 0, 0]]]
            ),
            "the first two flattenings have different ranks (modes 0 | 1 | 2, 0 | 2 | 1, 1 | 2 | 0)",
        ),
    ],
)
def test_refusals(tensor: Tensor, sentence: str) -> None:
    with pytest.raises(NoDecomposition) as caught:
        jennrich_decomposition(tensor)
    assert sentence in str(caught.value)


def test_grouped_terms_that_are_none() -> None:
    """E₁₁ ⊗ I + E₂₂ ⊗ J with J² = −I: two terms for the last modes together, whose vectors are matrices of rank two."""
    turned = [[[[1, 0], [0, 1]], [[0, 0], [0, 0]]], [[[0, 0], [0, 0]], [[0, 1], [-1, 0]]]]
    with pytest.raises(NoDecomposition) as caught:
        jennrich_decomposition(Tensor.from_nested(turned))
    assert "the 2 terms for the grouped modes are not of rank one in the single modes" in str(caught.value)
    assert "irreducible polynomial of degree 2, so the rank over Q is greater than 2" in str(caught.value)
