"""A number, bounded from both sides."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from algebra_tnn.certificates import Certificate, Verdict, trust_remark
from algebra_tnn.claims import (
    BorderRankBetween,
    DimensionBetween,
    KRankBetween,
    SeparationRankBetween,
    TensorRankBetween,
)
from algebra_tnn.exact import Field
from algebra_tnn.provers.bounds import joined


@dataclass(frozen=True, slots=True)
class Bounds:
    """``lower`` ≤ the number ≤ ``upper``, both proved over ``field``; the verdict carries the certificate of both.

    The bounds need not meet. Each side's certificate is a premise of the verdict's certificate.
    """

    quantity: str
    lower: int
    upper: int
    field: Field
    verdict: Verdict
    notes: tuple[str, ...] = ()

    @property
    def meet(self) -> bool:
        return self.lower == self.upper

    @property
    def sides(self) -> tuple[Certificate, Certificate]:
        """The certificates of the lower and of the upper bound."""
        assert self.verdict.certificate is not None
        lower, upper = self.verdict.certificate.premises
        return lower, upper

    @property
    def explanation(self) -> str:
        value = f"{self.quantity} = {self.lower}" if self.meet else f"{self.lower} ≤ {self.quantity} ≤ {self.upper}"
        lower, upper = self.sides
        lines = [
            f"{value} over {self.field} (proved)",
            f"  ≥ {self.lower} by {lower.rule}" + (f": {lower.remark}" if lower.remark else ""),
            f"  ≤ {self.upper} by {upper.rule}" + (f": {upper.remark}" if upper.remark else ""),
            *(f"  {note}" for note in self.notes),
            f"  {trust_remark(self.verdict.trusts)}",
        ]
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object of a two-sided answer, without the certificate itself."""
        lower, upper = self.sides
        return {
            "lower": self.lower,
            "upper": self.upper,
            "field": self.field.name,
            "lower_rule": lower.rule,
            "lower_remark": lower.remark,
            "upper_rule": upper.rule,
            "upper_remark": upper.remark,
            "extensions": self.verdict.extensions,
            "trusts": list(self.verdict.trusts),
            "notes": list(self.notes),
            "explanation": self.explanation,
        }

    def _repr_html_(self) -> str:
        return "<pre>" + escape(self.explanation) + "</pre>"


def two_sided(
    quantity: str,
    claim: KRankBetween | TensorRankBetween | BorderRankBetween | DimensionBetween | SeparationRankBetween,
    lower: Certificate,
    upper: Certificate,
    notes: tuple[str, ...] = (),
) -> Bounds | None:
    """The bounds, re-checked through JSON; None if that is over the checker's limit. Raises: CertificateRejected."""
    from algebra_tnn.verification import verify

    certificate = joined(claim, lower, upper)
    verdict = verify(claim, by=lambda _: certificate)
    if verdict.status != "proved":
        return None
    return Bounds(quantity, claim.lower, claim.upper, claim.field, verdict, notes)
