"""The parser: every command with its options and one example."""

from __future__ import annotations

import argparse
from functools import cache, partial
from typing import NoReturn

from algebra_tnn import __version__
from algebra_tnn.cli import (
    analytic,
    checking,
    conserved,
    decompositions,
    depth,
    fillings,
    generic_ranks,
    identifiability,
    mincut,
    models,
    moments,
    partitions,
    ranks,
    separation,
    tables,
    theorems,
    uniqueness,
    waring,
    weights,
)
from algebra_tnn.cli.atlas.arguments import add_atlas
from algebra_tnn.cli.atlas.checking import add_arguments as add_sampling
from algebra_tnn.cli.commands import added_command, limited, takes_a_model
from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.sizes import integer, positive

EXIT_CODES = """\
exit codes: 0 proved, correct, bounds meet, as recorded, or accepted; 1 refuted, wrong, or not as recorded; 2 bad input;
3 undecided, bounds do not meet, or over a limit; 4 a certificate was rejected; 70 internal error; 130 interrupted"""

INPUT = """\
input: JSON {"factors": [[[...]], ...]}, {"tensor": ...} or {"matrix": ...}, optionally with "field"; .npy or .npz of
integers; .csv for a matrix; - is JSON on standard input. Entries are integers or rationals written "3/7"."""


MODEL = """\
model: a family with its sizes; or a file with a law, the JSON object that the command law prints, or with a tensor
network; - is standard input.
  pnn 3,2,1                        a polynomial network of these widths; --degree, --degrees or --activation
  relu 2,3,1                       a network with max(0, t); with --biases, if it has any
  tanh 2,2,1                       Taylor polynomials of a network with tanh and biases; also sigmoid and exp
  cyclic 4 1,2,1                   a network of group convolutions on 4 positions around a circle, with these channels
  segre 3,3,3 --secant 4           sums of 4 tensors of rank one
  veronese 3 --degree 4 --secant 5 sums of 5 fourth powers of linear forms in 3 variables
  segre-veronese 3,5 --degrees 1,2 products of a linear form in 3 and the square of one in 5 variables
  grassmannian 3,7                 decomposable vectors in the third exterior power of 7-space
  tucker, tt, tr, ht, btd, paratuck2, cp, tt-matrix, t-product with --shape and --ranks or what else they take
  tn FILE                          a tensor network, as JSON
  convac, shallow                  arithmetic circuits, with --inputs, --dimension and --channels or --width
  rac, rnn, mps, 2rnn, cprnn, mirnn   recurrent networks, with --inputs, --dimension, --hidden, …
  attention --layers 2 --d 3 --a 2 --tokens 2   lightning attention; read at one token: --inputs, --dimension, --depth
  cnn --filters 3,2 --degree 2     a convolutional network; also --strides, --channels, --inputs"""


PARTITION = f"""\
partition: {partitions.EXAMPLES}.
The separation rank is the least r with f = Σ_k g_k(inputs of one side) h_k(inputs of the other), k = 1, …, r: the rank
of the matrix of coefficients."""


VARIETY = """\
variety: the sizes of the modes of tensors, such as 4,4,4; or a family with its sizes: segre 4,4,4; veronese 3 with
--degree 4; segre-veronese 3,5 with --degrees 1,2; grassmannian 3,7. The answer is that over algebraically closed
fields of characteristic 0."""


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


DECOMPOSITION = """\
factors: JSON {"factors": [[[...]], ...]}, {"u": ..., "v": ..., "w": ...} (or U, V, W; A, B, C), or a list of terms
[[u, v, w], ...]; or .npz with such arrays. Terms may be columns or rows, and vectors may be written as matrices.
tensor: a file, or one of
  matmul:m,n,p                   the product of an m×n by an n×p matrix
  determinant:n, permanent:n     of an n×n matrix, multilinear in its rows
  polynomial-multiplication:m,n  of polynomials with m and n coefficients
  complex-multiplication
  unit:n or unit:n,d             n terms e_i ⊗ e_i ⊗ ..., of order d (default 3)
  ghz:d, w:d                     the tensors GHZ and W of order d
  monomial:e,f,...               the symmetric tensor of x^e y^f ...
conventions of matmul: row-major, row-major-c-transposed, column-major, column-major-c-transposed"""


