"""The record of a run: ``results.json`` for programs, ``RESULTS.md`` for people. Written after every row."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import machine
from benchmarks.measurement import OURS, Bar, Measured, Outcome, ratios

Record = dict[str, Any]
PREFACE = """\
# Benchmarks

One input for all contenders of a row, in turns (ours, rival, ours, rival), in one window of time; their results are
equal, or the row has failed. Seconds are CPU seconds of the routine alone on one processor, BLAS with one thread, or
wall seconds where two threads are named. Rivals in processes of their own (Macaulay2, FFLAS-FFPACK) time their routine
themselves: neither start-up nor reading counts. A ratio is rival / ours, turn by turn: median (least – greatest). The
median decides whether a bar is met. Absent rivals are shown as absent and count for no bar.

`make bench` repeats the full run, `python -m benchmarks rank --quick` a small one of one task; `benchmarks/rivals.sh`
installs and builds the rivals on Debian.
"""


def record(found: Outcome) -> Record:
    """The JSON object of one row."""
    row, result = found.row, found.result()
    return {
        "task": row.task,
        "row": row.name,
        "remark": row.remark,
        "size": row.size,
        "threads": row.threads,
        "result": result if isinstance(result, int | str | None) else str(result),
        "failure": found.failure,
        "contenders": [_contender(found, name) for name in found.notes],
        "bars": [_bar(bar, found.runs, bool(found.failure)) for bar in row.bars],
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "commit": machine.commit(),
        "source": machine.source(),
    }


def _contender(found: Outcome, name: str) -> Record:
    runs = found.runs.get(name, [])
    memory = [run.memory for run in runs if run.memory is not None]
    return {
        "name": name,
        "note": found.notes[name],
        "absent": name in found.absent,
        "seconds": [float(f"{run.seconds:.4g}") for run in runs],
        "memory": round(max(memory), 3) if memory else None,
        "ratio": spread(ratios(runs, found.runs.get(OURS, []))),
    }


def _bar(bar: Bar, runs: dict[str, list[Measured]], failed: bool) -> Record:
    figures = bar.figures(runs)
    unit = "of the input" if bar.memory else "s" if bar.rival is None else "rate" if bar.scale != 1 else "×"
    met = bar.is_met(figures) and not failed if figures else None
    return {"text": bar.text, "unit": unit, "figure": spread(figures), "met": met}


def spread(figures: Sequence[float]) -> list[float] | None:
    """[median, least, greatest], to four digits; None if there are no figures."""
    return [float(f"{x:.4g}") for x in (median(figures), min(figures), max(figures))] if figures else None


def told(row: Record) -> str:
    """The row on the terminal: medians, ratios, bars."""
    lines = []
    for contender in row["contenders"]:
        seconds = "absent" if contender["absent"] else _figure(spread(contender["seconds"]), "s")
        ratio = "" if contender["name"] == OURS or contender["ratio"] is None else _figure(contender["ratio"], "×")
        lines.append(f"  {contender['name']:<34} {seconds:<30} {ratio:<26} {contender['note']}".rstrip())
    for bar in row["bars"]:
        verdict = {True: "met", False: "MISSED", None: "not measured"}[bar["met"]]
        lines.append(f"  bar {bar['text']:<30} {_figure(bar['figure'], bar['unit']):<30} {verdict}")
    lines.append(f"  FAILED: {row['failure']}" if row["failure"] else f"  all agree: {row['result']}")
    return "\n".join(lines)


# ---------------------------------------------------------------------- files


def kept(folder: Path, quick: bool) -> list[Record]:
    """The rows of an earlier run of the same extent on the same machine with the same versions."""
    path = folder / "results.json"
    if not path.exists():
        return []
    found = json.loads(path.read_text(encoding="utf-8"))
    return list(found["rows"]) if found["quick"] == quick and found["machine"] == machine.facts() else []


def write(folder: Path, rows: Iterable[Record], quick: bool) -> None:
    """Both files, each replaced at once, so that an interrupted run leaves whole files."""
    rows = list(rows)
    content = {"machine": machine.facts(), "quick": quick, "rows": rows}
    text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
    folder.mkdir(parents=True, exist_ok=True)
    for name, written in (("results.json", text), ("RESULTS.md", markdown(rows, quick, folder))):
        fresh = folder / f".{name}.fresh"
        fresh.write_text(written, encoding="utf-8")
        os.replace(fresh, folder / name)


# ---------------------------------------------------------------------- Markdown


def markdown(rows: Sequence[Record], quick: bool, folder: Path) -> str:
    """The page: the bars, then one table for each task with its plot, then the machine."""
    parts = [PREFACE]
    if quick:
        parts.append("**This is a quick run at small sizes; the bars belong to the full run.**\n")
    if failures := [f"* {row['task']}, {row['row']}: {row['failure']}" for row in rows if row["failure"]]:
        parts.append("\n".join(["**Rows that failed:**\n", *failures, ""]))
    if bars := list(_bar_lines(rows)):
        parts.append("## Bars\n\n" + _table(("task", "row", "bar", "measured", ""), bars))
    for task in dict.fromkeys(row["task"] for row in rows):
        mine = [row for row in rows if row["task"] == task]
        head = ("row", "result", "contender", "seconds", "ratio to ours", "note")
        parts.append(f"## {task}\n\n" + _table(head, [line for row in mine for line in _lines(row)]))
        if remarks := [f"{row['row']}: {row['remark']}" for row in mine if row["remark"]]:
            parts.append("\n\n".join(dict.fromkeys(remarks)) + "\n")
        if (folder / "plots" / f"{task}.svg").exists():
            parts.append(f"![time against size]({'plots/' + task + '.svg'})\n")
    dates = sorted({row["date"] for row in rows})
    commits = list(dict.fromkeys(row["commit"] for row in rows if row["commit"]))
    facts = {"date": " to ".join(dict.fromkeys([*dates[:1], *dates[-1:]])), "commit": ", ".join(commits)}
    parts.append("## Machine\n\n" + _table(("", ""), list({**facts, **machine.facts()}.items())))
    return "\n".join(parts)


def _bar_lines(rows: Sequence[Record]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        for bar in row["bars"]:
            verdict = {True: "met", False: "**missed**", None: "not measured"}[bar["met"]]
            yield row["task"], row["row"], bar["text"], _figure(bar["figure"], bar["unit"]), verdict


def _lines(row: Record) -> Iterator[tuple[str, ...]]:
    result = "**failed**" if row["failure"] else str(row["result"])
    wall = "" if row["threads"] == 1 else " (wall)"
    for i, contender in enumerate(row["contenders"]):
        seconds = "absent" if contender["absent"] else _figure(spread(contender["seconds"]), "s") + wall
        note = contender["note"]
        if contender["memory"] is not None:
            note = "; ".join(filter(None, (note, f"peak memory {contender['memory']:.2f}× the input")))
        ratio = _figure(contender["ratio"], "×") if contender["name"] != OURS else ""
        yield (row["row"] if i == 0 else "", result if i == 0 else "", contender["name"], seconds, ratio, note)


def _figure(figures: Sequence[float] | None, unit: str) -> str:
    if figures is None:
        return "–"
    scale, sign = (100, " %") if unit == "rate" else (1, {"×": "×"}.get(unit, f" {unit}"))
    middle, least, greatest = (_digits(scale * x) for x in figures)
    return f"{middle}{sign}" if least == greatest else f"{middle}{sign} ({least} – {greatest})"


def _digits(x: float) -> str:
    """Three digits without an exponent."""
    return f"{x:.0f}" if x >= 100 else f"{x:.3g}" if x >= 0.001 else f"{x:.2g}" if x >= 0.0001 else f"{x:.1e}"


def _table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    rows = [head, ["---"] * len(head), *lines]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows) + "\n"
