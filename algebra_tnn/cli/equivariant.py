"""Networks that commute with a cyclic group as the command line names them: ``cyclic 4 1,2,1 --degree 2``."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.sized_models import require_one_activation
from algebra_tnn.cli.sizes import sizes_of

if TYPE_CHECKING:
    from algebra_tnn.models.equivariant import EquivariantNetwork

OPTIONS = {"cyclic": ("degree", "degrees", "activation")}


def network_of(options: argparse.Namespace, name: str, rest: list[str]) -> EquivariantNetwork:
    """Its outputs at one position, which determine the others. Raises: BadInput."""
    if len(rest) != 2:
        raise BadInput(
            f"{name} has {len(rest)} arguments; it takes the order of the group and the channels, such as "
            f"{name} 4 1,2,1 --degree 2"
        )
    if not rest[0].isdecimal():
        raise BadInput(f"the order of the group is {rest[0]!r}; it is one integer from 1 on")
    channels = sizes_of("the channels", rest[1])
    require_one_activation(options, name, is_needed=len(channels) > 2)
    from algebra_tnn.models.equivariant import EquivariantNetwork

    degrees = options.degree if options.degrees is None else sizes_of("the degrees", options.degrees)
    try:
        return EquivariantNetwork.cyclic(int(rest[0]), channels, degrees, options.activation, output="one")
    except (TypeError, ValueError) as error:
        raise BadInput(str(error)) from None
