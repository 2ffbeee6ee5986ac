"""Typical ranks over R: those of open sets of points, where a theorem gives all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from algebra_tnn.certificates import Explained
from algebra_tnn.varieties import SegreVeronese


@dataclass(frozen=True, slots=True)
class TypicalRanks(Explained):
    """All r such that the points which are sums of r real points of a variety, and of no fewer, contain an open set.

    ``reason`` is the theorem, ``trusts`` the publications that it rests on; without any it is proved here.
    """

    variety: SegreVeronese
    ranks: tuple[int, ...]
    reason: str
    trusts: tuple[str, ...] = ()

    @property
    def explanation(self) -> str:
        source = f" [{', '.join(self.trusts)}]" if self.trusts else ""
        return f"typical ranks over R: {', '.join(map(str, self.ranks))}: {self.reason}{source}"

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object."""
        return {
            "name": self.variety.name,
            "ranks": list(self.ranks),
            "field": "R",
            "reason": self.reason,
            "trusts": list(self.trusts),
            "explanation": self.explanation,
        }


def typical_ranks(variety: SegreVeronese) -> TypicalRanks | None:
    """The typical ranks over R, or None where no theorem that is known here gives them; the least is the generic rank.

    Points are real multiples of powers, so that a form of even degree may have negative coefficients.

    * n×n×2, n ≥ 2: {n, n + 1}. Let T have the slices A, which is invertible, and B. If A⁻¹B has n different real
      eigenvalues, the slices are simultaneously diagonal, and the rank is n; if eigenvalues are not real, it is more.
      Both are so on open sets. And n + 1 is enough for general T: if u, (A⁻¹B)u, (A⁻¹B)²u, … are a basis, A⁻¹B + u vᵀ
      has any characteristic polynomial for some v, so T is a term and a tensor of rank n.
    * m×n×2, m < n: general slices are Kronecker's blocks without eigenvalues, the same up to a change of bases over R.
    * binary forms of degree d: all from ⌊d/2⌋ + 1 to d [Blekherman2015].

    Reference: [tenBergeKiers1999].

    >>> from algebra_tnn.varieties import Segre
    >>> typical_ranks(Segre((2, 2, 2))).ranks
    (2, 3)
    """
    reduced = variety.reduced
    match sorted(zip(reduced.shape, reduced.degrees, strict=True)):
        case [(1, _)] | [(_, 1)]:
            return TypicalRanks(variety, (1,), "all points are points of the variety")
        case [(n, 2)]:
            return TypicalRanks(variety, (n,), "quadratic forms are diagonal in some basis")
        case [(m, 1), (_, 1)]:
            return TypicalRanks(variety, (m,), "matrices of full rank")
        case [(2, d)]:
            reason = "binary forms have all ranks from the generic one to the degree"
            return TypicalRanks(variety, tuple(range(d // 2 + 1, d + 1)), reason, ("Blekherman2015",))
        case [(2, 1), (m, 1), (n, 1)] if m == n:
            reason = "the slices have n different real eigenvalues, or some that are not real"
            return TypicalRanks(variety, (n, n + 1), reason)
        case [(2, 1), (m, 1), (n, 1)]:
            return TypicalRanks(variety, (min(n, 2 * m),), "general slices are the same in some bases")
    return None
