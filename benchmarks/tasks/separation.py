"""The separation rank of a network for generic weights: both bounds with a certificate that the checker has re-derived.

Beside it what floats say, the singular values of the whole tensor's flattening at random weights, which prove nothing;
the rank modulo a prime of the same flattening, a bound from below; and SymPy, which expands the function.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from math import prod
from typing import Any

import flint
import numpy as np
import sympy
from numpy.typing import NDArray
from sympy import GF
from sympy.polys.matrices import DomainMatrix

from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.explore.bipartitions import bipartitions, separation_ranks
from algebra_tnn.explore.separation import SeparationRank, separation_rank
from algebra_tnn.laws.draws import Draw
from algebra_tnn.laws.values import value
from algebra_tnn.models.circuits import DeepCircuit
from algebra_tnn.tensors.formats import TensorFormat, TrainFormat
from benchmarks.measurement import OURS, Bar, Contender, Row, timed

Side = tuple[int, ...]

SVD = "numpy, SVD of the tensor in floats"
SYMPY_REACH = 100  # entries of the tensor
FLINT_REACH = 10_000
NUMPY_REACH = 10**7


def flattening(format: TensorFormat, nodes: dict[str, NDArray[Any]], side: Side) -> NDArray[Any]:
    """The matrix whose rows are the modes of one side, from the whole tensor."""
    total = sum(_tensor(network, nodes) for network in format.networks)
    others = [mode for mode in range(format.order) if mode not in side]
    return total.transpose([*side, *others]).reshape(prod(total.shape[mode] for mode in side), -1)


def _tensor(network: Any, nodes: dict[str, NDArray[Any]]) -> NDArray[Any]:
    number = {letter: k for k, (letter, _) in enumerate(network.sizes)}
    operands = [
        part for node in network.nodes for part in (nodes[node.parameter], [number[letter] for letter in node.word])
    ]
    return np.asarray(np.einsum(*operands, [number[mode] for mode in network.modes], optimize="greedy"))


def float_rank(format: TensorFormat, side: Side) -> int:
    random = np.random.default_rng(0)
    nodes = {name: random.standard_normal(shape) for name, shape in format.parameters.items()}
    return int(np.linalg.matrix_rank(flattening(format, nodes, side)))


def flint_rank(format: TensorFormat, side: Side) -> int:
    """Modulo a prime, from the tensor with Python's integers."""
    matrix = flattening(format, _integers(format), side) % PRIME
    return int(flint.nmod_mat(*matrix.shape, [int(x) for x in matrix.ravel()], PRIME).rank())


def sympy_rank(format: TensorFormat, side: Side) -> int:
    """Of the matrix of coefficients of the function with random integers as weights."""
    law, nodes = format.law(), _integers(format)
    inputs = {name: sympy.symbols(f"{name}_:{n}") for name, (n,) in law.inputs}
    given = {**{name: list(x) for name, x in inputs.items()}, **{name: x.tolist() for name, x in nodes.items()}}
    variables = [v for x in inputs.values() for v in x]
    function = sympy.Poly(sympy.expand(value(law, given)), *variables)
    sides = [k for k, x in enumerate(inputs.values()) for _ in x]
    entries: dict[tuple[tuple[int, ...], tuple[int, ...]], int] = {}
    for exponents, coefficient in function.terms():
        row = tuple(e for e, k in zip(exponents, sides, strict=True) if k in side)
        column = tuple(e for e, k in zip(exponents, sides, strict=True) if k not in side)
        entries[row, column] = int(coefficient)
    rows, columns = (sorted({key[part] for key in entries}) for part in (0, 1))
    field = GF(PRIME, symmetric=False)
    table = [[field(entries.get((row, column), 0)) for column in columns] for row in rows]
    return int(DomainMatrix(table, (len(rows), len(columns)), field).rank())


def _integers(format: TensorFormat) -> dict[str, NDArray[Any]]:
    draw = Draw(1, 1000)
    return {name: draw.array(shape).astype(np.int64).astype(object) for name, shape in format.parameters.items()}


