"""``python -m benchmarks TASK [--quick]``: runs the rows of a task, or of all."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks import machine, plots, report
from benchmarks.measurement import Row, outcome
from benchmarks.tasks import AXES, MODULES, rows_of

HERE = Path(__file__).parent


def main(arguments: list[str] | None = None) -> int:
    """0 if every row came to equal results, 1 if one failed, 130 if interrupted; finished rows are kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("task", choices=["all", *MODULES], help="which rows to run")
    parser.add_argument("--quick", action="store_true", help="small sizes, about a minute for all tasks")
    parser.add_argument("--resume", action="store_true", help="skip rows already measured on this very source")
    parser.add_argument("--write", action="store_true", help="let a quick run replace the files of the full run")
    parser.add_argument("--output", type=Path, help="folder for results.json, RESULTS.md and plots/")
    parser.add_argument("--row", default="", help="only rows whose name contains this")
    chosen = parser.parse_args(arguments)
    folder = chosen.output or (HERE if chosen.write or not chosen.quick else None)
    rows = [row for row in rows_of(chosen.task, chosen.quick) if chosen.row in row.name]
    return run(rows, chosen.quick, chosen.resume, folder)


def run(rows: list[Row], quick: bool, resume: bool, folder: Path | None) -> int:
    """Runs the rows one after the other; each is written down as soon as it is finished."""
    listed = {(row.task, row.name) for row in (*rows_of("all", quick), *rows)}
    earlier = report.kept(folder, quick) if folder is not None else []
    records = {key: r for r in earlier if (key := (r["task"], r["row"])) in listed}
    failed = False
    try:
        for row in rows:
            known = records.get((row.task, row.name))
            if resume and known and known["source"] == machine.source() and not known["failure"]:
                print(f"{row.task}, {row.name}: kept", flush=True)
                continue
            print(f"{row.task}, {row.name}", flush=True)
            found = report.record(outcome(row, lambda line: print(f"    {line}", flush=True)))
            failed |= bool(found["failure"])
            print(report.told(found), flush=True)
            records[row.task, row.name] = found
            if folder is not None:
                keep(folder, list(records.values()), quick)
    except KeyboardInterrupt:
        print("interrupted; the finished rows are kept, and --resume goes on", file=sys.stderr)
        return 130
    return int(failed)


def keep(folder: Path, records: list[report.Record], quick: bool) -> None:
    """Writes the plots and both files. Rows stand in the order of the table of tasks."""
    order = {(row.task, row.name): i for i, row in enumerate(rows_of("all", quick))}
    records.sort(key=lambda r: order.get((r["task"], r["row"]), len(order)))
    for task, axis in AXES.items():
        plots.draw(task, axis, [r for r in records if r["task"] == task], folder / "plots")
    report.write(folder, records, quick)


if __name__ == "__main__":
    sys.exit(main())
