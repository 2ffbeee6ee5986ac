"""Decompositions into rank-one terms: canonical polyadic decompositions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, permutations
from typing import Any

from algebra_tnn.exact import Matrix, Number, exact_matrix
from algebra_tnn.tensors.products import khatri_rao
from algebra_tnn.tensors.tensor import Tensor


@dataclass(frozen=True, slots=True)
class CP:
    """The decomposition Σ_r a_r ⊗ b_r ⊗ … with one column per term in each of its factors.

    Terms may be zero here; claims about uniqueness want them nonzero. Reference: [Hitchcock1927].

    >>> T = CP.from_factors([[1, 0], [0, 1]], [[1, 1], [0, 1], [2, 0]], [[1, 2]])
    >>> T.shape, T.length
    ((2, 3, 1), 2)
    """

    factors: tuple[Matrix, ...]

    def __post_init__(self) -> None:
        if len(self.factors) < 2:
            raise ValueError(f"there is {len(self.factors)} factor; a decomposition has at least two, one per mode")
        for i, factor in enumerate(self.factors):
            if len(factor[0]) != len(self.factors[0][0]):
                raise ValueError(
                    f"factors[{i}] has {len(factor[0])} columns but factors[0] has {len(self.factors[0][0])}; "
                    "every factor of a CP decomposition has one column per term"
                )

    @classmethod
    def from_factors(cls, *factors: Any) -> CP:
        """The decomposition with these matrices. Raises: TypeError, ValueError (see ``exact_matrix``)."""
        return cls(tuple(exact_matrix(factor, f"factors[{i}]") for i, factor in enumerate(factors)))

    @property
    def shape(self) -> tuple[int, ...]:
        return tuple(len(factor) for factor in self.factors)

    @property
    def order(self) -> int:
        return len(self.factors)

    @property
    def length(self) -> int:
        """The number of terms, R."""
        return len(self.factors[0][0])

    def column(self, mode: int, r: int) -> tuple[Number, ...]:
        return tuple(row[r] for row in self.factors[mode])

    def khatri_rao(self, group: Sequence[int]) -> Matrix:
        """The Khatri–Rao matrix of a group of modes, ascending."""
        return khatri_rao([self.factors[mode] for mode in sorted(group)])

    def term(self, r: int) -> CP:
        return CP(tuple(tuple((row[r],) for row in factor) for factor in self.factors))

    def tensor(self) -> Tensor:
        """The tensor that the terms sum to, over Q."""
        total: list[Number] = []
        for r in range(self.length):
            entries: list[Number] = [1]
            for factor in self.factors:
                entries = [x * row[r] for x in entries for row in factor]
            total = [x + y for x, y in zip(total, entries, strict=True)] if total else entries
        return Tensor(self.shape, tuple(_reduced(x) for x in total))

    def permuted(self, order: Sequence[int]) -> CP:
        """The same terms in another order."""
        return CP(tuple(tuple(tuple(row[r] for r in order) for row in factor) for factor in self.factors))

    def transposed(self, modes: Sequence[int]) -> CP:
        """The decomposition of the tensor with its modes in another order."""
        return CP(tuple(self.factors[mode] for mode in modes))

    def to_sympy(self) -> tuple[Any, ...]:
        """The factors as SymPy matrices."""
        from sympy import ImmutableMatrix, Rational

        return tuple(
            ImmutableMatrix([[Rational(x.numerator, x.denominator) for x in row] for row in factor])
            for factor in self.factors
        )

    def _repr_latex_(self) -> str:
        if max(*self.shape, self.length) > 6:
            shape = r"\times".join(map(str, self.shape))
            return rf"$\textstyle\sum_{{r=1}}^{{{self.length}}}\; {shape}$"
        matrices = []
        for factor in self.factors:
            rows = r"\\".join("&".join(map(str, row)) for row in factor)
            matrices.append(rf"\begin{{bmatrix}}{rows}\end{{bmatrix}}")
        return r"$\left[\!\left[" + ",".join(matrices) + r"\right]\!\right]$"


MANY_MODES = 8  # beyond this only groups of consecutive modes are formed: all partitions would be too many


def groupings(order: int, groups: int) -> list[tuple[tuple[int, ...], ...]]:
    """All partitions of the modes 0 … order − 1 into that many groups, groups ascending and sorted by their first mode.

    For more than eight modes: those into groups of consecutive modes.

    >>> groupings(4, 3)[0]
    ((0,), (1,), (2, 3))
    """
    if order > MANY_MODES:
        cuts = ((0, *inner, order) for inner in combinations(range(1, order), groups - 1))
        return [tuple(tuple(range(a, b)) for a, b in pairwise(cut)) for cut in cuts]
    found: list[tuple[tuple[int, ...], ...]] = []

    def extend(mode: int, blocks: tuple[tuple[int, ...], ...]) -> None:
        if mode == order:
            if len(blocks) == groups:
                found.append(blocks)
            return
        for i, block in enumerate(blocks):
            extend(mode + 1, (*blocks[:i], (*block, mode), *blocks[i + 1 :]))
        if len(blocks) < groups:
            extend(mode + 1, (*blocks, (mode,)))

    extend(0, ())
    return sorted(found, key=lambda blocks: [len(block) for block in blocks])


def ordered_groupings(order: int) -> list[tuple[tuple[int, ...], ...]]:
    """Partitions into three groups, each with each choice of the third group (the first two in either order alike)."""
    return [
        (blocks[i], blocks[j], blocks[k])
        for blocks in groupings(order, 3)
        for i, j, k in permutations(range(3))
        if i < j
    ]


def _reduced(x: Number) -> Number:
    return x if isinstance(x, int) or x.denominator != 1 else int(x)
