"""New statements: an entry in the index, a proof that runs as it is written, and a counterexample beside it."""

from __future__ import annotations

import os
import re
import tomllib
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from algebra_tnn.library.index import INDEX, BadIndex, Statement, entries
from algebra_tnn.library.installation import folder, in_a_checkout, installed
from algebra_tnn.library.templates import ENTRY, HEAD, counterexample_text, proof_text

_ID = re.compile(r"([A-Z]+)([0-9]+)([a-z]?)")
_NAME = re.compile(r"[a-z][a-z0-9_]*")


class NotAdded(ValueError):
    """The statement cannot be added to the library; nothing was written."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What was written: the index, and the new files, counterexample last."""

    index: Path
    files: tuple[Path, ...]


def added(
    name: str, id: str, *, title: str | None = None, counterexample: bool = False, within: str | Path | None = None
) -> Addition:
    """Adds the statement with this id, and the proof ``theme/name``, to the library of a checkout or to that ``within``
    a folder, which may be empty. With ``counterexample`` a second file, ``theme/name_fails``, limits it.

    Raises: NotAdded for a name or an id that is taken or cannot be one; BadIndex, OSError.
    """
    place = _library_folder(within)
    theme, short = _parts(name, place, own=within is not None)
    names = [f"{theme}/{short}", *([f"{theme}/{short}_fails"] if counterexample else [])]
    index = place / INDEX
    text = index.read_text(encoding="utf-8") if index.is_file() else HEAD
    known = entries(place) if index.is_file() else ()
    _require_new_id(id, (*known, *installed().statements))
    for taken in (taken for taken in names if any(taken in each.files for each in known)):
        raise NotAdded(f"the proof {taken} is in {index} already; choose another name")
    title = short.replace("_", " ").capitalize() if title is None else " ".join(title.split())
    if not title or '"' in title or "\\" in title:
        raise NotAdded(f"the title is {title!r}; it must have letters, and no quotation marks and no backslashes")
    proofs = "".join(
        f'{kind}."{each}" = "{status}"\n'
        for each, kind, status in zip(names, ("proofs", "counterexamples"), ("proved", "refuted"), strict=False)
    )
    entry = ENTRY.format(id=id, title=title, area=_area(theme, known), proofs=proofs)
    content = _with_entry(text, entry, id)
    _require_same(content, text, index)
    files = {
        place / f"{names[0]}.py": proof_text(id, title, names[1] if counterexample else None),
        **({place / f"{names[1]}.py": counterexample_text(names[0])} if counterexample else {}),
    }
    _write(files, index, content)
    entries.cache_clear()
    installed.cache_clear()
    return Addition(index, tuple(files))


def _library_folder(within: str | Path | None) -> Path:
    if within is None:
        if not in_a_checkout():
            raise NotAdded(
                "the library of an installed package is not for writing; work in a checkout of the repository, or say "
                "with --in FOLDER where a library of your own is"
            )
        return folder()
    if not Path(within).is_dir():
        raise NotAdded(f"the folder {within} does not exist; create it first")
    return Path(within).resolve()


def _parts(name: str, place: Path, own: bool) -> tuple[str, str]:
    theme, slash, short = name.strip().removesuffix(".py").partition("/")
    if not slash or not _NAME.fullmatch(theme) or not _NAME.fullmatch(short):
        raise NotAdded(
            f"the name is {name!r}; write theme/name in small letters, digits and underscores, such as "
            "uniqueness/my_theorem"
        )
    themes = sorted(path.name for path in place.iterdir() if _is_theme(path))
    if theme not in themes and not own:
        near = get_close_matches(theme, themes, n=1)
        meant = f"; did you mean {near[0]!r}?" if near else ";"
        raise NotAdded(f"there is no theme {theme!r}{meant} There are {', '.join(themes)}")
    return theme, short


def _is_theme(path: Path) -> bool:
    """Whether proofs may lie there: a folder with some, or an empty one."""
    return path.is_dir() and bool(_NAME.fullmatch(path.name)) and (any(path.glob("*.py")) or not any(path.iterdir()))


def _require_new_id(id: str, known: tuple[Statement, ...]) -> None:
    if not _ID.fullmatch(id):
        raise NotAdded(f"the id is {id!r}; write capitals and a number, and a small letter if need be: X1, B3a")
    for each in known:
        if each.id.lower() == id.lower():
            raise NotAdded(f"the id {id} is that of {each.title!r}; choose another one")


def _area(theme: str, known: tuple[Statement, ...]) -> str:
    """The area to which most statements with proofs of the theme belong."""
    areas = Counter(each.area for each in known for name in each.files if name.startswith(theme + "/"))
    return areas.most_common(1)[0][0] if areas else theme


def _with_entry(text: str, entry: str, id: str) -> str:
    """The index with the entry behind the one of its letter that comes before it, or at the end."""
    found = list(re.finditer(r'^\[\[statement\]\]\nid = "([A-Z]+)([0-9]+)([a-z]?)"$', text, re.MULTILINE))
    ends = [*(entry.start() for entry in found[1:]), len(text)]
    mine = _ID.fullmatch(id)
    assert mine is not None
    smaller = [
        (_order(other), end)
        for other, end in zip(found, ends[: len(found)], strict=True)
        if other[1] == mine[1] and _order(other) < _order(mine)
    ]
    place = max(smaller)[1] if smaller else len(text)
    head, tail = text[:place].rstrip("\n"), text[place:]
    return f"{head}\n\n{entry}\n{tail}" if tail else f"{head}\n\n{entry}"


def _order(id: re.Match[str]) -> tuple[int, str]:
    return int(id[2]), id[3]


def _require_same(content: str, text: str, index: Path) -> None:
    """Raises: BadIndex unless the new text has the old entries and one more."""
    before, after = (tomllib.loads(each).get("statement", []) for each in (text, content))
    if [each for each in after if each in before] != before or len(after) != len(before) + 1:
        raise BadIndex(f"the entry cannot be added to {index}, whose entries do not stand apart; add it by hand")


def _write(files: dict[Path, str], index: Path, content: str) -> None:
    """All or nothing. Raises: NotAdded if a file is there already; OSError."""
    made: list[Path] = []
    try:
        for path, text in files.items():
            if not path.parent.exists():
                path.parent.mkdir()
                made.append(path.parent)
            with open(path, "x", encoding="utf-8") as file:
                made.append(path)
                file.write(text)
        beside = index.with_name(f".{index.name}.{os.getpid()}")
        made.append(beside)
        beside.write_text(content, encoding="utf-8")
        os.replace(beside, index)
    except FileExistsError as error:
        _remove(made)
        raise NotAdded(f"the file {error.filename} is there already; choose another name") from None
    except BaseException:
        _remove(made)
        raise


def _remove(made: list[Path]) -> None:
    for path in reversed(made):
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()
