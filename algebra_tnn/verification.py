"""From a claim to a verdict: search for a certificate, hand it to the checker as JSON text, report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from algebra_tnn import checker
from algebra_tnn.certificates import Certificate, Shortfall, Status, Verdict
from algebra_tnn.claims import Claim, PositiveOnBox, negations
from algebra_tnn.provers import DEAR, Prover, provers_of
from algebra_tnn.provers.plugged import plugged_provers


class CertificateRejected(Exception):
    """The checker rejected what a prover returned: a bug, never an undecided case."""

    def __init__(self, certificate: Certificate, answer: str, reason: str) -> None:
        super().__init__(
            f"the certificate for {type(certificate.claim).__name__} by {certificate.rule} is {answer}: {reason}"
        )
        self.certificate, self.answer, self.reason = certificate, answer, reason

    def __reduce__(self) -> tuple[Any, ...]:
        """Processes send it to one another with all it says."""
        return type(self), (self.certificate, self.answer, self.reason)


def checked(certificate: Certificate) -> checker.Conclusion | None:
    """What the independent checker concludes from the certificate's JSON text; None if the work is over its limit.

    Raises: CertificateRejected.
    """
    judgement = checker.check(certificate.to_json())
    if judgement.answer == "over the limit":
        return None
    if judgement.answer != "accepted":
        raise CertificateRejected(certificate, judgement.answer, judgement.reason)
    return judgement.conclusion


def verify(claim: Claim, by: Prover | Iterable[Prover] | None = None) -> Verdict:
    """Whether the claim is proved, refuted, or undecided.

    Args: by: the prover, or the provers in this order, to look for the certificate (default: all that may prove the
    claim or a negation of it, cheap rules before dear ones, and those of plug-ins last). Every certificate is
    re-checked through its JSON text.
    Raises: CertificateRejected if the checker rejects one.

    >>> from algebra_tnn.claims import EssentiallyUnique
    >>> from algebra_tnn.tensors import CP
    >>> eye = [[1, 0], [0, 1]]
    >>> verify(EssentiallyUnique(CP.from_factors(eye, eye, [[1, 1], [1, 2], [1, 3]]))).status
    'proved'
    """
    attempts: list[Shortfall] = []
    if by is not None:
        verdict = _first(claim, claim, (by,) if callable(by) else by, "proved", attempts)
        return Verdict(claim, "undecided", attempts=tuple(attempts)) if verdict is None else verdict
    sides: list[tuple[Claim, Status]] = [(claim, "proved"), *((negation, "refuted") for negation in negations(claim))]
    choices: tuple[Callable[[Claim], Iterable[Prover]], ...] = (
        lambda shown: [prover for prover in provers_of(shown) if prover not in DEAR],
        lambda shown: [prover for prover in provers_of(shown) if prover in DEAR],
        plugged_provers,
    )
    for provers in choices:
        for shown, status in sides:
            verdict = _first(claim, shown, provers(shown), status, attempts)
            if verdict is not None:
                return verdict
    return Verdict(claim, "undecided", attempts=tuple(attempts))


def _first(
    claim: Claim, shown: Claim, provers: Iterable[Prover], status: Status, attempts: list[Shortfall]
) -> Verdict | None:
    for prover in provers:
        result = prover(shown)
        if isinstance(result, Shortfall):
            attempts.append(result)
            continue
        if result.claim != shown and not isinstance(shown, PositiveOnBox):  # which follows from what is certified
            raise CertificateRejected(result, "rejected", f"it is about another claim than {type(shown).__name__}")
        if (conclusion := checked(result)) is None:
            attempts.append(Shortfall(result.rule, "a certificate was found, but it is over the checker's work limit"))
            continue
        return Verdict(claim, status, result, conclusion.trusts, conclusion.extensions, tuple(attempts))
    return None
