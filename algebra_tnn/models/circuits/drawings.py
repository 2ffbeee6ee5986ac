"""Pooling trees drawn: a column for the inputs and one for each layer of brackets, with lines to what they multiply."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from algebra_tnn.models.circuits.trees import Windows
from algebra_tnn.models.layered_drawings import COLOURS, GREY, Layer, layered


def pooling_drawing(
    title: str, layouts: Mapping[str, Windows], inputs: int, dimension: int, channels: Sequence[int], product: str = "×"
) -> str:
    """SVG. The summands of a mixture stand below each other, in colours of their own, and meet in a sum.

    Args: layouts: the windows of each summand; product: the sign of what is done in a window.
    """
    lines: dict[tuple[int, int, int], str] = {}
    counts = [inputs, *(0 for _ in channels)]
    for number, windows in enumerate(layouts.values()):
        colour = GREY if len(layouts) == 1 else COLOURS[number % len(COLOURS)]
        below = 0  # where the positions of this summand begin in the column of the layer before
        for layer, positions in enumerate(windows, 1):
            start = counts[layer]
            for i, window in enumerate(positions):
                lines |= {(layer, start + i, below + j): colour for j in window}
            counts[layer] += len(positions)
            below = start
    layers = [Layer(inputs, lambda i: f"x_{i}", f"dimension {dimension}")]
    layers += [
        Layer(n, lambda _: product, f"{r} channel{'s' * (r != 1)}") for n, r in zip(counts[1:], channels, strict=True)
    ]
    if len(layouts) > 1:
        lines |= {(len(layers), 0, i): COLOURS[i % len(COLOURS)] for i in range(counts[-1])}
        layers.append(Layer(1, lambda _: "+", ""))
    return layered(title, layers, lambda *line: lines.get(line))
