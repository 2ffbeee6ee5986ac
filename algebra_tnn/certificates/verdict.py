"""The answer to "does this hold?": proved, refuted or undecided, with the certificate and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any, Literal, TypeAlias

from algebra_tnn.certificates.certificate import Certificate, Shortfall
from algebra_tnn.certificates.trust import trust_remark
from algebra_tnn.claims import Claim

Status: TypeAlias = Literal["proved", "refuted", "undecided"]


@dataclass(frozen=True, slots=True)
class Verdict:
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

    def _repr_html_(self) -> str:
        colour = {"proved": "#1a7f37", "refuted": "#cf222e", "undecided": "#9a6700"}[self.status]
        lines = "<br>".join(escape(line) for line in self.explanation.splitlines())
        name = escape(type(self.claim).__name__)
        return f'<div><b style="color:{colour}">{self.status}</b> <code>{name}</code><br><small>{lines}</small></div>'

    def _repr_latex_(self) -> str:
        return rf"$\textbf{{{self.status}}}\ \text{{over }} {self.claim.field}$"
