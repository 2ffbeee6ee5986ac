"""Decompositions of matrix multiplication that are put together from short ones: block by block, and of blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import permutations, product
from math import prod
from typing import TypeAlias

from algebra_tnn.exact import Matrix, Number
from algebra_tnn.tensors.cp import CP
from algebra_tnn.tensors.fast_multiplication import fifteen_terms, laderman, standard, strassen
from algebra_tnn.tensors.matrix_multiplication import CONVENTIONS, Convention

Sizes: TypeAlias = tuple[int, int, int]
Plan: TypeAlias = tuple[int, Callable[[], CP]]  # a number of terms, and the decomposition that has them

_KNOWN: dict[Sizes, Plan] = {(2, 2, 2): (7, strassen), (2, 3, 3): (15, fifteen_terms), (3, 3, 3): (23, laderman)}
_MODES = ((0, 1), (1, 2), (0, 2))  # the sizes that the rows and columns of the matrices A, B, C have


def short_multiplication(m: int, n: int, p: int, convention: Convention = CONVENTIONS[0]) -> CP:
    """The shortest decomposition of M⟨m,n,p⟩ that blocks lead to, from those with 7, 15 and 23 terms.

    Matrices are cut into two blocks, or into equal blocks that are multiplied as numbers are in a known decomposition.
    There may be shorter ones. Cost: all smaller formats are looked at.

    >>> [short_multiplication(*sizes).length for sizes in ((2, 2, 3), (3, 3, 2), (4, 4, 4), (4, 4, 5))]
    [11, 15, 49, 65]
    """
    return _numbered(_best((m, n, p))[1](), (m, n, p), convention)


@cache
def _best(sizes: Sizes) -> Plan:
    return min(_plans(sizes), key=lambda plan: plan[0])


def _plans(sizes: Sizes) -> Iterator[Plan]:
    yield prod(sizes), lambda: standard(*sizes)
    if min(sizes) == 1:  # then the definition is best
        return
    for inner in sorted({(a, b, c) for known in _KNOWN for a, b, c in permutations(known)}):
        if sizes == inner:
            yield _turned(inner)
        elif all(size % block == 0 for size, block in zip(sizes, inner, strict=True)):
            m, n, p = (size // block for size, block in zip(sizes, inner, strict=True))
            yield _of_blocks((m, n, p), inner)
    for letter, size in enumerate(sizes):
        for first in range(1, size // 2 + 1):
            yield _side_by_side(sizes, letter, first)


def _turned(sizes: Sizes) -> Plan:
    """A known decomposition with the three sizes in another order: the matrices change places, or are transposed."""
    known = next(one for one in _KNOWN if sorted(one) == sorted(sizes))
    order = next(order for order in permutations(range(3)) if tuple(known[i] for i in order) == sizes)

    def decomposition() -> CP:
        given = _KNOWN[known][1]()
        factors = []
        for x, y in _MODES:
            a, b = sorted((order[x], order[y]))
            factor = given.factors[_MODES.index((a, b))]
            places = product(range(sizes[x]), range(sizes[y]))
            if (a, b) == (order[x], order[y]):
                factors.append(tuple(factor[i * known[b] + j] for i, j in places))
            else:
                factors.append(tuple(factor[j * known[b] + i] for i, j in places))
        return CP(tuple(factors))

    return _KNOWN[known][0], decomposition


def _of_blocks(outer: Sizes, inner: Sizes) -> Plan:
    """The Kronecker product: matrices of size ``outer`` whose entries are blocks of size ``inner``."""

    def decomposition() -> CP:
        one, two = _best(outer)[1](), _best(inner)[1]()
        factors = []
        for (x, y), first, second in zip(_MODES, one.factors, two.factors, strict=True):
            places = product(range(outer[x]), range(inner[x]), range(outer[y]), range(inner[y]))
            pairs = ((first[i * outer[y] + j], second[k * inner[y] + h]) for i, k, j, h in places)
            factors.append(tuple(tuple(s * t for s in row for t in other) for row, other in pairs))
        return CP(tuple(factors))

    return _best(outer)[0] * _best(inner)[0], decomposition


def _side_by_side(sizes: Sizes, letter: int, first: int) -> Plan:
    """Two decompositions with the size of this letter cut in two: all other indices are shared."""
    parts: list[Sizes] = []
    for size in (first, sizes[letter] - first):
        m, n, p = (size if i == letter else other for i, other in enumerate(sizes))
        parts.append((m, n, p))

    def decomposition() -> CP:
        given = [_best(part)[1]() for part in parts]
        lengths = [one.length for one in given]
        factors: list[Matrix] = []
        for mode, (x, y) in enumerate(_MODES):
            rows = []
            for place in product(range(sizes[x]), range(sizes[y])):
                row: list[Number] = []
                for part, one, length, offset in zip(parts, given, lengths, (0, first), strict=True):
                    i, j = (at - offset * (kind == letter) for at, kind in zip(place, (x, y), strict=True))
                    inside = 0 <= i < part[x] and 0 <= j < part[y]
                    row += one.factors[mode][i * part[y] + j] if inside else [0] * length
                rows.append(tuple(row))
            factors.append(tuple(rows))
        return CP(tuple(factors))

    return sum(_best(part)[0] for part in parts), decomposition


def _numbered(given: CP, sizes: Sizes, convention: Convention) -> CP:
    """The same terms with the entries of the matrices numbered as in the convention."""
    factors = []
    for mode, ((x, y), factor) in enumerate(zip(_MODES, given.factors, strict=True)):
        rows = {}
        for i, j in product(range(sizes[x]), range(sizes[y])):
            turned = convention.transposed and mode == 2
            at = convention.place(j, i, sizes[y], sizes[x]) if turned else convention.place(i, j, sizes[x], sizes[y])
            rows[at] = factor[i * sizes[y] + j]
        factors.append(tuple(rows[at] for at in sorted(rows)))
    return CP(tuple(factors))
