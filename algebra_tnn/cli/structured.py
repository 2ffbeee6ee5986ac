"""Attention and convolutional networks as the command line names them: ``attention --layers 2 --d 3 --a 2 --tokens 2``.

Attention comes in two kinds, which the options tell apart: lightning attention, a map of all tokens, and linear
attention with heads that is read at one token, a number, as ``separation`` and ``depth`` need it.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.sized_models import (
    model_of_sizes,
    refuse_arguments,
    require_one_activation,
    require_options,
)
from algebra_tnn.cli.sizes import integer, sizes_of

if TYPE_CHECKING:
    from algebra_tnn.explore.dimensions import Model

LIGHTNING = ("layers", "d", "a", "tokens", "outputs")
READ_AT_A_TOKEN = ("inputs", "dimension", "depth")
OPTIONS = {
    "attention": (*READ_AT_A_TOKEN, *LIGHTNING),
    "cnn": ("inputs", "filters", "strides", "channels", "degree", "degrees", "activation"),
}
EXAMPLES = {
    "attention": "attention --layers 2 --d 3 --a 2 --tokens 2",
    "cnn": "cnn --filters 3,2 --degree 2",
}
_READ = "attention --inputs 2 --dimension 2 --depth 1"


def structured_of(options: argparse.Namespace, name: str, rest: list[str]) -> Model:
    """The network with its sizes. Raises: BadInput."""
    refuse_arguments(name, rest, EXAMPLES[name])
    return model_of_sizes(lambda: _attention(options) if name == "attention" else _convolutional(options))


def add_arguments(command: argparse.ArgumentParser) -> None:
    """But for ``--inputs``, ``--dimension``, ``--depth`` and ``--channels``, which circuits have as well."""
    group = command.add_argument_group("attention and convolutional networks")
    group.add_argument("--layers", metavar="L", type=integer, help="how many layers of lightning attention (default 1)")
    group.add_argument("--d", metavar="D", type=integer, help="the dimension of its tokens")
    group.add_argument("--a", metavar="A", type=integer, help="how many rows its keys and queries have")
    group.add_argument("--tokens", metavar="T", type=integer, help="how many tokens it has")
    group.add_argument("--outputs", metavar="M", type=integer, help="the dimension of its outputs (default: D)")
    group.add_argument("--filters", metavar="K1,K2", help="the lengths of the filters of a convolutional network")
    group.add_argument("--strides", metavar="S1,S2", help="one stride for each filter, or one for all (default 1)")


def _attention(options: argparse.Namespace) -> Model:
    from algebra_tnn.models.attention import LinearAttention
    from algebra_tnn.models.structured import LightningAttention

    lightning, read = ([x for x in names if getattr(options, x) is not None] for names in (LIGHTNING, READ_AT_A_TOKEN))
    if lightning and read:
        raise BadInput(
            f"attention has --{lightning[0]} and --{read[0]}, which belong to two kinds; give the options of one, "
            f"as in {EXAMPLES['attention']} (all tokens) or in {_READ} (read at one token)"
        )
    if read:
        require_options(options, "attention", READ_AT_A_TOKEN, _READ)
        return LinearAttention(options.inputs, options.dimension, options.depth)
    require_options(options, "attention", ("d", "a", "tokens"), EXAMPLES["attention"])
    outputs, layers = options.outputs, options.layers
    sizes = options.d, options.tokens, options.a, options.d if outputs is None else outputs
    return LightningAttention(*sizes, layers=1 if layers is None else layers)


def _convolutional(options: argparse.Namespace) -> Model:
    from algebra_tnn.models.structured import ConvolutionalNetwork

    require_options(options, "cnn", ("filters",), EXAMPLES["cnn"])
    filters = sizes_of("--filters", options.filters)
    require_one_activation(options, "cnn", is_needed=len(filters) > 1)
    degrees = options.degree if options.degrees is None else sizes_of("the degrees", options.degrees)
    strides = (1,) * len(filters) if options.strides is None else sizes_of("--strides", options.strides)
    steps = strides * len(filters) if len(strides) == 1 else strides
    channels = None if options.channels is None else sizes_of("--channels", options.channels)
    if options.inputs is None:
        return ConvolutionalNetwork.at_one(filters, degrees, steps, options.activation, channels)
    return ConvolutionalNetwork(options.inputs, filters, degrees, steps, options.activation, channels)
