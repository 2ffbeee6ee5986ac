"""The hypotheses of statements about how many decompositions there are, one by one, as they are for an instance."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import prod
from typing import Any

from algebra_tnn import DimensionAtLeast, Law, library, verify
from algebra_tnn.explore.fibres_of_formats import slices_that_determine
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.varieties import SegreVeronese

Table = dict[str, bool]
TWO_OR_SIX = {((4, 4, 4), 6), ((3, 6, 6), 8), ((2,) * 5, 5)}


def finite(f: PowerSum) -> bool:
    """Whether finitely many parameters have the same sum, up to rescaling, proved either way."""
    verdict = verify(DimensionAtLeast(f.law, f.terms * SegreVeronese(f.sizes, f.exponents).dimension))
    assert verdict.status in ("proved", "refuted"), f
    return verdict.status == "proved"


def wide(f: PowerSum) -> Table:
    rows, columns, slices = f.sizes
    return {"K ≥ R": f.terms <= slices, "R ≤ (I − 1)(J − 1) + 1": f.terms <= (rows - 1) * (columns - 1) + 1}


def subgeneric(f: PowerSum) -> Table:
    *sizes, last = sorted(f.sizes)
    return {
        "room": f.terms * (sum(f.sizes) - len(f.sizes) + 1) < f.ambient <= 15000,
        "no defect": finite(f),
        "balanced": f.terms <= prod(sizes) - 1 - sum(n - 1 for n in sizes),
        "not in the list": ((*sizes, last), f.terms) not in TWO_OR_SIX,
    }


def perfect(f: PowerSum) -> Table:
    return {"the shape": (f.sizes, f.terms) in {((3, 4, 5), 6), ((2, 2, 2, 3), 4)}}


def canonical(f: PowerSum) -> Table:
    [n], [d] = f.sizes, f.exponents
    less = PowerSum(f.sizes, f.exponents, f.terms - 1)
    fills, short = (verify(DimensionAtLeast(g.law, f.ambient)).status for g in (f, less))
    return {
        "in the list": (n == 2 and d % 2 == 1) or (n, d) in {(3, 5), (4, 3)},
        "as many as are needed": (fills, short) == ("proved", "refuted"),
    }


def many(f: PowerSum) -> Table:
    """Of one term more. Segre–Veronese varieties are smooth, and span."""
    more = PowerSum(f.sizes, f.exponents, f.terms + 1)
    return {"k > 2n": more.terms > 2 * (SegreVeronese(f.sizes, f.exponents).dimension - 1), "finite": finite(more)}


def block_terms_of_one_vector(law: Law) -> Table:
    """For general parameters: two blocks of two columns each, and the vectors that they have."""
    shapes = dict(law.parameters)
    (rows, columns), (others, _) = shapes["A"], shapes["B"]
    return {"independent columns": columns <= min(rows, others), "no proportional vectors": len(shapes["c"]) == 2}


def paratuck2_without_core(law: Law) -> Table:
    """For general A, B, G and H, where all entries of F are 1 if it is no parameter."""
    shapes = dict(law.parameters)
    (rows, R), (slices, _), (others, S) = shapes["A"], shapes["G"], shapes["B"]
    return {
        "independent columns": min(R, S) >= 2 and rows >= R and others >= S,
        "no zero minor": "F" in shapes,
        "slices": slices >= slices_that_determine(R, S),
    }


def of(name: str, hypotheses: Callable[[Any], Table]) -> Table:
    return hypotheses(library.load(name).INSTANCE)


#  name -> (what is violated, the hypotheses of its statement)
VIOLATED: dict[str, tuple[str, Callable[[Any], Table]]] = {
    "identifiability/wide_segre_beyond": ("R ≤ (I − 1)(J − 1) + 1", wide),
    "identifiability/wide_segre_narrow": ("K ≥ R", wide),
    "identifiability/six_terms": ("not in the list", subgeneric),
    "identifiability/perfect_with_six": ("the shape", perfect),
    "identifiability/four_cubes": ("in the list", canonical),
    "identifiability/no_defect_beyond": ("finite", many),
    "uniqueness/block_terms_parallel": ("no proportional vectors", block_terms_of_one_vector),
    "uniqueness/paratuck_flat": ("no zero minor", paratuck2_without_core),
}

TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    name: (violated, partial(of, name, hypotheses)) for name, (violated, hypotheses) in VIOLATED.items()
}
