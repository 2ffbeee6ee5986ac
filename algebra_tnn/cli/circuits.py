"""Circuits and recurrent networks as the command line names them: ``shallow --inputs 4 --dimension 3 --width 5``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.sized_models import model_of_sizes, refuse_arguments, require_options
from algebra_tnn.cli.sizes import integer, nested_of, sizes_of

if TYPE_CHECKING:
    from algebra_tnn.explore.dimensions import Model

OPTIONS = {
    "convac": ("inputs", "dimension", "channels", "shared", "tree"),
    "shallow": ("inputs", "dimension", "width", "shared"),
    "rac": ("inputs", "dimension", "hidden", "depth", "templates"),
    "rnn": ("inputs", "dimension", "hidden"),
    "mps": ("inputs", "dimension", "hidden", "labels"),
    "2rnn": ("inputs", "dimension", "hidden"),
    "cprnn": ("inputs", "dimension", "hidden", "rank"),
    "mirnn": ("inputs", "dimension", "hidden"),
}
EXAMPLES = {
    "convac": "convac --inputs 4 --dimension 3 --channels 3,2",
    "shallow": "shallow --inputs 4 --dimension 3 --width 5",
    "rac": "rac --steps 4 --dimension 3 --hidden 3 --depth 2",
    "rnn": "rnn --steps 6 --dimension 2 --hidden 3",
    "mps": "mps --inputs 6 --dimension 2 --bond 3",
    "2rnn": "2rnn --steps 4 --dimension 2 --hidden 2",
    "cprnn": "cprnn --steps 4 --dimension 2 --hidden 2 --rank 3",
    "mirnn": "mirnn --steps 4 --dimension 2 --hidden 2",
}
MOST_INPUTS = 256
_OPTIONAL = ("shared", "tree", "templates", "labels")


def circuit_of(options: argparse.Namespace, name: str, rest: list[str]) -> Model:
    """The circuit or recurrent network with its sizes. Raises: BadInput."""
    refuse_arguments(name, rest, EXAMPLES[name])
    needed = (option for option in OPTIONS[name] if option not in _OPTIONAL)
    require_options(options, name, needed, EXAMPLES[name])
    if options.inputs > MOST_INPUTS:
        raise BadInput(f"--inputs is {options.inputs}; at most {MOST_INPUTS} are taken")
    return model_of_sizes(lambda: _READERS[name](options))


def add_arguments(command: argparse.ArgumentParser) -> None:
    """But for ``--tree``, which formats have as well."""
    group = command.add_argument_group("circuits and recurrent networks")
    group.add_argument("--inputs", "--steps", metavar="N", type=integer, dest="inputs", help="how many inputs")
    group.add_argument("--dimension", metavar="M", type=integer, help="the dimension of each input")
    group.add_argument("--channels", metavar="R0,R1", help="how many channels the layers of a deep circuit have")
    group.add_argument("--width", metavar="Z", type=integer, help="how many products a shallow circuit sums")
    group.add_argument("--shared", action="store_true", help="the same weights at all positions")
    group.add_argument(
        "--hidden",
        "--bond",
        metavar="R",
        type=integer,
        dest="hidden",
        help="the size of hidden states, or of all bonds",
    )
    group.add_argument("--depth", metavar="L", type=integer, help="how many layers a recurrent circuit has")
    group.add_argument(
        "--templates",
        action="store_true",
        help="each input is one of M templates: the tensor of all values",
    )
    group.add_argument("--labels", metavar="K", type=integer, help="how many classes the train tells apart")


def _deep(options: argparse.Namespace) -> Model:
    """On one tree, or the sum of circuits on several."""
    from algebra_tnn.models.circuits import DeepCircuit, MixtureOfTrees

    sizes = options.inputs, options.dimension, sizes_of("--channels", options.channels)
    if options.tree is None:
        return DeepCircuit(*sizes, shared=options.shared)
    trees = [nested_of("the tree", tree.strip(), '"((0,1),(2,3))"') for tree in options.tree.split("+")]
    if len(trees) == 1:
        return DeepCircuit(*sizes, shared=options.shared, tree=trees[0])
    return MixtureOfTrees(*sizes, trees=trees, shared=options.shared)


def _shallow(options: argparse.Namespace) -> Model:
    from algebra_tnn.models.circuits import ShallowCircuit

    return ShallowCircuit(options.inputs, options.dimension, options.width, shared=options.shared)


def _recurrent_circuit(options: argparse.Namespace) -> Model:
    from algebra_tnn.models.recurrent import RecurrentCircuit

    return RecurrentCircuit(
        options.inputs, options.dimension, options.hidden, options.depth, templates=options.templates
    )


def _recurrent(options: argparse.Namespace) -> Model:
    from algebra_tnn.models.recurrent import MultiplicativeRNN

    return MultiplicativeRNN(options.inputs, options.dimension, options.hidden)


def _second_order(options: argparse.Namespace) -> Model:
    from algebra_tnn.models.recurrent import SecondOrderRNN

    return SecondOrderRNN(options.inputs, options.dimension, options.hidden)


def _second_order_with_terms(options: argparse.Namespace) -> Model:
    from algebra_tnn.models.recurrent import CPRNN

    return CPRNN(options.inputs, options.dimension, options.hidden, options.rank)


def _integrating(options: argparse.Namespace) -> Model:
    from algebra_tnn.models.recurrent import MIRNN

    return MIRNN(options.inputs, options.dimension, options.hidden)


def _train(options: argparse.Namespace) -> Model:
    if options.labels is not None:
        from algebra_tnn.models.recurrent import MPSClassifier

        return MPSClassifier(options.inputs, options.dimension, options.hidden, options.labels)
    from algebra_tnn.tensors.formats import TrainFormat

    return TrainFormat((options.dimension,) * options.inputs, (options.hidden,) * (options.inputs - 1))


_READERS: dict[str, Callable[[argparse.Namespace], Model]] = {
    "convac": _deep,
    "shallow": _shallow,
    "rac": _recurrent_circuit,
    "rnn": _recurrent,
    "mps": _train,
    "2rnn": _second_order,
    "cprnn": _second_order_with_terms,
    "mirnn": _integrating,
}
