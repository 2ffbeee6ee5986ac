"""``conserved``: what gradient flow of any loss conserves."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

from algebra_tnn.cli.answers import EXITS, say_found
from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.models import model_of
from algebra_tnn.cli.sizes import positive
from algebra_tnn.cli.writing import destination

if TYPE_CHECKING:
    from algebra_tnn.explore.asked_laws import HasLaw
    from algebra_tnn.laws import Law
    from algebra_tnn.models.rectified import RectifiedNetwork

MODELS = """\
relu 2,2,1 is taken in one region (--mask one, all neurons active, or --mask 10,11 with a word for each hidden layer) or
with all patterns of active neurons (--mask all)."""
_PATTERN = re.compile(r"[01]+(,[01]+)*", re.ASCII)


def conserved(options: argparse.Namespace) -> int:
    if options.loss is not None:
        raise BadInput(
            f"--loss is {options.loss!r}; what is conserved is so for every loss of the outputs, so leave it out"
        )
    model, name = _model(options)
    target = destination(options.output, options.model[0])
    from algebra_tnn.explore.conserved import conserved_quantities

    try:
        found = conserved_quantities(model, degree=options.up_to, name=name)
    except ValueError as error:  # no values modulo the primes that are used, or too many monomials
        raise BadInput(str(error)) from None
    say_found(options, found, target)
    return EXITS[found.status]


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--mask", metavar="M", help="of relu: one, all (default), or a pattern such as 10,11")
    command.add_argument(
        "--up-to", metavar="D", type=positive, help="seek polynomials of degree up to D; default: 2 to 4"
    )
    command.add_argument("--loss", metavar="L", help="not taken: what is conserved is so for every loss")


def _model(options: argparse.Namespace) -> tuple[HasLaw | Law, str | None]:
    """The model, and what it is called if not by its own name. Raises: BadInput."""
    family = options.model[0]
    if options.mask is not None and family != "relu":
        raise BadInput(f"--mask is for relu, not for {family}; leave it out")
    model = model_of(options)
    from algebra_tnn.models.analytic import JetNetwork
    from algebra_tnn.models.rectified import RectifiedNetwork

    if isinstance(model, JetNetwork):
        raise BadInput(
            f"the parameters of {family} are values of neurons in the place of biases, and gradient flow depends "
            "on what the parameters are; ask about pnn with a polynomial activation"
        )
    if isinstance(model, RectifiedNetwork):
        return _in_regions(model, options.mask)
    if family == "linear":
        return model, f"linear network {options.model[1]}{' with biases' * options.biases}"
    return model, None


def _in_regions(network: RectifiedNetwork, mask: str | None) -> tuple[HasLaw | Law, str]:
    """With all patterns of active neurons, as free masks, or in the region of one. Raises: BadInput."""
    if mask in (None, "all"):
        return network, f"{network}, all patterns of active neurons"
    if mask == "one":
        return network.in_region(
            [[1] * n for n in network.widths[1:-1]]
        ), f"{network}, in one region: all neurons active"
    if not _PATTERN.fullmatch(mask):
        raise BadInput(f"--mask is {mask!r}; it is one, all, or a word of 0 and 1 for each hidden layer")
    try:
        law = network.in_region([[int(c) for c in word] for word in mask.split(",")])
    except ValueError as error:
        raise BadInput(f"--mask {mask}: {error}") from None
    return law, f"{network}, in one region: active are {mask}"
