"""``rank`` and ``k-rank`` of a law's matrix, for generic parameters."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from algebra_tnn.cli.both_sides import destinations, say_both_sides
from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.reading import Given

if TYPE_CHECKING:
    from algebra_tnn.explore.generic_matrix_ranks import GenericMatrixRank


def answered(options: argparse.Namespace, read: Given, budget: int | None) -> int:
    """Prints the bounds, writes a certificate for each, and gives the exit code."""
    targets = destinations(options.output, options.file)
    return say_both_sides(options, _found(options.command, read, budget), targets)


def _found(command: str, read: Given, budget: int | None) -> GenericMatrixRank:
    """Raises: BadInput if the law is none of a matrix, or the field is finite."""
    if read.field.is_finite:
        raise BadInput(
            f"{read.name}: the field is {read.field}; ranks for generic parameters are proved in characteristic 0"
        )
    law = read.law()
    from algebra_tnn.exact.kruskal.k_ranks import BUDGET
    from algebra_tnn.explore.generic_matrix_ranks import generic_k_rank, generic_matrix_rank

    try:
        if command == "rank":
            return generic_matrix_rank(law)
        return generic_k_rank(law, budget=BUDGET if budget is None else budget)
    except ValueError as error:  # inputs, another output than a matrix, or no values modulo the primes that are used
        raise BadInput(f"{read.name}: {error}") from None