FORM = """\
form: a polynomial with rational coefficients whose terms have one degree, such as "x^2*y - 1/2*y^3"; write -- before
one that begins with a minus sign. The certificate is about the rank of its symmetric tensor."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise BadInput(f"{message}; see {self.prog} --help")


@cache  # a process that runs many commands builds it once
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

    command = partial(added_command, commands)
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
    limited(verified)

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
    rank.add_argument("--border", action="store_true", help="the border rank, of limits of sums of rank-one tensors")
    rank.add_argument(
        "--curve", metavar="FILE", help='with --border: terms that tend to the tensor, {"factors": ..., "order": 1}'
    )

    k_rank = command(
        "k-rank",
        ranks.k_rank,
        "the Kruskal rank of a matrix",
        "algebra-tnn k-rank matrix.csv --budget 1000000",
        INPUT,
    )
    _computes(k_rank, "a matrix, or a law whose output is one")
    k_rank.add_argument("--budget", metavar="N", type=positive, help="how many column subsets may be examined")

    dimension = command(
        "dimension",
        models.dimension,
        "how many parameters of a model really count",
        "algebra-tnn dimension pnn 3,2,1 --degree 2",
        MODEL,
    )
    takes_a_model(dimension)
    dimension.add_argument("-o", "--output", metavar="CERT", help="write the certificate to this file")
    dimension.add_argument(
        "--prove", choices=("lower", "upper", "both", "none"), default="both", help="which bounds get a certificate"
    )
    dimension.add_argument(
        "--weights", metavar="FILE", help="of relu: the functional dimension at these weights, an object W1, b1, W2, …"
    )
    analytic.add_arguments(dimension)
    dimension.add_argument(
        "--budget", metavar="S", type=positive, help="seconds for trials that lower the error of a probable value"
    )
    limited(dimension)

    generic = command(
        "generic-rank",
        generic_ranks.generic_rank,
        "how many points of a variety a general point of its space is the sum of",
        "algebra-tnn generic-rank 4,4,4",
        VARIETY,
    )
    generic.add_argument("model", metavar="VARIETY", nargs="+", help="sizes of tensors, or a family and its sizes")
    generic.add_argument("--degree", metavar="R", type=integer, help="the degree of forms")
    generic.add_argument("--degrees", metavar="R1,R2", help="one degree for each factor")
    generic.add_argument("-o", "--output", metavar="CERT", help="write certificates to CERT.lower and CERT.upper")
    limited(generic)

    separation_rank = command(
        "separation",
        separation.separation,
        "how strongly a model ties two groups of its inputs together",
        "algebra-tnn separation convac --inputs 4 --dimension 3 --channels 3,2 --partition 0,2",
        f"{MODEL}\n\n{PARTITION}",
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
        MODEL,
    )
    takes_a_model(efficiency)
    efficiency.add_argument("-o", "--output", metavar="CERT", help="write the certificate to this file")
    limited(efficiency)

    conservation = command(
        "conserved",
        conserved.conserved,
        "how many quantities gradient flow of any loss conserves, and which",
        "algebra-tnn conserved linear 2,2,2",
        f"{MODEL}\n{conserved.MODELS}",
    )
    takes_a_model(conservation)
    conserved.add_arguments(conservation)
    conservation.add_argument("-o", "--output", metavar="CERT", help="write the certificate to this file")
    limited(conservation)

    cut = command(
        "mincut",
        mincut.mincut,
        "the cheapest cut of a tensor network, and whether generic ranks reach it",
        "algebra-tnn mincut tr --shape 3,3,3,3 --rank 2 --partition 0,2",
        f"{MODEL}\n\n{PARTITION}",
    )
    takes_a_model(cut, "a family and its sizes, or a file with a tensor network")
    _splits(cut, "the network with the cut")
    limited(cut)

    law = command(
        "law", models.law, "the law of a model, as a formula and as JSON", "algebra-tnn law pnn 3,2,1 --degree 2", MODEL
    )
    takes_a_model(law)
    analytic.add_arguments(law)

    identifiable = command(
        "identifiable",
        identifiability.identifiable,
        "whether weights are determined by the function of a network, or terms by their sum",
        "algebra-tnn identifiable pnn 3,4,3 --degree 3",
        f"{GENERIC}\n\n{WEIGHTS}",
    )
    takes_a_model(identifiable, "a family and its sizes, or a file with weights or nodes")
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
    takes_a_model(moment, "a file with a network and its weights, or a family and its widths")
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
        MODEL,
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

    checked = command(
        "check-decomposition",
        decompositions.check_decomposition,
        "whether factors are a decomposition of a stated tensor, such as that of matrix multiplication",
        "algebra-tnn check-decomposition factors.json --of matmul:2,2,2",
        DECOMPOSITION,
    )
    _computes(checked, "the factors, in one of the layouts below")
    checked.add_argument("--of", metavar="T", required=True, help="the tensor: a name, or a file with a tensor")
    checked.add_argument("--convention", metavar="C", help="of matmul; default: all are tried and the right ones named")

    powers = command(
        "waring",
        waring.waring,
        "how many powers of linear forms sum to a form, with the sum",
        'algebra-tnn waring "x^2*y" --field R',
        FORM,
    )
    powers.add_argument("form", metavar="FORM", help="the form as text")
    powers.add_argument("-o", "--output", metavar="CERT", help="write the certificate to this file")
    powers.add_argument("--field", metavar="F", default="Q", help="Q (default), R or C")
    limited(powers)

    table = command(
        "table",
        tables.table,
        "generic ranks, identifiability or dimensions of many secant varieties, each row with its status",
        "algebra-tnn table generic-rank --max-size 4 --format markdown",
    )
    table.add_argument("name", metavar="TABLE", choices=tables.NAMES, help=", ".join(tables.NAMES))
    table.add_argument("--max-size", metavar="N", type=positive, default=4, help="modes, or variables: 2 to N")
    table.add_argument("--order", metavar="K", type=positive, help="of the tensors (default 3)")
    table.add_argument("--max-degree", metavar="D", type=positive, help="of the forms (default 4)")
    table.add_argument("--format", choices=tables.FORMATS, default="text", help="how it is printed")
    table.add_argument("--keep", metavar="FILE", help="add each row to this file, and do not compute what it holds")
    limited(table)

    check = command(
        "check",
        checking.check,
        "re-derive certificates with the independent checker only",
        "algebra-tnn check cert.json",
    )
    check.add_argument("files", metavar="FILE", nargs="+", help="certificates, or atlases; - is standard input")
    add_sampling(check)
    add_atlas(commands)
    return top


def _splits(command: argparse.ArgumentParser, drawn: str) -> None:
    command.add_argument("--partition", metavar="P", help="one side of the inputs")
    command.add_argument("-o", "--output", metavar="CERT", help="write the certificate to this file")
    command.add_argument("--draw", metavar="FILE", help=f"draw {drawn}: an .svg, .png or .pdf file, by matplotlib")


def _computes(command: argparse.ArgumentParser, wanted: str) -> None:
    command.add_argument("file", metavar="FILE", help=wanted)
    command.add_argument("-o", "--output", metavar="CERT", help="write the certificate to this file")
    command.add_argument("--field", metavar="F", help="Q, R, C or GF(p); default: the file's, else Q")
    command.add_argument(
        "--rationalize",
        metavar="D",
        type=positive,
        help="round floats to rationals with denominators up to D; the answer is about the rounded numbers",
    )
    limited(command)
