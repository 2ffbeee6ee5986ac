from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from algebra_tnn.varieties import Segre, SegreVeronese
from algebra_tnn.varieties import packing as module
from algebra_tnn.varieties.packing import Layer, cuts, layers
from tests.unit.varieties.special_points import places_taken, volume

FORMATS = [
    (Segre((20, 20, 20)), 138, 160.0),
    (Segre((7, 12, 9)), 29, 30.0),
    (Segre((6, 5, 7, 6)), 60, 81.0),
    (SegreVeronese((12, 9, 4), (1, 1, 2)), 40, 90.0),
    (Segre((40, 40, 40)), 300, 160.0),  # far fewer points than would fit
]


def planned(variety: SegreVeronese, r: int, size: float, seed: int = 0) -> list[Layer]:
    return layers(variety, r, size, np.random.default_rng(seed))


@pytest.mark.parametrize(("variety", "r", "size"), FORMATS, ids=str)
def test_layers_take_all_points_and_overfill_no_box(variety: SegreVeronese, r: int, size: float) -> None:
    plan = planned(variety, r, size)
    assert sum(layer.counts.sum() for layer in plan) == r
    for layer in plan:
        assert layer.counts.shape == layer.cuts
        for edges, n in zip(layer.edges, variety.shape, strict=True):
            assert edges[0] == 0 and edges[-1] == n and np.all(np.diff(edges) > 0)
    finest = plan[0]
    assert all(places_taken(variety, finest, box) <= volume(variety, finest, box) for box in np.ndindex(*finest.cuts))
    assert plan[-1].cuts == (1,) * len(variety.shape)
    assert finest.counts.sum() >= 0.8 * r


def test_each_layer_refines_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PER_LINE", 1)  # few points reach coarser boxes then
    plan = planned(Segre((16, 17, 18)), 100, 8.0)
    assert len(plan) > 2
    for fine, coarse in pairwise(plan):
        for inner, outer, few, many in zip(coarse.edges, fine.edges, coarse.cuts, fine.cuts, strict=True):
            assert set(inner) <= set(outer) and few <= max(1, many // 2)


def test_coarse_boxes_have_the_room_that_finer_ones_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PER_LINE", 1)
    X = Segre((12, 12, 12))
    fine, coarse, *_ = planned(X, 51, 8.0)
    assert coarse.counts.sum()
    for box in np.ndindex(*coarse.cuts):
        start = [place.start for place in coarse.slices(box)]
        stop = [place.stop for place in coarse.slices(box)]
        inside = [
            b
            for b in np.ndindex(*fine.cuts)
            if all(s <= place.start < t for s, place, t in zip(start, fine.slices(b), stop, strict=True))
        ]
        room = sum(volume(X, fine, b) - places_taken(X, fine, b) for b in inside)
        assert places_taken(X, coarse, box) <= room


def test_cuts() -> None:
    assert cuts(Segre((20, 20, 20)), 125) == (4, 4, 4)
    assert cuts(Segre((40, 2, 40)), 160) == (
        4,
        1,
        5,
    )  # the short factor stays whole, the pieces of the others are longer for it
    assert cuts(Segre((2, 2, 2)), 1) == (1, 1, 1)
    assert cuts(SegreVeronese((30, 10), (1, 3)), 160) == (15, 1)  # two entries at least
    assert cuts(SegreVeronese((5, 5), (2, 3)), 1) == (1, 1)


def test_nothing_to_cut_is_one_layer() -> None:
    [layer] = planned(Segre((2, 2, 2)), 5, 160.0)
    assert layer.edges == ((0, 2),) * 3 and layer.counts.tolist() == [[[5]]]


def test_the_seed_decides() -> None:
    first, again, other = (planned(Segre((20, 20, 20)), 138, 60.0, seed)[0].counts for seed in (1, 1, 2))
    assert np.array_equal(first, again) and not np.array_equal(first, other)
