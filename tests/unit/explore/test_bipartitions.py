from __future__ import annotations

import json

import pytest

from algebra_tnn.explore import SeparationRanks, separation_rank, separation_ranks
from algebra_tnn.explore.bipartitions import bipartitions
from algebra_tnn.laws import Law
from algebra_tnn.tensors.formats import RingFormat, TrainFormat


def test_each_bipartition_once() -> None:
    sides = list(bipartitions(5))
    assert len({frozenset(side) for side in sides}) == len(sides) == 2**4 - 1
    assert all(0 in side and side == tuple(sorted(side)) for side in sides)


def test_a_table() -> None:
    steps: list[tuple[int, int]] = []
    table = separation_ranks(TrainFormat((2, 2, 2, 2), (2, 2, 2)), progress=lambda *step: steps.append(step))
    assert {side: rank.lower for side, rank in table.rows} == {
        **{(0,): 2, (0, 1): 2, (0, 2): 4, (0, 3): 4, (0, 1, 2): 2, (0, 1, 3): 2, (0, 2, 3): 2}
    }
    assert all(rank.partition == side for side, rank in table.rows)
    assert (table.status, table.trusts, table.largest.partition) == ("proved", (), (0, 2))
    assert steps == [(k, 7) for k in range(8)]
    written = json.loads(json.dumps(table.to_dict()))
    assert [row["partition"] for row in written["partitions"]] == [list(side) for side, _ in table.rows]
    assert table.explanation.splitlines()[0] == (
        "separation ranks of tensor train 2×2×2×2 with ranks 2,2,2 for 7 bipartitions (all proved)"
    )
    assert table.explanation.splitlines()[3] == "  {0, 2}: 4" and ">separation" in table._repr_html_()


def test_an_undecided_row() -> None:
    ring = RingFormat((3, 3, 3, 3), 2)
    table = SeparationRanks("a ring", tuple((side, separation_rank(ring, side)) for side in ((0,), (0, 2))))
    assert table.status == "undecided" and "(1 not decided)" in table.explanation
    assert table.explanation.splitlines()[1:3] == ["  {0}: 3", "  {0, 2}: 8 to 9, probably 8"]


def test_numbers_of_inputs() -> None:
    for number in (1, 13):
        law = Law.trace(lambda **x: sum(x.values()), {f"x{k}": () for k in range(number)}, {})
        with pytest.raises(ValueError, match=rf"^the law has {number} input"):
            separation_ranks(law)
