"""A report as one HTML file: styles, the script and the pictures are in it, and nothing is loaded from elsewhere."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files
from urllib.parse import quote

from algebra_tnn.reporting.contents import Entry, ProofFile, Report
from algebra_tnn.reporting.prose import Kind, blocks, marked
from algebra_tnn.reporting.sections import CHAPTERS, Section
from algebra_tnn.text.indices import levels


def html(report: Report) -> str:
    """The page. It forbids itself to load or to run anything but what it holds."""
    body, script = _Body(report), _resource("report.js")
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{escape(report.title)}</title>",
            f"<style>\n{_resource('report.css')}</style>",
            "</head>",
            "<body>",
            '<a class="skip" href="#statements">To the statements</a>',
            f"<header>\n<h1>{escape(report.title)}</h1>",
            *(f"<p>{escape(line)}</p>" for line in report.summary),
            "</header>",
            *body.contents(),
            '<form id="search" role="search" hidden><label for="words">Search</label> '
            '<input type="search" id="words" autocomplete="off"><p id="found" role="status"></p></form>',
            '<main id="statements">',
            *body.statements(),
            *body.references(),
            *body.versions(),
            "</main>",
            f"<script>{script}</script>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _resource(name: str) -> str:
    return files("algebra_tnn.reporting").joinpath("embedded", name).read_text(encoding="utf-8")


def _hash(script: str) -> str:
    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"


def _anchor(kind: str, name: str) -> str:
    """An id that no text can break out of; equal names have equal ones, and those of usual statements are their ids."""
    if kind == "statement" and re.fullmatch(r"[A-Z]\d+[a-z]?", name):
        return name
    return f"{kind}-{quote(name, safe='')}".replace("%", ".")


def _link(anchor: str, text: str, more: str = "") -> str:
    return f'<a href="#{anchor}"{more}>{text}</a>'


def _heading(section: Section) -> str:
    return escape(f"{section.number} {section.title}")


def _badge(status: str) -> str:
    known = status if status in ("proved", "refuted", "failed") else "stated"
    return f'<span class="badge {known}">{escape(status)}</span>'


def _line(text: str) -> str:
    """A text with its indices set low and its exponents high."""
    tags = {"on": "{}", "low": "<sub>{}</sub>", "high": "<sup>{}</sup>"}
    return "".join(tags[level].format(escape(part)) for level, part in levels(text))


class _Body:
    """Writes the parts of one page; a proof file of several statements has its anchor where it is first."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._files = {file.name for file in report.files}
        self._placed: set[str] = set()

    def contents(self) -> Iterator[str]:
        yield '<nav aria-label="Contents"><details open><summary>Contents</summary><ol>'
        for section, entries in self._report.sections:
            statements = [entry.statement for entry in entries]
            links = [(_anchor("statement", s.id), f"{escape(s.id)} {_line(s.title)}") for s in statements]
            listed = "".join(f"<li>{_link(*link)}</li>" for link in links)
            heading = f"{_link(section.anchor, _heading(section))} ({len(entries)})"
            yield f"<li><details><summary>{heading}</summary><ol>{listed}</ol></details></li>"
        if self._report.references:
            yield f"<li>{_link('references', 'References')}</li>"
        yield f"<li>{_link('versions', 'Versions')}</li></ol></details></nav>"

    def statements(self) -> Iterator[str]:
        chapter = ""
        for section, entries in self._report.sections:
            if section.chapter not in (chapter, section.number):
                yield f"<h2>{section.chapter} {escape(CHAPTERS[section.chapter])}</h2>"
            chapter = section.chapter
            level = "h2" if section.number == chapter else "h3"
            yield f'<section id="{section.anchor}">\n<{level}>{_heading(section)}</{level}>'
            for entry in entries:
                yield from self._entry(entry)
            yield "</section>"

    def _entry(self, entry: Entry) -> Iterator[str]:
        s, anchor = entry.statement, _anchor("statement", entry.statement.id)
        yield f'<article id="{anchor}">'
        yield f"<h4>{_link(anchor, escape(s.id), ' class=id')}{_line(s.title)} {_badge(s.status)}</h4>"
        yield self._paragraphs(s.statement)
        yield "<dl>"
        hypotheses = "".join(f"<li>{self._prose(text)}</li>" for text in s.hypotheses)
        if hypotheses:
            yield f"<dt>Hypotheses</dt><dd><ol>{hypotheses}</ol></dd>"
        for part in entry.parts:
            content = self._keys(part.citations) if part.citations else self._paragraphs(part.text)
            yield f"<dt>{part.heading}</dt><dd>{content}</dd>"
        yield "</dl>"
        for heading, proofs in (("Proofs", entry.proofs), ("Counterexamples that limit it", entry.counterexamples)):
            if proofs:
                yield f'<p class="soft">{heading}</p>'
            for file in proofs:
                yield from self._proof(file)
        yield "</article>"

    def _keys(self, citations: Sequence[str]) -> str:
        """Links to publications; a citation may say where in one, as in "Kruskal1977, Theorem 4a"."""
        found = []
        for citation in citations:
            key, comma, where = citation.partition(",")
            shown = f"[{escape(key)}]{escape(comma + where)}"
            known = key.strip() in self._report.references
            found.append(_link(_anchor("reference", key.strip()), shown) if known else shown)
        return "; ".join(found)

    def _proof(self, file: ProofFile) -> Iterator[str]:
        """A proof file, folded."""
        place = "" if file.name in self._placed else f' id="{_anchor("proof", file.name)}"'
        self._placed.add(file.name)
        run = file.run if file.run is not None and file.run.digest else None
        digest = f' <span class="digest">SHA-256 {run.digest[:16]}…</span>' if run else ""
        yield f"<details{place}><summary><code>{escape(file.name)}</code> {_badge(file.status)}{digest}"
        yield f"<br>{self._prose(file.title, linked=False)}</summary>"
        yield from (f"<p>{_line(sentence)}</p>" for sentence in file.outcome)
        if run:
            digest = f"certificate: {run.characters:,} characters, SHA-256 <code>{run.digest}</code>"
            yield f'<p class="digest">{digest}</p>'
        if file.picture:
            source = f"data:image/svg+xml;base64,{b64encode(file.picture.encode()).decode()}"
            shown = f'<div tabindex="0"><img src="{source}" alt="{escape(file.caption)}" loading="lazy"></div>'
            yield f"<figure>{shown}<figcaption>{escape(file.caption)}</figcaption></figure>"
        for block in blocks(file.text.strip().partition("\n")[2]):
            yield f'<pre tabindex="0">{escape(block.text)}</pre>' if block.kept else f"<p>{self._prose(block.text)}</p>"
        yield "</details>"

    def _paragraphs(self, text: str) -> str:
        return "".join(f"<p>{self._prose(part)}</p>" for part in text.split("\n\n"))

    def _prose(self, text: str, linked: bool = True) -> str:
        def written(kind: Kind, part: str) -> str:
            if kind == "code":
                code = f"<code>{escape(part)}</code>"
                return _link(_anchor("proof", part), code) if linked and part in self._files else code
            return f"<strong>{_line(part)}</strong>" if kind == "strong" else _line(part)

        return marked(text, written)

    def references(self) -> Iterator[str]:
        lines = self._report.references.items()
        listed = [f'<li id="{_anchor("reference", key)}">[{escape(key)}] {escape(line)}</li>' for key, line in lines]
        if listed:
            yield f'<section id="references"><h2>References</h2><ul>{"".join(listed)}</ul></section>'

    def versions(self) -> Iterator[str]:
        lines = self._report.versions.items()
        rows = "".join(f"<tr><th>{escape(name)}</th><td>{escape(text)}</td></tr>" for name, text in lines)
        yield f'<section id="versions"><h2>Versions</h2><div class="scroll"><table>{rows}</table></div></section>'
