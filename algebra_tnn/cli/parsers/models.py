"""The parsers of commands on models: their laws, dimensions, separation ranks, cuts and conserved quantities."""

from __future__ import annotations

import argparse
from functools import partial

from algebra_tnn.cli import conserved, depth, mincut, models, partitions, separation
from algebra_tnn.cli.commands import Commands, added_command, limited, takes_a_model
from algebra_tnn.cli.sizes import positive

PARTITION = f"""\
partition: {partitions.EXAMPLES}.
The separation rank is the least r with f = Σ_k g_k(inputs of one side) h_k(inputs of the other), k = 1, …, r: the rank
of the matrix of coefficients."""


def add_models(commands: Commands) -> None:
    """Adds the commands on models."""
    command = partial(added_command, commands)

    law = command(
        "law", models.law, "the law of a model, as a formula and as JSON", "algebra-tnn law pnn 3,2,1 --degree 2"
    )
    takes_a_model(law)

    dimension = command(
        "dimension",
        models.dimension,
        "how many parameters of a model really count",
        "algebra-tnn dimension pnn 3,2,1 --degree 2",
    )
    takes_a_model(dimension)
    dimension.add_argument("-o", "--output", metavar="CERT", help="write the certificate to this file")
    dimension.add_argument(
        "--prove", choices=("lower", "upper", "both", "none"), default="both", help="which bounds get a certificate"
    )
    dimension.add_argument(
        "--weights", metavar="FILE", help="of relu: the functional dimension at these weights, an object W1, b1, W2, …"
    )
    dimension.add_argument(
        "--budget", metavar="S", type=positive, help="seconds for trials that lower the error of a probable value"
    )
    limited(dimension)

    separation_rank = command(
        "separation",
        separation.separation,
        "how strongly a model ties two groups of its inputs together",
        "algebra-tnn separation convac --inputs 4 --dimension 3 --channels 3,2 --partition 0,2",
        PARTITION,
    )
    takes_a_model(separation_rank)
    _splits(separation_rank, "the network with the cheapest cut, or the ranks of all bipartitions")
    separation_rank.add_argument(
        "--all-partitions", action="store_true", help="a table of all bipartitions instead of --partition"
    )
    separation_rank.add_argument(
        "--field", metavar="F", default="Q", help="of weights and inputs: Q (default), R, C or GF(p)"
    )
    limited(separation_rank)

    efficiency = command(
        "depth",
        depth.depth,
        "how wide a shallow circuit is that does the same for almost all weights",
        "algebra-tnn depth convac --inputs 8 --dimension 2 --channels 2,2,2",
    )
    takes_a_model(efficiency)
    efficiency.add_argument("-o", "--output", metavar="CERT", help="write the certificate to this file")
    limited(efficiency)

    cut = command(
        "mincut",
        mincut.mincut,
        "the cheapest cut of a tensor network, and whether generic ranks reach it",
        "algebra-tnn mincut tr --shape 3,3,3,3 --rank 2 --partition 0,2",
        PARTITION,
    )
    takes_a_model(cut, "a family and its sizes, or a file with a tensor network")
    _splits(cut, "the network with the cut")
    limited(cut)

    conservation = command(
        "conserved",
        conserved.conserved,
        "how many quantities gradient flow of any loss conserves, and which",
        "algebra-tnn conserved linear 2,2,2",
        conserved.MODELS,
    )
    takes_a_model(conservation)
    conserved.add_arguments(conservation)
    conservation.add_argument("-o", "--output", metavar="CERT", help="write the certificate to this file")
    limited(conservation)


def _splits(command: argparse.ArgumentParser, drawn: str) -> None:
    command.add_argument("--partition", metavar="P", help="one side of the inputs")
    command.add_argument("-o", "--output", metavar="CERT", help="write the certificate to this file")
    command.add_argument("--draw", metavar="FILE", help=f"draw {drawn}: an .svg, .png or .pdf file, by matplotlib")
