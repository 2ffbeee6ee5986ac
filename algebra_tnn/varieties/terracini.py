"""Terracini matrices: tangent vectors at r points, one below the other, whose rank bounds dim σ_r from below.

The tangent space of σ_r(X) at a general point of the span of x₁, …, x_r ∈ X is the sum of the tangent spaces of X there
(Terracini's lemma, characteristic 0). So dim σ_r(X) is the rank of the Terracini matrix at general points, and at any
points, modulo any prime, the rank is a lower bound.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from algebra_tnn.exact.modular.centred import PRIME, ResidueMatrix, checked_modulus
from algebra_tnn.exact.modular.rank_profiles import RankProfile, Slabs, rank_profile
from algebra_tnn.varieties.variety import Points, Variety, at_least

_SLAB = 1 << 21  # entries of a slab of rows


def terracini_matrix(variety: Variety, points: Points, modulus: int = PRIME) -> ResidueMatrix:
    """The tangent vectors of the cone at the points, those of one point together.

    Shape: (r · dimension) × ambient.

    >>> from algebra_tnn.varieties import Segre
    >>> X = Segre((2, 3))
    >>> terracini_matrix(X, X.random_points(5, np.random.default_rng(0), 7), 7).shape
    (20, 6)
    """
    p = checked_modulus_for(variety, modulus)
    rows = np.zeros((len(points[0]), variety.dimension, variety.ambient))
    variety.tangent_rows(points, p, rows)
    return ResidueMatrix(rows.reshape(-1, variety.ambient), p)


def terracini_profile(
    variety: Variety, points: Points, modulus: int = PRIME, *, seed: int = 0, workers: int | None = None
) -> RankProfile:
    """The rank profile of the Terracini matrix, which need not exist at once."""
    p = checked_modulus_for(variety, modulus)
    slabs = Slabs(variety.ambient, _slabs(variety, points, p))
    return rank_profile(slabs, p, seed=seed, workers=workers)


def secant_ranks(
    variety: Variety, r: int, *, modulus: int = PRIME, seed: int = 0, workers: int | None = None
) -> tuple[int, ...]:
    """Lower bounds for the dimensions of σ₁, …, σ_r, from random points and one elimination.

    Row by row the elimination tells which tangent vectors depend on those before, so the rank of the first s points is
    the number of independent rows among theirs. With the same seed a longer list begins alike.
    Cost: (2/3) ambient³ operations at most, modulo p.

    >>> from algebra_tnn.varieties import Segre
    >>> secant_ranks(Segre((3, 3, 3)), 5)  # one less than 4 · 7 at r = 4: Strassen's hypersurface has dimension 26
    (7, 14, 21, 26, 27)
    """
    p, r = checked_modulus_for(variety, modulus), checked_number_of_points(r)
    points = seeded_points(variety, r, p, seed)
    profile = terracini_profile(variety, points, p, seed=seed, workers=workers)
    ranks = tuple(profile.rank_of_first(s * variety.dimension) for s in range(1, len(points[0]) + 1))
    return ranks + ranks[-1:] * (r - len(ranks))


def seeded_points(variety: Variety, r: int, modulus: int, seed: int) -> Points:
    """The first r random points of a sequence that the seed determines; no more of them than the space has dimensions.

    Each further point adds to the span of the tangent spaces until it is all, so more would make no difference.
    """
    rng = np.random.default_rng(at_least(0, seed, "the seed"))
    return variety.random_points(min(r, variety.ambient), rng, modulus)


def checked_modulus_for(variety: Variety, modulus: int) -> int:
    """The modulus. Raises: TypeError, ValueError unless it is a supported prime above the degree."""
    p = checked_modulus(modulus)
    if p <= variety.degree:
        raise ValueError(
            f"the modulus is {p} and {variety.name} has degree {variety.degree}, so derivatives vanish that do not "
            "over Q; choose a prime above the degree"
        )
    return p


def checked_number_of_points(r: int) -> int:
    """The number of points. Raises: TypeError, ValueError unless it is an integer from 1."""
    return at_least(1, r, "the number of points r")


def _slabs(variety: Variety, points: Points, p: int) -> Iterator[ResidueMatrix]:
    count = len(points[0])
    several = max(1, _SLAB // (variety.dimension * variety.ambient))
    for start in range(0, count, several):
        yield terracini_matrix(variety, tuple(part[start : start + several] for part in points), p)


__all__ = ["secant_ranks", "seeded_points", "terracini_matrix", "terracini_profile"]
