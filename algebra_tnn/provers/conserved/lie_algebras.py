"""The Lie algebra that the gradient fields of a law generate, at a general point, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import ConservedAtMost
from algebra_tnn.exact.modular.centred import PRIME, Doubles, ResidueMatrix
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.laws import Law
from algebra_tnn.laws.jacobian_ranks import check_degree
from algebra_tnn.laws.jacobians import Rows
from algebra_tnn.provers.conserved.gradients import independent_gradients, random_point
from algebra_tnn.provers.conserved.polynomial_fields import gradient_fields
from algebra_tnn.provers.dimensions.minors import entries, written_minor, written_rows

MOST_TERMS = 300_000  # of the fields that are kept


@dataclass(frozen=True, slots=True)
class Growth:
    """Fields of the algebra that are independent at a point: gradients, then brackets [i, j] of earlier ones.

    ``ranks`` are the dimensions that brackets of at most 0, 1, 2, … steps reach at the point; the last two are equal if
    the search came to its end. Then no further brackets add anything at general points: let D_k be the span, over the
    rational functions, of the fields with at most k steps. If D_(k+1) = D_k, then brackets of the gradients with fields
    of D_k are in D_k, so that D_(k+2) = D_k. For the same reason brackets of a basis of D_0 with a basis of D_k are
    enough.
    """

    law: Law
    point: dict[str, Doubles]
    gradients: Rows
    brackets: tuple[tuple[int, int], ...]
    values: NDArray[np.int64]
    ranks: tuple[int, ...]

    @property
    def rank(self) -> int:
        return len(self.values)

    @property
    def is_complete(self) -> bool:
        return self.rank in (0, self.law.parameter_count) or self.ranks[-2:] == (self.rank, self.rank)

    def certificate(self, claim: ConservedAtMost) -> Certificate:
        """With the first fields that suffice."""
        size = self.law.parameter_count - claim.count
        first = min(size, len(self.gradients))
        minor = ResidueMatrix.of(self.values[:size], PRIME)
        columns = rank_profile(minor).columns
        square = np.ascontiguousarray(minor.array[:, list(columns)])
        evidence = {
            "point": {name: entries(x) for name, x in self.point.items()},
            "fields": written_rows(self.gradients.samples, self.gradients.covectors, range(first)),
            "brackets": [list(pair) for pair in self.brackets[: size - first]],
            "rows": list(range(size)),
            **written_minor(square, columns),
        }
        remark = f"{size} gradients and brackets of them are independent at a point"
        return Certificate(claim, "brackets", evidence, remark=remark)


@lru_cache(maxsize=256)
def growth(law: Law, seed: int = 0) -> Growth:
    """The algebra at a random point modulo a prime: a lower bound of its rank at general points.

    Raises: ValueError if nothing moves, the law has no values modulo the prime, or it is too long to expand.
    """
    if not law.parameter_count:
        raise ValueError(
            "the law has no parameters; gradient flow moves parameters, so declare some of its inputs as such"
        )
    check_degree(law, PRIME)
    point = random_point(law, seed)
    gradients = independent_gradients(law, point, seed)
    theta = np.concatenate([x.ravel() for x in point.values()]).astype(np.int64).tolist()
    first = gradient_fields(law, gradients, theta)
    kept, added, brackets, ranks = list(first), list(enumerate(first)), list[tuple[int, int]](), [len(first)]
    values = np.array([field.value for field in first], np.int64).reshape(-1, law.parameter_count)
    while added and len(kept) < law.parameter_count and sum(field.term_count for field in kept) <= MOST_TERMS:
        pairs = [(i, j) for j, _ in added for i in range(len(first)) if i < j]
        new = np.array([kept[i].bracket_value(kept[j]) for i, j in pairs], np.int64).reshape(-1, values.shape[1])
        chosen = _independent_of(values, new)
        added = [(len(kept) + k, kept[i].bracket(kept[j], theta)) for k, (i, j) in enumerate(pairs[c] for c in chosen)]
        kept += [field for _, field in added]
        brackets += [pairs[c] for c in chosen]
        values = np.concatenate([values, new[chosen]])
        ranks.append(len(kept))
    return Growth(law, point, gradients, tuple(brackets), values, tuple(ranks))


def brackets(claim: ConservedAtMost) -> Certificate | Shortfall:
    """Gradients and iterated brackets of them are independent at a point, modulo a prime [theorem of Frobenius]."""
    if claim.field.is_finite:
        return Shortfall("brackets", f"flows are those of characteristic 0, not over {claim.field}")
    try:
        found = growth(claim.law)
    except ValueError as error:
        return Shortfall("brackets", str(error))
    needed = claim.law.parameter_count - claim.count
    if found.rank < needed:
        return Shortfall("brackets", f"{needed} independent fields are needed, {found.rank} were found at a point")
    return found.certificate(claim)


def _independent_of(rows: NDArray[np.int64], new: NDArray[np.int64]) -> Sequence[int]:
    """The numbers of those new rows that are no combinations of the rows and of new ones before them."""
    profile = rank_profile(ResidueMatrix.of(np.concatenate([rows, new]), PRIME))
    return [i - len(rows) for i in profile.rows if i >= len(rows)]
