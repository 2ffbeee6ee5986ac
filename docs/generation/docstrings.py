"""Docstrings as the reference shows them."""

from __future__ import annotations

import re

from generation.bibliography import anchor, keys

_BRACKETS = re.compile(r"\[(\w+)\]")


def with_links(lines: list[str]) -> list[str]:
    """The lines of a docstring, with a link at each citation key in brackets; doctests stay as they are."""
    return [line if line.lstrip().startswith((">>>", "...")) else _BRACKETS.sub(_linked, line) for line in lines]


def _linked(found: re.Match[str]) -> str:
    return f"[:ref:`{found[1]} <{anchor(found[1])}>`]" if found[1] in keys() else found[0]