@contextmanager
def contenders(format: TensorFormat, side: Side) -> Iterator[Sequence[Contender]]:
    found = [Contender(OURS, timed(lambda: told(separation_rank(format, side))), "proved from both sides")]
    if format.entry_count <= NUMPY_REACH:
        found.append(Contender(SVD, timed(lambda: float_rank(format, side)), "no proof"))
    else:
        found.append(Contender.absent(SVD, f"the tensor has {format.entry_count:,} entries"))
    if format.entry_count <= FLINT_REACH:
        run = timed(lambda: flint_rank(format, side))
        found.append(Contender("python-flint", run, "modulo a prime, from below", 3))
    if format.entry_count <= SYMPY_REACH:
        run = timed(lambda: sympy_rank(format, side))
        found.append(Contender("SymPy, expansion", run, "modulo a prime, from below", 1))
    yield found


@contextmanager
def contenders_for_all(format: TensorFormat) -> Iterator[Sequence[Contender]]:
    """How many bipartitions have which rank."""

    def ours() -> object:
        return counted(told(rank) for _, rank in separation_ranks(format).rows)

    def floats() -> object:
        return counted(float_rank(format, side) for side in bipartitions(format.order))

    yield [Contender(OURS, timed(ours), "proved from both sides"), Contender(SVD, timed(floats), "no proof")]


def counted(ranks: Iterable[object]) -> str:
    """How often each occurs, the most frequent first."""
    return ", ".join(f"{times}× {rank}" for rank, times in Counter(map(str, ranks)).most_common())


def told(found: SeparationRank) -> object:
    return found.lower if found.status == "proved" else f"{found.lower} to {found.upper}"


def train(inputs: int, dimension: int, bond: int) -> TrainFormat:
    return TrainFormat((dimension,) * inputs, (bond,) * (inputs - 1))


FULL: list[tuple[str, TensorFormat, Side, int, tuple[Bar, ...]]] = [
    ("deep circuit, N = 4, M = 3, channels 3,2", DeepCircuit(4, 3, (3, 2)), (0, 2), 9, ()),
    ("deep circuit, N = 8, M = 2, channels 2", DeepCircuit(8, 2, (2, 2, 2)), (0, 2, 4, 6), 16, ()),
    (
        "deep circuit, N = 16, M = 2, channels 2",
        DeepCircuit(16, 2, (2, 2, 2, 2)),
        tuple(range(0, 16, 2)),
        256,
        (Bar.seconds(5),),
    ),
    ("deep circuit, N = 8, M = 4, channels 4", DeepCircuit(8, 4, (4, 4, 4)), (0, 2, 4, 6), 256, (Bar.seconds(10),)),
    ("train, N = 6, M = 3, bond 2", train(6, 3, 2), (0, 2, 4), 18, ()),
    ("train, N = 14, M = 2, bond 3", train(14, 2, 3), tuple(range(0, 14, 2)), 128, ()),
    ("train, N = 40, M = 2, bond 3, its halves", train(40, 2, 3), tuple(range(20)), 3, ()),
]
QUICK: list[tuple[str, TensorFormat, Side, int, tuple[Bar, ...]]] = [
    ("deep circuit, N = 4, M = 2, channels 2", DeepCircuit(4, 2, (2, 2)), (0, 2), 4, ()),
    ("train, N = 4, M = 3, bond 2", train(4, 3, 2), (0, 2), 6, ()),
]


def rows() -> Iterator[Row]:
    for quick, listed in ((False, FULL), (True, QUICK)):
        for name, format, side, expected, bars in listed:
            yield Row(
                "separation",
                name,
                partial(contenders, format, side),
                bars,
                repeats=3,
                expected=expected,
                size=format.entry_count if format.entry_count <= NUMPY_REACH else None,
                quick=quick,
            )
    yield Row(
        "separation",
        "train, N = 8, M = 2, bond 3, all 127 bipartitions",
        partial(contenders_for_all, train(8, 2, 3)),
        (Bar.seconds(10),),
        repeats=3,
    )
