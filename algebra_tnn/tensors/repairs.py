"""Changes of one number with which rank-one terms sum to a tensor."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import prod

from algebra_tnn.exact import Field, Number
from algebra_tnn.tensors.cp import CP
from algebra_tnn.tensors.differences import Difference, difference
from algebra_tnn.tensors.sparse import SparseTensor

LARGEST_TRIALS = 20  # changes that are tried


@dataclass(frozen=True, slots=True)
class Repair:
    """One entry of one factor, and the value with which the terms would sum to the tensor."""

    mode: int
    index: int
    term: int
    found: Number
    expected: Number


def repair(decomposition: CP, tensor: SparseTensor, where: Difference, field: Field) -> Repair | None:
    """The change of one number that corrects the terms, if there is one among the first that may.

    With x at place i of vector m of term r changed, the sum changes at the products of i with the nonzero entries of
    the other vectors of this term. So these are as many as the differences, and the first one gives the value.

    >>> T = SparseTensor((1, 2), {(0, 0): 1, (0, 1): 6})
    >>> repair(CP.from_factors([[1]], [[1], [5]]), T, Difference(1, (0, 1), 5, 6), Field("Q"))
    Repair(mode=1, index=1, term=0, found=5, expected=6)
    """
    off, trials = field.number(where.found - where.expected), 0
    for r, mode in product(range(decomposition.length), range(decomposition.order)):
        pairs = enumerate(zip(decomposition.factors, where.index, strict=True))
        others = [(factor, i) for m, (factor, i) in pairs if m != mode]
        slope = field.number(prod(factor[i][r] for factor, i in others))
        if slope == 0 or trials == LARGEST_TRIALS:
            continue
        if prod(sum(field.number(row[r]) != 0 for row in factor) for factor, _ in others) != where.count:
            continue
        trials += 1
        i = where.index[mode]
        x = decomposition.factors[mode][i][r]
        found = Repair(mode, i, r, x, field.number(x - field.divided(off, slope)))
        if difference(_changed(decomposition, found), tensor, field) is None:
            return found
    return None


def _changed(decomposition: CP, change: Repair) -> CP:
    rows = [list(row) for row in decomposition.factors[change.mode]]
    rows[change.index][change.term] = change.expected
    factor = tuple(map(tuple, rows))
    return CP(tuple(factor if mode == change.mode else given for mode, given in enumerate(decomposition.factors)))
