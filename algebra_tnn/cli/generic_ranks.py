"""``rank`` and ``k-rank`` of a law's matrix, for generic parameters."""

from __future__ import annotations

import argparse
from pathlib import PurePath
from typing import TYPE_CHECKING

from algebra_tnn.cli.answers import say_steps
from algebra_tnn.cli.failures import BadInput, Exit
from algebra_tnn.cli.printing import Output
from algebra_tnn.cli.reading import Given
from algebra_tnn.cli.writing import Destination, destination, saved

if TYPE_CHECKING:
    from algebra_tnn.certificates import Certificate
    from algebra_tnn.explore.generic_ranks import GenericRank

SIDES = ("lower", "upper")


def answered(options: argparse.Namespace, read: Given, budget: int | None) -> int:
    """Prints the bounds, writes a certificate for each, and gives the exit code."""
    targets = [destination(_beside(options.output, side), options.file) for side in SIDES]
    found = _found(options.command, read, budget)
    output = Output(options)
    first, *lines = found.explanation.splitlines()
    output.answer(output.painted(first, "green" if found.meet else "yellow"))
    for line in lines:
        output.detail(line)
    for certificate in found.certificates:
        say_steps(output, certificate)
    written, failure = _all_saved(found.certificates, targets)
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


def _found(command: str, read: Given, budget: int | None) -> GenericRank:
    """Raises: BadInput if the law is none of a matrix, or the field is finite."""
    if read.field.is_finite:
        raise BadInput(
            f"{read.name}: the field is {read.field}; ranks for generic parameters are proved in characteristic 0"
        )
    law = read.law()
    from algebra_tnn.exact.kruskal.k_ranks import BUDGET
    from algebra_tnn.explore.generic_ranks import generic_k_rank, generic_rank

    try:
        if command == "rank":
            return generic_rank(law)
        return generic_k_rank(law, budget=BUDGET if budget is None else budget)
    except ValueError as error:  # inputs, another output than a matrix, or no values modulo the primes that are used
        raise BadInput(f"{read.name}: {error}") from None


def _all_saved(
    certificates: tuple[Certificate, ...], targets: list[Destination | None]
) -> tuple[list[str] | None, BadInput | None]:
    """Where the certificates were written; or why they could not be. A bound that is too large for one has none."""
    written = []
    for certificate, target in zip(certificates, targets, strict=False):
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
