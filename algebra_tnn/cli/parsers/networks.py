"""The parsers of commands on weights of networks: are they determined, and which networks fill their space?"""

from __future__ import annotations

from functools import partial

from algebra_tnn.cli import fillings, identifiability, moments, weights
from algebra_tnn.cli.commands import Commands, added_command, limited, takes_a_model
from algebra_tnn.cli.sizes import positive

GENERIC = """\
model: a family with its sizes, such as pnn 3,4,3 --degree 3, or segre 4,4,4 --secant 5: are generic weights determined
by the function, or the terms of a general sum by the sum, finitely (up to rescaling and finitely many choices), and
globally (up to rescaling and permutation)? Or a file with given weights; - is standard input. Or a file with block
terms, {"blocks": [{"A": [[...]], "B": [[...]], "c": [...]}, ...]}, or the nodes of ParaTuck-2, {"A": ..., "G": ...,
"F": ..., "H": ..., "B": ...}. The exit code is that of the global answer."""


WEIGHTS = """\
weights: JSON {"network": {"widths": [3, 2, 2], "degrees": [2]}, "weights": {"W1": [[...]], "W2": [[...]]}}. The network
has widths, degrees or activations, and optionally biases, sparsity and shared, as in Python; weights are integers or
rationals written "3/7", by name or as a list in the order W1, b1, W2, b2, ..."""


def add_networks(commands: Commands) -> None:
    """Adds the commands on networks and their weights."""
    command = partial(added_command, commands)

    identifiable = command(
        "identifiable",
        identifiability.identifiable,
        "whether weights are determined by the function of a network, or terms by their sum",
        "algebra-tnn identifiable pnn 3,4,3 --degree 3",
        f"{GENERIC}\n\n{WEIGHTS}",
    )
    takes_a_model(identifiable, "a family and its sizes, or a file with weights or nodes", lists_families=False)
    identifiable.add_argument("-o", "--output", metavar="CERT", help="write the certificate to this file")
    identifiable.add_argument("--field", metavar="F", help="for a file: Q (default), R or C")
    identifiable.add_argument(
        "--budget", metavar="S", type=positive, help="seconds for trials that lower the error of a probable value"
    )
    limited(identifiable)

    equivalent = command(
        "equivalent",
        weights.equivalent,
        "whether two weight assignments differ by a permutation and a rescaling of neurons",
        "algebra-tnn equivalent w1.json w2.json",
        WEIGHTS,
    )
    equivalent.add_argument("first", metavar="FILE", help="a network with weights; - is standard input")
    equivalent.add_argument("second", metavar="FILE", help="the same network with other weights")
    limited(equivalent)

    moment = command(
        "moments",
        moments.moments,
        "what correlations with Hermite tensors say about the first layer of a network",
        "algebra-tnn moments network.json --order 3",
        f"{moments.MODELS}\n\n{WEIGHTS}",
    )
    takes_a_model(moment, "a file with a network and its weights, or a family and its widths", lists_families=False)
    moments.add_arguments(moment)
    moment.add_argument("-o", "--output", metavar="CERT", help="write the certificate to this file")
    limited(moment)

    threshold = command(
        "threshold",
        fillings.threshold,
        "from which degree on the dimension of a network is as expected",
        "algebra-tnn threshold pnn 2,3,1",
    )
    threshold.add_argument("model", metavar="MODEL", nargs="+", help="a family and its widths, such as pnn 2,3,1")
    threshold.add_argument("--biases", action="store_true", help="with biases in all layers")
    threshold.add_argument(
        "--to", metavar="R", type=positive, help="test the degrees 2 to R; default: up to where a proof for all begins"
    )
    limited(threshold)

    filling = command(
        "filling",
        fillings.filling,
        "whether the functions of a network are dense among all of their degree",
        "algebra-tnn filling pnn 2,3,3,2,1 --degree 2",
    )
    takes_a_model(filling)
    filling.add_argument("-o", "--output", metavar="CERT", help="write the certificate to this file")
    limited(filling)

    minimal = command(
        "minimal-fillings",
        fillings.minimal_fillings,
        "all networks that fill their space while no smaller one does",
        "algebra-tnn minimal-fillings 2 1 --degree 2 --max-layers 4",
    )
    minimal.add_argument("inputs", metavar="INPUTS", type=positive, help="the number of inputs")
    minimal.add_argument("outputs", metavar="OUTPUTS", type=positive, help="the number of outputs")
    minimal.add_argument("--degree", metavar="R", type=positive, required=True, help="the activation is t^R")
    minimal.add_argument(
        "--max-layers", metavar="L", type=positive, required=True, help="at most L layers of weights, from 2 on"
    )
    minimal.add_argument("--max-width", metavar="W", type=positive, help="hidden widths up to W; default: all")
    minimal.add_argument("--budget", metavar="S", type=positive, help="seconds after which the search is cut short")
    limited(minimal)
