"""Separation ranks, planted tensors and conservation laws, once more, from the JSON of certificates."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.proved_claims import Disagreement, Proved, bounds, require_claim, require_law, united
from algebra_tnn.atlas.questions import model
from algebra_tnn.atlas.rows import Value
from algebra_tnn.certificates.certificate import claim_json
from algebra_tnn.claims import EssentiallyUnique, Split
from algebra_tnn.exact import Field
from algebra_tnn.laws import Law
from algebra_tnn.provers.separation import rank_at_random_point, side_monomials

_SEED = 2**40 + 1  # of another random point than those of a sweep


def separation(case: Case, certified: Mapping[str, Proved], columns: Mapping[str, Value]) -> dict[str, Value]:
    law = model(case).law()
    side = Split(law, tuple(law.input_names[i] for i in case["side"])).inputs
    counted = min(side_monomials(law, one) for one in (side, set(law.input_names) - set(side)))

    def about(role: str, found: Proved) -> None:
        split = found.claim["split"]
        require_law(role, split["law"], law)
        if tuple(split["inputs"]) != side:
            raise Disagreement(f"its certificate {role} is about other inputs on one side")

    lower, upper = bounds("separation-rank", "answer", certified, case.field, counted, about)
    whole = any(found.kind == "separation-rank-between" for found in certified.values())
    probable = {} if lower == upper else _confirmed(columns, law, side, lower, upper, case.field)
    proved = lower == upper and (whole or {"lower", "upper"} <= set(certified))
    return {
        "status": "proved" if proved else "probable" if probable else "undecided",
        "parameters": law.parameter_count,
        "lower": lower,
        "upper": upper,
        "rule": next((found.rule for found in certified.values() if found.kind != "separation-rank-at-least"), None),
        "trusts": united(certified),
        **probable,
    }


def _confirmed(
    columns: Mapping[str, Value], law: Law, side: tuple[str, ...], lower: int, upper: int, field: str
) -> dict[str, Value]:
    """The columns of a probable value, empty if there is none. Raises: Disagreement unless a trial more confirms it."""
    value, written = columns["probable"], columns["error_bound"]
    if value is None and written is None:
        return {}
    if type(value) is not int or not lower <= value <= upper:
        raise Disagreement(f"probable is {value}, which is not between the bounds {lower} and {upper}")
    try:
        error = Fraction(str(written))
    except (ValueError, ZeroDivisionError):
        error = Fraction(0)
    if not 0 < error < 1:
        raise Disagreement(f"error_bound is {written}; it is a probability")
    rank, _ = rank_at_random_point(law, side, upper, Field.named(field), _SEED)
    if rank != value:
        raise Disagreement(f"probable is {value}, and the rank at another random point is {rank}")
    return {"probable": value, "error_bound": written}


def uniqueness(case: Case, certified: Mapping[str, Proved], columns: Mapping[str, Value]) -> dict[str, Value]:
    if not certified:
        return {"status": "undecided", "verdict": "undecided", "rule": None, "trusts": ""}
    verdicts = {"essentially-unique": "proved", "not-essentially-unique": "refuted"}
    for role, found in certified.items():
        require_claim(role, found, tuple(verdicts) if role == "answer" else (), case.field)
        planted = claim_json(EssentiallyUnique(model(case), Field.named(case.field)))
        if found.claim["factors"] != planted["factors"]:
            raise Disagreement(f"its certificate {role} is about another decomposition")
    found = certified["answer"]
    return {"status": "proved", "verdict": verdicts[found.kind], "rule": found.rule, "trusts": united(certified)}


def conservation(case: Case, certified: Mapping[str, Proved], columns: Mapping[str, Value]) -> dict[str, Value]:
    law = model(case).law()
    lower, upper = bounds(
        "conserved",
        "answer",
        certified,
        case.field,
        law.parameter_count,
        lambda role, found: require_law(role, found.claim["law"], law),
    )
    rules = [found.rule for role, found in sorted(certified.items()) if role != "lower" or len(certified) == 1]
    return {
        "status": "proved" if lower == upper else "undecided",
        "parameters": law.parameter_count,
        "lower": lower,
        "upper": upper,
        "rule": rules[0] if rules else None,
        "trusts": united(certified),
    }
