"""TensorLy's conventions against ours, and floats against exact verdicts.

The convention tested: entries and the columns of unfoldings are in row-major order, the last index fastest. TensorLy
(0.9 and later) does the same in ``unfold``, and its ``khatri_rao`` lets the last matrix vary fastest; Kolda and Bader
let the first of the other modes vary fastest, so that their unfoldings have the same columns in another order.
"""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest
import tensorly
from tensorly.tenalg import khatri_rao as tensorly_khatri_rao

from algebra_tnn import CP, EssentiallyUnique, R, cross_check, khatri_rao, verify
from algebra_tnn.numeric import to_tensorly
from algebra_tnn.tensors.values import TensorTrainMatrix, jennrich_decomposition, tensor_train, tucker
from tests.unit.tensors.values import samples

SHAPES = [(2, 3, 4), (4, 2, 3), (2, 3, 2, 4), (3, 5)]


def sample(shape: tuple[int, ...], terms: int, seed: int) -> CP:
    rng = random.Random(seed)
    return CP.from_factors(*[[[rng.randint(-9, 9) for _ in range(terms)] for _ in range(n)] for n in shape])


def arrays(T: CP) -> list[np.ndarray]:
    return [np.array(factor, dtype=float) for factor in T.factors]


@pytest.mark.parametrize("shape", SHAPES)
def test_unfoldings(shape: tuple[int, ...]) -> None:
    T = sample(shape, 3, 1)
    tensor = np.array(T.tensor().nested(), dtype=float)
    for mode in range(len(shape)):
        ours = np.array(T.tensor().matricized([mode]), dtype=float)
        assert (ours == tensorly.unfold(tensor, mode)).all()
        kolda = np.reshape(np.moveaxis(tensor, mode, 0), (shape[mode], -1), order="F")
        assert sorted(map(tuple, ours.T)) == sorted(map(tuple, kolda.T))
        assert len(shape) == 2 or not (ours == kolda).all(), "the test would not tell the two orders apart"


@pytest.mark.parametrize("shape", SHAPES)
def test_khatri_rao_products(shape: tuple[int, ...]) -> None:
    T = sample(shape, 3, 2)
    ours = np.array(khatri_rao(T.factors), dtype=float)
    assert (ours == tensorly_khatri_rao(arrays(T))).all()
    assert not (ours == tensorly_khatri_rao(arrays(T)[::-1])).all()


@pytest.mark.parametrize("shape", SHAPES)
def test_sums_of_terms(shape: tuple[int, ...]) -> None:
    T = sample(shape, 4, 3)
    theirs = tensorly.cp_to_tensor((np.ones(4), arrays(T)))
    assert (np.array(T.tensor().nested(), dtype=float) == np.round(theirs)).all()


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("i", [0, 1, 2, 3], ids=["Tucker", "train", "ring", "matrix train"])
def test_reconstructions(i: int, seed: int) -> None:
    """A8's formats: the same nodes give the same tensor, and the same matrix."""
    value = samples.one_of_each(seed)[i]
    theirs = to_tensorly(value)
    assert (np.round(theirs.to_tensor()).ravel() == np.array(value.tensor().entries, dtype=float)).all()
    assert theirs.to_tensor().shape == value.shape
    if isinstance(value, TensorTrainMatrix):
        assert (np.round(theirs.to_matrix()) == np.array(value.matrix(), dtype=float)).all()


def test_ranks_that_floats_find() -> None:
    """TensorLy's decompositions with our minimal ranks reproduce the tensor; with one rank less they do not."""
    from tensorly.decomposition import tensor_train as their_train
    from tensorly.decomposition import tucker as their_tucker

    T = samples.train((3, 4, 3), (2, 3), 6).tensor()
    cube = to_tensorly(T)
    ranks, sizes = tensor_train(T).ranks, tucker(T).ranks
    assert (ranks, sizes) == ((2, 3), (2, 4, 3))

    def residual(found: Any) -> float:
        return float(np.linalg.norm(found.to_tensor() - cube) / np.linalg.norm(cube))

    assert residual(their_train(cube, [1, *ranks, 1])) < 1e-9 < residual(their_train(cube, [1, 2, 2, 1]))
    assert residual(their_tucker(cube, sizes)) < 1e-9 < residual(their_tucker(cube, [2, 3, 3]))


@pytest.mark.parametrize("seed", range(2))
def test_eigenvectors_exact_and_in_floats(seed: int) -> None:
    """B2: terms found over Q are those that the float method finds from the tensor alone."""
    found = jennrich_decomposition(sample((3, 4, 2), 3, 60 + seed).tensor())
    assert cross_check(found, seed=seed).outcome == "agrees"


@pytest.mark.parametrize(
    ("shape", "terms"), [((3, 3, 3), 3), ((2, 4, 4), 4), ((2, 2, 2, 2), 2), ((4, 4, 4), 5), ((3, 3, 3, 3), 4)]
)
@pytest.mark.parametrize("seed", range(2))
def test_unique_decompositions_are_recovered(shape: tuple[int, ...], terms: int, seed: int) -> None:
    """B2, B3, B4: Jennrich's and Kruskal's instances, found again in floats from the tensor alone."""
    T = sample(shape, terms, 40 + seed)
    assert verify(EssentiallyUnique(T, R)).status == "proved"
    check = cross_check(T, seed=seed)
    assert check.outcome == "agrees", check.explanation
    assert check.residual < 1e-9


@pytest.mark.slow
@pytest.mark.parametrize(("shape", "terms"), [((2, 2), 2), ((2, 2, 2), 3), ((3, 3, 5), 5), ((3, 3, 3), 5)])
@pytest.mark.parametrize("seed", range(2))
def test_other_decompositions_are_never_confirmed_as_the_only_one(
    shape: tuple[int, ...], terms: int, seed: int
) -> None:
    """B1, B8, B9: generic decompositions that are not unique; floats usually end at other terms."""
    check = cross_check(sample(shape, terms, seed), seed=seed)
    assert check.outcome != "agrees" or shape == (3, 3, 5), check.explanation


@pytest.mark.parametrize("seed", range(3))
def test_a_family_of_decompositions_disagrees(seed: int) -> None:
    """B5: two terms with the same third vector."""
    T = CP.from_factors([[1, 0], [0, 1]], [[1, 1], [0, 1]], [[1, 1], [2, 2]])
    assert verify(EssentiallyUnique(T, R)).status == "refuted"
    check = cross_check(T, seed=seed)
    assert check.outcome == "disagrees"
    assert check.residual < 1e-9


@pytest.mark.slow
def test_floats_never_contradict_a_proof() -> None:
    rng = random.Random(9)
    for seed in range(60):
        shape = tuple(rng.randint(2, 4) for _ in range(rng.choice((3, 3, 4))))
        T = sample(shape, rng.randint(1, 5), seed)
        verdict = verify(EssentiallyUnique(T, R))
        check = cross_check(T, seed=seed)
        if verdict.status == "proved":
            assert check.outcome != "disagrees", (T.factors, check.explanation)
