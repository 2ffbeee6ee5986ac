"""Certificates for Kruskal ranks."""

from __future__ import annotations

from functools import lru_cache

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import KRankAtLeast, KRankAtMost
from algebra_tnn.exact import Field, KRank, Matrix, k_rank
from algebra_tnn.exact.k_ranks import faithful_projection
from algebra_tnn.exact.matrices import modulus_for


@lru_cache(maxsize=256)
def cached_k_rank(matrix: Matrix, field: Field, least: int = 0) -> KRank:
    """The k-rank; an interval whose lower end may be 0 if it is beyond the budget and below ``least``."""
    return k_rank(matrix, field, least=least)


def lower_bound(matrix: Matrix, field: Field, found: KRank, k: int | None = None) -> Certificate:
    """The certificate that the k-rank is at least k (default: the lower bound found)."""
    k = found.lower if k is None else k
    claim = KRankAtLeast(matrix, k, field)
    modulus, projection = found.modulus, found.projection
    if 0 < k < found.lower and projection is not None:
        modulus, projection = faithful_projection(matrix, field, k) or (modulus, None)
    if k == 0 or projection is None:
        return Certificate(claim, "column-walk", {"modulus": modulus_for((matrix,), field)})
    return Certificate(claim, "projected-minors", {"modulus": modulus, "projection": projection})


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
    found = cached_k_rank(claim.matrix, claim.field)
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
