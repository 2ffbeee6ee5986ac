"""What becomes of the proofs of the library: each is run, in a process of its own, and gives a row."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from algebra_tnn.cli.answers import numeric_opinion
from algebra_tnn.cli.failures import is_rejection, one_line, report, short

if TYPE_CHECKING:
    from algebra_tnn.certificates import Verdict
    from algebra_tnn.library import Ended, Library


@dataclass(frozen=True, slots=True)
class Row:
    """What running one proof gave."""

    id: str
    proof: str
    expected: str
    status: str  # proved, refuted, undecided; rejected if the checker rejects a certificate, failed if the proof raises
    as_recorded: bool
    cases: int  # how many instances were tried
    seconds: float
    trusts: tuple[str, ...]
    explanation: str
    cross_check: dict[str, str] | None


@dataclass(frozen=True, slots=True)
class Task:
    """A proof that is to be run, and what is recorded about it."""

    library: Library
    id: str
    proof: str
    expected: str
    trusts: tuple[str, ...]
    opinion: bool
    wide: bool


@dataclass(slots=True)
class _Found:
    """What is known of a proof so far."""

    task: Task
    status: str = "failed"
    cases: int = 0
    trusts: list[str] = field(default_factory=list)
    explanation: str = ""
    verdict: Verdict | None = None

    def add(self, verdict: Verdict) -> None:
        self.verdict, self.status, self.explanation = verdict, verdict.status, verdict.explanation
        self.trusts += [key for key in verdict.trusts if key not in self.trusts]
        self.cases += 1

    @property
    def unrecorded(self) -> list[str]:
        recorded = [citation.partition(",")[0].strip() for citation in self.task.trusts]
        return [key for key in self.trusts if key not in recorded]

    @property
    def as_recorded(self) -> bool:
        return self.status == self.task.expected and not self.unrecorded


def row(task: Task) -> Row:
    """What running the proof gives; a bug in it is in the row, with the place of its report."""
    start = time.perf_counter()
    found = _Found(task)
    try:
        if task.wide:
            _run_all(found)
        else:
            found.add(task.library.run(task.proof).verdict)
        if found.unrecorded:
            found.explanation += f"; it trusts {', '.join(found.unrecorded)}, which is not recorded"
    except Exception as error:
        if is_rejection(error):
            found.status, found.explanation = "rejected", one_line(str(error))
        else:
            found.status = "failed"
            found.explanation = f"{short(error)}; {report(error, ['verify', task.proof])}"
    seconds = round(time.perf_counter() - start, 3)
    opinion = _opinion(found.verdict) if task.opinion and found.status == "proved" else None
    trusts, explanation = tuple(found.trusts), found.explanation
    return Row(
        *(task.id, task.proof, task.expected, found.status, found.as_recorded, found.cases, seconds),
        *(trusts, explanation, opinion),
    )


def _run_all(found: _Found) -> None:
    """Runs the proof at each of its instances, up to the first that is not as recorded."""
    module = found.task.library.load(found.task.proof)
    for i, instance in enumerate(getattr(module, "INSTANCES", (module.INSTANCE,))):
        try:
            found.add(module.proof(instance))
        except Exception as error:
            error.add_note(f"at case {i}")
            raise
        if not found.as_recorded:
            found.explanation = f"at case {i}: {found.explanation}"
            return


def of_death(task: Task, end: Ended) -> Row:
    """The row of a proof whose process died."""
    return Row(task.id, task.proof, task.expected, "failed", False, 0, 0.0, (), end.reason, None)


def _opinion(verdict: Verdict | None) -> dict[str, str] | None:
    """The numeric cross-check of a uniqueness claim; None for other claims."""
    from algebra_tnn.claims import EssentiallyUnique

    if verdict is None or not isinstance(verdict.claim, EssentiallyUnique):
        return None
    return numeric_opinion(verdict, verdict.claim.decomposition)
