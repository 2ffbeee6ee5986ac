"""A certificate's answer and argument as a document of paragraphs, steps and exhibits."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from algebra_tnn import checker
from algebra_tnn.exact.scalars import any_number_of_digits
from algebra_tnn.explaining import claims_about_laws, claims_in_words
from algebra_tnn.explaining.exhibits import Exhibit, shortened
from algebra_tnn.explaining.rules import EXPLAINED
from algebra_tnn.explaining.steps import Step, read_steps
from algebra_tnn.explaining.wording import capitalized, counted, listed
from algebra_tnn.text.spelling import unknown

Depth: TypeAlias = Literal["brief", "default", "full"]
DEPTHS: tuple[Depth, ...] = get_args(Depth)

_ENTRIES = 80  # of an object that is shown where not everything is
_LINES = 8  # of formulas, there


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """The beginning of a step: its name, its rule, and what it says. What follows belongs to it."""

    label: str
    rule: str
    text: str


Block: TypeAlias = Paragraph | Item | Exhibit


class NoCertificate(ValueError):
    """What is to be explained is no certificate."""


@dataclass(frozen=True)
class Explanation:
    """What the independent checker answered about a certificate, and the steps of its argument."""

    answer: str
    reason: str
    trusts: tuple[str, ...]
    extensions: bool
    steps: tuple[Step, ...]

    @property
    def established(self) -> bool:
        return self.answer == "accepted"

    @property
    def headline(self) -> str:
        """What the certificate establishes, and on what it rests; or that it establishes nothing, and why."""
        if not self.established:
            what = "rejects this certificate" if self.answer == "rejected" else "declines the work on this certificate"
            return f"Not established: the independent checker {what} ({self.reason}). Nothing follows from it."
        count = counted(len(self.steps), "step")
        accepted = f"The independent checker accepted the certificate ({count})."
        return f"Proved {self._reach}; it trusts {self._trusted}. {accepted}"

    @property
    def _reach(self) -> str:
        over = self.steps[-1].over
        return f"over {over} and every extension of it" if self.extensions else f"over {over}"

    @property
    def _trusted(self) -> str:
        return listed(f"[{key}]" for key in self.trusts) if self.trusts else "no published theorem"

    @property
    def statement(self) -> str:
        """The claim of the last step."""
        return claims_in_words.sentence(self.steps[-1])

    @property
    def summary(self) -> str:
        """One sentence: what is proved, over which field, by which rules, and what is trusted."""
        if not self.established:
            return self.headline
        rules = Counter(step.rule for step in self.steps)
        chain = listed(f"`{rule}`" + (f" ({count} steps)" if count > 1 else "") for rule, count in rules.items())
        object_of = claims_about_laws.described(self.steps[-1])
        about = f"; {object_of}" if object_of else ""
        return f"Proved {self._reach}, by {chain}, trusting {self._trusted}: {self.statement.removesuffix('.')}{about}."

    def blocks(self, depth: Depth) -> Iterator[Block]:
        """The document at this depth."""
        if depth == "brief":
            yield Paragraph(self.summary)
            return
        yield Paragraph(self.headline)
        if not self.steps:
            return
        *before, last = self.steps
        yield Paragraph(f"{'Claim' if self.established else 'What it claims'}: {self.statement}")
        shown = {last.called}
        yield from _objects(last, depth)
        if not self.established:
            yield Paragraph("Its steps, none of which is established by it:")
        for step in before:
            yield Item(capitalized(step.name), step.rule, claims_in_words.sentence(step))
            if step.called not in shown:
                shown.add(step.called)
                yield from _objects(step, depth)
            if self.established:
                yield from _argument(step, depth)
        told = "This is the claim." if self.established else "This would be the claim."
        yield Item(capitalized(last.name), last.rule, told)
        if self.established:
            yield from _argument(last, depth)


def explanation(text: str) -> Explanation:
    """What the checker answers about the JSON text of a certificate, and its steps.

    Raises: NoCertificate if it is none.
    """
    judgement = checker.check(text)
    if judgement.answer == "malformed":
        raise NoCertificate(_flaw(text) or judgement.reason)
    conclusion = judgement.conclusion
    readable = judgement.answer != "over the limit" and _is_well_formed(text)
    steps = tuple(_steps(text)) if readable else ()
    return Explanation(judgement.answer, judgement.reason, conclusion.trusts, conclusion.extensions, steps)


def _flaw(text: str) -> str | None:
    """Which claim or rule is none that the checker knows, and what may be meant."""
    try:
        names = [(item["claim"]["kind"], item["rule"]) for item in json.loads(text)["steps"]]
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    for i, (kind, rule) in enumerate(names):
        if isinstance(kind, str) and kind not in checker.KINDS:
            return f"step {i}: {unknown('kind of claim', kind, checker.KINDS, shows_all=False)}"
        if isinstance(kind, str) and isinstance(rule, str) and rule not in EXPLAINED:
            return f"step {i}: {unknown('rule', rule, EXPLAINED, shows_all=False)}"
    return None


def _is_well_formed(text: str) -> bool:
    """Whether the checker can read every step, of a certificate that it may have rejected while it did."""
    try:
        checker.read_steps(json.loads(text))
    except checker.Stop:
        return False
    return True


def _steps(text: str) -> list[Step]:
    with any_number_of_digits():
        return read_steps(json.loads(text)["steps"])


def _objects(step: Step, depth: Depth) -> Iterator[Block]:
    """The object that the step's claim is about: all of it, or only if it is short."""
    shown = claims_in_words.objects(step)
    if depth == "full":
        yield from shown
    elif _size(shown) <= _ENTRIES:
        yield from (shortened(exhibit, _LINES) for exhibit in shown)


def _argument(step: Step, depth: Depth) -> Iterator[Block]:
    if step.kind.endswith("at-least") and step.rank == 0:
        yield Paragraph("Nothing is to be proved: no number of this kind is below 0.")
        return
    argument = EXPLAINED[step.rule](step)
    yield from map(Paragraph, argument.sentences)
    if depth == "full":
        yield from argument.evidence


def _size(shown: list[Exhibit]) -> int:
    """The entries of matrices; formulas count for nothing, as without them the claim says nothing."""
    matrices = [exhibit for exhibit in shown if exhibit.aligned]
    return sum(sum(map(len, exhibit.rows)) + (_ENTRIES if exhibit.left else 0) for exhibit in matrices)
