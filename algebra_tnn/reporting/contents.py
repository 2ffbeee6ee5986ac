"""What a report says, before it is written in a language: statements by sections, and their proof files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from algebra_tnn.library import Statement, Status
from algebra_tnn.reporting.runs import Run
from algebra_tnn.reporting.sections import SECTIONS, Section, section_of


@dataclass(frozen=True, slots=True)
class ProofFile:
    """A proof or a counterexample of a statement: its text, an SVG of its instance if it has one, and its run.

    ``expected`` is the status that it must have, and ``recorded`` are the publications that it may rest on.
    """

    name: str
    expected: str
    recorded: tuple[str, ...]
    text: str
    picture: str = ""
    caption: str = ""
    run: Run | None = None

    @property
    def title(self) -> str:
        """The first line of its text."""
        return self.text.strip().partition("\n")[0]

    @property
    def as_recorded(self) -> bool:
        """Whether it was not run, or answered what it must, resting on nothing else."""
        return self.run is None or (self.run.status == self.expected and not self._unrecorded)

    @property
    def status(self) -> str:
        """What it answered, or must answer where it was not run."""
        return self.expected if self.run is None else self.run.status

    @property
    def outcome(self) -> tuple[str, ...]:
        """What running it gave, in sentences."""
        if self.run is None:
            return ()
        if self.run.failure:
            return (f"It was not proved: {self.run.failure}",)
        objections = []
        if self.run.status != self.expected:
            objections.append(f"It is recorded as {self.expected}.")
        if self._unrecorded:
            objections.append(f"It trusts {', '.join(self._unrecorded)}, which is not recorded.")
        return (*objections, self.run.explanation)

    @property
    def _unrecorded(self) -> tuple[str, ...]:
        return tuple(key for key in (self.run.trusts if self.run else ()) if key not in self.recorded)


@dataclass(frozen=True, slots=True)
class Part:
    """What an entry says under a heading: a text, or keys of publications."""

    heading: str
    text: str = ""
    citations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement with its proof files."""

    statement: Statement
    proofs: tuple[ProofFile, ...]
    counterexamples: tuple[ProofFile, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """What is said of the statement beside its text and hypotheses, as far as there is something to say."""
        s = self.statement
        nothing = "nothing" if s.status != "stated" and not s.trusts else ""
        every = (
            Part("Conclusion", s.conclusion),
            Part("Established here", s.established),
            Part("Taken on trust", nothing, s.trusts),
            Part("Corrected", s.corrected),
            Part("Note", s.note),
            Part("References", citations=s.citations),
        )
        return tuple(part for part in every if part.text or part.citations)

    @property
    def cited(self) -> tuple[str, ...]:
        """Keys of the bibliography, each once; where in a publication it is, is left out."""
        return tuple(dict.fromkeys(keys((*self.statement.citations, *self.statement.trusts))))


@dataclass(frozen=True)
class Report:
    """Statements in the order of the sections, with the publications that they cite."""

    title: str
    entries: tuple[Entry, ...]
    references: dict[str, str]
    versions: dict[str, str]
    was_run: bool

    @cached_property
    def sections(self) -> tuple[tuple[Section, tuple[Entry, ...]], ...]:
        """The sections that have entries, in their order, with these."""
        found = [
            (section, tuple(e for e in self.entries if section_of(e.statement) == section)) for section in SECTIONS
        ]
        return tuple((section, entries) for section, entries in found if entries)

    @property
    def files(self) -> tuple[ProofFile, ...]:
        """The proof files, each once; of a file that answers one statement as recorded and another not, the latter."""
        every = [file for entry in self.entries for file in (*entry.proofs, *entry.counterexamples)]
        found = {file.name: file for file in every}
        return tuple((found | {file.name: file for file in every if not file.as_recorded}).values())

    @property
    def summary(self) -> tuple[str, ...]:
        """How many statements there are of each status; and what running the proofs gave, or that they were not run."""
        counted = Counter(entry.statement.status for entry in self.entries)
        kinds = ", ".join(f"{counted[status]} {status}" for status in get_args(Status) if counted[status])
        lines = [f"{len(self.entries)} statement{'s' * (len(self.entries) != 1)}: {kinds}."]
        files = self.files
        if not self.was_run:
            lines.append(f"The {len(files)} proof files were not run for this report, so it has no digests.")
        elif files:
            good = sum(file.as_recorded for file in files)
            decided = [file.run for file in files if file.run is not None and file.run.status in ("proved", "refuted")]
            alone = sum(not run.trusts for run in decided)
            lines.append(f"{good} of {len(files)} proof files answer as recorded; {alone} trust no published theorem.")
        return tuple(lines)


def keys(citations: Iterable[str]) -> Iterator[str]:
    """The keys of publications, without what says where in them, as in "Kruskal1977, Theorem 4a"."""
    return (citation.partition(",")[0].strip() for citation in citations)
