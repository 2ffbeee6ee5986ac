"""A page for each statement of the theorem library, and the statements by area, by family and by status."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from algebra_tnn import library
from algebra_tnn.library import Statement
from generation.bibliography import cited
from generation.markdown import badge, markdown, table

_MEANINGS = {
    "proved": "it is a theorem, and its instances here are decided by certificates",
    "refuted": "it is false as it is usually quoted, and a counterexample is certified",
    "stated": "no small case can check it; its page says why",
}
_MENTION = re.compile(r"\b[A-H][0-9]{1,2}[a-d]?\b|`[^`]*`")


def pages() -> Iterator[tuple[str, str]]:
    """The pages, by their paths."""
    every = _own()
    yield "statements/index.md", _index(every)
    yield "statements/by-status.md", _by_status(every)
    yield "statements/by-family.md", _by_family(every)
    for area in _areas():
        yield f"statements/{area}.md", f"# {area.capitalize()}\n\n{_table(_in_area(area))}"
    for each in every:
        yield f"statements/{name(each)}.md", _page(each)


def name(each: Statement) -> str:
    """The name of the page about a statement, without its ending."""
    return each.id.lower()


@cache
def _own() -> tuple[Statement, ...]:
    """The statements of this package; those of plug-ins that happen to be installed are not among them."""
    return tuple(each for each in library.statements() if not each.origin)


def _areas() -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.area for each in _own()))


def _in_area(area: str) -> list[Statement]:
    return [each for each in _own() if each.area == area]


# ------------------------------------------------------------------------------------------------------------- indices


def _index(every: Sequence[Statement]) -> str:
    rows = []
    for area in _areas():
        some = [each.status for each in _in_area(area)]
        rows.append([f"[{area}]({area}.md)", *(str(some.count(status)) for status in _MEANINGS), str(len(some))])
    meanings = "\n".join(f"* {badge(status)}: {meaning}." for status, meaning in _MEANINGS.items())
    contents = "\n".join(["by-status", "by-family", *_areas()])
    return f"""# Statements

The theorem library has {len(every)} statements and {sum(len(each.files) for each in every)} proofs and
counterexamples. Their texts are those that `algebra-tnn show` prints; `algebra-tnn verify` runs the proofs.

{table(["area", *_MEANINGS, "all"], rows)}
The same [by status](by-status.md) and [by family of models](by-family.md). What a status means:

{meanings}

```{{toctree}}
:hidden:

{contents}
```
"""


def _by_status(every: Sequence[Statement]) -> str:
    parts = ["# Statements by status\n"]
    for status, meaning in _MEANINGS.items():
        some = [each for each in every if each.status == status]
        parts += [f"\n## {status.capitalize()}\n\n{meaning[0].upper()}{meaning[1:]}.\n\n", _table(some)]
    return "".join(parts)


def _by_family(every: Sequence[Statement]) -> str:
    families = sorted({family for each in every for family in each.families})
    parts = ["# Statements by family\n\nStatements about tensors alone have no family.\n"]
    for family in families:
        parts += [f"\n## {markdown(family)}\n\n", _table(each for each in every if family in each.families)]
    return "".join(parts)


def _table(some: Iterable[Statement]) -> str:
    rows = [
        [
            f"[{each.id}]({name(each)}.md)",
            markdown(each.title),
            badge(each.status),
            ", ".join(map(cited, each.trusts)) or "nothing",
        ]
        for each in some
    ]
    return table(["id", "title", "status", "trusts"], rows)


# ------------------------------------------------------------------------------------------------------------ one page


def _page(each: Statement) -> str:
    sections = [
        ("Hypotheses", "".join(f"* {markdown(one)}\n" for one in each.hypotheses)),
        ("Conclusion", markdown(each.conclusion)),
        ("Established here", _linked(each.established)),
        ("Taken on trust", ", ".join(map(cited, each.trusts)) or "No published theorem."),
        ("Corrected", _linked(each.corrected)),
        ("Notes", _linked(each.note)),
        ("Sources", "".join(f"* {cited(key)}: {markdown(library.citation(key))}\n" for key in each.citations)),
        ("Proofs", _files(each.proofs)),
        ("Counterexamples", _files(each.counterexamples)),
        ("Run them", f"```\nalgebra-tnn verify {each.id}\n```" if each.files else ""),
    ]
    body = "".join(f"\n## {title}\n\n{text.rstrip()}\n" for title, text in sections if text.strip())
    families = "".join(f" · [{family}](by-family.md#{family})" for family in each.families)
    #  an orphan: the site's menu is written on every page, and would hold every statement
    return (
        f"---\norphan: true\n---\n\n# {each.id}. {markdown(each.title)}\n\n"
        f"{badge(each.status)} · [{each.area}]({each.area}.md){families}\n\n{markdown(each.statement)}\n{body}"
    )


def _files(files: dict[str, str]) -> str:
    return "".join(
        f"{badge(status)} `{file}`: {markdown(library.docstring(file).partition(chr(10) * 2)[0])}\n\n"
        "<details><summary>The file</summary>\n\n"
        f"```{{literalinclude}} ../../../proofs/{file}.py\n:language: python\n```\n\n</details>\n\n"
        for file, status in files.items()
    )


def _linked(text: str) -> str:
    """The text as Markdown, with links at the ids of statements and at the names of their proofs."""

    def link(found: re.Match[str]) -> str:
        page = _homes().get(found[0])
        return found[0] if page is None else f"[{found[0]}]({page}.md)"

    return _MENTION.sub(link, markdown(text))


@cache
def _homes() -> dict[str, str]:
    """The page about each statement, by its id and by its proofs in backticks."""
    ids = {each.id: name(each) for each in _own()}
    return ids | {f"`{file}`": name(each) for each in _own() for file in each.files}
