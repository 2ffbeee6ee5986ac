"""How wide a shallow network must be to compute what a deep one does for almost all of its weights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from algebra_tnn.certificates import Certificate, Explained
from algebra_tnn.exact import Q
from algebra_tnn.explore.asked_laws import law_of
from algebra_tnn.explore.bipartitions import bipartitions
from algebra_tnn.explore.separation import ScalarModel, SeparationRank, separation_rank
from algebra_tnn.laws import Law
from algebra_tnn.provers.separation import rank_at_random_point, shallow_width, side_monomials

MOST_INPUTS = 10  # of which all bipartitions are tried

Side = tuple[int, ...]


@dataclass(frozen=True)
class DepthEfficiency(Explained):
    """``lower`` ≤ the least width of a shallow network with the same output, for almost all parameters, ≤ ``upper``.

    A shallow network is any sum of products of functions of one input each, Σ_z Π_i g_zi(x_i): the width is the number
    of products. Each of them is a product for every bipartition of the inputs, so that the width is at least the
    separation ``rank`` for any of them; that of the best one that was found is the lower bound, with a certificate. The
    g_zi may be any functions, and limits of such sums are no better: where a minor of the matrix of values at points of
    both sides is not zero, there it is not zero nearby. The upper bound holds for all parameters, by counting.
    """

    rank: SeparationRank
    upper: int

    @property
    def lower(self) -> int:
        return self.rank.lower

    @property
    def partition(self) -> Side:
        """The positions of the inputs on one side of the bipartition."""
        return self.rank.partition

    @property
    def status(self) -> str:
        """Whether the lower bound is proved."""
        return "undecided" if self.certificate is None else "proved"

    @property
    def trusts(self) -> tuple[str, ...]:
        return self.rank.trusts

    @property
    def certificate(self) -> Certificate | None:
        """Of the separation rank from below."""
        return self.rank.sides[0]

    @property
    def statement(self) -> str:
        weights = "for almost all parameters" if self.rank.law.parameters else "for these weights"
        return (
            f"{weights} the output is no sum of fewer than {self.lower} products of functions of one input each, and "
            "no limit of such sums"
        )

    @property
    def explanation(self) -> str:
        least = f"shallow width = {self.lower}" if self.lower == self.upper else f"shallow width ≥ {self.lower}"
        above = f"; {self.upper} is enough" if self.lower < self.upper else ""
        first, *lines = self.rank.explanation.splitlines()
        return "\n".join([f"{least} ({self.status}){above}", f"  {self.statement}", f"  since the {first}", *lines])

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object, without the certificate itself."""
        return {
            "name": self.rank.name,
            "lower": self.lower,
            "upper": self.upper,
            "field": self.rank.field.name,
            "partition": list(self.partition),
            "statement": self.statement,
            "separation_rank": self.rank.to_dict(),
            "status": self.status,
            "trusts": list(self.trusts),
            "explanation": self.explanation,
        }


def depth_efficiency(
    model: ScalarModel | Law, *, partitions: Iterable[Side] | None = None, seed: int = 0
) -> DepthEfficiency:
    """The least width of a shallow network that computes what the model does, for almost all of its parameters.

    Args: partitions: those to try, by the positions of one side. By default all for at most ten inputs, else every
    second input, and the blocks of 2, 4, … inputs that take turns; the one with the largest rank at random parameters
    is taken, the first of these.
    Raises: ValueError for fewer than two inputs, and as ``separation_rank`` does. Reference: [CohenSharirShashua2016].

    >>> from algebra_tnn.tensors.formats import HierarchicalFormat
    >>> found = depth_efficiency(HierarchicalFormat((2, 2, 2, 2), None, (2, 2)))
    >>> found.lower, found.upper, found.partition
    (4, 8, (0, 2))
    """
    law = law_of(model)
    if (number := len(law.inputs)) < 2:
        several = "1 input" if number else "no inputs"
        raise ValueError(f"the law has {several}; whether a network is shallow is a question about two inputs or more")
    tried = list(_default_partitions(number) if partitions is None else partitions)
    best, largest = tried[0], 0
    for side in sorted(tried, key=lambda side: -_most(law, side)):  # a stable order: ties are as they were
        if _most(law, side) > largest:
            rank, _ = rank_at_random_point(law, _names(law, side), _most(law, side), Q, seed)
            if rank > largest:
                best, largest = side, rank
    return DepthEfficiency(separation_rank(model, best, seed=seed), shallow_width(law))


def _default_partitions(number: int) -> list[Side]:
    blocks = [2**k for k in range(number.bit_length()) if 2**k < number]
    turns = [tuple(i for i in range(number) if i // block % 2 == 0) for block in blocks]
    return [*turns, *(bipartitions(number) if number <= MOST_INPUTS else ())]


def _names(law: Law, side: Side) -> tuple[str, ...]:
    return tuple(law.input_names[i] for i in side)


def _most(law: Law, side: Side) -> int:
    """An upper bound of the separation rank: the number of monomials on one side."""
    names = _names(law, side)
    return min(side_monomials(law, names), side_monomials(law, set(law.input_names) - set(names)))
