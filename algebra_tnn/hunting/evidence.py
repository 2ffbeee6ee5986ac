"""What a hunt learns about one instance: proved, refuted or undecided, with the certificates that show it."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

from algebra_tnn.certificates import Certificate, Explained, Status, Verdict, united_trusts

if TYPE_CHECKING:
    from algebra_tnn.claims import Claim

Relation: TypeAlias = Literal["==", "<=", ">=", "<", ">"]


@dataclass(frozen=True, slots=True)
class Evidence(Explained):
    """What is known about a statement at one instance. ``says`` is one sentence with the numbers of the instance.

    ``certificates`` were accepted by the checker, and together they show the status; ``trusts`` are the published
    theorems that they rest on.
    """

    status: Status
    says: str
    certificates: tuple[Certificate, ...] = ()
    trusts: tuple[str, ...] = ()

    @property
    def explanation(self) -> str:
        return self.says

    def __bool__(self) -> bool:
        raise TypeError('evidence is proved, refuted or undecided; ask for `evidence.status == "proved"`')


Answer: TypeAlias = "Evidence | Verdict | Claim"


class TwoSidedAnswer(Protocol):
    """An answer about a number with a proved lower and a proved upper bound, such as a ``Dimension``."""

    @property
    def lower(self) -> int: ...

    @property
    def upper(self) -> int: ...

    @property
    def explanation(self) -> str: ...


def evidence(answer: Answer) -> Evidence:
    """What a predicate returned, as evidence: a verdict with its certificate, a claim once it is verified.

    Raises: TypeError for what is none of these.
    """
    if isinstance(answer, Evidence):
        return answer
    if isinstance(answer, Verdict):
        shown = () if answer.certificate is None else (answer.certificate,)
        return Evidence(answer.status, answer.explanation, shown, answer.trusts)
    if isinstance(answer, bool) or not hasattr(answer, "field"):
        raise TypeError(
            f"a predicate returned {answer!r}; it returns evidence, a verdict or a claim, since a bare yes or no "
            "has no certificate"
        )
    from algebra_tnn.verification import verify

    return evidence(verify(answer))


def negation(answer: Answer) -> Evidence:
    """The evidence about the opposite statement: the same certificates show it.

    >>> negation(Evidence("refuted", "the dimension is 5, not 6")).status
    'proved'
    """
    known = evidence(answer)
    opposite: dict[Status, Status] = {"proved": "refuted", "refuted": "proved", "undecided": "undecided"}
    return Evidence(opposite[known.status], known.says, known.certificates, known.trusts)


def conjunction(*answers: Answer) -> Evidence:
    """The evidence that all of the statements hold: refuted by the first that is refuted, proved if all are.

    >>> yes, no, open_ = Evidence("proved", "a"), Evidence("refuted", "b"), Evidence("undecided", "c")
    >>> [conjunction(*parts).status for parts in ((yes, yes), (yes, open_), (open_, no), ())]
    ['proved', 'undecided', 'refuted', 'proved']
    """
    parts = [evidence(answer) for answer in answers]
    for part in parts:
        if part.status == "refuted":
            return part
    undecided = [part for part in parts if part.status == "undecided"]
    says = "; ".join(part.says for part in undecided or parts)
    if undecided:
        return Evidence("undecided", says)
    shown = tuple(certificate for part in parts for certificate in part.certificates)
    return Evidence("proved", says, shown, united_trusts(parts))


_RELATIONS: dict[Relation, Callable[[int, int], bool]] = {
    "==": operator.eq,
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
}


def compared(answer: TwoSidedAnswer, relation: Relation, number: int) -> Evidence:
    """Whether the number that an answer is about stands in a relation to another one.

    With lower ≤ x ≤ upper proved, the relation holds or fails for all integers between the bounds, or it is undecided.

    Raises: ValueError for an unknown relation.
    """
    if relation not in _RELATIONS:
        raise ValueError(f"the relation is {relation!r}; it is one of {', '.join(_RELATIONS)}")
    holds = _RELATIONS[relation]
    lower, upper = answer.lower, answer.upper
    between = lower < number < upper
    outcomes = {holds(lower, number), holds(upper, number), *([holds(number, number)] if between else [])}
    if len(outcomes) > 1:
        return Evidence("undecided", answer.explanation.splitlines()[0])
    says = f"{answer.explanation.splitlines()[0]}, against {relation} {number}"
    verdicts = _verdicts(answer)
    shown = tuple(verdict.certificate for verdict in verdicts if verdict.certificate is not None)
    return Evidence("proved" if outcomes.pop() else "refuted", says, shown, united_trusts(verdicts))


def _verdicts(answer: Any) -> tuple[Verdict, ...]:
    """Those that an answer rests on: one about both bounds, or one for each."""
    if hasattr(answer, "verdicts"):
        return tuple(answer.verdicts)
    return (answer.verdict,)
