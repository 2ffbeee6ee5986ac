"""The hypotheses of statements about tensors in formats, one by one, as they are for an instance."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from algebra_tnn import HierarchicalTucker, Tensor, library, rank
from algebra_tnn.tensors.formats.hierarchical import brackets, modes_of

Table = dict[str, bool]


def instance(name: str) -> Any:
    return library.load(f"rank/{name}").INSTANCE


def is_interval(modes: list[int]) -> bool:
    return modes == list(range(modes[0], modes[0] + len(modes)))


def nodes(tree: Any) -> list[list[int]]:
    """The modes of the inner nodes."""
    return [sorted(modes_of(node)) for node in brackets(tree)]


def train_along(name: str, tree: Any) -> Table:
    """(1) of A8."""
    T = instance(name)
    return {
        "bonds at most r": max(T.ranks) == 2,
        "nodes are intervals": all(map(is_interval, nodes(tree))),
    }


def depth(tree: Any) -> int:
    return 0 if isinstance(tree, int) else 1 + max(map(depth, tree))


def tree_along(value: HierarchicalTucker) -> Table:
    """(2) of A8."""
    return {
        "bonds at most r": max(value.ranks.values()) == 2,
        "balanced": depth(value.tree) == 3 and len(nodes(value.tree)) == 7,
        "leaves in order": list(modes_of(value.tree)) == list(range(8)),
    }


def general(value: Any) -> Table:
    """(3) of A8; the network is general enough if the bonds are not idle: all are least."""
    sizes = set(value.ranks.values()) if isinstance(value, HierarchicalTucker) else set(value.ranks)
    T = value.tensor()
    pairs = [rank(T.matricized([k])) == 2 for k in range(T.order)]
    return {"all bonds are r": sizes == {2}, "r ≤ n": min(value.shape) >= 2, "general": all(pairs)}


def least_core(value: Any) -> Table:
    """R_n ≤ Π_{m≠n} R_m, and independent columns of the factors."""
    product = 1
    for r in value.ranks:
        product *= r
    return {
        "R_n ≤ I_n": all(r <= n for r, n in zip(value.ranks, value.shape, strict=True)),
        "R_n ≤ Π R_m": all(r * r <= product for r in value.ranks),
    }


def least_bonds(value: HierarchicalTucker) -> Table:
    """Frames with independent columns, and r_t ≤ Π r_s."""
    ranks = value.ranks
    inner = [node for node in brackets(value.tree) if node != value.tree]
    return {
        "r ≤ n": all(ranks[k] <= n for k, n in enumerate(value.shape)),
        "r_t ≤ Π r_s": all(ranks[node] <= ranks[node[0]] * ranks[node[1]] for node in inner),
    }


def order_of_the_modes() -> Table:
    """The bonds of the train in its own order are at most two; the instance has its modes in another order."""
    T: Tensor = instance("train_order")
    pairs = T.matricized([0, 3]), T.matricized([0, 3, 1, 4])
    return {
        "a train with bonds at most 2": [rank(M) for M in pairs] == [1, 1] and rank(T.matricized([0])) == 2,
        "in the order of the modes": rank(T.matricized([0, 1, 2])) <= 2,
    }


def characteristic() -> Table:
    T: Tensor = library.load("tensors/polarization_modulo_two").INSTANCE
    return {"symmetric": T[0, 1] == T[1, 0], "characteristic 0 or above the degree": T.order < 2}


TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "rank/tucker_core_too_large": ("R_n ≤ Π R_m", lambda: least_core(instance("tucker_core_too_large"))),
    "rank/train_order": ("in the order of the modes", order_of_the_modes),
    "rank/hierarchical_bond_too_large": ("r_t ≤ Π r_s", lambda: least_bonds(instance("hierarchical_bond_too_large"))),
    "rank/train_across_a_tree": (
        "nodes are intervals",
        partial(train_along, "train_across_a_tree", ((0, 2), (1, 3))),
    ),
    "rank/hierarchical_out_of_order": ("leaves in order", lambda: tree_along(instance("hierarchical_out_of_order"))),
    "rank/bonds_of_one_term": ("general", lambda: general(instance("bonds_of_one_term"))),
    "tensors/polarization_modulo_two": ("characteristic 0 or above the degree", characteristic),
}

#  These violate nothing: an inequality that is strict, and a number that depends on a basis.
CONVERSES = {"rank/tubal_rank_below", "rank/tubal_rank_mixed"}
