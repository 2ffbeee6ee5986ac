"""Wrong statements about sums of powers of linear forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from algebra_tnn.certificates import Status
from algebra_tnn.hunting.evidence import Evidence
from algebra_tnn.hunting.named.comparisons import resting_on_all
from algebra_tnn.hunting.named.named_hunt import Named

if TYPE_CHECKING:
    from algebra_tnn.hunting.spaces.small_forms import SmallForms
    from algebra_tnn.tensors.forms import Form


def as_few_real_powers(form: Form) -> Evidence:
    """That as few powers of real linear forms sum to the form as of complex ones.

    What the certificates prove counts: the rank of the symmetric tensor over R from below, a sum over C from above.
    """
    from algebra_tnn.claims import TensorRankBetween
    from algebra_tnn.exact import C, R
    from algebra_tnn.explore import waring_rank

    verdicts = [found.verdict for found in (waring_rank(form, R), waring_rank(form, C)) if found.verdict is not None]
    claims = [verdict.claim for verdict in verdicts if isinstance(verdict.claim, TensorRankBetween)]
    if len(claims) < 2:
        return Evidence("undecided", f"{form}: there is no certificate of both bounds")
    real, complex_ = claims
    says = f"{form}: {real.lower} to {real.upper} powers over R, {complex_.lower} to {complex_.upper} over C"
    status: Status = "undecided"
    if real.lower > complex_.upper:
        status = "refuted"
    elif real.upper <= complex_.lower:
        status = "proved"
    return resting_on_all(verdicts, status, says)


def small_binary_forms() -> SmallForms:
    from algebra_tnn.hunting.spaces.small_forms import SmallForms

    return SmallForms(variables=2, degrees=(2, 3, 4), largest=2)


HUNTS = (
    Named(
        "real-powers",
        "B20",
        "Do as few powers of real linear forms sum to a form in two variables as of complex ones?",
        None,
        as_few_real_powers,
        small_binary_forms,
    ),
)
