"""Lower bounds for the dimensions of secant varieties, by the method that suits the format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from math import prod
from typing import Literal, TypeAlias, get_args

import numpy as np

from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.exact.modular.rank_profiles import RankProfile
from algebra_tnn.varieties.boxes import box_rank
from algebra_tnn.varieties.kronecker_schur import has_linear_factor, kronecker_schur_rank, remaining_size
from algebra_tnn.varieties.packing import cuts
from algebra_tnn.varieties.segre_veronese import SegreVeronese
from algebra_tnn.varieties.terracini import (
    checked_modulus_for,
    checked_number_of_points,
    secant_ranks,
    seeded_points,
    terracini_profile,
)
from algebra_tnn.varieties.variety import Variety, at_least

Method: TypeAlias = Literal["boxes", "kronecker-schur", "dense"]

VOLUMES: tuple[float, ...] = (160.0, 1000.0)  # of boxes, in the order in which they are tried
_ALL_AT_ONCE = 2000  # ambient dimension up to which the ranks for all numbers of points are one elimination
_SMALL = 1000  # size of a dense matrix whose elimination costs no more than that of any boxes
_LARGEST = 18000  # size of a dense matrix that is still made unasked: it takes 4 GB and some minutes


@dataclass(frozen=True, slots=True)
class SecantRank:
    """A lower bound for the dimension of the cone over a secant variety, in characteristic 0.

    ``value`` is the rank modulo ``modulus`` of the Terracini matrix of r points. If ``generic``, they are random points
    and the value is dim σ_r but for an unlucky choice; otherwise they are special, and dim σ_r may well be larger.
    With the method "dense" ``profile`` tells the rows and columns of an invertible minor of ``terracini_matrix`` at the
    points ``seeded_points(variety, r, modulus, seed)``.
    """

    variety: Variety
    r: int
    value: int
    method: Method
    generic: bool
    modulus: int
    seed: int
    profile: RankProfile | None = field(default=None, repr=False, compare=False)

    @property
    def expected(self) -> int:
        """min(ambient, r · dimension): an upper bound for the dimension, and the dimension unless X is r-defective."""
        return min(self.variety.ambient, self.r * self.variety.dimension)

    @property
    def is_expected(self) -> bool:
        """Whether the bounds from below and above meet; if not, nothing follows about X."""
        return self.value == self.expected


def secant_rank(
    variety: Variety,
    r: int,
    *,
    method: Method | None = None,
    generic: bool = False,
    modulus: int = PRIME,
    seed: int = 0,
    workers: int | None = None,
) -> SecantRank:
    """A lower bound for dim σ_r(X), the dimension of the closure of the sums of r points of the cone X.

    Without a method: boxes where the dense part of the Kronecker–Schur elimination is large, coarser boxes if the bound
    falls short of the expected dimension, then Kronecker–Schur at random points; dense elimination for varieties
    without a linear factor. Where even the Kronecker–Schur elimination is too large (a dense matrix of 18000 rows), the
    best bound from boxes is the answer. Every answer is sound, and says how it was found.

    Args: r: at least 1; where σ_r fills its space it may be as large as it likes.
    generic: only methods with random points, so that a value below the expected one is probably the dimension.
    Cost: see ``box_rank``, ``kronecker_schur_rank``, ``secant_ranks``.
    Raises: TypeError, ValueError; a method that does not suit the variety is refused.

    >>> from algebra_tnn.varieties import Segre
    >>> found = secant_rank(Segre((3, 4, 4)), 5)
    >>> found.value, found.expected, found.method
    (44, 45, 'kronecker-schur')
    """
    r, p = checked_number_of_points(r), checked_modulus_for(variety, modulus)
    seed, workers = at_least(0, seed, "the seed"), None if workers is None else at_least(1, workers, "workers")
    if method is not None and method not in get_args(Method):
        raise ValueError(f"the method is {method!r}; choose one of {', '.join(get_args(Method))}, or none")
    if method == "boxes" and generic:
        raise ValueError("points on boxes are not generic; choose another method, or none")
    answers: list[SecantRank] = []
    for answer in _answers(variety, r, method, generic, p, seed, workers):
        answers.append(answer)
        if answer.is_expected:
            break
    return max(reversed(answers), key=lambda answer: answer.value)  # among equal bounds the last, at random points


def probable_generic_rank(variety: Variety, *, seed: int = 0, workers: int | None = None) -> int:
    """The least r for which a lower bound for dim σ_r is the ambient dimension: the generic rank, in all likelihood.

    It is never less than the generic rank. In large spaces one r is tried after the other, in others all at once.

    >>> from algebra_tnn.varieties import Segre
    >>> probable_generic_rank(Segre((3, 3, 3)))
    5
    """
    r = -(-variety.ambient // variety.dimension)
    if variety.ambient > _ALL_AT_ONCE:
        return next(s for s in count(r) if secant_rank(variety, s, seed=seed, workers=workers).value == variety.ambient)
    while (ranks := secant_ranks(variety, r, seed=seed, workers=workers))[-1] < variety.ambient:
        r += 1 + r // 3
    return ranks.index(variety.ambient) + 1


def _answers(
    variety: Variety, r: int, method: Method | None, generic: bool, p: int, seed: int, workers: int | None
) -> Iterator[SecantRank]:
    """Bounds by one method after the other, in this order; computed when they are asked for."""
    if method == "dense" or not isinstance(variety, SegreVeronese) or not has_linear_factor(variety):
        if method not in (None, "dense"):
            raise ValueError(
                f"{variety.name} is no product with a factor of degree 1, which the method {method!r} needs; "
                "choose 'dense', or none"
            )
        profile = terracini_profile(variety, seeded_points(variety, r, p, seed), p, seed=seed, workers=workers)
        yield SecantRank(variety, r, profile.rank, "dense", True, p, seed, profile)
        return
    whole = method == "kronecker-schur" or generic
    if method == "boxes" or (not whole and remaining_size(variety, r) > _LARGEST):
        volumes = VOLUMES
    else:
        volumes = () if whole else tuple(volume for volume in VOLUMES if _is_cheap(variety, r, volume))
        whole = True
    for volume in volumes:
        value = box_rank(variety, r, volume, modulus=p, rng=np.random.default_rng(seed), workers=workers)
        yield SecantRank(variety, r, value, "boxes", False, p, seed)
    if whole:
        value = kronecker_schur_rank(variety, r, modulus=p, rng=np.random.default_rng(seed), workers=workers)
        yield SecantRank(variety, r, value, "kronecker-schur", True, p, seed)


def _is_cheap(variety: SegreVeronese, r: int, volume: float) -> bool:
    """Whether boxes cost a fraction of Kronecker–Schur; operations on small matrices take four times as long.

    With one factor cut every point meets every box, and nothing is gained.
    """
    pieces, size = cuts(variety, volume), remaining_size(variety, r)
    operations = 2 * variety.ambient * (variety.ambient / prod(pieces)) ** 2
    return sum(k > 1 for k in pieces) > 1 and size > _SMALL and 4 * operations < size**3 / 3
