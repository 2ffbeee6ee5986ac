"""The Kruskal rank of a matrix."""

from __future__ import annotations

from algebra_tnn.claims import KRankBetween
from algebra_tnn.exact import Field, Matrix, Progress, Q, k_rank
from algebra_tnn.exact.kruskal.k_ranks import BUDGET
from algebra_tnn.explore.bounds import Bounds, two_sided
from algebra_tnn.provers.k_ranks import lower_bound, upper_bound


def kruskal_rank(matrix: Matrix, field: Field = Q, *, budget: int = BUDGET, progress: Progress | None = None) -> Bounds:
    """The largest k such that every k columns are independent over the field, with certificates on both sides.

    The bounds differ only if the budget (in column subsets), or the checker's work limit, ends before the search does.
    Reference: [Kruskal1977].

    >>> kruskal_rank(((1, 0, 1), (0, 1, 1))).lower
    2
    """
    found = k_rank(matrix, field, budget=budget, progress=progress)
    upper = upper_bound(matrix, field, found)
    spent = () if found.is_exact else (f"the budget of {budget} column subsets is spent",)
    notes: tuple[str, ...] = spent
    for k in range(found.lower, -1, -1):
        lower = lower_bound(matrix, field, found, k)
        bounds = two_sided("k-rank", KRankBetween(matrix, k, found.upper, field), lower, upper, notes)
        if bounds is not None:
            return bounds
        computed = f"k-rank {'=' if found.is_exact else '≥'} {found.lower} was computed"
        notes = (f"{computed}, but the certificate of the lower bound is over the checker's work limit", *spent)
    raise OverflowError("the certificate of the k-rank is over the checker's work limit; the entries are too long")


def stopped(matrix: Matrix, field: Field, progress: Progress) -> str:
    """What a search that was interrupted had found."""
    return (
        f"after {progress.done} column subsets; so far {progress.lower} ≤ k-rank ≤ "
        f"{min(progress.upper or len(matrix[0]), len(matrix[0]))} over {field}"
    )
