from __future__ import annotations

import numpy as np
import pytest

from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.varieties import Segre, SegreVeronese
from algebra_tnn.varieties.box_minors import box_minor, variables
from algebra_tnn.varieties.boxes import box_rank

FORMATS = [
    (Segre((4, 4, 4)), 7, 8.0),
    (Segre((3, 6, 6)), 6, 30.0),
    (Segre((3, 2, 3, 4)), 7, 9.0),
    (SegreVeronese((5, 4, 2), (1, 1, 2)), 5, 12.0),
]


@pytest.mark.parametrize(("variety", "r", "volume"), FORMATS, ids=str)
@pytest.mark.parametrize("p", [PRIME, 7])
def test_blocks_have_the_rank_of_the_boxes_together(variety: SegreVeronese, r: int, volume: float, p: int) -> None:
    found = box_minor(variety, r, volume, modulus=p, seed=3)
    assert found.rank == box_rank(variety, r, volume, modulus=p, rng=np.random.default_rng(3))
    assert len({row for block in found.blocks for row in block.rows}) == found.rank


def test_blocks_come_after_the_finer_ones_within() -> None:
    found = box_minor(Segre((6, 6, 6)), 13, 8.0, modulus=PRIME)
    assert all(b < number for number, block in enumerate(found.blocks) for b in block.after)
    assert any(block.after for block in found.blocks) and not all(block.after for block in found.blocks)


def test_pivots_are_different_coordinates() -> None:
    found = box_minor(Segre((4, 4, 4)), 7, 8.0, modulus=101)
    pivots = [int(i) for block in found.blocks for i in block.columns[: len(block.rows)]]
    assert sorted(pivots) == list(range(64))


def test_variables_of_a_coordinate() -> None:
    assert variables(SegreVeronese((3,), (2,)), np.arange(6)) == [[0, 0], [0, 1], [0, 2], [1, 1], [1, 2], [2, 2]]
