"""The bibliography of a library: ``references.bib`` beside its index."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

REFERENCES = "references.bib"


@cache
def bibliography(folder: Path) -> dict[str, dict[str, str]]:
    """The entries of references.bib: ``@kind{key,`` and then lines ``name = {value},``, and ``}`` on a line."""
    path = folder / REFERENCES
    found = {}
    for entry in re.finditer(
        r"^@\w+\{(\w+),\n(.*?)^\}$",
        path.read_text(encoding="utf-8") if path.is_file() else "",
        re.MULTILINE | re.DOTALL,
    ):
        values = re.findall(r"^\s*(\w+)\s*=\s*\{(.*)\},?$", entry[2], re.MULTILINE)
        found[entry[1]] = {name: re.sub(r"[{}]", "", value).replace("--", "–") for name, value in values}
    return found


def one_line(entry: dict[str, str]) -> str:
    """An entry of the bibliography: authors, title, where, and the year."""
    authors = [" ".join(reversed(name.split(", ", 1))) for name in entry["author"].split(" and ")]
    names = authors[0] if len(authors) == 1 else f"{', '.join(authors[:-1])} and {authors[-1]}"
    venue = entry.get("journal") or entry.get("booktitle") or entry.get("note", "")
    volume = " ".join(entry[part] for part in ("volume", "pages") if part in entry)
    return ", ".join(part for part in (names, entry["title"], venue, volume) if part) + f" ({entry['year']})"
