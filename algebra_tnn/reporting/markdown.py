"""A report as Markdown (CommonMark), without pictures and without HTML: all that is text is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from algebra_tnn.reporting.contents import Entry, ProofFile, Report
from algebra_tnn.reporting.prose import Kind, blocks, marked
from algebra_tnn.reporting.sections import CHAPTERS

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_STARTS_A_BLOCK = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def markdown(report: Report) -> str:
    """The text, its parts separated by blank lines."""
    return "\n\n".join(_parts(report)) + "\n"


def escaped(text: str) -> str:
    r"""The text on one line, none of whose characters means anything.

    >>> print(escaped("- T_(1) <b> `x`"))
    \- T\_(1) \<b\> \`x\`
    """
    written = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    start = _STARTS_A_BLOCK.match(written)
    if start is None:
        return written
    if start[2].isdigit():  # of a list: what makes it one is the dot
        return written[: start.end()] + "\\" + written[start.end() :]
    return f"\\{written}"


def _parts(report: Report) -> Iterator[str]:
    yield f"# {escaped(report.title)}"
    yield from map(escaped, report.summary)
    yield "\n".join(f"- {section.number} {section.title} ({len(entries)})" for section, entries in report.sections)
    chapter = ""
    for section, entries in report.sections:
        if section.chapter not in (chapter, section.number):
            yield f"## {section.chapter} {CHAPTERS[section.chapter]}"
        chapter = section.chapter
        yield f"{'##' if section.number == chapter else '###'} {section.number} {section.title}"
        for entry in entries:
            yield from _entry(entry)
    if report.references:
        yield "## References"
        yield "\n".join(f"- \\[{escaped(key)}\\] {escaped(line)}" for key, line in report.references.items())
    yield "## Versions"
    yield "\n".join(f"- {escaped(name)}: {escaped(text)}" for name, text in report.versions.items())


def _entry(entry: Entry) -> Iterator[str]:
    s = entry.statement
    yield f"#### {escaped(s.id)} {escaped(s.title)} ({s.status})"
    yield _paragraphs(s.statement)
    if s.hypotheses:
        yield "**Hypotheses.**"
        yield "\n".join(f"{i}. {_prose(text)}" for i, text in enumerate(s.hypotheses, 1))
    for part in entry.parts:
        yield f"**{part.heading}.** {_keys(part.citations) if part.citations else _paragraphs(part.text)}"
    for kind, files in (("Proof", entry.proofs), ("Counterexample", entry.counterexamples)):
        for file in files:
            yield from _proof(kind, file)


def _keys(citations: Sequence[str]) -> str:
    return "; ".join(f"\\[{escaped(citation)}\\]" for citation in citations)


def _paragraphs(text: str) -> str:
    return "\n\n".join(map(_prose, text.split("\n\n")))


def _prose(text: str) -> str:
    return marked(text, _marked)


def _proof(kind: str, file: ProofFile) -> Iterator[str]:
    yield f"##### {kind} {escaped(file.name)} ({file.status})"
    yield from map(escaped, file.outcome)
    if file.run is not None and file.run.digest:
        yield f"Certificate: {file.run.characters:,} characters, SHA-256 `{file.run.digest}`."
    for block in blocks(file.text):
        yield _kept(block.text) if block.kept else _prose(block.text)


def _kept(text: str) -> str:
    """The lines of a formula: indented, so that nothing in them ends the block."""
    return "\n".join(f"    {line}" for line in text.splitlines())


def _marked(kind: Kind, part: str) -> str:
    match kind:
        case "code":
            return f"`{part}`"
        case "strong":
            return f"**{escaped(part)}**"
        case "plain":
            lead, trail = part[: len(part) - len(part.lstrip())], part[len(part.rstrip()) :] if part.strip() else ""
            return f"{lead}{escaped(part)}{trail}"
