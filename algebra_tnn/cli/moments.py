"""``moments``: correlations of a network with Hermite tensors, and what they say about its first layer."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from algebra_tnn.cli.answers import EXITS, say_certificate, say_explanation, say_steps
from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.models import file_named, model_of
from algebra_tnn.cli.printing import STATUS_COLOURS, Output
from algebra_tnn.cli.sizes import integer
from algebra_tnn.cli.weights import weighted_network
from algebra_tnn.cli.writing import destination, saved

if TYPE_CHECKING:
    from algebra_tnn.certificates import Verdict
    from algebra_tnn.explore.generic_moments import GenericMoment
    from algebra_tnn.explore.moments import MomentDecomposition

MODELS = """\
model: a file with a network of one hidden layer and its weights, - is standard input; or the family pnn with its
widths, for general weights. With x from the standard normal distribution, the network f and the Hermite tensor S_m
(S_1 = x, S_2 = x xᵀ − 1, …), E[f(x) S_m(x)] = Σ_i λ_i a_i ⊗ … ⊗ a_i, where a_i are the rows of W1 and
λ_i = W2_i E[σ_i^(m)(z_i)]. With several outputs the first mode of the tensor is that of the outputs, and λ_i is a
vector. The exit code is that of the question whether the terms are unique, so that the rows are determined up to order
and scale."""
_SHORT = 400  # characters of a tensor that is printed without being asked for


def moments(options: argparse.Namespace) -> int:
    _check_density(options.density)
    target = destination(options.output, options.model[0])
    found = _found(options)
    mean = _mean(options, found)
    written, failure = saved(found.certificate, target)
    output = Output(options)
    value = {**found.to_dict(), **({"mean": mean.to_dict()} if mean is not None else {})}
    say_explanation(output, found.explanation, STATUS_COLOURS[found.status])
    if "tensor" in value:
        text = json.dumps(value["tensor"])
        shape = "×".join(map(str, value["shape"]))
        shown = text if len(text) <= _SHORT or output.verbose else f"{shape} entries; -v shows them"
        output.detail(f"  tensor: {shown}")
    if mean is not None:
        output.detail(f"  the tensor is the mean: {mean.explanation}")
    if found.certificate is not None:
        say_steps(output, found.certificate)
    if failure is None:
        say_certificate(output, options.output, written)
    output.object({"command": options.command, **value, "certificate": written})
    if failure is not None:
        raise failure
    return EXITS[found.status]


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--order", metavar="M", type=integer, required=True, help="m, from 1 on")
    command.add_argument(
        "--mean", action="store_true", help="of given weights: prove from the definition that the tensor is the mean"
    )
    command.add_argument(
        "--density", metavar="D", default="normal", help="of the inputs: normal; uniform is refused, with the reason"
    )


def _found(options: argparse.Namespace) -> MomentDecomposition | GenericMoment:
    from algebra_tnn.families import families

    first = options.model[0]
    if first in families():
        from algebra_tnn.explore.generic_moments import generic_moment
        from algebra_tnn.models import PolynomialNetwork

        network = model_of(options)
        if not isinstance(network, PolynomialNetwork):
            raise BadInput(
                f"{first} is no network with polynomial activations and a first layer of weights; ask about pnn 3,3,1 "
                "--degree 3, or a file"
            )
        try:
            return generic_moment(network, options.order)
        except (TypeError, ValueError) as error:
            raise BadInput(str(error)) from None
    path = file_named(options, "a network with weights")
    weighted = weighted_network(path)
    from algebra_tnn.explore.moments import moment_decomposition

    try:
        return moment_decomposition(weighted, options.order)
    except (TypeError, ValueError) as error:
        raise BadInput(f"{'standard input' if path == '-' else path}: {error}") from None


def _mean(options: argparse.Namespace, found: MomentDecomposition | GenericMoment) -> Verdict | None:
    """The verdict that the tensor is the mean, if it is asked for. Raises: BadInput."""
    if not options.mean:
        return None
    from algebra_tnn.explore.moments import MomentDecomposition

    if not isinstance(found, MomentDecomposition):
        raise BadInput("--mean is for a file with weights; for general ones statement E3 of the library has the proof")
    try:
        return found.mean()
    except ValueError as error:
        raise BadInput(f"--mean: {error}") from None


def _check_density(name: str) -> None:
    """Raises: BadInput unless it is the normal one."""
    if name == "normal":
        return
    if name != "uniform":
        raise BadInput(f"--density is {name!r}; it is normal")
    from algebra_tnn.exact.measures import Uniform
    from algebra_tnn.models.moments.stein import refuse_boundary

    try:
        refuse_boundary(Uniform(0, 1))
    except ValueError as error:
        raise BadInput(f"--density uniform: {error}") from None
