"""What a row about a secant variety says about those of fewer points."""

from __future__ import annotations

from dataclasses import replace

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.families import FAMILIES
from algebra_tnn.atlas.rows import Row, Status, Value
from algebra_tnn.varieties import Secant


def implied_rows(row: Row) -> list[Row]:
    """The rows of all σ_s with s < r that follow from one about σ_r, whose dimension is proved to be r · dim X.

    Adding a point adds at most dim X, so r · dim X = dim σ_r ≤ dim σ_s + (r − s) · dim X, and dim σ_s ≤ s · dim X: it
    is s · dim X, as counting predicts. Almost all sums of s points are then such sums in finitely many ways. If almost
    all sums of r points are so in one way, those of s are, too: two ways for a sum of s general points, and the same
    r − s general points added to both, are two ways for a sum of r general ones. If not, nothing follows.

    The rows have no certificates of their own; their reason names the row whose certificates imply them. Nothing
    follows from another question, nor from a smaller dimension.
    """
    case, lower = row.case, row.values.get("lower")
    if row.status == "failed" or case.question not in ("dimension", "identifiability"):
        return []
    secant = FAMILIES[case.family].model(dict(case.sizes))
    if not isinstance(secant, Secant) or lower != secant.r * secant.variety.dimension:
        return []
    return [_implied(row, secant, s) for s in range(1, secant.r)]


def _implied(row: Row, secant: Secant, s: int) -> Row:
    dimension, parameters = s * secant.variety.dimension, row.values.get("parameters")
    values: dict[str, Value] = {**row.values, "points": s, "lower": dimension, "upper": dimension, "defect": 0}
    values |= {"expected": dimension, "probable": None, "error_bound": None, "rule": None}
    values["reason"] = f"implied by σ_{secant.r}"
    if isinstance(parameters, int):
        values["parameters"] = parameters * s // secant.r  # each point has as many
    status: Status = "proved"
    if row.case.question == "identifiability":
        unique = row.values.get("global") == "proved"
        status = "proved" if unique else "undecided"
        values |= {"finite": "proved", "global": "proved" if unique else "undecided"}
        values["decompositions"] = 1 if unique else None
    sizes = {**dict(row.case.sizes), "points": s}
    case = Case.of(row.case.question, row.case.family, sizes, row.case.field)
    name = FAMILIES[case.family].named(sizes)
    found = replace(row, case=case, name=name, status=status, values=values, certificates={})
    return replace(found, seconds=0.0, megabytes=0, tries=1)
