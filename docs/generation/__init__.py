"""Writes the pages that say what the package says: of its statements, bibliography, public names and rooms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generation import bibliography, docstrings, markdown, public_names, rooms, statements

__all__ = ["bibliography", "docstrings", "markdown", "pages", "public_names", "rooms", "statements", "written"]


def pages() -> Iterator[tuple[str, str]]:
    """The path of each generated page, within the folder of such pages, and its text."""
    yield from statements.pages()
    yield from bibliography.pages()
    yield from public_names.pages()
    yield from rooms.pages()


def written(folder: Path) -> None:
    """Writes all pages; one that is as it was keeps its time, so that it is not built again."""
    wanted = {folder / path: text for path, text in pages()}
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    for path in folder.rglob("*.*"):
        if path.is_file() and path not in wanted:
            path.unlink()
