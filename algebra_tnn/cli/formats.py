"""Tensor formats as the command line names them: ``tucker --shape 3,3,3 --ranks 2,2,2``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from algebra_tnn.cli import graphs
from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.reading import json_object
from algebra_tnn.cli.sized_models import model_of_sizes, require_options
from algebra_tnn.cli.sizes import integer, nested_of, sizes_of

if TYPE_CHECKING:
    from algebra_tnn.tensors.formats import TensorFormat

OPTIONS = {
    "tucker": ("shape", "ranks"),
    "tt": ("shape", "ranks"),
    "tr": ("shape", "rank", "ranks"),
    "ht": ("shape", "ranks", "tree"),
    "btd": ("shape", "blocks"),
    "paratuck2": ("shape", "ranks"),
    "cp": ("shape", "terms", "degrees"),
    "tt-matrix": ("rows", "columns", "ranks"),
    "t-product": ("shape", "rank"),
    "tn": (),
}
_EXAMPLES = {
    "tucker": "tucker --shape 3,3,3 --ranks 2,2,2",
    "tt": "tt --shape 2,2,2,2 --ranks 2,2,2",
    "tr": "tr --shape 3,3,3 --rank 2",
    "ht": 'ht --shape 2,2,2,2 --ranks 2,3 --tree "((0,1),(2,3))"',
    "btd": "btd --shape 4,4,3 --blocks 2,2",
    "paratuck2": "paratuck2 --shape 3,3,5 --ranks 2,2",
    "cp": "cp --shape 3,3,3 --terms 4",
    "tt-matrix": "tt-matrix --rows 2,2 --columns 3,3 --ranks 2",
    "t-product": "t-product --shape 3,3,4 --rank 2",
    "tn": "tn network.json",
}
_OPTIONAL = ("degrees", "tree")


def format_of(options: argparse.Namespace, name: str, rest: list[str]) -> TensorFormat:
    """The format with its sizes. Raises: BadInput."""
    if len(rest) != (name == "tn"):
        takes = "one file" if name == "tn" else "its sizes as options"
        raise BadInput(f"{name} has {len(rest)} arguments; it takes {takes}, such as {_EXAMPLES[name]}")
    if name == "tr" and options.rank is not None and options.ranks is not None:
        raise BadInput("tr has --rank and --ranks; give one rank for all bonds, or one for each")
    either = ("rank", "ranks") if name == "tr" and (options.rank, options.ranks) != (None, None) else ()
    needed = (option for option in OPTIONS[name] if option not in (*_OPTIONAL, *either))
    require_options(options, name, needed, _EXAMPLES[name])
    return model_of_sizes(lambda: _READERS[name](options, *rest))


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--shape", metavar="N1,N2", help="the sizes of the modes of a tensor")
    command.add_argument("--ranks", metavar="R1,R2", help="ranks of a format, in the order of its documentation")
    command.add_argument("--rank", metavar="R", type=integer, help="one rank for all")
    command.add_argument("--tree", metavar="T", help='a dimension tree, such as "((0,1),(2,3))"; default: halves')
    command.add_argument("--blocks", metavar="L1,L2", help='block terms (L,L,1), or "(L,M,N),(L,M,N)"')
    command.add_argument("--terms", metavar="R", type=integer, help="how many rank-one terms")
    command.add_argument("--rows", metavar="M1,M2", help="how the rows of a matrix are split into modes")
    command.add_argument("--columns", metavar="N1,N2", help="how the columns of a matrix are split into modes")


def _tucker(options: argparse.Namespace) -> TensorFormat:
    from algebra_tnn.tensors.formats import TuckerFormat

    return TuckerFormat(_sizes(options, "shape"), _sizes(options, "ranks"))


def _train(options: argparse.Namespace) -> TensorFormat:
    from algebra_tnn.tensors.formats import TrainFormat

    return TrainFormat(_sizes(options, "shape"), _sizes(options, "ranks"))


def _ring(options: argparse.Namespace) -> TensorFormat:
    from algebra_tnn.tensors.formats import RingFormat

    ranks = options.rank if options.ranks is None else _sizes(options, "ranks")
    return RingFormat(_sizes(options, "shape"), ranks)


def _hierarchical(options: argparse.Namespace) -> TensorFormat:
    from algebra_tnn.tensors.formats import HierarchicalFormat

    tree = None if options.tree is None else nested_of("the tree", options.tree, '"((0,1),(2,3))"')
    return HierarchicalFormat(_sizes(options, "shape"), tree, _sizes(options, "ranks"))


def _block_terms(options: argparse.Namespace) -> TensorFormat:
    from algebra_tnn.tensors.formats import BlockTermFormat

    blocks = nested_of("the blocks", f"[{options.blocks}]", '2,2 or "(2,2,2),(1,2,2)"')
    return BlockTermFormat(_sizes(options, "shape"), blocks)


def _paratuck2(options: argparse.Namespace) -> TensorFormat:
    from algebra_tnn.tensors.formats import ParaTuck2Format

    return ParaTuck2Format(_sizes(options, "shape"), _sizes(options, "ranks"))


def _cp(options: argparse.Namespace) -> TensorFormat:
    from algebra_tnn.tensors.formats import CPFormat, SymmetricCPFormat

    if options.degrees is None:
        return CPFormat(_sizes(options, "shape"), options.terms)
    return SymmetricCPFormat(_sizes(options, "shape"), sizes_of("the degrees", options.degrees), options.terms)


def _matrix_train(options: argparse.Namespace) -> TensorFormat:
    from algebra_tnn.tensors.formats import MatrixTrainFormat

    return MatrixTrainFormat(_sizes(options, "rows"), _sizes(options, "columns"), _sizes(options, "ranks"))


def _tubal(options: argparse.Namespace) -> TensorFormat:
    from algebra_tnn.tensors.formats import TubalFormat

    return TubalFormat(_sizes(options, "shape"), options.rank)


def _network(options: argparse.Namespace, path: str) -> TensorFormat:
    return graphs.network_of(*json_object(path, graphs.EXPECTED))


_READERS: dict[str, Callable[..., TensorFormat]] = {
    "tucker": _tucker,
    "tt": _train,
    "tr": _ring,
    "ht": _hierarchical,
    "btd": _block_terms,
    "paratuck2": _paratuck2,
    "cp": _cp,
    "tt-matrix": _matrix_train,
    "t-product": _tubal,
    "tn": _network,
}


def _sizes(options: argparse.Namespace, name: str) -> tuple[int, ...]:
    return sizes_of(f"--{name}", getattr(options, name))
