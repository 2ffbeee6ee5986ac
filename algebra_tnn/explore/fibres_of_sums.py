"""Decompositions of general sums of points of a variety, that is, of general points of its secant varieties.

A general point of σ_r(X) has finitely many decompositions into r points of X if and only if the dimension of σ_r(X) is
r · dim X: the sums of r points come from a variety of that dimension, with general fibres of the dimension of what
is lost. That there is one decomposition, or how many there are, is a claim about a power sum if X is a Segre–Veronese
variety: over an algebraically closed field its terms Π_k ⟨a_k, x_k⟩^e_k are the points of X.
"""

from __future__ import annotations

from dataclasses import replace

from algebra_tnn.explore.fibres import Fibre, Known, counted, number_of_decompositions, rule_and_remark
from algebra_tnn.laws.power_sums import PowerSum, as_power_sum
from algebra_tnn.tensors.formats import SymmetricCPFormat
from algebra_tnn.varieties import Secant, SegreVeronese

EXCEPTIONS = {  # sizes with exponents, and the number of terms: how many decompositions the literature has
    (((4, 1), (4, 1), (4, 1)), 6): "two decompositions [ChiantiniOttavianiVannieuwenhoven2014]",
    (((2, 1),) * 5, 5): "two decompositions [ChiantiniOttavianiVannieuwenhoven2014]",
    (((3, 1), (6, 1), (6, 1)), 8): "at least six decompositions [ChiantiniOttavianiVannieuwenhoven2014]",
    (((3, 6),), 9): "two decompositions [ChiantiniOttavianiVannieuwenhoven2017]",
    (((4, 4),), 8): "two decompositions [ChiantiniOttavianiVannieuwenhoven2017]",
    (((6, 3),), 9): "two decompositions [ChiantiniOttavianiVannieuwenhoven2017]",
    (((3, 1), (4, 1), (5, 1)), 6): "one decomposition [HauensteinOedingOttavianiSommese2019]",
    (((2, 1), (2, 1), (2, 1), (3, 1)), 4): "one decomposition [HauensteinOedingOttavianiSommese2019]",
    (((3, 5),), 7): "one decomposition [GaluppiMella2019]",
}


def fibre_of_secant(secant: Secant) -> Fibre:
    """Decompositions up to the order of the terms."""
    dimension = secant.variety.dimension
    return Fibre(
        name=str(secant),
        free=secant.r * dimension,
        counted=f"{counted(secant.r, 'term')} × {dimension}",
        orbit_dimension=secant.law().parameter_count - secant.terms * dimension,
        known=lambda: _known(secant.r, as_power_sum(secant.law())),
        remarks=secant.remarks,
    )


def fibre_of_cp(format: SymmetricCPFormat) -> Fibre:
    """The same for sums of rank-one tensors, also for symmetric ones."""
    secant = SegreVeronese(format.sizes, format.degrees).secant(format.terms)
    return replace(fibre_of_secant(secant), name=str(format), remarks=format.remarks)


def _known(terms: int, shape: PowerSum | None) -> Known:
    if terms == 1:
        return Known("proved", 1, ": a point of the variety is the only term")
    if shape is None:
        return Known(
            "undecided", None, ": the rules count sums of products of powers, and no points of other varieties"
        )
    return decompositions_of(shape)


def decompositions_of(shape: PowerSum) -> Known:
    """What the rules say of a general power sum, and where they are silent, what the literature says."""
    number, verdict = number_of_decompositions(shape)
    if verdict.certificate is None:
        key = (tuple(sorted(zip(shape.sizes, shape.exponents, strict=True))), shape.terms)
        said = f"; in the literature: {EXCEPTIONS[key]}, not proved here" if key in EXCEPTIONS else ""
        return Known("undecided", None, f"{said}; tried:", verdict)
    if number == 1:
        return Known("proved", 1, f" for general sums by {rule_and_remark(verdict)}", verdict)
    return Known(
        "refuted", number, f": a general sum has {number} decompositions by {rule_and_remark(verdict)}", verdict
    )
