"""How many terms a law can have when it is multiplied out: proved bounds, before anything is expanded."""

from __future__ import annotations

from collections.abc import Collection
from math import prod
from typing import Any

import numpy as np

from algebra_tnn.laws.arithmetic import EXACT, Entries
from algebra_tnn.laws.evaluation import Stack, applied
from algebra_tnn.laws.expressions import Constant, Name
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.operations import Apply, Difference, Sum
from algebra_tnn.laws.programs import Step

MANY = 10**30  # larger bounds are not told apart


def term_bounds(law: Law, symbolic: Collection[str]) -> list[Entries]:
    """For every step, entry by entry, an upper bound for its number of terms as a polynomial in the named tensors.

    The smaller of two bounds. A product of polynomials with s and t terms has at most st, a sum s + t, and the e-th
    power of one with t terms C(t+e−1, e). And there are at most as many as monomials with the degrees that are possible
    in each of the named tensors: a product of binomials.
    """
    program = law.program
    bounds: list[Entries] = []
    sizes = {name: prod(shape) for name, shape in (*law.inputs, *law.parameters) if name in symbolic}
    degrees = {name: program.degrees([name]) for name in sizes}
    for i, step in enumerate(program.steps):
        operands = [bounds[j] for j in step.operands]
        monomials = prod(monomial_count(n, *degrees[name][i]) for name, n in sizes.items())
        bounds.append(EXACT.array(np.minimum(_terms(step, operands), min(monomials, MANY))))
    return bounds


def ambient_dimension(law: Law) -> int:
    """An upper bound for the number of coefficients of the outputs as polynomials in the inputs."""
    return int(np.sum(term_bounds(law, law.input_names)[law.program.output]))


def _terms(step: Step, operands: list[Entries]) -> Any:
    match step.content:
        case Name():
            return np.full(step.shape, 1, object)
        case Constant(constant):
            return EXACT.filled([int(x != 0) for x in constant.entries], step.shape)
        case Apply() as apply:
            counts = [sum(_multisets(t, e) for e in apply.exponents) for t in operands[0].ravel()]
            return EXACT.filled(counts, step.shape)
        case operation:
            added = Sum() if isinstance(operation, Difference) else operation
            return applied(added, [Stack("", x) for x in operands], EXACT).array


def monomial_count(n: int, low: int, high: int) -> int:
    """The number of monomials in n variables of degrees from low to high."""
    if low == high:
        return _binomial(n + low - 1, min(n - 1, low))
    largest = _binomial(n + high, min(n, high))
    if largest > MANY:
        return MANY
    return largest - (_binomial(n + low - 1, min(n, low - 1)) if low else 0)


def _multisets(t: int, e: int) -> int:
    """C(t+e−1, e), the number of terms of the e-th power of a sum of t terms; MANY if it is larger."""
    return min(_binomial(t + e - 1, min(e, t - 1)), MANY) if t else int(e == 0)


def _binomial(n: int, k: int) -> int:
    """C(n, k), or something above MANY if it is larger."""
    result = 1
    for i in range(1, k + 1):
        result = result * (n - k + i) // i
        if result > MANY:
            break
    return result
