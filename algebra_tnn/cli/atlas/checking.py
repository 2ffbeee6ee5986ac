"""``check`` on an atlas: every row, or a sample of them, judged anew in several processes."""

from __future__ import annotations

import argparse
import re
from fractions import Fraction
from typing import Any

from algebra_tnn.cli.failures import one_line
from algebra_tnn.cli.sizes import positive
from algebra_tnn.cli.watching import watched

GRACE = 1.8  # seconds after Ctrl-C in which the processes are ended
SHOWN = 20  # problems; the JSON object has more

_SHARE = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,9})?)\s*%", re.ASCII)


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Adds the options that are about files with many certificates."""
    command.add_argument(
        "--sample", metavar="S", type=sample, help="of an atlas only so many rows, or such a share, as in 1%%"
    )
    command.add_argument("--seed", metavar="N", type=int, default=0, help="which rows a sample has (default 0)")
    command.add_argument("--jobs", metavar="N", type=positive, default=2, help="processes for an atlas (default 2)")
    command.set_defaults(grace=GRACE)


def sample(text: str) -> int | Fraction:
    """A number of rows, or a share of them. Raises: argparse.ArgumentTypeError.

    >>> sample("0.5%"), sample("300")
    (Fraction(1, 200), 300)
    """
    match = _SHARE.fullmatch(text.strip())
    share = None if match is None else Fraction(match[1]) / 100
    if share is None:
        return positive(text)
    if not 0 < share <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no share of the rows; it is above 0% and at most 100%")
    return share


def judged(path: str, options: argparse.Namespace) -> tuple[dict[str, Any], list[str]]:
    """The JSON object about an atlas, and lines about what is wrong with it."""
    from algebra_tnn.atlas.rechecking import recheck
    from algebra_tnn.atlas.store import AtlasError

    try:
        with watched(options) as watch:
            found = recheck(
                path,
                sample=options.sample,
                seed=options.seed,
                jobs=options.jobs,
                watch=lambda done, total: watch.say(f"{path}: {done:,} of {total:,} rows judged"),
            )
    except AtlasError as error:
        return {"answer": "malformed", "reason": str(error), "trusts": [], "extensions": False}, []
    lines = [one_line(f"{each.answer}: {each}") for each in found.problems[:SHOWN]]
    more = sum(found.counts.values()) - len(lines)
    return {**found.to_dict(), "extensions": False}, [*lines, *([f"and {more:,} more"] if more else [])]
