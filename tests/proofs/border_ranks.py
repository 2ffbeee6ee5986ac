"""The hypotheses of statements about smooth points, substitutions and Koszul flattenings, one by one."""

from __future__ import annotations

from collections.abc import Callable
from math import comb, prod

from algebra_tnn import (
    CP,
    NumberOfDecompositions,
    Tensor,
    TensorRankAtLeast,
    library,
    rank,
    verify,
)
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.provers.koszul import KoszulFlattening
from algebra_tnn.provers.smooth_points import tangent_vectors

Table = dict[str, bool]


def smooth_point(name: str) -> Table:
    """Where the sums fill the space all its points are smooth; else the forms of the certificate show it."""
    T = library.load(name).INSTANCE
    assert isinstance(T, CP)
    dimension = T.length * (sum(T.shape) - T.order + 1)
    certificate = library.run(name).verdict.certificate
    forms = len(certificate.premises[1].evidence["products"]) if certificate and certificate.premises else 0
    law = PowerSum(T.shape, (1,) * T.order, T.length).law
    return {
        "general sums are so in one way": verify(NumberOfDecompositions(law, 1)).status == "proved",
        "the tangent spaces are independent": rank(tangent_vectors(T)) == dimension,
        "the sum is a smooth point": dimension + forms == prod(T.shape),
    }


def independent_slices(name: str) -> Table:
    """Of mode 0, whose slices are all removed in the counterexample, and one in the proof."""
    T = library.load(name).INSTANCE
    tensor, count = (T.tensor(), 1) if isinstance(T, CP) else (T, T.shape[0])
    assert isinstance(tensor, Tensor)
    return {"the combinations are independent": rank(tensor.matricized([0])[-count:]) == count}


def divided(name: str) -> Table:
    """Whether the bound that is claimed is the rank of the flattening with p = 1, divided by its rank at a term."""
    T, claim = library.load(name).INSTANCE, library.run(name).verdict.claim
    claimed = claim.rank if isinstance(claim, TensorRankAtLeast) else claim.lower
    found = rank(KoszulFlattening(((0,), (1,), (2,)), T.shape, 1).matrix(T.tensor()))
    return {"divided": claimed <= -(-found // comb(T.shape[0] - 1, 1))}


TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "uniqueness/smooth_point_filling": (
        "general sums are so in one way",
        lambda: smooth_point("uniqueness/smooth_point_filling"),
    ),
    "rank/substitution_dependent": (
        "the combinations are independent",
        lambda: independent_slices("rank/substitution_dependent"),
    ),
    "rank/koszul_undivided": ("divided", lambda: divided("rank/koszul_undivided")),
}
HOLDS: dict[str, Callable[[], Table]] = {
    "uniqueness/smooth_point": lambda: smooth_point("uniqueness/smooth_point"),
    "rank/substitution": lambda: independent_slices("rank/substitution"),
    "rank/koszul": lambda: divided("rank/koszul"),
}
