"""Certificates for Kruskal ranks."""

from __future__ import annotations

from functools import lru_cache

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import KRankAtLeast, KRankAtMost
from algebra_tnn.exact import Field, KRank, Matrix, k_rank, minor
from algebra_tnn.exact.kruskal.projections import faithful_projection
from algebra_tnn.exact.linear.matrices import modulus_for

SUBSETS = 30_000_000  # column subsets; no certificate about more is within the checker's work limit


@lru_cache(maxsize=256)
def cached_k_rank(matrix: Matrix, field: Field, least: int = 0, enough: int | None = None) -> KRank:
    """The k-rank, or an interval: where the subsets are more, or where it is known whether it reaches ``enough``.

    Lower bounds below ``least`` are not sought.
    """
    return k_rank(matrix, field, budget=SUBSETS, least=least, enough=enough)


def lower_bound(matrix: Matrix, field: Field, found: KRank, k: int | None = None) -> Certificate:
    """The certificate that the k-rank is at least k, which is known (default: the lower bound found).

    By a table of minors where there is a projection for it; else by a walk, as over small fields.
    """
    k = found.lower if k is None else k
    claim = KRankAtLeast(matrix, k, field)
    shown = None if found.projection is None or k < found.lower else (found.modulus, found.projection)
    if shown is None and 0 < k == len(matrix[0]):
        shown = _left_inverse(matrix, field)
    if shown is None:
        shown = faithful_projection(matrix, field, k, budget=SUBSETS)
    if shown is None:
        return Certificate(claim, "column-walk", {"modulus": modulus_for((matrix,), field)})
    return Certificate(claim, "projected-minors", {"modulus": shown[0], "projection": shown[1]})


def _left_inverse(matrix: Matrix, field: Field) -> tuple[int, Matrix] | None:
    """A prime, and modulo it an inverse of independent rows, which is 0 at the other rows: no minors are left."""
    found = minor(matrix, field, len(matrix[0]))
    if found is None:
        return None
    places, rows = {i: at for at, i in enumerate(found.rows)}, dict(zip(found.columns, found.inverse, strict=True))
    spread = ([row[places[i]] if i in places else 0 for i in range(len(matrix))] for _, row in sorted(rows.items()))
    return found.modulus, tuple(map(tuple, spread))


def upper_bound(matrix: Matrix, field: Field, found: KRank) -> Certificate:
    claim = KRankAtMost(matrix, found.upper, field)
    if not found.columns:
        return Certificate(claim, "column-count", {}, remark=f"there are {len(matrix[0])} columns")
    evidence = {"columns": list(found.columns), "relation": list(found.relation)}
    listed = ", ".join(map(str, found.columns))
    remark = f"columns {listed} are dependent" if len(found.columns) > 1 else f"column {listed} is zero"
    return Certificate(claim, "dependent-columns", evidence, remark=remark)


def columns_independent(claim: KRankAtLeast) -> Certificate | Shortfall:
    """Every k columns are independent, by a table of minors or a walk."""
    found = cached_k_rank(claim.matrix, claim.field, enough=claim.rank)
    if found.lower < claim.rank:
        return Shortfall("projected-minors", f"{claim.rank} is asked, {found.lower} ≤ k-rank ≤ {found.upper} was found")
    return lower_bound(claim.matrix, claim.field, found, claim.rank)


def dependent_columns(claim: KRankAtMost) -> Certificate | Shortfall:
    """Some k + 1 columns are dependent: a relation extended by zeros, or there are no k + 1 columns."""
    if claim.rank >= len(claim.matrix[0]):
        return Certificate(claim, "column-count", {})
    found = cached_k_rank(claim.matrix, claim.field)
    if found.upper > claim.rank:
        return Shortfall(
            "dependent-columns", f"{claim.rank} is asked, {found.lower} ≤ k-rank ≤ {found.upper} was found"
        )
    others = [j for j in range(len(claim.matrix[0])) if j not in found.columns]
    padding = claim.rank - found.upper
    columns = [*found.columns, *others[:padding]]
    return Certificate(claim, "dependent-columns", {"columns": columns, "relation": [*found.relation, *[0] * padding]})
