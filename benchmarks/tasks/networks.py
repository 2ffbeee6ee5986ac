"""The dimension of a polynomial network's coefficient vectors: the rank of a Jacobian at a random point modulo p.

Beside it the naive way: expand with symbolic weights and inputs, collect coefficients, differentiate, substitute.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial, reduce
from itertools import pairwise
from math import comb
from typing import Any

import flint
import numpy as np
import sympy
from sympy import GF
from sympy.polys.matrices import DomainMatrix

from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.laws import Law
from algebra_tnn.laws.draws import Draw
from algebra_tnn.laws.jacobian_ranks import jacobian_rank
from algebra_tnn.laws.jacobians import Jacobian, Rows
from benchmarks.measurement import OURS, Bar, Contender, Row, timed
from benchmarks.processes import macaulay2, program

Widths = tuple[int, ...]

NAIVE = "Macaulay2, naive expansion"
MACAULAY2_REACH = 40  # parameters
SYMPY_REACH = 14
FLINT_REACH = 2000
SPARE_ROWS = 16


def network(widths: Widths, degree: int) -> Law:
    """W_L σ(… σ(W_1 x)) with σ(t) = t^degree, entry by entry."""
    sizes = {f"W{i}": (after, before) for i, (before, after) in enumerate(pairwise(widths), start=1)}

    def forward(x: Any, **weights: Any) -> Any:
        first, *others = weights.values()
        return reduce(lambda value, W: W @ value**degree, others, first @ x)

    return Law.trace(forward, {"x": widths[:1]}, sizes)


def expected_dimension(widths: Widths, degree: int) -> int:
    """Parameters less the scalings of hidden neurons, or all coefficients."""
    parameters = sum(before * after for before, after in pairwise(widths))
    degree_in_inputs = degree ** (len(widths) - 2)
    coefficients = widths[-1] * comb(widths[0] + degree_in_inputs - 1, degree_in_inputs)
    return min(parameters - sum(widths[1:-1]), coefficients)


@contextmanager
def contenders(widths: Widths, degree: int) -> Iterator[Sequence[Contender]]:
    law = network(widths, degree)
    with ExitStack() as stack:
        found = [Contender(OURS, timed(lambda: jacobian_rank(network(widths, degree)).rank), "tracing included")]
        if law.parameter_count <= FLINT_REACH:
            found += flint_ranks(law)
        if law.parameter_count <= MACAULAY2_REACH:
            command = macaulay2("network.m2", degree, *widths)
            repeats = 3 if law.parameter_count < MACAULAY2_REACH else 1
            found.append(stack.enter_context(program(NAIVE, command, note="modulo 32003", repeats=repeats)))
        if law.parameter_count <= SYMPY_REACH:
            naive = timed(lambda: naive_dimension(widths, degree))
            found.append(Contender("SymPy, naive expansion", naive, "rank modulo p by DomainMatrix", 1))
        yield found


def flint_ranks(law: Law) -> list[Contender]:
    """FLINT on the whole matrix of our rows, all of them random, with and without making its matrix."""
    draw = Draw(1, PRIME // 2)
    jacobian = Jacobian(law, {name: draw.array(shape) for name, shape in law.parameters}, PRIME)
    height = law.parameter_count + SPARE_ROWS
    samples = {name: draw.array((height, *shape)) for name, shape in law.inputs}
    rows = Rows(samples, draw.array((height, *law.shape)))

    def converted() -> flint.nmod_mat:
        entries = np.remainder(jacobian.rows(rows), PRIME).astype(np.int64).ravel().tolist()
        return flint.nmod_mat(height, law.parameter_count, entries, PRIME)

    ready = converted()
    return [
        Contender("python-flint, rank of our Jacobian", timed(ready.rank), "rank alone", 3),
        Contender("python-flint, with our rows made", timed(lambda: converted().rank()), "", 3),
    ]


def naive_dimension(widths: Widths, degree: int) -> int:
    """By SymPy: expand, collect, differentiate, substitute a random point modulo p, rank."""
    x = sympy.symbols(f"x:{widths[0]}")
    values: list[sympy.Expr] = list(x)
    weights: list[sympy.Symbol] = []
    for layer, (before, after) in enumerate(pairwise(widths)):
        if layer:
            values = [value**degree for value in values]
        fresh = sympy.symbols(f"w{layer}_:{before * after}")
        weights += fresh
        values = [sum(fresh[i * before + j] * values[j] for j in range(before)) for i in range(after)]
    coefficients = [c for value in values for c in sympy.Poly(sympy.expand(value), *x).coeffs()]
    point = dict(zip(weights, map(int, Draw(2, PRIME // 2).array((len(weights),))), strict=True))
    field = GF(PRIME, symmetric=False)
    rows = [[field(int(sympy.diff(c, w).subs(point))) for w in weights] for c in coefficients]
    return int(DomainMatrix(rows, (len(rows), len(weights)), field).rank())


DEFICIENT: dict[tuple[Widths, int], int] = {
    ((2, 3, 2, 1), 3): 8,
    ((3, 3, 3, 1), 2): 12,
}  # below the expected dimension: the rivals agree
BARS: dict[tuple[Widths, int], tuple[Bar, ...]] = {
    ((3, 4, 4, 2), 3): (Bar.times(500, NAIVE),),
    ((12, 30, 30, 10), 3): (Bar.seconds(0.4),),
    ((30, 60, 60, 30), 2): (Bar.seconds(12),),
}
FULL: list[tuple[Widths, int]] = [
    ((2, 3, 2, 1), 3),
    ((3, 3, 3, 1), 3),
    ((3, 4, 4, 2), 3),
    ((4, 4, 4, 2), 3),
    ((8, 10, 8, 4), 3),
    ((10, 20, 15, 5), 3),
    ((12, 30, 30, 10), 3),
    ((20, 40, 40, 20), 2),
    ((30, 60, 60, 30), 2),
]
QUICK: list[tuple[Widths, int]] = [((3, 3, 3, 1), 2), ((3, 3, 3, 1), 3), ((8, 10, 8, 4), 3)]


def rows() -> Iterator[Row]:
    for quick, listed in ((False, FULL), (True, QUICK)):
        for widths, degree in listed:
            yield Row(
                "networks",
                f"({','.join(map(str, widths))}), {'quadratic' if degree == 2 else 'cubic'}",
                partial(contenders, widths, degree),
                BARS.get((widths, degree), ()),
                repeats=3 if widths[0] > 12 else 5,
                expected=DEFICIENT.get((widths, degree), expected_dimension(widths, degree)),
                size=sum(before * after for before, after in pairwise(widths)),
                quick=quick,
            )
