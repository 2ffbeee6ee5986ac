"""Answers to the questions about separation ranks, planted tensors and conservation laws, as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.families import FAMILIES
from algebra_tnn.atlas.rows import Row, Status, Value
from algebra_tnn.certificates import Certificate, Verdict
from algebra_tnn.claims import EssentiallyUnique, NotEssentiallyUnique
from algebra_tnn.exact import Field
from algebra_tnn.explore.conserved import conserved_quantities
from algebra_tnn.explore.separation import separation_rank
from algebra_tnn.provers import DEAR, provers_of
from algebra_tnn.tensors import CP
from algebra_tnn.verification import verify

Effort: TypeAlias = Literal["full", "brief"]

WITH_FIELD = ("separation", "uniqueness")  # questions whose claims are about a field that may be chosen
DEGREE = 2  # up to which quantities are sought when the first attempt was in vain


def separation(case: Case, effort: Effort) -> Row:
    """Of the inputs on one side of a bipartition and the others: between which numbers the separation rank lies."""
    found = separation_rank(_model(case), case["side"], field=Field.named(case.field))
    lower, upper = found.sides
    values: dict[str, Value] = {
        "parameters": found.law.parameter_count,
        "lower": found.lower,
        "upper": found.upper,
        "rule": _rule(upper),
        "trusts": ",".join(found.trusts),
    }
    status: Status = "proved" if found.status == "proved" else "undecided"
    if not found.meet and found.error_bound < 1:
        status = "probable"
        values |= {"probable": found.probable.value, "error_bound": str(found.error_bound)}
    return _row(case, status, values, found.certificate, {"lower": lower, "upper": upper})


def uniqueness(case: Case, effort: Effort) -> Row:
    """Is a decomposition the only one of its length: the verdict."""
    tensor, field = _model(case), Field.named(case.field)
    verdict = verify(EssentiallyUnique(tensor, field)) if effort == "full" else _soon(tensor, field)
    values: dict[str, Value] = {
        "verdict": verdict.status,
        "rule": verdict.rule,
        "trusts": ",".join(verdict.trusts),
    }
    return _row(case, "undecided" if verdict.status == "undecided" else "proved", values, verdict.certificate)


def _soon(tensor: CP, field: Field) -> Verdict:
    """The verdict that cheap rules give."""
    unique, other = EssentiallyUnique(tensor, field), NotEssentiallyUnique(tensor, field)
    verdict = verify(unique, by=[prover for prover in provers_of(unique) if prover not in DEAR])
    if verdict.status == "proved":
        return verdict
    against = verify(other, by=[prover for prover in provers_of(other) if prover not in DEAR])
    if against.status == "proved":
        return Verdict(unique, "refuted", against.certificate, against.trusts, against.extensions)
    return verdict


def conservation(case: Case, effort: Effort) -> Row:
    """Between which numbers the number of independent quantities lies that gradient flow conserves."""
    found = conserved_quantities(_model(case), degree=None if effort == "full" else DEGREE)
    sides = dict(zip(("lower", "upper"), _sides([verdict.certificate for verdict in found.verdicts]), strict=True))
    values: dict[str, Value] = {
        "parameters": found.parameters,
        "lower": found.lower,
        "upper": found.upper,
        "rule": _rule(found.certificate or sides["upper"]),
        "trusts": ",".join(found.trusts),
    }
    return _row(case, "proved" if found.meet else "undecided", values, found.certificate, sides)


def _sides(certificates: Sequence[Certificate | None]) -> list[Certificate | None]:
    """Of the lower and of the upper bound."""
    given = [certificate for certificate in certificates if certificate is not None]
    return [
        next((one for one in given if type(one.claim).__name__ == claim), None)
        for claim in ("ConservedAtLeast", "ConservedAtMost")
    ]


def _row(
    case: Case,
    status: Status,
    values: Mapping[str, Value],
    whole: Certificate | None,
    sides: Mapping[str, Certificate | None] | None = None,
) -> Row:
    """With the certificate of the answer, or with those of the sides where there is none."""
    given = {"answer": whole} if whole is not None else sides or {}
    texts = {role: one.to_json() for role, one in given.items() if one is not None}
    return Row(case, FAMILIES[case.family].named(dict(case.sizes)), status, values, texts)


def _rule(certificate: Certificate | None) -> str | None:
    """Of the last step; of the bound from above, if the certificate joins both."""
    if certificate is None:
        return None
    return certificate.premises[1].rule if certificate.rule == "both-bounds" else certificate.rule


def _model(case: Case) -> Any:
    return FAMILIES[case.family].model(dict(case.sizes))
