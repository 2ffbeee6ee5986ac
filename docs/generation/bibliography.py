"""The publications of references.bib, each with the statements that cite it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from algebra_tnn import library
from generation.markdown import markdown


def pages() -> Iterator[tuple[str, str]]:
    """The one page, by its path."""
    users: dict[str, list[str]] = {key: [] for key in sorted(keys(), key=str.lower)}
    for each in library.statements():
        for key in dict.fromkeys((*each.citations, *each.trusts)):
            users[key].append(f"[{each.id}](statements/{each.id.lower()}.md)")
    entries = "".join(
        f"({anchor(key)})=\n\n**{key}**\n: {markdown(library.citation(key))}. Cited by {', '.join(ids)}.\n\n"
        for key, ids in users.items()
    )
    yield "bibliography.md", f"# Bibliography\n\nThe file for BibTeX is `proofs/references.bib`.\n\n{entries}"


@cache
def keys() -> frozenset[str]:
    """The keys of all entries."""
    return frozenset(library.bibliography(library.folder()))


def cited(key: str) -> str:
    """A link to the entry with this key."""
    return f"[{key}](#{anchor(key)})"


def anchor(key: str) -> str:
    """The target of links to the entry."""
    return f"reference-{key.lower()}"
