"""The separation ranks of one network for all bipartitions of its inputs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any, TypeAlias

from algebra_tnn.certificates import Explained, trust_remark, united_trusts
from algebra_tnn.exact import Field, Q
from algebra_tnn.explore.asked_laws import law_of
from algebra_tnn.explore.separation import ScalarModel, SeparationRank, separation_rank
from algebra_tnn.laws import Law

Progress: TypeAlias = Callable[[int, int], None]

MOST_INPUTS = 12  # with 2047 bipartitions


@dataclass(frozen=True)
class SeparationRanks(Explained):
    """A separation rank for each bipartition of the inputs, by the positions of the side with the first input.

    The other side has the same rank, and so have the inputs in another order. Small sides come first.
    """

    name: str
    rows: tuple[tuple[tuple[int, ...], SeparationRank], ...]

    @property
    def status(self) -> str:
        return "proved" if all(rank.status == "proved" for _, rank in self.rows) else "undecided"

    @property
    def trusts(self) -> tuple[str, ...]:
        return united_trusts(rank for _, rank in self.rows)

    @property
    def largest(self) -> SeparationRank:
        """The one with the largest lower bound, the first of these."""
        return max((rank for _, rank in self.rows), key=lambda rank: rank.lower)

    @property
    def explanation(self) -> str:
        open_ones = sum(rank.status != "proved" for _, rank in self.rows)
        state = "all proved" if not open_ones else f"{open_ones} not decided"
        return "\n".join(
            [
                f"separation ranks of {self.name} for {len(self.rows)} bipartitions ({state})",
                *(f"  {_text(side)}: {_bounds(rank)}" for side, rank in self.rows),
                f"  {trust_remark(self.trusts)}",
            ]
        )

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object, without certificates."""
        return {
            "name": self.name,
            "status": self.status,
            "trusts": list(self.trusts),
            "partitions": [rank.to_dict() for _, rank in self.rows],
        }


def separation_ranks(
    model: ScalarModel | Law, *, field: Field = Q, seed: int = 0, progress: Progress | None = None
) -> SeparationRanks:
    """The separation ranks for all bipartitions of the inputs into two parts that are not empty, each once.

    Args: progress: is given the number of bipartitions that are done, and of all.
    Raises: ValueError for more than twelve inputs or fewer than two, and as ``separation_rank`` does.

    >>> from algebra_tnn.tensors.formats import TrainFormat
    >>> table = separation_ranks(TrainFormat((2, 2, 2), (2, 2)))
    >>> [(side, rank.lower) for side, rank in table.rows]
    [((0,), 2), ((0, 1), 2), ((0, 2), 2)]
    """
    law = law_of(model)
    number = len(law.inputs)
    if not 2 <= number <= MOST_INPUTS:
        raise ValueError(
            f"the law has {number} input{'' if number == 1 else 's'}; all bipartitions are listed for 2 to "
            f"{MOST_INPUTS} inputs, for others choose one of them"
        )
    sides, rows = list(bipartitions(number)), []
    for done, side in enumerate(sides):
        if progress is not None:
            progress(done, len(sides))
        rows.append((side, separation_rank(model, side, field=field, seed=seed)))
    if progress is not None:
        progress(len(sides), len(sides))
    return SeparationRanks("a law" if isinstance(model, Law) else str(model), tuple(rows))


def bipartitions(number: int) -> Iterator[tuple[int, ...]]:
    """The positions of the side with the first input, for all ways to have inputs on two sides.

    >>> list(bipartitions(3))
    [(0,), (0, 1), (0, 2)]
    """
    return ((0, *others) for size in range(number - 1) for others in combinations(range(1, number), size))


def _text(side: tuple[int, ...]) -> str:
    return "{" + ", ".join(map(str, side)) + "}"


def _bounds(rank: SeparationRank) -> str:
    return str(rank.lower) if rank.meet else f"{rank.lower} to {rank.upper}, probably {rank.probable.value}"
