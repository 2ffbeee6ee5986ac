"""What somebody who mistyped a name may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def unknown(kind: str, word: str, names: Iterable[str], *, shows_all: bool = True) -> str:
    """A clause about a name that is none of ``names``, with the nearest of them, and all; unless ``shows_all``, all
    only where none is near.

    >>> unknown("question", "dimenson", ["dimension", "generic-rank"])
    "there is no question 'dimenson'; did you mean 'dimension'? There are dimension, generic-rank"
    """
    known = list(names)
    near = get_close_matches(word, known, n=1)
    meant = f"; did you mean {near[0]!r}?" if near else ""
    listed = "" if near and not shows_all else f"{' There are' if near else '; there are'} {', '.join(known)}"
    return f"there is no {kind} {short(word)}{meant}{listed}"


def short(value: object) -> str:
    """A value as a message shows it: not longer than a line."""
    try:
        text = repr(value[:60] if isinstance(value, str) else value)
    except (ValueError, RecursionError):  # an integer with thousands of digits, lists in lists in lists
        return "a value too long to show"
    return text if len(text) <= 80 else f"{text[:77]}..."
