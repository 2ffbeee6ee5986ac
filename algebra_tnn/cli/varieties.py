"""Secant varieties as the command line names them: ``segre 3,3,3 --secant 4``."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.sized_models import require_options
from algebra_tnn.cli.sizes import integer, sizes_of

if TYPE_CHECKING:
    from algebra_tnn.varieties import Grassmannian, Secant, SegreVeronese

OPTIONS = {
    "segre": ("secant",),
    "veronese": ("degree", "secant"),
    "segre-veronese": ("degrees", "secant"),
    "grassmannian": ("secant",),
}
_EXAMPLES = {
    "segre": ("the sizes of the modes", "segre 3,3,3"),
    "veronese": ("the number of variables", "veronese 3 --degree 4"),
    "segre-veronese": ("the numbers of variables", "segre-veronese 3,5 --degrees 1,2"),
    "grassmannian": ("the dimensions of the planes and of the space", "grassmannian 3,7"),
}


def secant_of(options: argparse.Namespace, name: str, rest: list[str]) -> Secant:
    """The secant variety; without --secant the variety itself. Raises: BadInput."""
    variety = variety_of(options, name, rest)
    try:
        return variety.secant(1 if options.secant is None else options.secant)
    except ValueError as error:
        raise BadInput(str(error)) from None


def variety_of(options: argparse.Namespace, name: str, rest: list[str]) -> SegreVeronese | Grassmannian:
    """Raises: BadInput."""
    place, example = _EXAMPLES[name]
    if len(rest) != 1:
        raise BadInput(f"{name} has {len(rest)} arguments; it takes {place}, such as {example}")
    sizes = sizes_of(place, rest[0])
    from algebra_tnn.varieties import Grassmannian, Segre, SegreVeronese, Veronese

    try:
        if name == "segre":
            return Segre(sizes)
        if name == "grassmannian":
            k, n = _exactly(2, sizes, name)
            return Grassmannian(k, n)
        option = "degree" if name == "veronese" else "degrees"
        require_options(options, name, (option,), example)
        if name == "veronese":
            (n,) = _exactly(1, sizes, name)
            return Veronese(n, options.degree)
        return SegreVeronese(sizes, sizes_of("the degrees", options.degrees))
    except (TypeError, ValueError) as error:
        raise BadInput(str(error)) from None


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--secant", metavar="R", type=integer, help="the closure of the sums of R points of a variety")


def _exactly(count: int, sizes: tuple[int, ...], name: str) -> tuple[int, ...]:
    if len(sizes) != count:
        place, example = _EXAMPLES[name]
        raise BadInput(f"{name} has {len(sizes)} numbers; it takes {place}, such as {example}")
    return sizes
