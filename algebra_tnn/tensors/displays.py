"""Tensors as notebooks show them: slices T[:, :, k, …] as small tables or matrices, shortened beyond a size."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from math import prod
from typing import TYPE_CHECKING

from algebra_tnn.text import markup

if TYPE_CHECKING:
    from algebra_tnn.exact import Number
    from algebra_tnn.tensors.tensor import Tensor

_ACROSS = 8  # rows, columns and slices that are shown
_DIGITS = 20  # of one entry


def html(tensor: Tensor) -> str:
    """The slices as tables, each named, below the shape."""
    shape = "×".join(map(str, tensor.shape))
    tables = [markup.grid(rows, name if tensor.order > 2 else "") for name, rows in _slices(tensor)]
    more = _left_out(tensor)
    left = f"<div><small>{more} more slice{'s' * (more != 1)}</small></div>" if more else ""
    return f"<div><div><small>tensor {shape}</small></div>{''.join(tables)}{left}</div>"


def latex(tensor: Tensor) -> str:
    """The slices as matrices side by side."""
    matrices = []
    for _, rows in _slices(tensor):
        lines = r"\\".join("&".join({"…": r"\cdots"}.get(x, x.replace("…", r"\ldots ")) for x in row) for row in rows)
        matrices.append(rf"\begin{{bmatrix}}{lines}\end{{bmatrix}}")
    if _left_out(tensor):
        matrices.append(r"\cdots")
    return "$" + r" \; ".join(matrices) + "$"


def _left_out(tensor: Tensor) -> int:
    return max(0, prod(tensor.shape[2:]) - _ACROSS)


def _slices(tensor: Tensor) -> Iterator[tuple[str, list[list[str]]]]:
    """The name of each slice that is shown, and its entries as text."""
    m, n = tensor.shape[:2]
    for last in islice(product(*map(range, tensor.shape[2:])), _ACROSS):
        rows = [
            [_entry(tensor[(i, j, *last)]) for j in range(min(n, _ACROSS))] + ["…"] * (n > _ACROSS)
            for i in range(min(m, _ACROSS))
        ]
        if m > _ACROSS:
            rows.append(["…"] * len(rows[0]))
        yield f"[{', '.join([':', ':', *map(str, last)])}]", rows


def _entry(number: Number) -> str:
    text = str(number)
    return text if len(text) <= _DIGITS else f"{text[:6]}…{text[-6:]}"
