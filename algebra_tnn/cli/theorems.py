"""``list``, ``show`` and ``verify``: the theorem library."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, TypeVar

from algebra_tnn.cli.answers import numeric_opinion
from algebra_tnn.cli.failures import BadInput, Exit, Failure, cut_short, is_rejection, one_line, report, short
from algebra_tnn.cli.printing import STATUS_COLOURS, Output, columns

if TYPE_CHECKING:
    from algebra_tnn.certificates import Verdict
    from algebra_tnn.library import Statement

T = TypeVar("T")


# ------------------------------------------------------------------------------------------------ list and show


def listed(options: argparse.Namespace) -> int:
    from algebra_tnn import library

    found = [s for s in _known(library.statements) if options.area is None or s.area == options.area]
    if options.area is not None and options.area not in library.areas():
        raise BadInput(f"the area {options.area!r} is unknown; the areas are {', '.join(library.areas())}")
    output = Output(options)
    lines = columns([(s.id, s.status, s.title, ", ".join(s.citations)) for s in found]) if found else []
    for s, line in zip(found, lines, strict=True):
        if output.quiet:
            output.answer(s.id)
            continue
        output.answer(_painted(output, line, s.status))
        output.more(f"    {s.area}: {s.statement}")
    output.object(
        {
            "command": "list",
            "statements": [
                {
                    "id": s.id,
                    "title": s.title,
                    "citations": list(s.citations),
                    "area": s.area,
                    "status": s.status,
                    "trusts": list(s.trusts),
                }
                for s in found
            ],
        }
    )
    return Exit.PROVED


def shown(options: argparse.Namespace) -> int:
    from algebra_tnn import library

    s = _known(lambda: library.statement(options.id))
    references = {key: _citation(key) for key in dict.fromkeys((*s.citations, *s.trusts))}
    output = Output(options)
    output.answer(output.painted(f"{s.id}  {s.title}", "bold"))
    output.detail(_painted(output, f"status: {s.status}", s.status) + f"; area: {s.area}")
    output.answer(f"\n{s.statement}" if not output.quiet else s.statement)
    for heading, lines in (
        ("Hypotheses", [f"{i}. {text}" for i, text in enumerate(s.hypotheses, 1)]),
        ("Conclusion", [s.conclusion]),
        ("Established here", [s.established]),
        ("Taken on trust", [references[key] for key in s.trusts] or ["nothing"]),
        ("Note", [s.note]),
        ("References", [references[key] for key in s.citations]),
    ):
        if any(lines):
            output.detail(f"\n{heading}")
            for line in lines:
                output.detail(f"  {line}")
    for heading, proofs in (("Proofs", s.proofs), ("Counterexamples that limit it", s.counterexamples)):
        if proofs:
            output.detail(f"\n{heading}")
        for proof, status in proofs.items():
            text = library.docstring(proof).strip().splitlines()
            output.detail(f"  {proof} ({status}){': ' + text[0] if text else ''}")
            for line in text[1:]:
                output.more(f"    {line}".rstrip())
    output.object({"command": "show", **asdict(s), "references": references})
    return Exit.PROVED


def _known(found: Callable[[], T]) -> T:
    from algebra_tnn import library

    try:
        return found()
    except library.UnknownStatement as error:
        raise BadInput(str(error)) from None
    except library.LibraryNotFound as error:
        raise Failure(str(error)) from None


def _citation(key: str) -> str:
    """The reference in one line; a citation may say where in it, as in "Kruskal1977, Theorem 4a"."""
    from algebra_tnn import library

    name, _, where = key.partition(",")
    try:
        return f"[{name}{',' + where if where else ''}] {library.citation(name)}"
    except LookupError:
        return f"[{key}]"


def _painted(output: Output, text: str, status: str) -> str:
    return output.painted(text, STATUS_COLOURS[status]) if status in STATUS_COLOURS else text


# ------------------------------------------------------------------------------------------------------- verify


@dataclass(frozen=True, slots=True)
class Row:
    """What running one proof gave."""

    id: str
    proof: str
    expected: str
    status: str  # proved, refuted, undecided; rejected if the checker rejects a certificate, failed if the proof raises
    as_recorded: bool
    seconds: float
    trusts: tuple[str, ...]
    explanation: str
    cross_check: dict[str, str] | None


def verified(options: argparse.Namespace) -> int:
    from algebra_tnn import library

    chosen = _known(lambda: library.selected(options.selectors))
    output = Output(options)
    widths = [max((len(text) for text in texts), default=0) for texts in _texts(chosen)]
    rows: list[Row] = []
    try:
        for statement, proof, expected in chosen:
            rows.append(_row(statement, proof, expected, not options.no_cross_check))
            _say(output, rows[-1], widths)
    except KeyboardInterrupt as stop:
        raise cut_short(stop, f"after {len(rows)} of {len(chosen)} proofs") from None
    counts = {
        "proofs": len(rows),
        "as_recorded": sum(row.as_recorded for row in rows),
        "trust_nothing": sum(not row.trusts for row in rows if row.status in ("proved", "refuted")),
    }
    code = _code(rows)
    output.answer(
        _painted(output, f"{counts['as_recorded']} of {len(rows)} as recorded", "refuted" if code else "proved")
        + f"; {counts['trust_nothing']} trust no published theorem"
    )
    _say_opinions(output, rows)
    results = [{**asdict(row), "trusts": list(row.trusts)} for row in rows]
    output.object({"command": "verify", "results": results, **counts, "exit": int(code)})
    return code


def _texts(chosen: Sequence[tuple[Statement, str, str]]) -> tuple[list[str], list[str]]:
    return [statement.id for statement, _, _ in chosen], [proof for _, proof, _ in chosen]


def _row(statement: Statement, proof: str, expected: str, opinion: bool) -> Row:
    from algebra_tnn import library

    start = time.perf_counter()
    status, explanation, as_recorded = "failed", "", False
    trusts: tuple[str, ...] = ()
    numeric = None
    try:
        outcome = library.run(proof)
        verdict = outcome.verdict
        status, trusts, explanation = verdict.status, tuple(outcome.trusts), verdict.explanation
        unrecorded = [key for key in trusts if key not in _keys(statement.trusts)]
        as_recorded = status == expected and not unrecorded
        if unrecorded:
            explanation += f"; it trusts {', '.join(unrecorded)}, which is not recorded"
    except Exception as error:
        if is_rejection(error):
            status, explanation = "rejected", one_line(str(error))
        else:
            explanation = f"{short(error)}; {report(error, ['verify', proof])}"
    seconds = time.perf_counter() - start
    if opinion and status == "proved":
        numeric = _opinion(verdict)
    return Row(statement.id, proof, expected, status, as_recorded, round(seconds, 3), trusts, explanation, numeric)


def _keys(citations: Sequence[str]) -> list[str]:
    return [citation.partition(",")[0].strip() for citation in citations]


def _opinion(verdict: Verdict) -> dict[str, str] | None:
    """The numeric cross-check of a uniqueness claim; None for other claims."""
    from algebra_tnn.claims import EssentiallyUnique

    if not isinstance(verdict.claim, EssentiallyUnique):
        return None
    return numeric_opinion(verdict, verdict.claim.decomposition)


def _say(output: Output, row: Row, widths: Sequence[int]) -> None:
    if output.quiet and row.as_recorded:
        return
    mark = output.painted("✓", "green") if row.as_recorded else output.painted("✗", "red")
    status = _painted(output, row.status.ljust(9), row.status)
    trusts = "trusts " + (", ".join(row.trusts) or "nothing") if row.status in ("proved", "refuted") else ""
    numeric = f"floats: {row.cross_check['outcome']}" if row.cross_check else ""
    line = f"{mark} {row.id.ljust(widths[0])}  {row.proof.ljust(widths[1])}  {status}  {row.seconds:6.2f} s  {trusts}"
    output.answer("  ".join(part for part in (line.rstrip(), numeric) if part))
    if not row.as_recorded:
        output.answer(f"    expected {row.expected}; {row.explanation}")
    else:
        for text in row.explanation.splitlines():
            output.more(f"    {text}")


def _say_opinions(output: Output, rows: Sequence[Row]) -> None:
    outcomes = [row.cross_check["outcome"] for row in rows if row.cross_check]
    if outcomes:
        counted = ", ".join(f"{outcomes.count(one)} {one}" for one in ("agrees", "disagrees", "inconclusive"))
        output.detail(f"numeric opinion, no evidence: {counted}")


def _code(rows: Sequence[Row]) -> Exit:
    """The worst of the rows: a rejected certificate, a proof that raised, something not as recorded."""
    if any(row.status == "rejected" for row in rows):
        return Exit.REJECTED
    if any(row.status == "failed" for row in rows):
        return Exit.INTERNAL
    return Exit.PROVED if all(row.as_recorded for row in rows) else Exit.REFUTED
