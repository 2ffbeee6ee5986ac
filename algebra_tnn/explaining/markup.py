"""A document as plain text, Markdown or LaTeX."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable
from typing import Literal, TypeAlias, get_args

from algebra_tnn.exact.scalars import any_number_of_digits
from algebra_tnn.explaining.exhibits import Exhibit
from algebra_tnn.explaining.explanations import Block, Item, Paragraph
from algebra_tnn.explaining.mathematics import latex_mathematics
from algebra_tnn.explaining.wording import capitalized
from algebra_tnn.text.tex import code

Markup: TypeAlias = Literal["text", "latex", "markdown"]
MARKUPS: tuple[Markup, ...] = get_args(Markup)

_WIDTH = 100  # of lines of text
_NARROW = 60  # characters of mathematics that fit on a line of a page
_LOW = 30  # rows of a matrix that fit on a page
_INLINE = re.compile(r"\$([^$]*)\$|`([^`]*)`|([^$`]+)")
_PLAIN = str.maketrans({"ℚ": "Q", "ℝ": "R", "ℂ": "C"})
_PREAMBLE = r"""\documentclass{article}
\usepackage{amsmath,amssymb}
\emergencystretch=3em
\begin{document}
"""


def document(blocks: Iterable[Block], markup: Markup = "text", standalone: bool = False) -> str:
    """The blocks in this markup; of LaTeX a fragment, or a ``standalone`` document."""
    with any_number_of_digits():
        match markup:
            case "text":
                return as_text(blocks)
            case "markdown":
                return as_markdown(blocks)
            case "latex":
                return as_latex(blocks, standalone)


def inline(
    text: str, mathematics: Callable[[str], str], word: Callable[[str], str], plain: Callable[[str], str]
) -> str:
    """The sentence with its mathematics, the words of the format, and the rest, each set in its own way."""

    def part(match: re.Match[str]) -> str:
        if match[1] is not None:
            return mathematics(match[1])
        return word(match[2]) if match[2] is not None else plain(match[3])

    return _INLINE.sub(part, text)


# ------------------------------------------------------------------------------------------------------ plain text


def as_text(blocks: Iterable[Block]) -> str:
    """Lines for a terminal; what belongs to a step is indented."""
    lines: list[str] = []
    indent = ""
    for block in blocks:
        match block:
            case Paragraph(text):
                lines += [*([""] if lines and not indent else []), *_wrapped(_plain(text), indent)]
            case Item(label, rule, text):
                lines += ["", *_wrapped(f"{label} ({rule}): {_plain(text)}", "", "    ")]
                indent = "    "
            case Exhibit(title, rows, aligned, left):
                lines += _wrapped(f"{_plain(capitalized(title))}:", indent) if title else []
                shown = _aligned(rows) if aligned else [row[0] for row in rows]
                for line in [*shown, *([left] if left else [])]:
                    lines += [indent + "  " + line] if aligned else _wrapped(line, indent + "  ", indent + "    ")
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    return inline(text, str, str, str).translate(_PLAIN)


def _wrapped(text: str, first: str, later: str | None = None) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=first if later is None else later,
        break_on_hyphens=False, break_long_words=False,
    )  # fmt: skip


def _aligned(rows: Iterable[tuple[str, ...]]) -> list[str]:
    table = list(rows)
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in table]


# -------------------------------------------------------------------------------------------------------- Markdown


def as_markdown(blocks: Iterable[Block]) -> str:
    """Markdown with mathematics between dollars, as notebooks and documentation read it."""
    return "\n".join(_markdown(block) for block in blocks)


def _markdown(block: Block) -> str:
    match block:
        case Paragraph(text):
            return f"{_marked(text)}\n"
        case Item(label, rule, text):
            return f"**{label}** (`{rule}`): {_marked(text)}\n"
        case Exhibit(title, rows, aligned, left):
            head = f"{_marked(capitalized(title))}:\n\n" if title else ""
            body = (
                f"$$\n{_array(rows)}\n$$\n"
                if aligned
                else "".join(f"- ${latex_mathematics(row[0])}$\n" for row in rows)
            )
            return head + body + (f"\n{left}\n" if left else "")


def _marked(text: str) -> str:
    return inline(text, lambda x: f"${latex_mathematics(x)}$", lambda x: f"`{x}`", lambda x: x.replace("*", r"\*"))


# ----------------------------------------------------------------------------------------------------------- LaTeX


def as_latex(blocks: Iterable[Block], standalone: bool = False) -> str:
    """LaTeX that needs amsmath and amssymb alone: a fragment, or a document of its own. It is ASCII."""
    parts = []
    steps = False
    for block in blocks:
        match block:
            case Paragraph(text):
                parts.append(f"{_set(text)}\n")
            case Item(label, rule, text):
                parts += [] if steps else ["\\begin{description}"]
                steps = True
                parts.append(f"\\item[{{{_set(label)} (\\texttt{{{_escaped(rule)}}}).}}] {_set(text)}\n")
            case Exhibit():
                parts.append(_exhibit(block))
    fragment = "\n".join([*parts, *(["\\end{description}\n"] if steps else [])])
    return f"{_PREAMBLE}{fragment}\\end{{document}}\n" if standalone else fragment


def _exhibit(exhibit: Exhibit) -> str:
    head = f"{_set(capitalized(exhibit.title))}:\n" if exhibit.title else ""
    if exhibit.aligned and len(exhibit.rows) <= _LOW and max(sum(map(len, row)) for row in exhibit.rows) <= _NARROW:
        body = f"\\[\n{_array(exhibit.rows)}\n\\]\n"
    elif exhibit.rows:
        listed = (f"({', '.join(row)})" if exhibit.aligned else row[0] for row in exhibit.rows)
        lines = "\\\\\n".join(f"${_breakable(row)}$" for row in listed)
        body = f"\\begin{{flushleft}}\n{lines}\n\\end{{flushleft}}\n"
    else:
        body = ""
    return head + body + (f"{_set(exhibit.left)}\n" if exhibit.left else "")


def _breakable(row: str) -> str:
    """A formula that may go on in the next line, at other places than its operators, too, if it is long."""
    latex = latex_mathematics(row)
    return latex.replace(" ", r" \allowbreak ").replace(")(", r")\allowbreak (") if len(row) > _NARROW else latex


def _array(rows: tuple[tuple[str, ...], ...]) -> str:
    lines = " \\\\\n".join(" & ".join(map(latex_mathematics, row)) for row in rows)
    return f"\\left(\\begin{{array}}{{{'r' * len(rows[0])}}}\n{lines}\n\\end{{array}}\\right)"


def _set(text: str) -> str:
    return inline(text, lambda x: f"${latex_mathematics(x)}$", lambda x: rf"\texttt{{{_escaped(x)}}}", _escaped)


def _escaped(text: str) -> str:
    """The text for the fonts that LaTeX has without further packages, which lack straight quotation marks."""
    return code(text.replace('"', "''")).replace("–", "--")
