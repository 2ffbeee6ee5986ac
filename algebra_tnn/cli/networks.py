"""Polynomial networks as the command line names them: ``pnn 3,2,1 --degree 2``."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.sized_models import require_one_activation
from algebra_tnn.cli.sizes import sizes_of

if TYPE_CHECKING:
    from algebra_tnn.models import PolynomialNetwork

OPTIONS = {"pnn": ("degree", "degrees", "activation", "biases")}


def network_of(options: argparse.Namespace, name: str, rest: list[str]) -> PolynomialNetwork:
    """Raises: BadInput."""
    if len(rest) != 1:
        raise BadInput(f"{name} has {len(rest)} arguments; it takes the widths, such as {name} 3,2,1")
    widths = sizes_of("the widths", rest[0])
    require_one_activation(options, name, is_needed=len(widths) > 2)
    from algebra_tnn.models import PolynomialNetwork

    try:
        if options.activation is not None:
            return PolynomialNetwork(widths, activations=options.activation, biases=options.biases)
        degrees = options.degree if options.degrees is None else sizes_of("the degrees", options.degrees)
        return PolynomialNetwork(widths, degrees, biases=options.biases)
    except (TypeError, ValueError) as error:
        raise BadInput(str(error)) from None
