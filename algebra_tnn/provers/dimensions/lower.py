"""The dimension of a law from below, by a minor of its Jacobian at one point."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import DimensionAtLeast
from algebra_tnn.exact.modular.centred import LARGEST, PRIME, ResidueMatrix
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.laws import JacobianRank, Law, jacobian_rank
from algebra_tnn.provers.dimensions.minors import entries, written_minor, written_rows

POINTS_OVER_FINITE_FIELDS = 10


@lru_cache(maxsize=20_000)
def generic_rank(law: Law) -> int:
    """The rank of the Jacobian at a random point modulo a prime: the dimension, in all likelihood, and never more."""
    return _at_random_point(law, PRIME, 0).rank


def jacobian_minor(claim: DimensionAtLeast) -> Certificate | Shortfall:
    """The derivatives by the parameters have an invertible minor at a point modulo a prime [semicontinuity of rank].

    Over GF(p) the prime is p; a point with few residues to choose from may lose rank, so that some points are tried.
    """
    modulus = claim.field.characteristic or PRIME
    if modulus > LARGEST:
        return Shortfall("jacobian-minor", f"ranks are computed modulo primes up to {LARGEST}, not over {claim.field}")
    largest = 0
    for seed in range(POINTS_OVER_FINITE_FIELDS if claim.field.is_finite else 1):
        try:
            found = _at_random_point(claim.law, modulus, seed)
        except ValueError as error:  # the degree of evaluation reaches p, or p divides a denominator
            return Shortfall("jacobian-minor", str(error))
        if found.rank >= claim.rank:
            return _certificate(claim, found)
        largest = max(largest, found.rank)
    return Shortfall("jacobian-minor", f"{claim.rank} is asked, the rank at a random point is {largest}")


@lru_cache(maxsize=4)
def _at_random_point(law: Law, modulus: int, seed: int) -> JacobianRank:
    return jacobian_rank(law, modulus=modulus, seed=seed)


def _certificate(claim: DimensionAtLeast, found: JacobianRank) -> Certificate:
    """The first rows that suffice, and columns among those that were found."""
    p, size = found.modulus, claim.rank
    rows = np.ascontiguousarray(found.minor(claim.law).array[:size])
    places = rank_profile(ResidueMatrix(rows, p)).columns if size else ()
    square = np.ascontiguousarray(rows[:, list(places)])
    samples = {name: np.array(x, dtype=np.float64) for name, x in found.samples.items()}
    evidence = {
        "point": {name: entries(np.array(x, dtype=np.float64), p) for name, x in found.point.items()},
        "rows": written_rows(samples, np.array(found.covectors, dtype=np.float64), range(size), p),
        **written_minor(square, [found.columns[j] for j in places], p),
    }
    return Certificate(claim, "jacobian-minor", evidence, remark=f"a {size}×{size} minor of the Jacobian")
