"""Random values of every format, with entries that are small integers."""

from __future__ import annotations

import random
from itertools import count
from typing import Any

from algebra_tnn.tensors.values import (
    BlockTerms,
    HierarchicalTucker,
    MatrixTerm,
    ParaTuck2,
    SymmetricCP,
    TensorRing,
    TensorTrain,
    TensorTrainMatrix,
    TubalProduct,
    Tucker,
)


def entries(shape: tuple[int, ...], rng: random.Random) -> Any:
    """Nested lists of integers from −9 to 9."""
    if not shape:
        return rng.randint(-9, 9)
    return [entries(shape[1:], rng) for _ in range(shape[0])]


def tucker_value(shape: tuple[int, ...], ranks: tuple[int, ...], seed: int = 0) -> Tucker:
    rng = random.Random(seed)
    return Tucker.of(entries(ranks, rng), [entries((n, r), rng) for n, r in zip(shape, ranks, strict=True)])


def train(shape: tuple[int, ...], ranks: tuple[int, ...], seed: int = 0) -> TensorTrain:
    rng = random.Random(seed)
    return TensorTrain.of([entries(size, rng) for size in zip((1, *ranks), shape, (*ranks, 1), strict=True)])


def ring(shape: tuple[int, ...], ranks: tuple[int, ...], seed: int = 0) -> TensorRing:
    rng = random.Random(seed)
    sizes = zip(ranks, shape, (*ranks[1:], ranks[0]), strict=True)
    return TensorRing.of([entries(size, rng) for size in sizes])


def hierarchical(tree: Any, size: int, rank: int, seed: int = 0) -> HierarchicalTucker:
    """All modes and all bonds alike."""
    rng, modes, transfers = random.Random(seed), count(), []

    def visit(node: Any, is_root: bool) -> None:
        if isinstance(node, int):
            next(modes)
            return
        transfers.append(entries((*(() if is_root else (rank,)), *(rank for _ in node)), rng))
        for child in node:
            visit(child, False)

    visit(tree, True)
    return HierarchicalTucker.of(tree, [entries((size, rank), rng) for _ in range(next(modes))], transfers)


def one_of_each(seed: int = 0) -> list[Any]:
    """Sizes are pairwise different where the format allows it."""
    rng = random.Random(seed)
    return [
        tucker_value((4, 3, 2), (2, 3, 1), seed),
        train((2, 3, 2, 4), (2, 3, 2), seed),
        ring((2, 4, 3), (3, 2, 1), seed),
        TensorTrainMatrix.of([entries((1, 2, 3, 2), rng), entries((2, 4, 1, 3), rng), entries((3, 2, 2, 1), rng)]),
        hierarchical(((2, 0), (1, 3)), 3, 2, seed),
        hierarchical((0, (3, 1, 2)), 2, 2, seed),
        BlockTerms.of_matrices([tuple(entries(s, rng) for s in ((3, L), (2, L), (4,))) for L in (2, 1)]),
        BlockTerms.of([tucker_value((3, 2, 4), (2, 1, 2), seed), MatrixTerm.of([[1]] * 3, [[2]] * 2, [1, 0, 3, 1])]),
        ParaTuck2.of(*(entries(s, rng) for s in ((4, 2), (5, 2), (2, 3), (5, 3), (2, 3)))),
        SymmetricCP.of([entries((3, 4), rng), entries((2, 4), rng)], [2, 1], entries((4,), rng)),
        TubalProduct.of(entries((3, 2, 4), rng), entries((2, 5, 4), rng)),
    ]
