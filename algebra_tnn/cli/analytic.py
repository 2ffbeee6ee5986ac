"""Networks with tanh and its like as the command line names them: ``tanh 2,2,1 --taylor 3``."""

from __future__ import annotations

import argparse
from itertools import count
from math import comb
from typing import TYPE_CHECKING

from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.sizes import positive, sizes_of

if TYPE_CHECKING:
    from algebra_tnn.models.analytic import JetNetwork

OPTIONS = dict.fromkeys(("tanh", "sigmoid", "exp"), ("taylor",))


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--taylor", metavar="K", type=positive, help="of tanh, sigmoid and exp: of Taylor polynomials of this degree"
    )


def network_of(options: argparse.Namespace, name: str, rest: list[str]) -> JetNetwork:
    """Its Taylor polynomials, by default one degree beyond the least with as many coefficients as there are parameters.

    Raises: BadInput.
    """
    if len(rest) != 1:
        raise BadInput(f"{name} has {len(rest)} arguments; it takes the widths, such as {name} 2,2,1")
    widths = sizes_of("the widths", rest[0])
    from algebra_tnn.models.analytic import JetNetwork

    order = getattr(options, "taylor", None)
    try:
        if order is None:
            needed = JetNetwork(widths, name).parameter_count
            order = 1 + next(k for k in count(1) if widths[-1] * comb(widths[0] + k, k) >= needed)
        return JetNetwork(widths, name, order)
    except ValueError as error:
        raise BadInput(str(error)) from None
