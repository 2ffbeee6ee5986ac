"""Time against size on logarithmic axes, one curve for each contender, with the slope of its fitted line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import exp, log
from pathlib import Path
from statistics import linear_regression, median

from benchmarks.report import Record

Curve = list[tuple[float, float]]  # size, seconds


def curves(rows: Sequence[Record]) -> dict[str, Curve]:
    """Median seconds of each contender at each size, of the rows that have a size and did not fail."""
    found: defaultdict[str, Curve] = defaultdict(list)
    for row in rows:
        if row["size"] is not None and not row["failure"] and row["threads"] == 1:
            for contender in row["contenders"]:
                if contender["seconds"]:
                    found[contender["name"]].append((row["size"], median(contender["seconds"])))
    return {name: sorted(curve) for name, curve in found.items()}


def slope(curve: Curve) -> tuple[float, float] | None:
    """(exponent, factor) of seconds ≈ factor · size^exponent by least squares of logarithms; None below three sizes."""
    if len({size for size, _ in curve}) < 3:
        return None
    fit = linear_regression([log(size) for size, _ in curve], [log(seconds) for _, seconds in curve])
    return fit.slope, exp(fit.intercept)


def draw(task: str, axis: str, rows: Sequence[Record], folder: Path) -> bool:
    """Writes ``folder/TASK.svg``; False if there is nothing to draw (no curve of two sizes) or no matplotlib."""
    try:
        import matplotlib
    except ImportError:
        return False
    found = {name: curve for name, curve in curves(rows).items() if len({size for size, _ in curve}) > 1}
    if not found:
        return False
    matplotlib.use("Agg")
    matplotlib.rcParams.update({"svg.hashsalt": task, "svg.fonttype": "none"})
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 4.5), layout="constrained")
    axes = figure.add_subplot()
    for name, curve in found.items():
        fit = slope(curve)
        label = name if fit is None else f"{name}: exponent {fit[0]:.2f}"
        (line,) = axes.plot(*zip(*curve, strict=True), "o-", markersize=4, linewidth=1, label=label)
        if fit is not None:
            ends = [curve[0][0], curve[-1][0]]
            axes.plot(ends, [fit[1] * size ** fit[0] for size in ends], ":", linewidth=1, color=line.get_color())
    axes.set(xscale="log", yscale="log", xlabel=axis, ylabel="seconds", title=task)
    axes.grid(True, which="major", alpha=0.3)
    axes.legend(fontsize="x-small")
    folder.mkdir(parents=True, exist_ok=True)
    figure.savefig(folder / f"{task}.svg", metadata={"Date": None})
    return True
