from __future__ import annotations

import numpy as np
import pytest

from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.varieties import Segre, SegreVeronese, packing
from algebra_tnn.varieties.boxes import box_rank
from algebra_tnn.varieties.packing import layers
from tests.unit.varieties.special_points import flint_rank, supported

FORMATS = [
    (Segre((4, 4, 4)), 7, 8.0, 1),
    (Segre((5, 6, 7)), 13, 1.0, 4),  # pieces of two entries: ranks are lost, but the same ones
    (Segre((8, 8, 8)), 24, 8.0, 1),
    (Segre((9, 8, 10)), 28, 8.0, 1),
    (Segre((3, 9, 9)), 12, 30.0, 4),
    (Segre((8, 8, 8)), 11, 27.0, 4),
    (Segre((4, 3, 4, 5)), 18, 16.0, 1),
    (SegreVeronese((8, 6, 2), (1, 1, 2)), 12, 12.0, 1),
    (SegreVeronese((2, 9, 8), (3, 1, 1)), 18, 24.0, 1),
    (SegreVeronese((12, 3), (1, 2)), 5, 20.0, 4),
]


@pytest.mark.parametrize(("variety", "r", "volume", "per_line"), FORMATS, ids=str)
@pytest.mark.parametrize("p", [PRIME, 7])
def test_rank_is_that_of_the_whole_matrix(
    variety: SegreVeronese, r: int, volume: float, per_line: int, p: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FLINT eliminates the Terracini matrix of the same points as a whole. Modulo 7 many boxes are deficient."""
    monkeypatch.setattr(packing, "_PER_LINE", per_line)
    rng = np.random.default_rng(3)
    plan = layers(variety, r, volume, rng)
    points = supported(variety.random_points(r, rng, p), plan)
    found = box_rank(variety, r, volume, modulus=p, rng=np.random.default_rng(3))
    assert found == flint_rank(variety, points, p)
    assert len(plan) > 1


def test_three_layers_are_among_the_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "_PER_LINE", 1)
    plan = layers(Segre((9, 8, 10)), 28, 8.0, np.random.default_rng(3))
    assert [bool(layer.counts.sum()) for layer in plan] == [True, True, True]


def test_points_that_are_not_needed_are_left_out() -> None:
    X = Segre((6, 6, 6))
    assert box_rank(X, 10**9, 27.0, modulus=PRIME, rng=np.random.default_rng(0)) == 216


@pytest.mark.parametrize("r", [1, 2, 5])
def test_few_points(r: int) -> None:
    X = Segre((12, 12, 12))
    assert box_rank(X, r, 27.0, modulus=PRIME, rng=np.random.default_rng(0)) == 34 * r
