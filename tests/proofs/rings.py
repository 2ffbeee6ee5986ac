"""The hypotheses of statements about rings of nodes, one by one, as they are for an instance."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import gcd

from algebra_tnn import library
from tests.proofs import formats

Table = dict[str, bool]


def skew_dimension(n: int, m: int) -> Fraction:
    """The mean of (−1)^k n^gcd(k, m): for even m how often −1 is an eigenvalue of a rotation of m places."""
    return Fraction(sum((-1) ** k * n ** gcd(k, m) for k in range(m)), m)


def equal_nodes(name: str) -> Table:
    module = library.load(name)
    d, n = module.FORMAT.order, module.FORMAT.shape[0]
    nodes = list(module.NODES.values())
    return {
        "the nodes are equal": all(node == nodes[0] for node in nodes),
        "4 divides d": d % 4 == 0,
        "the mean is odd": skew_dimension(n, d // 2) % 2 == 1,
    }


def halves(name: str) -> Table:
    module = library.load(name)
    nodes = list(module.NODES.values())
    return {
        "the nodes are equal": all(node == nodes[0] for node in nodes),
        "all sizes 2": {*module.FORMAT.shape, *module.FORMAT.ranks} == {2},
        "m ≥ 2": module.FORMAT.order in range(4, 100, 2),
    }


def traceless(name: str) -> Table:
    format = library.load(name).FORMAT
    r = format.ranks[0]
    return {
        "modes r² − 1": set(format.shape) == {r * r - 1} and set(format.ranks) == {r},
        "m is even": format.order % 4 == 0,
    }


def pencils(name: str) -> Table:
    """Of one node with a bond: the axis of the bond is the first one."""
    module = library.load(name)
    (p, q), bond = module.SHAPE, len(module.PENCIL)
    return {"p < q": p < q, "the bond has size 2": bond == 2}


TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "rank/ring_six": ("independent", lambda: formats.network("rank/ring_six", independent=False)),
    "rank/train_seven": ("powers of one integer", lambda: formats.network("rank/train_seven")),
    "rank/train_fourteen": ("powers of one integer", lambda: formats.network("rank/train_fourteen")),
    "rank/pencil_square": ("p < q", lambda: pencils("rank/pencil_square")),
    "rank/ring_skew_even": ("the mean is odd", lambda: equal_nodes("rank/ring_skew_even")),
    "rank/ring_skew_six": ("4 divides d", lambda: equal_nodes("rank/ring_skew_six")),
    "rank/ring_skew_independent": ("the nodes are equal", lambda: equal_nodes("rank/ring_skew_independent")),
    "rank/ring_four_different": ("the nodes are equal", lambda: halves("rank/ring_four_different")),
    "rank/ring_full": ("modes r² − 1", lambda: traceless("rank/ring_full")),
    "rank/ring_three_pairs": ("m is even", lambda: traceless("rank/ring_three_pairs")),
}
