"""What rows say, once more: the columns of a row, derived from its case and from what its certificates prove.

The first derivation is in ``questions``, from the objects that a computation returns. This one knows the JSON of the
claims alone, and shares with it no more than the models.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from algebra_tnn.atlas.answer_consequences import conservation, separation, uniqueness
from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.orbits import orbits
from algebra_tnn.atlas.probable_values import confirmed
from algebra_tnn.atlas.proved_claims import (
    Disagreement,
    Proved,
    bounds,
    law_of_claim,
    require_claim,
    require_law,
    united,
)
from algebra_tnn.atlas.questions import filling, model
from algebra_tnn.atlas.rows import Value
from algebra_tnn.laws.power_sums import as_power_sum
from algebra_tnn.varieties import Secant

Columns: TypeAlias = Mapping[str, Value]
Certified: TypeAlias = Mapping[str, Proved]  # by role
Consequence: TypeAlias = Callable[[Case, Certified, Columns], dict[str, Value]]


def _dimension(case: Case, certified: Certified, columns: Columns) -> dict[str, Value]:
    asked = model(case)
    law = asked.law()
    lower, upper = bounds(
        "dimension",
        "dimension",
        certified,
        case.field,
        law.parameter_count,
        lambda role, found: require_law(role, found.claim["law"], law),
    )
    rules = [found.rule for found in certified.values()]
    probable = confirmed(columns, law, lower, upper)
    values: dict[str, Value] = {
        "status": "proved" if lower == upper else "probable" if probable else "undecided",
        "parameters": law.parameter_count,
        "ambient": asked.ambient_dimension,
        "expected": asked.expected_dimension,
        "lower": lower,
        "upper": upper,
        "defect": asked.expected_dimension - lower if lower == upper else None,
        "rule": rules[0] if len(rules) == 1 else None,
        "trusts": united(certified),
        **probable,
    }
    if case.family == "pnn":
        values["filling"] = filling(lower, upper, asked.ambient_dimension)
    return values


def _identifiability(case: Case, certified: Certified, columns: Columns) -> dict[str, Value]:
    dimensions = {role: found for role, found in certified.items() if role != "global"}
    values = _dimension(case, dimensions, columns)
    if columns["finite"] is None and columns["global"] is None and len(dimensions) == len(certified):
        return values  # asked a second time, with a smaller budget
    lower, upper = values["lower"], values["upper"]
    finite, one, number = orbits(model(case), lower, upper, certified.get("global"), case.field)
    if "global" in certified:
        values["rule"] = certified["global"].rule
    if finite != "undecided" and one != "undecided":
        values["status"] = "proved"
    elif lower == upper:
        values["status"] = "undecided"
    return values | {"finite": finite, "global": one, "decompositions": number, "trusts": united(certified)}


def _generic_rank(case: Case, certified: Certified, columns: Columns) -> dict[str, Value]:
    """σ_s with s below the lower bound does not fill, that of the upper bound does; points span the whole space."""
    variety = model(case)
    lower, upper = 1, variety.ambient
    for role, found in certified.items():
        kinds = {"lower": ("dimension-at-most",), "upper": ("dimension-at-least",)}.get(role, ())
        require_claim(role, found, kinds, case.field)
        terms = _terms(role, found, variety)
        if role == "lower":
            lower = terms + 1
            if found.claim["rank"] >= variety.ambient:
                raise Disagreement(f"its certificate lower does not exclude that σ_{terms} fills")
        else:
            upper = terms
            if found.claim["rank"] != variety.ambient:
                raise Disagreement(f"its certificate upper does not prove that σ_{terms} fills")
    return {
        "status": "proved" if lower == upper else "undecided",
        "lower": lower,
        "upper": upper,
        "expected": -(-variety.ambient // variety.dimension),
        "ambient": variety.ambient,
        "trusts": united(certified),
    }


def _terms(role: str, found: Proved, variety: Any) -> int:
    """Of how many points of the variety the claim is. Raises: Disagreement if it is about something else."""
    law = law_of_claim(role, found.claim["law"])
    shape = as_power_sum(law)
    terms = shape.terms if shape is not None else law.parameters[0][1][0] if law.parameters[0][1] else 1
    require_law(role, found.claim["law"], Secant(variety, terms).law())
    return int(terms)


CONSEQUENCES: dict[str, Consequence] = {
    "dimension": _dimension,
    "identifiability": _identifiability,
    "generic-rank": _generic_rank,
    "separation": separation,
    "uniqueness": uniqueness,
    "conservation": conservation,
}
