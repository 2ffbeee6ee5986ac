"""Answers of ``explore`` as evidence."""

from __future__ import annotations

from algebra_tnn.certificates import Status, Verdict
from algebra_tnn.hunting.evidence import Evidence


def resting_on(verdict: Verdict | None, status: Status, says: str) -> Evidence:
    """Evidence of this status, with the certificate and the theorems of the verdict that it rests on, if there is one.

    The verdict may be about another claim: that there are eight decompositions refutes that there is one.
    """
    if verdict is None or verdict.certificate is None:
        return Evidence(status, says)
    return Evidence(status, says, (verdict.certificate,), verdict.trusts)
