"""Networks with a cut, and ranks of all bipartitions, as figures of matplotlib (the optional extra ``notebooks``)."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, combinations
from textwrap import fill
from typing import TYPE_CHECKING, Any

from algebra_tnn.explore.network_cuts import FormatCut, NetworkCut
from algebra_tnn.explore.network_layouts import Layout, Place, layout

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

CUT, BOND, INSIDE, OUTSIDE, TEXT = "#dc2626", "#94a3b8", "#bbf7d0", "#e0e7ff", "#1e293b"
NODE = 0.2  # the radius, where neighbours in a row are 1 apart
SCALE = 0.95  # inches for 1
LONGEST_NAME = 4  # that fits into a node
NARROWEST, LETTERS = 3.5, 13  # of a picture, in inches; how many letters of the title fit into one
MOST_NUMBERS = 32  # rows of a heat map that shows its numbers


def cut_drawing(cut: FormatCut) -> Figure:
    """Each network of a format with its cut.

    Letters that are cut are red; nodes are green on the side of the chosen modes, blue on the other, and bear the names
    of their parameters; constants are dashed. Raises: ImportError without matplotlib.
    """
    from matplotlib.figure import Figure

    cuts = cut.cuts
    places = [layout(cut.network) for cut in cuts]
    extents = [_extent(found) for found in places]
    widths = [right - left for left, right, _, _ in extents]
    height = max(top - bottom for _, _, bottom, top in extents)
    width = max(NARROWEST, SCALE * sum(widths))
    figure = Figure(figsize=(width, SCALE * height + 0.9))
    grid = figure.subplots(1, len(cuts), squeeze=False, width_ratios=widths)
    for axes, part, found, (left, right, bottom, top) in zip(grid[0], cuts, places, extents, strict=True):
        axes.set(xlim=(left, right), ylim=(bottom, top), aspect="equal", title=f"cut: {_named_product(part)}")
        axes.title.set_fontsize(9)
        axes.axis("off")
        _draw(axes, part, found)
    figure.suptitle(fill(str(cut.format), int(LETTERS * width)), fontsize=10)
    figure.subplots_adjust(left=0.02, right=0.98, bottom=0.02, top=1 - 0.8 / (SCALE * height + 0.9), wspace=0.02)
    return figure


def heat_map(bounds: Mapping[tuple[int, ...], tuple[int, int]], order: int, title: str) -> Figure:
    """Lower and upper bounds of the rank of each bipartition of so many positions; the lower one gives the colour.

    A row is what a side has of the first half of the positions, a column what it has of the others. A bipartition is
    named by one of its sides, whose positions ascend; both sides have one rank, so that the picture stays the same when
    it is turned by half a turn. What has no bounds is left white. Raises: ImportError without matplotlib.
    """
    from matplotlib.figure import Figure

    first, second = _subsets(range(order // 2)), _subsets(range(order // 2, order))
    every = set(range(order))

    def bound(side: tuple[int, ...]) -> tuple[int, int] | None:
        return bounds.get(side) or bounds.get(tuple(sorted(every - {*side})))

    table = [[bound((*one, *two)) for two in second] for one in first]
    figure = Figure(figsize=(0.45 * len(second) + 2.2, 0.36 * len(first) + 1.8))
    axes = figure.subplots()
    image = axes.imshow([[float("nan") if b is None else b[0] for b in row] for row in table], aspect="auto")
    axes.set_yticks(range(len(first)), [_listed(side) for side in first], fontsize=7)
    axes.set_xticks(range(len(second)), [_listed(side) for side in second], fontsize=7, rotation=90)
    axes.set(ylabel="of the first half", xlabel="of the second half")
    axes.set_title(fill(title, int(LETTERS * figure.get_figwidth())), fontsize=10)
    lows = [low for low, _ in bounds.values()]
    if len(second) <= MOST_NUMBERS:
        for i, row in enumerate(table):
            for j, (low, high) in ((j, b) for j, b in enumerate(row) if b is not None):
                colour = "white" if 2 * low <= min(lows) + max(lows) else "black"
                text = str(low) if low == high else f"{low}–{high}"
                axes.text(j, i, text, ha="center", va="center", fontsize=7, color=colour)
    figure.colorbar(image, label="separation rank")
    figure.tight_layout()
    return figure


def _subsets(positions: range) -> list[tuple[int, ...]]:
    """All parts, by their numbers of elements, each ascending."""
    return list(chain.from_iterable(combinations(positions, k) for k in range(len(positions) + 1)))


def _listed(side: tuple[int, ...]) -> str:
    return ",".join(map(str, side)) or "∅"


def _named_product(cut: NetworkCut) -> str:
    names = " · ".join(letter for letter, n in cut.letters if n > 1 or cut.size == 1)
    return f"{names} = {cut.product}" if names else "nothing"


def _extent(found: Layout) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of what is drawn."""
    xs, ys = zip(*found.nodes.values(), *found.letters.values(), strict=True)
    return min(xs) - 0.5, max(xs) + 0.5, min(ys) - 0.45, max(ys) + 0.45


def _draw(axes: Axes, cut: NetworkCut, found: Layout) -> None:
    network, is_cut = cut.network, dict(cut.letters)
    sizes = dict(network.sizes)
    for letter, place in found.letters.items():
        colour = CUT if letter in is_cut else BOND
        ends = [node.name for node in network.homes[letter]]
        for name in ends:
            _line(axes, found.nodes[name], place, colour, 2.2 if letter in is_cut else 1.2)
        is_mode = letter in network.modes
        if len(ends) > 2 or (is_mode and len(ends) > 1):
            axes.plot(*place, "o", color=colour, markersize=5, zorder=2)
        side = INSIDE if letter in cut.modes else OUTSIDE
        box: dict[str, Any] = {"boxstyle": "round,pad=0.15", "lw": 0, "fc": side if is_mode else "white", "alpha": 0.9}
        text = CUT if letter in is_cut else TEXT
        axes.text(*place, f"{letter}: {sizes[letter]}", color=text, fontsize=8, ha="center", va="center", bbox=box)
    for node in network.nodes:
        x, y = found.nodes[node.name]
        fill = INSIDE if node.name in cut.inside else OUTSIDE
        edge = "dashed" if node.constant is not None else "solid"
        axes.scatter([x], [y], s=(2 * 72 * SCALE * NODE) ** 2, color=fill, edgecolors=TEXT, linestyle=edge, zorder=3)
        below = 0.0 if len(node.parameter) <= LONGEST_NAME else NODE + 0.12
        axes.text(x, y - below, node.parameter, color=TEXT, fontsize=8, ha="center", va="center", zorder=4)


def _line(axes: Axes, start: Place, end: Place, colour: str, width: float) -> None:
    axes.plot([start[0], end[0]], [start[1], end[1]], color=colour, linewidth=width, zorder=1)
