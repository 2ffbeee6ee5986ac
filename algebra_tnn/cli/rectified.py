"""Rectified networks as the command line names them: ``relu 2,3,1``; their dimension is the functional one."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from algebra_tnn.cli.answers import EXITS, say_found
from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.reading import json_object
from algebra_tnn.cli.writing import Destination

if TYPE_CHECKING:
    from algebra_tnn.models.rectified import RectifiedNetwork

EXPECTED = 'the weights by name, such as {"W1": [[1, -2]], "W2": [["3/7"]]}'


def answer(options: argparse.Namespace, network: RectifiedNetwork, target: Destination | None) -> int:
    """The functional dimension at the weights in a file, else the largest; the exit code. Raises: BadInput."""
    for option in ("prove", "budget"):
        if getattr(options, option) not in (None, "both"):
            raise BadInput(f"--{option} is not for relu, whose functional dimension is bounded from both sides at once")
    weights = None if options.weights is None else json_object(options.weights, EXPECTED)[1]
    from algebra_tnn.explore.functional_dimensions import functional_dimension

    try:
        found = functional_dimension(network, weights)
    except (TypeError, ValueError) as error:  # other weights, or too many regions
        raise BadInput(str(error) if weights is None else f"{options.weights}: {error}") from None
    say_found(options, found, target)
    return EXITS[found.status]
