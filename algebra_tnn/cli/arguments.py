"""The parser: every command with its options and one example."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import NoReturn

from algebra_tnn import __version__
from algebra_tnn.cli import checking, fillings, identifiability, models, ranks, theorems, uniqueness, weights
from algebra_tnn.cli.failures import BadInput

Run = Callable[[argparse.Namespace], int]

EXIT_CODES = """\
exit codes: 0 proved, bounds meet, as recorded, or accepted; 1 refuted, or not as recorded; 2 bad input;
3 undecided, bounds do not meet, or over a limit; 4 a certificate was rejected; 70 internal error; 130 interrupted"""

INPUT = """\
input: JSON {"factors": [[[...]], ...]}, {"tensor": ...} or {"matrix": ...}, optionally with "field"; .npy or .npz of
integers; .csv for a matrix; - is JSON on standard input. Entries are integers or rationals written "3/7"."""


MODEL = """\
model: a family with its sizes, such as pnn 3,2,1 (a polynomial network of these widths) with --degree, --degrees or
--activation; or a file with a law, the JSON object that the command law prints; - is standard input."""


GENERIC = """\
model: a family with its sizes, such as pnn 3,4,3, with --degree, --degrees or --activation: are generic weights
determined, finitely (up to rescaling and finitely many choices), and globally (up to rescaling and permutation)? Or a
file with given weights; - is standard input. The exit code is that of the global answer."""

WEIGHTS = """\
weights: JSON {"network": {"widths": [3, 2, 2], "degrees": [2]}, "weights": {"W1": [[...]], "W2": [[...]]}}. The network
has widths, degrees or activations, and optionally biases, sparsity and shared, as in Python; weights are integers or
rationals written "3/7", by name or as a list in the order W1, b1, W2, b2, ..."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise BadInput(f"{message}; see {self.prog} --help")


