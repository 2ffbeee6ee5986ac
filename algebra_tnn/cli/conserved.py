"""``conserved``: what gradient flow of any loss conserves."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

from algebra_tnn.cli import analytic, rectified
from algebra_tnn.cli.answers import EXITS, say_found
from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.models import given_options, model_of
from algebra_tnn.cli.sizes import positive, sizes_of
from algebra_tnn.cli.writing import destination

if TYPE_CHECKING:
    from algebra_tnn.explore.asked_laws import HasLaw
    from algebra_tnn.laws import Law
    from algebra_tnn.models.rectified import RectifiedNetwork

MODELS = """\
linear 2,2,2 is a network of these widths without activations; relu 2,2,1 one with max(0, t) after each hidden layer,
taken in one region (--mask one, all neurons active, or --mask 10,11 with a word for each hidden layer) or with all
patterns of active neurons (--mask all)."""
NETWORKS = ("linear", "relu")
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
    family, *rest = options.model
    if options.mask is not None and family != "relu":
        raise BadInput(f"--mask is for relu, not for {family}; leave it out")
    if family in analytic.OPTIONS:
        raise BadInput(
            f"the parameters of {family} are values of neurons in the place of biases, and gradient flow depends "
            "on what the parameters are; ask about pnn with a polynomial activation"
        )
    if family not in NETWORKS:
        return model_of(options), None
    for option in given_options(options):
        if option != "biases":
            raise BadInput(f"--{option} is not for {family}, which takes --biases alone; leave it out")
    if family == "linear":
        return _linear(options, rest)
    return _in_regions(rectified.network_of(options, family, rest), options.mask)


def _linear(options: argparse.Namespace, rest: list[str]) -> tuple[HasLaw, str]:
    if len(rest) != 1:
        raise BadInput(f"linear has {len(rest)} arguments; it takes the widths, such as linear 2,2,2")
    widths = sizes_of("the widths", rest[0])
    from algebra_tnn.models import PolynomialNetwork

    try:
        network = PolynomialNetwork(widths, 1, biases=options.biases)
    except ValueError as error:
        raise BadInput(str(error)) from None
    return network, f"linear network {rest[0]}{' with biases' if options.biases else ''}"


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
