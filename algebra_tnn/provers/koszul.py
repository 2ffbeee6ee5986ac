"""Koszul flattenings: lower bounds of border rank beyond the ranks of flattenings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, islice
from math import comb, prod
from random import Random
from typing import Any

import numpy as np

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import BorderRankAtLeast, TensorRankAtLeast
from algebra_tnn.exact import Field, Matrix, Minor, minor, residues
from algebra_tnn.exact.linear.minors import modulus_for
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.provers.tensor_ranks import as_tensor
from algebra_tnn.tensors import Tensor
from algebra_tnn.tensors.cp import ordered_groupings

MOST_ROWS = 400  # and columns
MOST_ENTRIES = 5000  # of the tensor
MOST_TRIED = 40  # for one tensor
MOST_GROUPINGS = 300  # of the modes into three, those with small groups first
RESTRICTIONS = (3, 4, 5, 6, 7)  # dimensions


@dataclass(frozen=True, slots=True)
class KoszulFlattening:
    """Λ^p A ⊗ B* → Λ^(p+1) A ⊗ C, v ↦ v ∧ T, for groups A, B, C of the modes of tensors, which are restricted in A.

    ``shape`` has the sizes of A after the restriction, of B and of C. At a term the rank is at most ``multiplicity``.
    Reference: [LandsbergOttaviani2015].

    >>> W = Tensor.from_nested([[[0, 1], [1, 0]], [[1, 0], [0, 0]]])
    >>> KoszulFlattening(((0,), (1,), (2,)), (2, 2, 2), 0).matrix(W)
    ((0, 1), (1, 0), (1, 0), (0, 0))
    """

    modes: tuple[tuple[int, ...], ...]
    shape: tuple[int, int, int]
    power: int
    restriction: Matrix | None = None

    @property
    def multiplicity(self) -> int:
        return comb(self.shape[0] - 1, self.power)

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns."""
        a, b, c = self.shape
        return comb(a, self.power + 1) * c, comb(a, self.power) * b

    def bound(self, rank: int) -> int:
        """Of the border rank, if the map has this rank at a tensor."""
        return -(-rank // self.multiplicity)

    def matrix(self, tensor: Tensor) -> Matrix:
        """Rows by (p + 1)-subsets of the indices of A and by C, columns by p-subsets and by B."""
        a, b, c = self.shape
        entries = np.array(tensor.entries, dtype=object).reshape(tensor.shape)
        slices = entries.transpose([mode for group in self.modes for mode in group]).reshape(-1, b * c)
        if self.restriction is not None:
            slices = np.array(self.restriction, dtype=object).dot(slices)
        sources, targets = (list(combinations(range(a), size)) for size in (self.power, self.power + 1))
        result = np.zeros((len(targets), c, len(sources), b), dtype=object)
        for i, T in enumerate(targets):
            for t in T:
                S = tuple(s for s in T if s != t)
                sign = (-1) ** sum(s > t for s in S)
                result[i, :, sources.index(S), :] = sign * slices[t].reshape(b, c).T
        return tuple(map(tuple, result.reshape(self.size).tolist()))

    def evidence(self, found: Minor) -> dict[str, Any]:
        return {
            "modes": self.modes,
            "power": self.power,
            "restriction": self.restriction,
            "minor": found.evidence(),
        }

    def __str__(self) -> str:
        rows, columns = self.size
        groups = " | ".join(" ".join(map(str, group)) for group in self.modes)
        restricted = "" if self.restriction is None else f", the first restricted to {self.shape[0]} dimensions"
        return f"the {rows}×{columns} Koszul flattening of power {self.power} at modes {groups}{restricted}"


def koszul_flattening(claim: TensorRankAtLeast | BorderRankAtLeast) -> Certificate | Shortfall:
    """Border rank T ≥ rank of a Koszul flattening / its rank at a general term [LandsbergOttaviani2015]."""
    tensor = as_tensor(claim.tensor, claim.field)
    bound, found = strongest_koszul_flattening(tensor, claim.field, 0, claim.rank)
    if found is None or bound < claim.rank:
        return Shortfall("koszul-flattening", f"the largest bound of those tried is {bound}, {claim.rank} is asked")
    size = max((claim.rank - 1) * found.multiplicity + 1, 0)
    submatrix = minor(found.matrix(tensor), claim.field, size)
    if submatrix is None:
        return Shortfall("koszul-flattening", f"the minor of size {size} is found modulo no prime that is tried")
    remark = f"{found} has a rank of at least {size}, and of at most {found.multiplicity} at a term"
    return Certificate(claim, "flattening", found.evidence(submatrix), remark=remark)


def strongest_koszul_flattening(
    tensor: Tensor, field: Field, known: int, enough: int
) -> tuple[int, KoszulFlattening | None]:
    """The largest bound of those that are tried, if it is above the known one, and a flattening that has it.

    Small ones come first, until there is one with ``enough``.
    """
    best: tuple[int, KoszulFlattening | None] = (known, None)
    tried = 0
    for flattening in _koszul_flattenings(tensor.shape, field):
        if flattening.bound(min(flattening.size)) <= best[0]:
            continue
        tried += 1
        if tried > MOST_TRIED:
            break
        matrix = flattening.matrix(tensor)
        p = modulus_for([matrix], field)
        bound = flattening.bound(rank_profile(residues(matrix, p), p).rank)
        if bound > best[0]:
            best = (bound, flattening)
        if bound >= enough:
            break
    return best


def _koszul_flattenings(shape: tuple[int, ...], field: Field) -> Iterator[KoszulFlattening]:
    """Small ones first: for groupings of the modes into three all powers, and restrictions to random subspaces.

    Of 2p + 1 dimensions for the power p, where the bound can be largest if B and C are alike, and of 2p + 2.
    """
    if len(shape) < 3 or prod(shape) > MOST_ENTRIES:
        return
    found = []
    for *others, first in islice(ordered_groupings(len(shape)), MOST_GROUPINGS):
        a, b, c = (prod(shape[mode] for mode in group) for group in (first, *others))
        tried = [(size, (size - 1) // 2) for size in RESTRICTIONS if size < a] + [(a, p) for p in range(1, a - 1)]
        for size, power in tried:
            one = KoszulFlattening((first, *others), (size, b, c), power)
            if max(one.size) <= MOST_ROWS:
                found.append(one if size == a else replace(one, restriction=_random_matrix(size, a, field)))
    yield from sorted(found, key=lambda one: prod(one.size))


@cache
def _random_matrix(rows: int, columns: int, field: Field) -> Matrix:
    draw, top = Random(rows), min(field.characteristic or 7, 7)
    return tuple(tuple(draw.randrange(top) for _ in range(columns)) for _ in range(rows))
