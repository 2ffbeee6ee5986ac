"""Answers with two bounds, each with a certificate of its own."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Protocol

from algebra_tnn.cli.answers import say_explanation, say_steps
from algebra_tnn.cli.failures import BadInput, Exit
from algebra_tnn.cli.printing import Output
from algebra_tnn.cli.writing import Destination, destination, saved

if TYPE_CHECKING:
    from algebra_tnn.certificates import Certificate

SIDES = ("lower", "upper")


class Bounded(Protocol):
    """A number with a lower and an upper bound."""

    @property
    def meet(self) -> bool: ...

    @property
    def sides(self) -> tuple[Certificate | None, Certificate | None]:
        """The certificates of the lower and of the upper bound; None where nothing is to be proved, or none is."""

    @property
    def explanation(self) -> str: ...

    def to_dict(self) -> dict[str, Any]: ...


def destinations(path: str | None, source: str) -> list[Destination | None]:
    """Where -o writes the certificates of both sides. Raises: BadInput."""
    return [destination(_beside(path, side), source) for side in SIDES]


def say_both_sides(options: argparse.Namespace, found: Bounded, targets: list[Destination | None]) -> int:
    """Prints the bounds, writes the certificates, and gives the exit code."""
    output = Output(options)
    say_explanation(output, found.explanation, "green" if found.meet else "yellow")
    for certificate in filter(None, found.sides):
        say_steps(output, certificate)
    written, failure = _all_saved(found.sides, targets)
    if written is not None:
        output.detail(f"  certificates written to {' and '.join(written)}")
    output.object(
        {
            "command": options.command,
            "status": "exact" if found.meet else "bounded",
            **found.to_dict(),
            "certificates": written,
        }
    )
    if failure is not None:
        raise failure
    return Exit.PROVED if found.meet else Exit.UNDECIDED


def _all_saved(
    certificates: Sequence[Certificate | None], targets: list[Destination | None]
) -> tuple[list[str] | None, BadInput | None]:
    """Where the certificates were written; or why they could not be. A bound that is too large for one has none."""
    written = []
    for certificate, target in zip(certificates, targets, strict=True):
        place, failure = saved(certificate, target)
        if failure is not None:
            return None, failure
        written += [] if place is None else [place]
    return written or None, None


def _beside(path: str | None, side: str) -> str | None:
    """cert.lower.json for cert.json."""
    if path is None:
        return None
    name = PurePath(path)
    return str(name.with_suffix(f".{side}{name.suffix}")) if name.name else path
