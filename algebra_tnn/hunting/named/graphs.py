"""Wrong statements about graphs, whose cliques are questions about polynomials that are hard to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from algebra_tnn.hunting.evidence import Evidence
from algebra_tnn.hunting.named.comparisons import resting_on_all
from algebra_tnn.hunting.named.named_hunt import Named

if TYPE_CHECKING:
    from algebra_tnn.hunting.spaces.given import Listed
    from algebra_tnn.hunting.spaces.small_graphs import SmallGraph


def large_on_one_side(graph: SmallGraph) -> Evidence:
    """Whether the largest clique and the largest independent set have sizes with a product of at least the number of
    vertices."""
    from networkx import complement

    from algebra_tnn.explore.reductions import motzkin_straus

    clique, apart = motzkin_straus(graph.graph), motzkin_straus(complement(graph.graph))
    product = len(clique.clique) * len(apart.clique)
    says = (
        f"a largest clique has {len(clique.clique)} vertices and a largest independent set {len(apart.clique)}, "
        f"of {graph.vertices}"
    )
    refutes = product < graph.vertices
    verdicts = [each.bound if refutes else each.attained for each in (clique, apart)]
    if any(verdict.status != "proved" for verdict in verdicts):
        return Evidence("undecided", says)
    return resting_on_all(verdicts, "refuted" if refutes else "proved", says)


def graphs() -> Listed[SmallGraph]:
    from algebra_tnn.hunting.spaces.small_graphs import small_graphs

    return small_graphs(5)


HUNTS = (
    Named(
        "cliques-and-independent-sets",
        "E14",
        "Does a graph with n vertices have a clique and an independent set of sizes whose product is at least n?",
        None,
        large_on_one_side,
        graphs,
    ),
)
