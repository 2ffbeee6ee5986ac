"""Sizes as arguments name them: integers separated by commas, or in brackets."""

from __future__ import annotations

import json
import re
from typing import Any

from algebra_tnn.cli.failures import BadInput

_SIZES = re.compile(r"-?[0-9]{1,9}(,-?[0-9]{1,9})*", re.ASCII)


def sizes_of(place: str, text: str) -> tuple[int, ...]:
    """Raises: BadInput."""
    if not _SIZES.fullmatch(text):
        raise BadInput(f"{place} are {text!r}; they are integers separated by commas, such as 3,2,1")
    return tuple(map(int, text.split(",")))


def nested_of(place: str, text: str, example: str) -> Any:
    """Integers in round brackets, as lists. Raises: BadInput."""
    try:
        return json.loads(text.replace("(", "[").replace(")", "]"))
    except (ValueError, RecursionError):
        raise BadInput(
            f"{place} is {text[:60]!r}; it is written with integers and brackets, such as {example}"
        ) from None
