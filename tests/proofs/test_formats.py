"""What the proofs about tensor formats say besides their verdicts."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product

import pytest

from algebra_tnn import library
from algebra_tnn.laws import value
from algebra_tnn.provers.dimensions import generic_rank
from algebra_tnn.tensors.formats import ParaTuck2Format, RingFormat, TrainFormat
from tests.proofs import formats


def test_theorems_satisfy_their_hypotheses() -> None:
    tables = {
        "dimension/tucker": formats.tucker,
        "dimension/tensor_train": formats.train,
        "dimension/hierarchical_tucker": formats.tree,
        "dimension/tensor_ring": formats.ring,
        "dimension/block_terms": formats.blocks,
    }
    for name, hypotheses in tables.items():
        for instance in library.load(name).INSTANCES:
            assert all(hypotheses(instance).values()), (name, instance)
    assert all(formats.network("rank/min_cut_attained").values())


def test_the_normal_forms_have_the_ranks_of_general_nodes() -> None:
    """The rank of the normal form is that at random nodes, one less than the cut."""
    seven, eight, shared = (library.load(f"rank/ring_{name}") for name in ("seven", "eight", "shared"))
    for module in (seven, eight):
        rank = formats.flattening_rank(module.FORMAT, module.MODES)
        assert rank == module.FORMAT.min_cut(module.MODES) - 1
    assert formats.flattening_rank(seven.FORMAT, seven.MODES, seven.NODES) == 7
    core = [[[1, 2], [3, 5]], [[7, 11], [13, 17]]]
    assert formats.flattening_rank(shared.FORMAT, shared.MODES, dict.fromkeys(shared.FORMAT.parameters, core)) == 3


def test_kernels_are_as_the_text_says() -> None:
    seven = library.load("rank/ring_seven")
    rows = seven.INSTANCE.nested()
    assert not any(sum(x * y for x, y in zip(row, seven.KERNEL, strict=True)) for row in rows)
    eight, shared = library.load("rank/ring_eight").INSTANCE, library.load("rank/ring_shared").INSTANCE
    v = [0, 0, 1, 0, 0, 0, -1, 0, 0]
    w = [[1, Fraction(1, 2), 3], [4, 5, 6], [7, 8, 9]]
    assert value(eight, {"h": [2, 3], "v": v, "w": w, "z": [0, 0]}) == 0
    A, zero = [[[1, 2], [3, 5]], [[7, 11], [13, 17]]], [[[0, 0], [0, 0]]] * 2
    assert value(shared, {"A": A, "v": [0, 1, -1, 0], "w": [[1, 2], [3, 4]], "z": zero}) == 0
    assert value(shared, {"A": A, "v": [0, 1, 1, 0], "w": [[1, 2], [3, 4]], "z": zero}) != 0


@pytest.mark.slow
def test_trains_attain_their_cuts() -> None:
    """A9: at random cores, for all sets of modes."""
    for n, d, r in [(2, 4, 2), (2, 4, 3), (3, 4, 2), (3, 4, 3), (2, 5, 2), (2, 5, 3), (3, 5, 2), (2, 6, 4), (3, 6, 2)]:
        format = TrainFormat((n,) * d, (r,) * (d - 1))
        for size in range(1, d // 2 + 1):
            for modes in combinations(range(d), size):
                assert formats.flattening_rank(format, modes) == format.min_cut(modes), (n, d, r, modes)


@pytest.mark.slow
def test_rings_that_miss_a_cut() -> None:
    """A9: with modes of sizes 2 to 4 and bonds 2, up to rotation and reflection these two alone."""
    missed = {
        shape
        for shape in product((2, 3, 4), repeat=4)
        if any(
            formats.flattening_rank(RingFormat(shape, 2), modes) < RingFormat(shape, 2).min_cut(modes)
            for modes in combinations(range(4), 2)
        )
    }
    turned = {
        tuple(shape[(start + k) % 4] for k in range(4)) for shape in ((3, 3, 3, 3), (2, 3, 4, 3)) for start in range(4)
    }
    assert missed == turned


@pytest.mark.slow
def test_paratuck2_has_the_smaller_of_two_bounds() -> None:
    """A12: at random points, for ranks up to 4 and up to 8 slices."""
    bound = library.load("dimension/paratuck").bound
    for R in range(1, 5):
        for S in range(1, R + 1):
            for K in range(1, 9):
                if S * K >= R:
                    format = ParaTuck2Format((R + 1, S + 1, K), (R, S))
                    assert generic_rank(format.law()) == bound(format), format
