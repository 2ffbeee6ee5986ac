"""The hypotheses of statements about reductions, norms, landscapes and small classes, one by one, for an instance."""

from __future__ import annotations

from collections.abc import Callable

from algebra_tnn import Law, Vanishes, library, rank
from algebra_tnn.laws import value
from algebra_tnn.models.structured import TrainLayer

Table = dict[str, bool]


def colours(name: str, p: int) -> Table:
    """How many roots the cubic of the instance has over GF(p)."""
    c0, c1, c2 = library.load(name).CUBIC
    roots = {t for t in range(p) if (t**3 + c2 * t**2 + c1 * t + c0) % p == 0}
    return {"three different roots": len(roots) == 3, "a graph": len(set(library.load(name).INSTANCE)) == 6}


def binary(name: str) -> Table:
    """The claim of the instance is about the rationals; its shape is one of the two."""
    claim = library.run(name).verdict.claim
    return {
        "field": claim.field.characteristic == 2,
        "shape": library.load(name).INSTANCE.shape in ((2,) * 3, (2, 2, 3)),
    }


def simplex(name: str) -> Table:
    module = library.load(name)
    weights = {x for row in module.EDGES for x in row}
    return {"x ≥ 0": min(module.INSTANCE) >= 0, "sum": sum(module.INSTANCE) == 1, "weights": weights == {0, 1}}


def aligned(name: str) -> Table:
    mu, lam = library.load(name).INSTANCE
    return {"n = 2": library.load(name).OBJECTIVE.neurons == 2, "0 < μ < λ": 0 < mu < lam, "μ < 1": mu < 1}


def values(name: str) -> Table:
    """Rows of rewards and of transitions, as functions of the action: each of rank one, and together of rank two?"""
    process = library.load(name).INSTANCE
    P = process.transitions
    moves = [[P[s, a, t] for a in range(P.shape[1])] for s in range(P.shape[0]) for t in range(P.shape[2])]
    apart = rank(moves) == rank(process.rewards) == 1
    return {"d factors each": apart, "the same factors": rank([*moves, *process.rewards]) == 1}


def linear(name: str) -> Table:
    module = library.load(name)
    return {"linear": module.SIGMA[2:] == [], "no overlap": len(module.INSTANCE) == 2}


def bonds(name: str) -> Table:
    layer: TrainLayer = library.load(name).INSTANCE
    ranks = (1, *layer.ranks, 1)
    sizes = [m * n for m, n in zip(layer.rows, layer.columns, strict=True)]
    fits = [r <= s * mn and s <= mn * r for s, mn, r in zip(ranks, sizes, ranks[1:], strict=False)]
    return {"bonds fit": all(fits), "characteristic 0": library.run(name).verdict.claim.field.characteristic == 0}


def points(name: str) -> Table:
    """Those of the theorem are a basis of the matrices as well, with entries of both signs."""
    matrices = [[x for row in point for x in row] for point in library.load(name).INSTANCE]
    return {"no unit matrices": all(sum(map(abs, X)) > 1 for X in matrices), "independent": rank(matrices) == 4}


def frame(vectors: list[list[int]]) -> Table:
    """Lengths, angles and sum of vectors."""
    grams = [[sum(x * y for x, y in zip(u, v, strict=True)) for v in vectors] for u in vectors]
    K = len(vectors)
    return {
        "length one": all(grams[i][i] == 1 for i in range(K)),
        "equal products": len({grams[i][j] for i in range(K) for j in range(K) if i != j}) == 1,
        "sum zero": not any(map(sum, zip(*vectors, strict=True))),
    }


def unit_vectors(name: str) -> list[list[int]]:
    K = library.load(name).INSTANCE
    return [[int(i == j) for j in range(K)] for i in range(K)]


def longer(name: str) -> list[list[int]]:
    return [list(vector) for vector in library.load(name).INSTANCE]


def complex_vectors(name: str) -> Table:
    """The square of the number i would have to be positive."""
    claim = library.run(name).verdict.claim
    assert isinstance(claim, Vanishes)
    relation = Law(claim.law.inputs, (), (), dict(claim.law.let)["relation"])
    return {"real": value(relation, {"i": 0}) <= 0, "shape": library.load(name).INSTANCE.shape == (2, 2, 2)}


TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "hardness/three_colourings_modulo_three": (
        "three different roots",
        lambda: colours("hardness/three_colourings_modulo_three", 3),
    ),
    "hardness/binary_lift": ("field", lambda: binary("hardness/binary_lift")),
    "hardness/motzkin_straus_signs": ("x ≥ 0", lambda: simplex("hardness/motzkin_straus_signs")),
    "hardness/spectral_norm_complex": ("real", lambda: complex_vectors("hardness/spectral_norm_complex")),
    "learning/landscape_spurious": ("μ < 1", lambda: aligned("learning/landscape_spurious")),
    "learning/low_rank_values_two": ("the same factors", lambda: values("learning/low_rank_values_two")),
    "learning/convolution_correlation_activated": (
        "linear",
        lambda: linear("learning/convolution_correlation_activated"),
    ),
    "learning/compression_wide": ("bonds fit", lambda: bonds("learning/compression_wide")),
    "learning/shattered_entries": ("no unit matrices", lambda: points("learning/shattered_entries")),
    "learning/simplex_frame_uncentred": ("sum zero", lambda: frame(unit_vectors("learning/simplex_frame_uncentred"))),
    "learning/simplex_angle_long": ("length one", lambda: frame(longer("learning/simplex_angle_long"))),
}
