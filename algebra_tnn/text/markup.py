"""Fragments of HTML for notebooks and reports: what is shown is escaped, and legible on light and on dark ground."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

COLOURS = {"proved": "#1a7f37", "refuted": "#cf222e", "undecided": "#9a6700"}  # white text is legible on these
OTHER = "#57606a"
_LINE = "1px solid rgba(128,128,128,.45)"


def badge(status: str) -> str:
    """The status in white on its colour.

    >>> "#1a7f37" in badge("proved") and ">proved<" in badge("proved")
    True
    """
    style = f"background:{COLOURS.get(status, OTHER)};color:#fff;border-radius:.7em;padding:.1em .6em;font-weight:600"
    return f'<span style="{style}">{escape(status)}</span>'


def code(text: str) -> str:
    return f"<code>{escape(text)}</code>"


def preformatted(text: str) -> str:
    """The text as it is, its lines kept; long ones scroll.

    >>> preformatted("1 < 2")
    '<pre style="overflow-x:auto">1 &lt; 2</pre>'
    """
    return f'<pre style="overflow-x:auto">{escape(text)}</pre>'


def folded(summary: str, content: str) -> str:
    """The content, an HTML fragment, behind a line of text that opens it."""
    return f"<details><summary>{escape(summary)}</summary>{content}</details>"


def shortened(text: str, most: int) -> str:
    """The beginning of a text with more characters than that, and how many it has.

    >>> shortened("abcdef", 3)
    'abc… (6 characters)'
    """
    return text if len(text) <= most else f"{text[:most]}… ({len(text):,} characters)"


def grid(rows: Sequence[Sequence[str]], caption: str = "") -> str:
    """A small table of text, such as a matrix, with lines between its cells."""
    cell = f'<td style="border:{_LINE};padding:.15em .5em;text-align:right">'
    body = "".join("<tr>" + "".join(f"{cell}{escape(text)}</td>" for text in row) + "</tr>" for row in rows)
    title = f'<caption style="caption-side:top">{escape(caption)}</caption>' if caption else ""
    style = "display:inline-table;border-collapse:collapse;margin:.3em 1em .3em 0"
    return f'<table style="{style}">{title}<tbody>{body}</tbody></table>'


def headed_table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table with a caption and named columns.

    >>> print(headed_table("squares", ("n", "n²"), [("2", "4")]))
    <table>
    <caption>squares</caption>
    <thead><tr><th>n</th><th>n²</th></tr></thead>
    <tbody>
    <tr><td>2</td><td>4</td></tr>
    </tbody>
    </table>
    """

    def line(cells: Sequence[str], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"

    body = "\n".join(line(row, "td") for row in rows)
    caption = f"<caption>{escape(title)}</caption>"
    return f"<table>\n{caption}\n<thead>{line(head, 'th')}</thead>\n<tbody>\n{body}\n</tbody>\n</table>"
