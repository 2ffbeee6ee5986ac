"""The answer to "does this hold?": proved, refuted or undecided, with the certificate and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from algebra_tnn.certificates.certificate import Certificate, Shortfall
from algebra_tnn.certificates.displays import Explained
from algebra_tnn.certificates.trust import trust_remark
from algebra_tnn.claims import Claim
from algebra_tnn.explaining import Depth, Markup, explain

Status: TypeAlias = Literal["proved", "refuted", "undecided"]


@dataclass(frozen=True, slots=True)
class Verdict(Explained):
    """What is known about a claim.

    ``certificate`` proves the claim, or for a refuted one its negation; it was judged by the independent checker.
    ``trusts`` are the published theorems that it rests on, ``extensions`` says whether it holds over every extension
    of the field. ``attempts`` are the rules that were tried in vain. "undecided" does not mean "false".
    """

    claim: Claim
    status: Status
    certificate: Certificate | None = None
    trusts: tuple[str, ...] = ()
    extensions: bool = False
    attempts: tuple[Shortfall, ...] = ()

    def __bool__(self) -> bool:
        raise TypeError('a verdict is proved, refuted or undecided; ask for `verdict.status == "proved"`')

    @property
    def rule(self) -> str | None:
        """The rule of the last step, as named in the certificate format."""
        return self.certificate.rule if self.certificate else None

    @property
    def explanation(self) -> str:
        """What was found, in sentences: the rule and its slack, the field, what is trusted; or what was tried."""
        field = self.claim.field
        if self.certificate is None:
            rules: dict[str, list[str]] = {}
            for attempt in self.attempts:
                rules.setdefault(attempt.reason, []).append(attempt.rule)
            tried = "".join(f"\n  {', '.join(names)}: {reason}" for reason, names in rules.items())
            return f"undecided over {field}; tried:{tried or ' nothing'}"
        reach = f"over {field} and every extension of it" if self.extensions else f"over {field}"
        remark = f": {self.certificate.remark}" if self.certificate.remark else ""
        return f"{self.status} {reach} by {self.certificate.rule}{remark}; {trust_remark(self.trusts)}"

    def explained(self, depth: Depth = "default", markup: Markup = "text") -> str:
        """The argument of the certificate, or of that of the negation, in words and formulas, step by step.

        ``explanation`` is one sentence about the rule that was found; this is what ``algebra_tnn.explain`` says.

        >>> from algebra_tnn import KRankAtLeast, verify
        >>> print(verify(KRankAtLeast(((1, 1),), 2)).explained("brief"), end="")
        The claim is refuted: what follows proves its negation.
        <BLANKLINE>
        Proved over Q and every extension of it, by dependent-columns, trusting no published theorem: The 1
        × 2 matrix M has Kruskal rank ≤ 1: it has not more columns, or some 2 of them are dependent.
        """
        return explain(self, depth, markup)

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object of a verdict, without the certificate itself."""
        return {
            "status": self.status,
            "field": self.claim.field.name,
            "extensions": self.extensions,
            "rule": self.rule,
            "remark": self.certificate.remark if self.certificate else None,
            "trusts": list(self.trusts),
            "attempts": [{"rule": attempt.rule, "reason": attempt.reason} for attempt in self.attempts],
            "explanation": self.explanation,
        }

    @property
    def asked(self) -> str:
        """The name of the claim."""
        return type(self.claim).__name__

    def _repr_latex_(self) -> str:
        return rf"$\textbf{{{self.status}}}\ \text{{over }} {self.claim.field}$"
