"""The hypotheses of statements about tensor formats, one by one, as they are for an instance."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from math import prod
from typing import Any

from algebra_tnn import Tensor, library
from algebra_tnn.exact import PRIME, rank_profile
from algebra_tnn.laws.draws import Draw
from algebra_tnn.tensors.formats import (
    BlockTermFormat,
    HierarchicalFormat,
    ParaTuck2Format,
    RingFormat,
    TrainFormat,
    TuckerFormat,
)
from algebra_tnn.tensors.formats.hierarchical import brackets

Table = dict[str, bool]


def instance(name: str) -> Any:
    return library.load(name).INSTANCE


def tucker(format: TuckerFormat) -> Table:
    return {
        "R_n ≤ I_n": all(r <= n for r, n in zip(format.ranks, format.shape, strict=True)),
        **{f"R_{n} ≤ Π R_m": r * r <= prod(format.ranks) for n, r in enumerate(format.ranks)},
    }


def train(format: TrainFormat) -> Table:
    ends = (1, *format.ranks, 1)
    cores = list(zip(ends[:-1], format.shape, ends[1:], strict=True))
    return {
        **{f"r_{k} ≤ r_{k - 1} n_{k}": s <= r * n for k, (r, n, s) in enumerate(cores, 1)},
        **{f"r_{k - 1} ≤ n_{k} r_{k}": r <= n * s for k, (r, n, s) in enumerate(cores, 1)},
    }


def tree(format: HierarchicalFormat) -> Table:
    ranks = {format.tree: 1, **format.node_ranks}
    above, below = all(ranks[mode] <= n for mode, n in enumerate(format.shape)), True
    for node in brackets(format.tree):
        children = [ranks[child] for child in node]
        above &= ranks[node] <= prod(children)
        below &= all(r * r <= ranks[node] * prod(children) for r in children)
    return {"r_t ≤ Π r_children": above, "r_child ≤ r_t Π r_siblings": below}


def ring(format: RingFormat) -> Table:
    """That the gauge group has this dimension is computed from its action; see also the tests of its orbits."""
    count = format.parameter_count - sum(r * r for r in format.ranks) + 1
    return {
        "scalars alone": format.gauge_dimension == sum(r * r for r in format.ranks) - 1,
        "at most the number of entries": count <= format.entry_count,
    }


def blocks(format: BlockTermFormat) -> Table:
    rows, columns, slices = format.shape
    total = sum(L for L in format.ranks if isinstance(L, int))
    return {"Σ L ≤ I": total <= rows, "Σ L ≤ J": total <= columns, "K ≥ 2": slices >= 2}


def paratuck2(format: ParaTuck2Format) -> Table:
    (rows, columns, K), (R, S) = format.shape, format.ranks
    return {
        "R ≤ I, S ≤ J": max(R - rows, S - columns) <= 0,
        "rescalings": R * (R - 1) + S * (S - 1) <= (K - 1) * (R - 1) * (S - 1),
    }


def powers_of_one_integer(sizes: tuple[int, ...]) -> bool:
    """Whether any two are powers of one integer: a^x = b^y for small x and y."""
    return all(any(a**x == b**y for x in range(1, 5) for y in range(1, 5)) for a, b in combinations(set(sizes), 2))


def network(name: str, independent: bool = True) -> Table:
    """All letters of a ring join two nodes, or a node and a mode."""
    format = library.load(name).FORMAT
    return {
        "powers of one integer": powers_of_one_integer(format.shape + format.ranks),
        "independent": independent,
    }


TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "dimension/tucker_overcounted": ("R_0 ≤ Π R_m", lambda: tucker(instance("dimension/tucker_overcounted"))),
    "dimension/tensor_train_overcounted": (
        "r_1 ≤ r_0 n_1",
        lambda: train(instance("dimension/tensor_train_overcounted")),
    ),
    "dimension/hierarchical_tucker_degenerate": (
        "r_t ≤ Π r_children",
        lambda: tree(instance("dimension/hierarchical_tucker_degenerate")),
    ),
    "dimension/tensor_ring_filling": (
        "at most the number of entries",
        lambda: ring(instance("dimension/tensor_ring_filling")),
    ),
    "dimension/block_terms_overcounted": ("Σ L ≤ I", lambda: blocks(instance("dimension/block_terms_overcounted"))),
    "dimension/paratuck_few_slices": ("rescalings", lambda: paratuck2(instance("dimension/paratuck_few_slices"))),
    "dimension/paratuck_one_column": ("rescalings", lambda: paratuck2(instance("dimension/paratuck_one_column"))),
    "rank/ring_seven": ("powers of one integer", lambda: network("rank/ring_seven")),
    "rank/ring_eight": ("powers of one integer", lambda: network("rank/ring_eight")),
    "rank/ring_shared": ("independent", lambda: network("rank/ring_shared", independent=False)),
}

#  This violates nothing: the number that one format stores is no bound for another one.
CONVERSES = {"dimension/storage_core"}


def flattening_rank(format: RingFormat, modes: tuple[int, ...], nodes: Any = None) -> int:
    """At these nodes, or at random ones modulo a prime."""
    draw = Draw(11, PRIME // 2)
    drawn = {name: draw.array(shape).astype(int).tolist() for name, shape in format.parameters.items()}
    tensor = Tensor.from_nested(format.tensor(drawn if nodes is None else nodes, modulus=PRIME))
    return rank_profile([list(row) for row in tensor.matricized(modes)], PRIME).rank
