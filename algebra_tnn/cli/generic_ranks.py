"""``generic-rank``: how many points of a variety a general point of its space is the sum of."""

from __future__ import annotations

import argparse

from algebra_tnn.cli.both_sides import destinations, say_both_sides
from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.models import refuse_other_options
from algebra_tnn.cli.varieties import OPTIONS, variety_of

DEFAULT = "segre"


def generic_rank(options: argparse.Namespace) -> int:
    """The family is that of tensors if none is named."""
    named = options.model if options.model[0] in OPTIONS else [DEFAULT, *options.model]
    if len(named) > 2:
        raise BadInput(
            f"the variety is {' '.join(options.model)!r}; it is a family and its sizes, such as veronese 3 --degree 4, "
            "or the sizes of the modes of tensors, such as 4,4,4"
        )
    family, *rest = named
    refuse_other_options(options, family, [name for name in OPTIONS[family] if name != "secant"])
    variety = variety_of(options, family, rest)
    targets = destinations(options.output, "-")
    from algebra_tnn.explore.generic_ranks import generic_rank as generic_rank_of

    try:
        found = generic_rank_of(variety)
    except ValueError as error:  # a degree beyond the primes that are used
        raise BadInput(str(error)) from None
    return say_both_sides(options, found, targets)
