"""Evidence that rests on several verdicts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from algebra_tnn.certificates import Status, Verdict, united_trusts
from algebra_tnn.hunting.evidence import Evidence

if TYPE_CHECKING:
    from algebra_tnn.explore.bounds import Bounds


def resting_on_all(verdicts: Iterable[Verdict], status: Status, says: str) -> Evidence:
    """Evidence of this status, with the certificates and the theorems of all the verdicts."""
    known = tuple(verdicts)
    shown = tuple(verdict.certificate for verdict in known if verdict.certificate is not None)
    return Evidence(status, says, shown, united_trusts(known))


def at_most(smaller: Bounds, larger: Bounds) -> Evidence:
    """Whether one number is at most another, by the bounds of both."""
    says = "; ".join(each.explanation.splitlines()[0] for each in (smaller, larger))
    status: Status = "undecided"
    if smaller.upper <= larger.lower:
        status = "proved"
    elif smaller.lower > larger.upper:
        status = "refuted"
    return resting_on_all((smaller.verdict, larger.verdict), status, says)
