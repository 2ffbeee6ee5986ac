"""``verify``: runs the proofs of the theorem library, and says whether they are as recorded."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import asdict

from algebra_tnn.cli.commands import limited
from algebra_tnn.cli.failures import BadInput, Exit, Failure, cut_short
from algebra_tnn.cli.library_summary import say_summary, summary
from algebra_tnn.cli.printing import Output
from algebra_tnn.cli.proof_rows import Row, Task, of_death, row
from algebra_tnn.cli.sizes import positive
from algebra_tnn.cli.terminal import is_terminal
from algebra_tnn.cli.theorems import add_folder, known, library_of, painted
from algebra_tnn.cli.watching import Watch, watched

GRACE = 2.0  # seconds in which the processes are ended, after Ctrl-C or at the end of the time


class TooLittle(Failure):
    exit = Exit.UNDECIDED


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("selectors", metavar="SELECTOR", nargs="*", help="an id, a folder or a proof; default: all")
    command.add_argument("--all", action="store_true", help="the whole library, as without a selector")
    command.add_argument(
        "--cases", choices=("one", "wide"), default="one", help="the instance of each proof, or its whole small grid"
    )
    command.add_argument("--jobs", metavar="N", type=positive, help="how many processes (default: one for each core)")
    command.add_argument("--no-cross-check", action="store_true", help="without the numeric opinion")
    add_folder(command)
    limited(command)
    command.set_defaults(grace=GRACE)


def verified(options: argparse.Namespace) -> int:
    if options.all and options.selectors:
        raise BadInput(f"--all is the whole library; leave it out, or leave out {' '.join(options.selectors)}")
    library = library_of(options)
    chosen = known(lambda: library.selected(options.selectors))
    wide = options.cases == "wide"
    tasks = [
        Task(library, s.id, proof, expected, s.trusts, not options.no_cross_check and not wide, wide)
        for s, proof, expected in chosen
    ]
    output = Output(options)
    with watched(options) as watch:
        rows = _rows(tasks, options, output, watch)
    concerned = {s.id: s for s, _, _ in chosen} if options.selectors else {s.id: s for s in library.statements}
    code = _code(rows)
    counts = _counts(rows)
    tables = summary(list(concerned.values()), rows)
    say_summary(output, tables)
    _say_counts(output, counts, code, wide)
    _say_opinions(output, rows)
    results = [{**asdict(row), "trusts": list(row.trusts)} for row in rows]
    areas = [asdict(line) for line in tables]
    output.object({"command": "verify", "results": results, "summary": areas, **counts, "exit": int(code)})
    return code


def _rows(tasks: Sequence[Task], options: argparse.Namespace, output: Output, watch: Watch) -> list[Row]:
    """A row for each task, in their order, said as soon as those before it are there."""
    from algebra_tnn import library

    widths = [max((len(text) for text in texts), default=0) for texts in _texts(tasks)]
    is_seen = not output.json and not output.quiet and is_terminal(sys.stdout)  # then the rows are the progress
    rows: list[Row] = []
    try:
        for task, found in zip(tasks, library.answers(tasks, row, options.jobs), strict=True):
            rows.append(of_death(task, found) if isinstance(found, library.Ended) else found)
            _say(output, rows[-1], widths)
            if not is_seen:
                watch.say(f"proof {len(rows)} of {len(tasks)}: {task.proof}")
    except library.NoProcesses as error:
        raise TooLittle(str(error)) from None
    except KeyboardInterrupt as stop:
        raise cut_short(stop, f"after {len(rows)} of {len(tasks)} proofs") from None
    return rows


def _texts(tasks: Sequence[Task]) -> tuple[list[str], list[str]]:
    return [task.id for task in tasks], [task.proof for task in tasks]


def _say(output: Output, row: Row, widths: Sequence[int]) -> None:
    if output.quiet and row.as_recorded:
        return
    mark = output.painted("✓", "green") if row.as_recorded else output.painted("✗", "red")
    status = painted(output, row.status.ljust(9), row.status)
    trusts = "trusts " + (", ".join(row.trusts) or "nothing") if row.status in ("proved", "refuted") else ""
    cases = f"{row.cases} cases" if row.cases > 1 else ""
    floats = f"floats: {row.cross_check['outcome']}" if row.cross_check else ""
    line = f"{mark} {row.id.ljust(widths[0])}  {row.proof.ljust(widths[1])}  {status}  {row.seconds:6.2f} s  {trusts}"
    output.answer("  ".join(part for part in (line.rstrip(), cases, floats) if part))
    if not row.as_recorded:
        output.answer(f"    expected {row.expected}; {row.explanation}")
    else:
        for text in row.explanation.splitlines():
            output.more(f"    {text}")


def _counts(rows: Sequence[Row]) -> dict[str, int]:
    return {
        "proofs": len(rows),
        "cases": sum(row.cases for row in rows),
        "as_recorded": sum(row.as_recorded for row in rows),
        "trust_nothing": sum(not row.trusts for row in rows if row.status in ("proved", "refuted")),
    }


def _say_counts(output: Output, counts: dict[str, int], code: Exit, wide: bool) -> None:
    kept = f"{counts['as_recorded']} of {counts['proofs']} as recorded"
    cases = f", {counts['cases']:,} cases" if wide else ""
    kept = painted(output, kept, "refuted" if code else "proved")
    output.answer(f"{kept}{cases}; {counts['trust_nothing']} trust no published theorem")


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
