"""What all pictures of models have in common: layers as columns of circles, or a row of boxes, as SVG on white.

The ground is white since a notebook may be dark, and an image does not know it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import TypeAlias

DRAWN = 12  # neurons of one layer; of wider layers the first ones are drawn, with the number of the others
ACROSS, DOWN, RADIUS, MARGIN = 130, 44, 14, 36
LETTER = 6.2  # the width of one, about
LINE = 16  # from one line of text to the next
GREY = "#94a3b8"
COLOURS = ("#1f4e79", "#b45309", "#15803d", "#9333ea", "#be123c", "#0e7490")

Weights: TypeAlias = Callable[[int, int, int], str | None]


@dataclass(frozen=True, slots=True)
class Layer:
    """A column of as many circles, each with its label, and a note below them."""

    width: int
    label: Callable[[int], str]
    note: str


def layered(title: str, layers: Sequence[Layer], weights: Weights) -> str:
    """SVG: a column for each layer. ``weights(l, i, j)`` is the colour of the line into circle i of layer l from circle
    j of the layer before, None if there is no line."""
    drawn = [min(layer.width, DRAWN) for layer in layers]
    rows = max(drawn) + any(layer.width > DRAWN for layer in layers)
    height = 2 * MARGIN + DOWN * rows + LINE

    def place(layer: int, i: int) -> tuple[float, float]:
        return MARGIN + layer * ACROSS, MARGIN + DOWN * (max(drawn) / 2 + i - (drawn[layer] - 1) / 2)

    def lines() -> Iterator[str]:
        for layer in range(1, len(layers)):
            for i in range(drawn[layer]):
                for j in range(drawn[layer - 1]):
                    colour = weights(layer, i, j)
                    if colour is not None:
                        (x1, y1), (x2, y2) = place(layer - 1, j), place(layer, i)
                        yield f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{colour}"/>'

    def circles() -> Iterator[str]:
        for column, layer in enumerate(layers):
            for i in range(drawn[column]):
                x, y = place(column, i)
                text = layer.label(i)
                yield f'<circle cx="{x:g}" cy="{y:g}" r="{RADIUS}" fill="white" stroke="#334155"/>'
                above = 4 if len(text) <= 4 else -RADIUS - 4  # a long text stands above its circle
                yield _text(x, y + above, text)
            x, y = place(column, drawn[column])
            if layer.width > drawn[column]:
                yield _text(x, y, f"⋮ {layer.width - drawn[column]} more")
            yield _text(x, height - MARGIN / 2, layer.note, "#57606a")

    return _image(title, 2 * MARGIN + ACROSS * (len(layers) - 1), height, [*lines(), *circles()])


def boxes(title: str, stages: Sequence[Sequence[str]]) -> str:
    """SVG: a row of boxes with lines of text, and an arrow from each to the next."""
    widths = [max(60.0, 20 + LETTER * max(map(len, stage))) for stage in stages]
    high = 20 + LINE * max(map(len, stages))
    gap, left, parts = 36, float(MARGIN), list[str]()
    for k, (stage, wide) in enumerate(zip(stages, widths, strict=True)):
        middle = MARGIN + high / 2
        if k:
            parts.append(f'<path d="M{left - gap:g},{middle:g} h{gap - 8} m-5,-4 l5,4 l-5,4" {_STROKE}/>')
        parts.append(f'<rect x="{left:g}" y="{MARGIN}" width="{wide:g}" height="{high}" rx="6" {_STROKE}/>')
        top = middle + 4 - LINE * (len(stage) - 1) / 2
        parts += [_text(left + wide / 2, top + LINE * i, line) for i, line in enumerate(stage)]
        left += wide + gap
    return _image(title, left - gap + MARGIN, high + 2 * MARGIN, parts)


_STROKE = 'fill="none" stroke="#334155"'


def _text(x: float, y: float, text: str, colour: str = "black") -> str:
    return f'<text x="{x:g}" y="{y:g}" fill="{colour}">{escape(text)}</text>'


def _image(title: str, width: float, height: float, parts: Sequence[str]) -> str:
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
            f'height="{height:g}" font-family="serif" font-size="11" text-anchor="middle">',
            f"<title>{escape(title)}</title>",
            '<rect width="100%" height="100%" rx="6" fill="white"/>',
            *parts,
            "</svg>",
        ]
    )
