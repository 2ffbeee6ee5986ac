"""Signs that polynomials have on boxes."""

from __future__ import annotations

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import PositiveOnBox
from algebra_tnn.exact.scalars import in_short
from algebra_tnn.laws.boxes import lower_bounds


def interval_signs(claim: PositiveOnBox) -> Certificate | Shortfall:
    """From 0 to 1 a polynomial is not below the sum of its constant and of its negative coefficients."""
    if claim.field.name not in ("Q", "R"):
        return Shortfall("interval-signs", f"numbers have signs over Q and R, not over {claim.field}")
    bounds = lower_bounds(claim.law, claim.lower, claim.upper)
    least = min(bounds)
    if least <= 0:
        where = f"entry {bounds.index(least)} of the output" if claim.law.shape else "the output"
        return Shortfall("interval-signs", f"{where} is shown to be at least {in_short(least)}, not to be positive")
    remark = f"{len(bounds)} polynomials are at least {in_short(least)}"
    return Certificate(claim, "interval-signs", {}, remark=remark)
