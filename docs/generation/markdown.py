"""Plain texts and tables as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from algebra_tnn.text.indices import levels

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$^!&])")
_TAGS = {"low": "sub", "high": "sup"}
_CODE = re.compile(r"(`[^`]*`)")


def markdown(text: str) -> str:
    """The text, which is no Markdown but for names in backticks, as Markdown that shows it as it is.

    Indices and exponents are set low and high.
    """
    parts = _CODE.split(text)
    return "".join(part if i % 2 else _plain(part) for i, part in enumerate(parts))


def _plain(text: str) -> str:
    shown = ""
    for level, part in levels(text):
        if level == "on":
            shown += _SPECIAL.sub(r"\\\1", part)
        else:  # an exponent may have an index
            shown += f"<{_TAGS[level]}>{_plain(part)}</{_TAGS[level]}>"
    return shown


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The table; its cells are Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace(chr(10), ' ') for cell in line)} |\n" for line in lines)


def badge(status: str) -> str:
    """The status, in its colour."""
    return f"[{status}]{{.status .{status}}}"
