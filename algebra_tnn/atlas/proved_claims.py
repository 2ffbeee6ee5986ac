"""What the checker says of the certificates of a row, and whether they are about the model of the row."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from algebra_tnn import checker
from algebra_tnn.atlas.equal_laws import differ_by_names_alone
from algebra_tnn.laws import Law


class Disagreement(Exception):
    """A row does not say what its certificates prove; the argument is a clause that tells where."""


class Declined(Exception):
    """The checker did not accept a certificate; the arguments are its answer and its reason."""


@dataclass(frozen=True, slots=True)
class Proved:
    """The last claim of an accepted certificate, as JSON; ``rule`` is that of its bound from above, if it has both."""

    claim: Mapping[str, Any]
    rule: str
    trusts: tuple[str, ...]
    extensions: bool = False

    @property
    def kind(self) -> str:
        return str(self.claim["kind"])


def proved(text: str) -> Proved:
    """What the independent checker accepts. Raises: Declined."""
    judgement = checker.check(text)
    if judgement.answer != "accepted":
        raise Declined(judgement.answer, judgement.reason)
    steps = json.loads(text)["steps"]  # the checker has read them
    last = steps[-1]
    rule = steps[last["premises"][1]]["rule"] if last["rule"] == "both-bounds" else last["rule"]
    return Proved(last["claim"], rule, judgement.conclusion.trusts, judgement.conclusion.extensions)


def require_claim(role: str, found: Proved, kinds: tuple[str, ...], field: str) -> None:
    """Raises: Disagreement unless the claim is of one of these kinds, over this field."""
    if found.kind not in kinds:
        raise Disagreement(f"its certificate {role} proves {found.kind}, and not {' or '.join(kinds)}")
    if found.claim["field"] != field:
        raise Disagreement(f"its certificate {role} is over {found.claim['field']}, and the row over {field}")


def require_law(role: str, raw: Any, law: Law) -> None:
    """Raises: Disagreement unless the claim's law is the law, but for names of intermediate values."""
    if raw != law.to_json() and not differ_by_names_alone(law_of_claim(role, raw), law):
        raise Disagreement(f"its certificate {role} is about the law of another model")


def law_of_claim(role: str, raw: Any) -> Law:
    """Raises: Disagreement where the checker reads a law that is none here, such as one with names in other letters."""
    try:
        return Law.from_json(raw)
    except (TypeError, ValueError) as error:
        raise Disagreement(f"the law of its certificate {role} cannot be read: {error}") from None


def bounds(
    family: str,
    whole: str,
    certified: Mapping[str, Proved],
    field: str,
    upper: int,
    about: Callable[[str, Proved], None],
) -> tuple[int, int]:
    """The bounds that certificates prove for a number of a family of claims, from 0 to ``upper`` without any.

    Roles are "lower", "upper", and ``whole`` for a certificate that is enough; ``about`` raises Disagreement unless the
    claim in a role is about what it should be. Raises: Disagreement.
    """
    least, most = f"{family}-at-least", f"{family}-at-most"
    kinds = {"lower": (least,), "upper": (most,), whole: (f"{family}-between", least, most)}
    found = [0, upper]
    for role, each in certified.items():
        require_claim(role, each, kinds.get(role, ()), field)
        about(role, each)
        if each.kind != most:
            found[0] = each.claim["rank" if each.kind == least else "lower"]
        if each.kind != least:
            found[1] = each.claim["rank" if each.kind == most else "upper"]
    return found[0], found[1]


def united(found: Mapping[str, Proved]) -> str:
    """The theorems that at least one of the certificates rests on, with commas."""
    return ",".join(sorted({key for each in found.values() for key in each.trusts}))