def parser() -> argparse.ArgumentParser:
    top = _Parser(
        prog="algebra-tnn",
        description="Exact, certified answers about tensors and the theory of neural networks.",
        epilog=f"{EXIT_CODES}\n\nexample: algebra-tnn unique factors.json -o cert.json",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"algebra-tnn {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(name: str, run: Run, text: str, example: str, more: str = "") -> argparse.ArgumentParser:
        added = commands.add_parser(
            name,
            help=text,
            description=text[0].upper() + text[1:] + ".",
            epilog="\n\n".join(part for part in (more, f"example: {example}") if part),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        added.set_defaults(run=run)
        added.add_argument("--json", action="store_true", help="one JSON object on standard output and nothing else")
        loudness = added.add_mutually_exclusive_group()
        loudness.add_argument("-q", "--quiet", action="store_true", help="print only the answer")
        loudness.add_argument("-v", "--verbose", action="store_true", help="print everything that is known")
        return added

    listed = command("list", theorems.listed, "the statements of the theorem library", "algebra-tnn list --area rank")
    listed.add_argument("--area", metavar="A", help="only the statements of this area")

    shown = command("show", theorems.shown, "one statement in full", "algebra-tnn show B3")
    shown.add_argument("id", metavar="ID", help="the id of a statement, as list prints it")

    verified = command(
        "verify",
        theorems.verified,
        "run proofs of the theorem library and re-check every certificate",
        "algebra-tnn verify B3 uniqueness/",
    )
    verified.add_argument("selectors", metavar="SELECTOR", nargs="*", help="an id, a folder or a proof; default: all")
    verified.add_argument("--no-cross-check", action="store_true", help="without the numeric opinion")
    _limited(verified)

    unique = command(
        "unique",
        uniqueness.unique,
        "whether a decomposition is essentially unique",
        "algebra-tnn unique factors.json --field R -o cert.json",
        INPUT,
    )
    _computes(unique, "the factors of the decomposition, one column per term")
    unique.add_argument("--cross-check", action="store_true", help="add a numeric opinion, which is no evidence")

    rank = command(
        "rank",
        ranks.rank,
        "lower and upper bound of the rank of a tensor",
        "algebra-tnn rank tensor.json --field C",
        INPUT,
    )
    _computes(rank, "a tensor, a matrix, factors, or a law whose output is a matrix")

    k_rank = command(
        "k-rank",
        ranks.k_rank,
        "the Kruskal rank of a matrix",
        "algebra-tnn k-rank matrix.csv --budget 1000000",
        INPUT,
    )
    _computes(k_rank, "a matrix, or a law whose output is one")
    k_rank.add_argument("--budget", metavar="N", type=_positive, help="how many column subsets may be examined")

    dimension = command(
        "dimension",
        models.dimension,
        "how many parameters of a model really count",
        "algebra-tnn dimension pnn 3,2,1 --degree 2",
        MODEL,
    )
    _takes_a_model(dimension)
    dimension.add_argument("-o", "--output", metavar="CERT", help="write the certificate to this file")
    dimension.add_argument(
        "--prove", choices=("lower", "upper", "both", "none"), default="both", help="which bounds get a certificate"
    )
    dimension.add_argument(
        "--budget", metavar="S", type=_positive, help="seconds for trials that lower the error of a probable value"
    )
    _limited(dimension)

    law = command(
        "law", models.law, "the law of a model, as a formula and as JSON", "algebra-tnn law pnn 3,2,1 --degree 2", MODEL
    )
    _takes_a_model(law)

    identifiable = command(
        "identifiable",
        identifiability.identifiable,
        "whether weights are determined by the function of a network, up to permutation and rescaling",
        "algebra-tnn identifiable pnn 3,4,3 --degree 3",
        f"{GENERIC}\n\n{WEIGHTS}",
    )
    _takes_a_model(identifiable, "a family and its sizes, or a file with a network and its weights")
    identifiable.add_argument("-o", "--output", metavar="CERT", help="write the certificate to this file")
    identifiable.add_argument("--field", metavar="F", help="for a file: Q (default), R or C")
    identifiable.add_argument(
        "--budget", metavar="S", type=_positive, help="seconds for trials that lower the error of a probable value"
    )
    _limited(identifiable)

    equivalent = command(
        "equivalent",
        weights.equivalent,
        "whether two weight assignments differ by a permutation and a rescaling of neurons",
        "algebra-tnn equivalent w1.json w2.json",
        WEIGHTS,
    )
    equivalent.add_argument("first", metavar="FILE", help="a network with weights; - is standard input")
    equivalent.add_argument("second", metavar="FILE", help="the same network with other weights")
    _limited(equivalent)

    threshold = command(
        "threshold",
        fillings.threshold,
        "from which degree on the dimension of a network is as expected",
        "algebra-tnn threshold pnn 2,3,1",
    )
    threshold.add_argument("model", metavar="MODEL", nargs="+", help="a family and its widths, such as pnn 2,3,1")
    threshold.add_argument("--biases", action="store_true", help="with biases in all layers")
    threshold.add_argument(
        "--to", metavar="R", type=_positive, help="test the degrees 2 to R; default: up to where a proof for all begins"
    )
    _limited(threshold)

    filling = command(
        "filling",
        fillings.filling,
        "whether the functions of a network are dense among all of their degree",
        "algebra-tnn filling pnn 2,3,3,2,1 --degree 2",
        MODEL,
    )
    _takes_a_model(filling)
    filling.add_argument("-o", "--output", metavar="CERT", help="write the certificate to this file")
    _limited(filling)

    minimal = command(
        "minimal-fillings",
        fillings.minimal_fillings,
        "all networks that fill their space while no smaller one does",
        "algebra-tnn minimal-fillings 2 1 --degree 2 --max-layers 4",
    )
    minimal.add_argument("inputs", metavar="INPUTS", type=_positive, help="the number of inputs")
    minimal.add_argument("outputs", metavar="OUTPUTS", type=_positive, help="the number of outputs")
    minimal.add_argument("--degree", metavar="R", type=_positive, required=True, help="the activation is t^R")
    minimal.add_argument(
        "--max-layers", metavar="L", type=_positive, required=True, help="at most L layers of weights, from 2 on"
    )
    minimal.add_argument("--max-width", metavar="W", type=_positive, help="hidden widths up to W; default: all")
    minimal.add_argument("--budget", metavar="S", type=_positive, help="seconds after which the search is cut short")
    _limited(minimal)

    check = command(
        "check",
        checking.check,
        "re-derive certificates with the independent checker only",
        "algebra-tnn check cert.json",
    )
    check.add_argument("files", metavar="FILE", nargs="+", help="certificates; - is standard input")
    return top


def _takes_a_model(
    command: argparse.ArgumentParser, wanted: str = "a family and its sizes, or a file with a law"
) -> None:
    command.add_argument("model", metavar="MODEL", nargs="+", help=wanted)
    command.add_argument("--degree", metavar="R", type=int, help="the activation t^R in every hidden layer")
    command.add_argument("--degrees", metavar="R1,R2", help="one degree for each hidden layer")
    command.add_argument(
        "--activation", metavar="P", help='a polynomial in x for every hidden layer, such as "x^3 + x"'
    )
    command.add_argument("--biases", action="store_true", help="with biases in all layers")


def _computes(command: argparse.ArgumentParser, wanted: str) -> None:
    command.add_argument("file", metavar="FILE", help=wanted)
    command.add_argument("-o", "--output", metavar="CERT", help="write the certificate to this file")
    command.add_argument("--field", metavar="F", help="Q, R, C or GF(p); default: the file's, else Q")
    command.add_argument(
        "--rationalize",
        metavar="D",
        type=_positive,
        help="round floats to rationals with denominators up to D; the answer is about the rounded numbers",
    )
    _limited(command)


def _limited(command: argparse.ArgumentParser) -> None:
    command.add_argument("--seconds", metavar="S", type=_positive, help="give up after this time")
    command.add_argument(
        "--megabytes",
        metavar="M",
        type=_positive,
        help="give up beyond this memory (on Linux), the program's own aside",
    )


def _positive(text: str) -> int:
    try:
        value = int(text)
    except ValueError:
        value = 0
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not an integer from 1 on")
    return value
