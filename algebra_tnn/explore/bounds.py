"""A number, bounded from both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from algebra_tnn.certificates import Certificate, Explained, Verdict, trust_remark, united_trusts
from algebra_tnn.exact import Field
from algebra_tnn.provers.bounds import Between, joined


class TwoSided(Explained):
    """What answers have in common that bound a number from both sides; the bounds need not meet."""

    __slots__ = ()
    lower: int
    upper: int

    @property
    def meet(self) -> bool:
        return self.lower == self.upper


class OneOrTwoVerdicts(TwoSided):
    """Likewise, with one verdict of both bounds or one for each that is proved: a certificate may be too large."""

    __slots__ = ()
    verdicts: tuple[Verdict, ...]
    notes: tuple[str, ...]

    @property
    def status(self) -> str:
        return "proved" if self.meet else "undecided"

    @property
    def trusts(self) -> tuple[str, ...]:
        return united_trusts(self.verdicts)

    @property
    def certificate(self) -> Certificate | None:
        """Of both bounds, if both are proved in one."""
        return self.verdicts[0].certificate if len(self.verdicts) == 1 else None

    @property
    def closing(self) -> list[str]:
        """The last lines of explanations: notes, and which theorems are taken on trust."""
        return [*(f"  {note}" for note in self.notes), f"  {trust_remark(self.trusts)}"]

    @property
    def outcome(self) -> dict[str, Any]:
        """What the JSON objects of all such answers say alike."""
        return {
            "status": self.status,
            "trusts": list(self.trusts),
            "notes": list(self.notes),
            "explanation": self.explanation,
        }


@dataclass(frozen=True, slots=True)
class Bounds(TwoSided):
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


def two_sided(
    quantity: str,
    claim: Between,
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
