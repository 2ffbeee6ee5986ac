"""``python -m benchmarks.min_cuts``: small tensor networks whose flattenings have a lower rank than their least cut.

Every network of some families, and every bipartition of its modes: the rank at random nodes modulo a prime, which is
that of general nodes but for bad luck, against the least cut, an upper bound. A miss is *grouped* if the least cut is
still not reached when two nodes are replaced by one of their size, which can do all that the two can do: then it is
that smaller network which misses. The summary counts, and lists the others. An interrupted run goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.metadata import version
from itertools import combinations, permutations, product
from math import prod
from multiprocessing import get_context
from pathlib import Path
from platform import python_version
from typing import Any

Case = tuple[str, tuple[str, ...], tuple[tuple[str, int], ...], tuple[int, ...]]  # family, words, sizes, equal nodes
BONDS, MODES = "abcdefghijklmno", "ABCDEFGH"
MOST_ENTRIES = 70_000


def cases() -> Iterator[Case]:
    """Each network once, up to the symmetries of its graph."""
    for n in (3, 4):
        yield from on_graph(f"graphs with {n} nodes", n, [*combinations(range(n), 2)], (1, 2, 3, 4), (1, 2, 3))
    yield from on_atlas("graphs with 5 nodes", 5, (1, 2, 3))
    yield from on_graph("rings of 4", 4, ring(4), range(2, 10), (2, 3))
    for n in (5, 6):
        yield from on_graph(f"rings of {n}", n, ring(n), (2, 3, 4), (2,))
    ladder = [(0, 1), (2, 3), (4, 5), (0, 2), (2, 4), (1, 3), (3, 5)]
    yield from on_graph("ladders of 6", 6, ladder, (2, 3, 4), (2,))
    yield from trains()
    yield from pairs()
    yield from equal_nodes()


def ring(n: int) -> list[tuple[int, int]]:
    return [(k, (k + 1) % n) for k in range(n)]


def on_graph(
    family: str, n: int, edges: Sequence[tuple[int, int]], modes: Sequence[int], bonds: Sequence[int]
) -> Iterator[Case]:
    """All sizes on a connected graph, once up to its symmetries; a bond or a mode of size 1 is left out."""
    places = {frozenset(edge): k for k, edge in enumerate(edges)}
    turned = ((turn, [frozenset(turn[v] for v in edge) for edge in edges]) for turn in permutations(range(n)))
    turns = [(turn, [places[e] for e in images]) for turn, images in turned if places.keys() >= {*images}]
    for ends in product(modes, repeat=n):
        for sizes in product(bonds, repeat=len(edges)):
            if (ends, sizes) == min((tuple(ends[v] for v in turn), tuple(sizes[e] for e in es)) for turn, es in turns):
                yield from written(family, ends, [(*edge, size) for edge, size in zip(edges, sizes, strict=True)])


def on_atlas(family: str, n: int, modes: Sequence[int]) -> Iterator[Case]:
    """All connected graphs with n vertices and bonds of size 2."""
    from networkx import graph_atlas_g, is_connected

    for graph in graph_atlas_g():
        if len(graph) == n and is_connected(graph):
            yield from on_graph(family, n, [*graph.edges()], modes, (2,))


def written(family: str, ends: Sequence[int], edges: Sequence[tuple[int, int, int]]) -> Iterator[Case]:
    """The network, if it is connected, has two modes or more, and is not too large."""
    words = ["" if size == 1 else MODES[v] for v, size in enumerate(ends)]
    sizes = {MODES[v]: size for v, size in enumerate(ends) if size > 1}
    reached = {0}
    for letter, (one, two, size) in zip(BONDS, edges, strict=False):
        if size > 1:
            words[one], words[two], sizes[letter] = words[one] + letter, words[two] + letter, size
    for _ in ends:
        reached |= {v for one, two, size in edges if size > 1 and {one, two} & reached for v in (one, two)}
    shape = [size for size in ends if size > 1]
    if len(reached) == len(ends) and len(shape) > 1 and prod(shape) <= MOST_ENTRIES:
        yield family, tuple(words), tuple(sizes.items()), tuple(range(len(ends)))


def trains() -> Iterator[Case]:
    for modes in product(range(2, 6), repeat=4):
        for ranks in product((2, 3, 4), repeat=3):
            if (modes, ranks) <= (modes[::-1], ranks[::-1]):
                yield from written("trains of 4", modes, [(k, k + 1, rank) for k, rank in enumerate(ranks)])


def pairs() -> Iterator[Case]:
    """Two nodes with two modes each and a bond."""
    for sizes in product(range(2, 8), repeat=4):
        for bond in (2, 3, 4):
            if sizes == min(sizes, sizes[1::-1] + sizes[:1:-1], sizes[2:] + sizes[:2]):
                letters = (*zip("ABCD", sizes, strict=True), ("a", bond))
                yield "two nodes, two modes each", ("ABa", "CDa"), letters, (0, 1)


def equal_nodes() -> Iterator[Case]:
    """Rings, complete graphs on four vertices, trains, and balanced trees."""
    for n, r in product((2, 3, 4), (2, 3)):
        for d in range(3, 9):
            words = tuple(BONDS[k] + MODES[k] + BONDS[(k + 1) % d] for k in range(d))
            if n**d <= MOST_ENTRIES:
                yield "rings of equal nodes", words, same(words, n, r), (0,) * d
        complete = ("Aaeb", "Bcfa", "Cdec", "Dbfd")  # along the ring a c d b, and across it
        yield "complete graph of equal nodes", complete, same(complete, n, r), (0,) * 4
        for d in range(4, 9):
            inner = [BONDS[k - 1] + MODES[k] + BONDS[k] for k in range(1, d - 1)]
            words = (MODES[0] + BONDS[0], *inner, BONDS[d - 2] + MODES[d - 1])
            if n**d <= MOST_ENTRIES:
                yield "trains of equal nodes", words, same(words, n, r), (0, *[1] * (d - 2), 2)
        tree = ("Aa", "Bb", "eab", "Cc", "Dd", "fcd", "ef")
        yield "trees of equal nodes", tree, same(tree, n, r), (0, 0, 1, 0, 0, 1, 2)
        if n**8 <= MOST_ENTRIES:
            left = ("Aa", "Bb", "iab", "Cc", "Dd", "jcd", "mij")
            tree = (*left, "Ee", "Ff", "kef", "Gg", "Hh", "lgh", "nkl", "mn")
            yield "trees of equal nodes", tree, same(tree, n, r), (*(0, 0, 1, 0, 0, 1, 1) * 2, 2)


def same(words: Sequence[str], n: int, r: int) -> tuple[tuple[str, int], ...]:
    """The size n for modes and r for bonds."""
    return tuple((letter, n if letter in MODES else r) for letter in dict.fromkeys("".join(words)))


Record = dict[str, Any]


def answered(case: Case) -> Record:
    """What was missed: the modes on one side, the rank, the least cut, and whether grouping two nodes explains it."""
    family, words, sizes, equal = case
    modes = sorted(letter for letter, _ in sizes if letter in MODES)
    missed, count = [], 0
    start, tensor = time.process_time(), random_tensor(words, dict(sizes), modes, equal)
    for number in range(1, len(modes)):
        for others in combinations(modes[1:], number - 1):
            side = [modes[0], *others]
            rank, full = flattening_rank(tensor, modes, side)
            count += 1
            if rank < full and rank < (cut := least_cut(words, dict(sizes), modes, side)):
                missed.append(["".join(side), rank, cut, is_grouped(words, dict(sizes), modes, side, equal, cut)])
    seconds = round(time.process_time() - start, 4)
    return {
        "family": family,
        "words": words,
        "sizes": sizes,
        "equal": equal,
        "flattenings": count,
        "missed": missed,
        "seconds": seconds,
    }


def network(words: Sequence[str], sizes: dict[str, int], modes: Sequence[str]) -> Any:
    from algebra_tnn.tensors.formats import TensorNetwork

    used = {letter: sizes[letter] for word in words for letter in word}
    return TensorNetwork({f"G{k}": tuple(word) for k, word in enumerate(words)}, used, modes)


def random_tensor(words: Sequence[str], sizes: dict[str, int], modes: Sequence[str], equal: Sequence[int]) -> Any:
    """At random nodes modulo a prime, equal ones where the numbers are."""
    import numpy as np

    from algebra_tnn.exact import PRIME
    from algebra_tnn.laws.draws import Draw

    draw, drawn = Draw(7, PRIME // 2), dict[int, Any]()
    for word, number in zip(words, equal, strict=True):
        if number not in drawn:
            drawn[number] = draw.array(tuple(sizes[letter] for letter in word)).astype(int).tolist()
    nodes = {f"G{k}": drawn[number] for k, number in enumerate(equal)}
    return np.array(network(words, sizes, modes).tensor(nodes, modulus=PRIME), dtype=np.int64)


def flattening_rank(tensor: Any, modes: Sequence[str], side: Sequence[str]) -> tuple[int, int]:
    """The rank, and the smaller side of the matrix."""
    from algebra_tnn.exact import PRIME, rank_profile

    rows = [modes.index(mode) for mode in side]
    columns = [k for k in range(len(modes)) if k not in rows]
    matrix = tensor.transpose([*rows, *columns]).reshape(prod(tensor.shape[k] for k in rows), -1)
    return rank_profile(matrix.tolist(), PRIME).rank, min(matrix.shape)


def least_cut(words: Sequence[str], sizes: dict[str, int], modes: Sequence[str], side: Sequence[str]) -> int:
    found: int = network(words, sizes, modes).min_cut([modes.index(mode) for mode in side])
    return found


def is_grouped(
    words: Sequence[str],
    sizes: dict[str, int],
    modes: Sequence[str],
    side: Sequence[str],
    equal: Sequence[int],
    cut: int,
) -> bool:
    """Whether a network with one node in place of two neighbours, all nodes independent, has a rank below this cut."""
    if len(set(equal)) < len(words):
        return flattening_rank(random_tensor(words, sizes, modes, range(len(words))), modes, side)[0] < cut
    for one, two in combinations(range(len(words)), 2):
        shared = {letter for letter in words[one] if letter in words[two]}
        if shared and len(words) > 2:
            joined = "".join(letter for letter in words[one] + words[two] if letter not in shared)
            rest = [word for k, word in enumerate(words) if k not in (one, two)]
            tensor = random_tensor([joined, *rest], sizes, modes, range(len(words) - 1))
            if flattening_rank(tensor, modes, side)[0] < cut:
                return True
    return False


def key(record: Record) -> Case:
    sizes = tuple((letter, size) for letter, size in record["sizes"])
    return record["family"], tuple(record["words"]), sizes, tuple(record["equal"])


def summary(records: Sequence[Record]) -> str:
    """Numbers for each family, and what was missed, as Markdown."""
    versions = ", ".join(f"{name} {version(name)}" for name in ("numpy", "python-flint"))
    seconds = sum(record["seconds"] for record in records)
    run = f"{date.today()}, python {python_version()}, {versions}"
    lines = [
        f"{run}: {len(records):,} networks, {seconds:,.0f} s of CPU time.",
        "",
        "| family | networks | bipartitions | missed | of these by a smaller or more general network |",
        "|---|---|---|---|---|",
    ]
    for family in dict.fromkeys(record["family"] for record in records):
        own = [record for record in records if record["family"] == family]
        missed = [miss for record in own for miss in record["missed"]]
        count = sum(record["flattenings"] for record in own)
        lines.append(f"| {family} | {len(own):,} | {count:,} | {len(missed)} | {sum(miss[3] for miss in missed)} |")
    lines += ["", "| family | nodes | sizes | modes on one side | rank | least cut |", "|---|---|---|---|---|---|"]
    for record in records:
        nodes = " ".join(record["words"])
        sizes = ", ".join(f"{letter} {size}" for letter, size in sorted(map(tuple, record["sizes"])))
        for side, rank, cut, grouped in record["missed"]:
            if not grouped:
                lines.append(f"| {record['family']} | {nodes} | {sizes} | {side} | {rank} | {cut} |")
    return "\n".join(lines)


def kept_records(wanted: Sequence[Case], path: Path, processes: int) -> tuple[list[Record], int, float]:
    """The records in the order of the cases, how many of them are new, and the seconds for these.

    Records in the file, one JSON object a line, are kept, so that an interrupted run goes on where it was. Networks of
    nodes with words of letters are no family of models, so that the file is no atlas.
    """
    known = {} if not path.exists() else {key(r): r for r in map(json.loads, path.read_text().splitlines())}
    left = [case for case in wanted if case not in known]
    start = time.monotonic()
    if not left:
        return [known[case] for case in wanted], 0, 0.0
    with path.open("a") as file, get_context("spawn").Pool(processes) as pool:
        for done, record in enumerate(pool.imap_unordered(answered, left, chunksize=20), 1):
            print(json.dumps(record), file=file, flush=True)
            known[key(record)] = record
            if done % 100 == 0 or done == len(left):
                print(f"\r{done} of {len(left)}, {time.monotonic() - start:.0f} s", end="", file=sys.stderr)
    print(file=sys.stderr)
    return [known[case] for case in wanted], len(left), time.monotonic() - start


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.min_cuts", description=__doc__)
    parser.add_argument("--family", help="this one alone")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--file", type=Path, default=Path("min-cuts.jsonl"), help="of finished cases; continued")
    chosen = parser.parse_args()
    wanted = [case for case in cases() if chosen.family in (None, case[0])]
    try:
        records, new, wall = kept_records(wanted, chosen.file, chosen.processes)
    except KeyboardInterrupt:
        print(f"\ninterrupted; the finished cases are in {chosen.file}", file=sys.stderr)
        return 130
    print(summary(records))
    print(f"\n{new:,} new cases in {wall:.0f} s on {chosen.processes} processes.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
