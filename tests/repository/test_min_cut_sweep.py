"""The sweep through small networks: its cases, what it finds where the answer is known, and its summary."""

from __future__ import annotations

import json
from collections import Counter
from itertools import chain, combinations
from pathlib import Path

import pytest

from benchmarks import min_cuts
from benchmarks.min_cuts import Case, answered, key, on_atlas, on_graph, ring


def test_each_network_once() -> None:
    """Up to symmetry: necklaces of three and bracelets of four beads, and the sizes of bonds along."""
    assert len(list(on_graph("", 3, ring(3), (2, 3), (2,)))) == 4
    assert len(list(on_graph("", 4, ring(4), (2, 3), (2,)))) == 6
    assert len(list(on_graph("", 4, ring(4), (2,), (2, 3)))) == 6
    found = [*on_graph("", 3, [*combinations(range(3), 2)], (1, 2), (1, 2))]
    assert len({key_of_shape(case) for case in found}) == len(found)
    assert all(len(case[1]) == 3 and sum(letter in "ABC" for letter, _ in case[2]) >= 2 for case in found)


def key_of_shape(case: Case) -> tuple[tuple[str, ...], tuple[tuple[str, int], ...]]:
    return case[1], case[2]


def on_ring(*modes: int) -> Case:
    """The ring with these modes and bonds of size 2; written in their order."""
    d = len(modes)
    words = tuple(min_cuts.BONDS[k] + min_cuts.MODES[k] + min_cuts.BONDS[(k + 1) % d] for k in range(d))
    sizes = {letter: 2 for word in words for letter in word} | dict(zip(min_cuts.MODES, modes, strict=False))
    return "rings", words, tuple(sizes.items()), tuple(range(d))


@pytest.mark.parametrize(
    ("case", "missed"),
    [
        (on_ring(3, 3, 3, 3), [["AC", 8, 9, False]]),
        (on_ring(2, 3, 4, 3), [["AC", 7, 8, False]]),
        (on_ring(2, 2, 2, 2), []),
        (on_ring(2, 3, 3, 3, 3), [["ACD", 7, 8, True]]),
        (
            ("equal", ("aAb", "bBc", "cCd", "dDa"), min_cuts.same(("aAb", "bBc", "cCd", "dDa"), 2, 2), (0,) * 4),
            [["AC", 3, 4, False]],
        ),
        (("two", ("ABa", "CDa"), (("A", 3), ("B", 5), ("C", 5), ("D", 3), ("a", 2)), (0, 1)), [["AC", 14, 15, False]]),
    ],
    ids=lambda value: str(value[1]) if isinstance(value, tuple) else "",
)
def test_known_answers(case: Case, missed: list[list[object]]) -> None:
    assert answered(case)["missed"] == missed


def test_summary() -> None:
    records = [answered(on_ring(3, 3, 3, 3)), answered(on_ring(2, 3, 3, 3, 3))]
    records = json.loads(json.dumps(records))
    assert [key(record) for record in records] == [on_ring(3, 3, 3, 3), on_ring(2, 3, 3, 3, 3)]
    text = min_cuts.summary(records)
    assert "| rings | 2 | 22 | 2 | 1 |" in text and text.count("| AC | 8 | 9 |") == 1 and "| ACD |" not in text


@pytest.mark.slow
def test_small_graphs() -> None:
    """Of the networks with three nodes none misses a cut; with four, modes up to 3 and bonds up to 2, one does."""
    assert not any(answered(case)["missed"] for case in on_graph("", 3, [(0, 1), (0, 2), (1, 2)], (1, 2, 3), (1, 2, 3)))
    found = [answered(case) for case in on_graph("", 4, [*combinations(range(4), 2)], (1, 2, 3), (1, 2))]
    assert [miss[1:3] for record in found for miss in record["missed"]] == [[8, 9]]


@pytest.mark.slow
def test_some_families() -> None:
    """As many networks as the table says; three vertices are connected by a path or a triangle."""
    assert len(list(on_atlas("", 3, (2,)))) == 2
    some = chain(min_cuts.trains(), min_cuts.pairs(), min_cuts.equal_nodes())
    text = (Path(min_cuts.__file__).parent / "MINCUTS.md").read_text(encoding="utf-8")
    assert all(f"| {family} | {n:,} |" in text for family, n in Counter(case[0] for case in some).items())
