"""Sizes as arguments name them: integers separated by commas, or in brackets."""

from __future__ import annotations

import argparse
import json
import re
from typing import Any

from algebra_tnn.cli.failures import BadInput

_INTEGER = re.compile(r"-?[0-9]+", re.ASCII)
_SIZES = re.compile(r"-?[0-9]{1,9}(,-?[0-9]{1,9})*", re.ASCII)


def integer(text: str) -> int:
    """Raises: ArgumentTypeError."""
    if not _INTEGER.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not an integer")
    return int(text)


def positive(text: str) -> int:
    """Raises: ArgumentTypeError."""
    if not _INTEGER.fullmatch(text) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not an integer from 1 on")
    return int(text)


def seconds(text: str) -> float:
    """Raises: ArgumentTypeError."""
    from algebra_tnn.atlas.written_values import seconds_of

    try:
        value = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds") from None
    try:
        return seconds_of(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def megabytes(text: str) -> int:
    """Of a text such as 500M or 4G. Raises: ArgumentTypeError."""
    from algebra_tnn.atlas.written_values import megabytes_of

    try:
        return megabytes_of(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


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
