"""Given nodes of block terms and of ParaTuck-2."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from algebra_tnn.exact import prime_field
from algebra_tnn.explore.determined_nodes import NodeDetermination, node_determination
from algebra_tnn.tensors.values import BlockTerms, ParaTuck2, Tucker

FIRST, LAST = [[1, 0], [0, 1], [0, 0], [2, 0]], [[0, 1], [0, 0], [1, 0], [0, 1]]
GRID = list(product((0, 1, 2), repeat=2))
F = [[1, 2], [3, 5]]


def blocks(*vectors: list[int], left: Any = (FIRST, LAST), right: Any = (LAST, FIRST)) -> BlockTerms:
    return BlockTerms.of_matrices(zip(left, right, vectors, strict=True))


def paratuck2(points: list[tuple[int, int]] = GRID, core: Any = F, A: Any = ((1, 0), (1, 1), (2, 1))) -> ParaTuck2:
    return ParaTuck2.of(A, [[1, s] for s, _ in points], core, [[1, t] for _, t in points], [[1, 1], [0, 1]])


def failing(answer: NodeDetermination) -> list[str]:
    return [words.partition(":")[0] for words, holds, _ in answer.hypotheses if not holds]


@pytest.mark.parametrize("nodes", [blocks([1, 0, 1], [0, 1, 1]), paratuck2()], ids=["block terms", "ParaTuck-2"])
def test_proved(nodes: Any) -> None:
    answer = node_determination(nodes)
    assert (answer.status, answer.other, failing(answer)) == ("proved", None, [])
    assert all(verdict is None or verdict.status == "proved" for _, _, verdict in answer.hypotheses)
    assert answer.explanation.startswith("determined (proved)\n") and ">determined" in answer._repr_html_()


def test_one_block() -> None:
    assert node_determination(BlockTerms.of_matrices([(FIRST, LAST, [1, 2])])).status == "proved"


@pytest.mark.parametrize(
    ("nodes", "missed"),
    [
        (blocks([1, 0], [0, 1], left=(FIRST, FIRST)), ["the columns of all A are independent"]),
        (blocks([1, 0], [0, 0]), ["no two of the c are proportional"]),  # a zero term is no other decomposition
        (paratuck2(core=[[1, 2], [3, 6]]), ["no entry and no 2×2 minor of F is zero"]),
        (paratuck2(core=[[1, 2], [0, 1]]), ["no entry and no 2×2 minor of F is zero"]),
        (paratuck2(A=((1, 2), (1, 2), (2, 4))), ["the columns of A are independent"]),
        (paratuck2(GRID[:8]), ["no form of degree (2, 2) vanishes at all rows of G and H"]),
    ],
    ids=["columns", "zero vector", "minor", "entry", "deficient", "eight slices"],
)
def test_undecided(nodes: Any, missed: list[str]) -> None:
    answer = node_determination(nodes)
    assert (answer.status, failing(answer)) == ("undecided", missed)
    assert f"  not: {missed[0]}" in answer.explanation


def test_zero_slice() -> None:
    G, H = [[1, s] for s, _ in GRID], [[1, t] for _, t in GRID]
    nodes = ParaTuck2.of([[1, 0], [0, 1]], [*G, [0, 0]], F, [*H, [1, 1]], [[1, 0], [0, 1]])
    assert failing(node_determination(nodes)) == ["no row of G or H is zero"]


@pytest.mark.parametrize(
    ("nodes", "p"),
    [
        (blocks([1, 0, 1], [2, 0, 2]), 0),
        (blocks([1, 2], [2, 1]), 3),
        (BlockTerms.of_matrices([([[1]], [[1]], [1]), ([[1]], [[-1]], [3])]), 0),
    ],
    ids=["Q", "GF(3)", "numbers"],
)
def test_refuted(nodes: BlockTerms, p: int) -> None:
    field = prime_field(p) if p else None
    answer = node_determination(nodes) if field is None else node_determination(nodes, field)
    assert answer.status == "refuted" and isinstance(answer.other, BlockTerms)
    assert answer.other.ranks == nodes.ranks

    def entries(one: Any) -> list[Any]:
        return [x % p if p else x for x in one.tensor().entries]

    assert entries(answer.other) == entries(nodes)
    terms = [sorted(entries(block) for block in one.blocks) for one in (nodes, answer.other)]
    assert terms[0] != terms[1]
    assert answer.explanation.startswith("not determined (refuted)")


def test_over_other_fields() -> None:
    """1 and 4 are the same modulo 3: another grid is needed, and GF(3) has only one."""
    assert node_determination(blocks([1, 2], [2, 1])).status == "proved"
    assert node_determination(paratuck2(core=[[1, 1], [1, 4]]), prime_field(3)).status == "undecided"
    assert node_determination(paratuck2(), prime_field(7)).status == "proved"


def test_bad_input() -> None:
    with pytest.raises(ValueError, match=r"a block is a Tucker decomposition; the theorem is about blocks of ranks"):
        node_determination(BlockTerms.of([Tucker.of([[[1]]], [[[1], [0]], [[1], [2]], [[1], [1]]])]))
    with pytest.raises(TypeError, match="the nodes are int; give BlockTerms or ParaTuck2"):
        node_determination(3)  # that is the mistake
