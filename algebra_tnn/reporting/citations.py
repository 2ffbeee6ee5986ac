"""BibTeX of the sources of statements, as it stands in the bibliography, and of this tool."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from algebra_tnn import __version__, library
from algebra_tnn.library import UnknownStatement
from algebra_tnn.reporting.contents import keys
from algebra_tnn.text.spelling import short

YEAR = 2026  # of the release, as in CITATION.cff
_ENTRY = re.compile(r"^@\w+\{([^,\s]+),\n.*?^\}$", re.MULTILINE | re.DOTALL)


def tool() -> str:
    r"""The BibTeX entry of this tool.

    >>> tool().splitlines()[0]
    '@misc{algebra-tnn,'
    """
    return "\n".join(
        [
            "@misc{algebra-tnn,",
            r"  author = {{The algebra\_tnn developers}},",
            r"  title = {{algebra\_tnn}: exact, certified answers about tensors and the theory of neural networks},",
            f"  note = {{Version {__version__}}},",
            f"  year = {{{YEAR}}},",
            "}",
        ]
    )


def cited(names: Sequence[str] = ()) -> dict[str, str]:
    """BibTeX entries by their keys: the sources of these statements, or these publications, and the tool at the end.

    A name is the id of a statement or a key of the bibliography. Raises: UnknownStatement.

    >>> list(cited(["B5"]))
    ['Derksen2013', 'algebra-tnn']
    """
    known = entries()
    wanted = dict.fromkeys(key for name in names for key in _keys(name.strip(), known))
    return {**{key: known[key] for key in wanted if key in known}, "algebra-tnn": tool()}


def entries() -> dict[str, str]:
    """The entries of the bibliographies of the library, each as it stands there."""
    found: dict[str, str] = {}
    for folder, _ in reversed(library.installed().folders):
        path = Path(folder) / "references.bib"
        if path.is_file():
            found |= {entry[1]: entry[0] for entry in _ENTRY.finditer(path.read_text(encoding="utf-8"))}
    return found


def _keys(name: str, known: dict[str, str]) -> list[str]:
    lowered = {key.lower(): key for key in known}
    if name.lower() in lowered:
        return [lowered[name.lower()]]
    statements = {each.id.lower(): each for each in library.statements()}
    if name.lower() in statements:
        each = statements[name.lower()]
        return list(keys((*each.citations, *each.trusts)))
    near = get_close_matches(name.lower(), [*lowered, *statements], n=1)
    meant = f"; did you mean {(lowered | {k: s.id for k, s in statements.items()})[near[0]]}?" if near else ""
    remedy = "" if near else "; `list` shows the ids of all statements"
    raise UnknownStatement(f"there is no statement or publication {short(name)}{meant}{remedy}")
