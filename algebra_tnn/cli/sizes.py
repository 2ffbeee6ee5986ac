"""Sizes as arguments name them: integers separated by commas."""

from __future__ import annotations

import re

from algebra_tnn.cli.failures import BadInput

_SIZES = re.compile(r"-?[0-9]{1,9}(,-?[0-9]{1,9})*", re.ASCII)


def sizes_of(place: str, text: str) -> tuple[int, ...]:
    """Raises: BadInput."""
    if not _SIZES.fullmatch(text):
        raise BadInput(f"{place} are {text!r}; they are integers separated by commas, such as 3,2,1")
    return tuple(map(int, text.split(",")))
