"""The texts of proof files as blocks: paragraphs with marks, and formulas on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["plain", "strong", "code"]
_MARK = re.compile(r"\*\*(?P<strong>[^*\n]+)\*\*|``?(?P<code>[^`\n]+)``?")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, its lines joined; or, if ``kept``, lines as they are."""

    text: str
    kept: bool = False


def blocks(text: str) -> Iterator[Block]:
    """The paragraphs of a text; indented lines are kept as they are.

    >>> list(blocks("One\\nparagraph.\\n\\n    a = b\\n\\nEnd."))
    [Block(text='One paragraph.', kept=False), Block(text='a = b', kept=True), Block(text='End.', kept=False)]
    """
    for part in re.split(r"\n\s*\n", text.strip("\n")):
        lines: list[str] = []
        for line in part.splitlines():
            if line.startswith("    ") != bool(lines and lines[0].startswith("    ")) and lines:
                yield _block(lines)
                lines = []
            lines.append(line)
        if lines:
            yield _block(lines)


def _block(lines: list[str]) -> Block:
    if lines[0].startswith("    "):
        return Block("\n".join(line.removeprefix("    ").rstrip() for line in lines), kept=True)
    return Block(" ".join(" ".join(lines).split()))


def marked(text: str, write: Callable[[Kind, str], str]) -> str:
    """The text with its parts written: ``**strong**``, code between backticks, and what is between.

    >>> marked("**Proof.** By `kruskal`.", lambda kind, part: f"<{kind}:{part}>")
    '<strong:Proof.><plain: By ><code:kruskal><plain:.>'
    """
    pieces: list[tuple[Kind, str]] = []
    end = 0
    for found in _MARK.finditer(text):
        kind: Kind = "strong" if found["strong"] is not None else "code"
        pieces += [("plain", text[end : found.start()]), (kind, found[kind])]
        end = found.end()
    pieces.append(("plain", text[end:]))
    return "".join(write(kind, part) for kind, part in pieces if part)
