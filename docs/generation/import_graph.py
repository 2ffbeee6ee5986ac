"""A picture of the rooms of the package and of who imports whom, drawn from the code as it is."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from html import escape
from math import log2
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "algebra_tnn"
WIDTH, ROW, BOX, HEIGHT = 860, 58, 150, 34


def layers() -> list[list[str]]:
    """The rooms, those first that import the others: the contract that import-linter keeps."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = next(one for one in settings["tool"]["importlinter"]["contracts"] if one["type"] == "layers")
    return [re.findall(rf"{PACKAGE}\.(\w+)", layer) for layer in contract["layers"]]


def imports() -> Counter[tuple[str, str]]:
    """How many modules of one room import how many of another: pairs of modules, by their rooms."""
    graph = grimp.build_graph(PACKAGE)
    pairs = Counter[tuple[str, str]]()
    for module in graph.modules:
        for imported in graph.find_modules_directly_imported_by(module):
            one, other = (name.partition(".")[2].partition(".")[0] for name in (module, imported))
            if one and other and one != other:
                pairs[one, other] += 1
    return pairs


def sizes() -> dict[str, tuple[int, int]]:
    """Modules and lines of each room."""
    found = {}
    for room in (room for layer in layers() for room in layer):
        place = ROOT / PACKAGE / room
        files = sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
        found[room] = len(files), sum(len(file.read_text(encoding="utf-8").splitlines()) for file in files)
    return found


def picture() -> str:
    """The graph as SVG: a row for each layer, a line for each pair of rooms, the thicker the more imports it stands
    for."""
    rows, sized = layers(), sizes()
    places = {
        room: (WIDTH * (i + 1) / (len(row) + 1) + 70 * (-1) ** depth * (len(row) == 1), 30 + ROW * depth)
        for depth, row in enumerate(rows)
        for i, room in enumerate(row)
    }
    lines = [
        f'<path d="M{x0:.0f},{y0 + HEIGHT / 2:.0f} C{x0:.0f},{(y0 + y1) / 2:.0f} {x1:.0f},{(y0 + y1) / 2:.0f} '
        f'{x1:.0f},{y1 - HEIGHT / 2:.0f}" fill="none" stroke="#4a6fa5" stroke-opacity=".35" '
        f'stroke-width="{0.6 + log2(count) / 1.6:.1f}"><title>{one} imports {other}: {count}</title></path>'
        for (one, other), count in sorted(imports().items())
        if one in places and other in places
        for (x0, y0), (x1, y1) in [(places[one], places[other])]
    ]
    boxes = [
        f'<rect x="{x - BOX / 2:.0f}" y="{y - HEIGHT / 2:.0f}" width="{BOX}" height="{HEIGHT}" rx="6" fill="#fff" '
        f'stroke="#4a6fa5"/><text x="{x:.0f}" y="{y - 2:.0f}" font-weight="600">{escape(room)}</text>'
        f'<text x="{x:.0f}" y="{y + 12:.0f}" font-size="10" fill="#555">{sized[room][0]} modules, '
        f"{sized[room][1]:,} lines</text>"
        for room, (x, y) in places.items()
    ]
    height = 30 + ROW * len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" font-size="13" '
        f'font-family="sans-serif" text-anchor="middle"><title>who imports whom</title>{"".join(lines)}'
        f"{''.join(boxes)}</svg>"
    )
