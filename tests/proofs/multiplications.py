"""The hypotheses of statements about matrix multiplication, one by one, as they are for an instance."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from algebra_tnn import BorderRankAtMost, BorderRankBetween, library
from algebra_tnn.tensors.matrix_multiplication import matmul_format

Table = dict[str, bool]


def rows(name: str) -> Table:
    sizes = matmul_format(library.load(name).INSTANCE.shape)
    assert sizes is not None
    return {"m ≥ 2": sizes[0] >= 2}


def in_the_limit(name: str) -> Table:
    return {"border rank": isinstance(library.run(name).verdict.claim, (BorderRankAtMost, BorderRankBetween))}


TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "rank/matmul_one_row": ("m ≥ 2", partial(rows, "rank/matmul_one_row")),
    "rank/bini_exact": ("border rank", partial(in_the_limit, "rank/bini_exact")),
}
HOLDS: dict[str, Callable[[], Table]] = {
    **{f"rank/matmul_{name}": partial(rows, f"rank/matmul_{name}") for name in ("two", "rectangular", "three")},
    **{name: partial(in_the_limit, name) for name in ("rank/bini", "rank/bini_partial")},
}
