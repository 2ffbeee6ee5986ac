"""``generic-rank``: how many points of a variety a general point of its space is the sum of."""

from __future__ import annotations

import argparse

from algebra_tnn.cli.both_sides import destinations, say_both_sides
from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.models import family_model

DEFAULT = "segre"


def generic_rank(options: argparse.Namespace) -> int:
    """The family is that of tensors if none is named."""
    from algebra_tnn.families import families
    from algebra_tnn.varieties import Secant

    known = families()
    named = options.model if options.model[0] in known else [DEFAULT, *options.model]
    if len(named) > 2:
        raise BadInput(
            f"the variety is {' '.join(options.model)!r}; it is a family and its sizes, such as veronese 3 --degree 4, "
            "or the sizes of the modes of tensors, such as 4,4,4"
        )
    family, *rest = named
    secant = family_model(options, known[family], rest)
    if not isinstance(secant, Secant):
        raise BadInput(
            f"{family} is no variety; generic ranks are those of segre, veronese, segre-veronese, grassmannian"
        )
    targets = destinations(options.output, "-")
    from algebra_tnn.explore.generic_ranks import generic_rank as generic_rank_of

    try:
        found = generic_rank_of(secant.variety)
    except ValueError as error:  # a degree beyond the primes that are used
        raise BadInput(str(error)) from None
    return say_both_sides(options, found, targets)
