from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.varieties import (
    Grassmannian,
    Segre,
    SegreVeronese,
    Variety,
    Veronese,
    secant_rank,
    secant_ranks,
    terracini_matrix,
    terracini_profile,
)
from algebra_tnn.varieties import terracini as module
from algebra_tnn.varieties.terracini import seeded_points

VARIETIES: list[Variety] = [
    Segre((3, 3, 3)),
    Segre((4, 4, 3)),
    Segre((2, 2, 2, 2)),
    Segre((2, 3, 6)),
    Veronese(3, 4),
    Veronese(4, 2),
    SegreVeronese((3, 4), (1, 2)),
    Grassmannian(3, 7),
]


@pytest.mark.parametrize("variety", VARIETIES, ids=lambda variety: variety.name)
def test_one_elimination_for_all_r(variety: Variety) -> None:
    """The same points as for each r alone, so the same ranks."""
    most = -(-variety.ambient // variety.dimension) + 1
    apart = tuple(secant_rank(variety, r, method="dense", seed=5).value for r in range(1, most + 1))
    assert secant_ranks(variety, most, seed=5) == apart


def test_matrix_is_made_of_the_tangent_spaces() -> None:
    X = Segre((2, 3))
    points = seeded_points(X, 4, 101, seed=0)
    matrix = terracini_matrix(X, points, 101)
    assert (matrix.shape, matrix.modulus) == ((16, 6), 101)
    assert np.array_equal(matrix.array[4:8], X.tangent_rows(points, 101)[1])


def test_profile_in_slabs_is_that_of_the_matrix(monkeypatch: pytest.MonkeyPatch) -> None:
    X = Segre((4, 4, 3))
    points = seeded_points(X, 5, PRIME, seed=0)
    monkeypatch.setattr(module, "_SLAB", 2 * X.dimension * X.ambient)  # two points, two points, one point
    found = terracini_profile(X, points)
    whole = rank_profile(terracini_matrix(X, points))
    assert (found.rank, found.rows) == (whole.rank, whole.rows)
    assert found.rank == 44


def test_many_points_fill_without_being_drawn() -> None:
    ranks = secant_ranks(Segre((2, 2)), 1000)
    assert ranks[0] == 3
    assert ranks[1:] == (4,) * 999
    assert len(seeded_points(Segre((2, 2)), 10**12, 7, 0)[0]) == 4


def test_seeds_and_primes() -> None:
    X = Segre((3, 4, 4))
    assert {secant_ranks(X, 6, seed=seed)[4] for seed in range(3)} == {44}
    assert {secant_ranks(X, 6, modulus=p)[4] for p in (8388593, 65521, PRIME)} == {44}
    first, again, other = (seeded_points(X, 3, PRIME, seed)[0] for seed in (1, 1, 2))
    assert np.array_equal(first, again) and not np.array_equal(first, other)


def test_a_small_prime_still_bounds_from_below() -> None:
    """Modulo 2 all points with nonzero entries are one: the rank is that of one tangent space."""
    assert secant_ranks(Segre((2, 3, 2)), 3, modulus=2) == (5, 5, 5)


@pytest.mark.parametrize(
    ("call", "kind", "message"),
    [
        (
            lambda: secant_ranks(Veronese(3, 5), 2, modulus=5),
            ValueError,
            "the modulus is 5 and Veronese of degree 5 in 3 variables has degree 5, so derivatives vanish that do not "
            "over Q; choose a prime above the degree",
        ),
        (lambda: secant_ranks(Segre((2, 2)), 0), ValueError, "the number of points r is 0; it is at least 1"),
        (lambda: secant_ranks(Segre((2, 2)), 1.5), TypeError, "the number of points r is 1.5; write an integer"),
        (lambda: secant_ranks(Segre((2, 2)), 1, seed=-1), ValueError, "the seed is -1; it is at least 0"),
    ],
)
def test_bad_input(call: Any, kind: type[Exception], message: str) -> None:
    with pytest.raises(kind) as raised:
        call()
    assert str(raised.value) == message


def test_composite_moduli_are_refused() -> None:
    with pytest.raises(ValueError, match="12 is not prime"):
        secant_ranks(Segre((2, 2)), 1, modulus=12)
    with pytest.raises(ValueError, match="the modulus is 8388617"):
        terracini_matrix(Segre((2, 2)), seeded_points(Segre((2, 2)), 1, 7, 0), 8388617)
