"""The parsers of commands on given tensors and decompositions, and on general tensors of a shape."""

from __future__ import annotations

import argparse
from functools import partial

from algebra_tnn.cli import decompositions, generic_ranks, ranks, tables, uniqueness, waring
from algebra_tnn.cli.commands import Commands, added_command, limited
from algebra_tnn.cli.sizes import integer, positive

INPUT = """\
input: JSON {"factors": [[[...]], ...]}, {"tensor": ...} or {"matrix": ...}, optionally with "field"; .npy or .npz of
integers; .csv for a matrix; - is JSON on standard input. Entries are integers or rationals written "3/7"."""


VARIETY = """\
variety: the sizes of the modes of tensors, such as 4,4,4; or a family with its sizes: segre 4,4,4; veronese 3 with
--degree 4; segre-veronese 3,5 with --degrees 1,2; grassmannian 3,7. The answer is that over algebraically closed
fields of characteristic 0."""


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


def add_tensors(commands: Commands) -> None:
    """Adds the commands on tensors, decompositions and varieties."""
    command = partial(added_command, commands)

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
