"""Formulas in plain text: where indices and exponents are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

Level: TypeAlias = Literal["on", "low", "high"]
_PLAIN = "[0-9A-Za-z\u0370-\u03ffℓ]+"  # no raised letters: W_1ᵀ has the index 1
_WRITTEN = rf"(?<=[^\W_]|[)\]}}⟩])([_^])(?:\(([^()]+)\)|\{{([^{{}}]+)\}}|({_PLAIN}))"


def levels(text: str) -> Iterator[tuple[Level, str]]:
    """The parts of a text on the line, below it and above it, where indices are written a_i, a_(i+1), and so exponents.

    Brackets around a number stay, as in T_(1), the unfolding.

    >>> list(levels("x_(i+1)^2 + T_(1)"))
    [('on', 'x'), ('low', 'i+1'), ('high', '2'), ('on', ' + T'), ('low', '(1)')]
    >>> list(levels("W_1ᵀ"))
    [('on', 'W'), ('low', '1'), ('on', 'ᵀ')]
    """
    end = 0
    for found in re.finditer(_WRITTEN, text):
        sign, bracketed, braced, plain = found.groups()
        if found.start() > end:
            yield "on", text[end : found.start()]
        inner = f"({bracketed})" if bracketed and bracketed.isdigit() else bracketed or braced or plain
        yield ("low" if sign == "_" else "high"), inner
        end = found.end()
    if text[end:]:
        yield "on", text[end:]
