from __future__ import annotations

import numpy as np
import pytest

from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.varieties import Segre, SegreVeronese, Veronese
from algebra_tnn.varieties.kronecker_schur import (
    has_linear_factor,
    kronecker_schur_rank,
    linear_factor,
    remaining_size,
)
from algebra_tnn.varieties.variety import nonzero_residues
from tests.unit.varieties.special_points import flint_rank

FORMATS = [
    (Segre((5, 3, 4)), 3),  # fewer points than unit vectors
    (Segre((5, 3, 4)), 5),  # as many
    (Segre((5, 3, 4)), 6),
    (Segre((4, 4, 3)), 5),
    (Segre((6, 6, 6)), 13),
    (Segre((6, 6, 6)), 14),
    (Segre((2, 3, 6)), 5),  # the points of the others span nearly all
    (Segre((2, 3, 6)), 6),
    (Segre((2, 2, 2, 2)), 3),
    (Segre((1, 4)), 1),
    (Segre((3, 3)), 2),
    (SegreVeronese((4, 3), (2, 1)), 5),
    (SegreVeronese((3, 2, 3), (1, 3, 1)), 8),
]


@pytest.mark.parametrize(("variety", "r"), FORMATS, ids=str)
@pytest.mark.parametrize("p", [PRIME, 5])
def test_rank_is_that_of_the_whole_matrix(variety: SegreVeronese, r: int, p: int) -> None:
    """FLINT eliminates the Terracini matrix of the same points as a whole. Modulo 5 many slices are deficient."""
    found = kronecker_schur_rank(variety, r, modulus=p, rng=np.random.default_rng(3))
    split, rng = linear_factor(variety), np.random.default_rng(3)
    y = list(split.Y.random_points(r, rng, p))
    unit = np.eye(split.n)[: min(r, split.n)]
    a = np.concatenate([unit, nonzero_residues((r - len(unit), split.n), rng, p)])
    chosen = max(f for f, n in enumerate(variety.shape) if n == split.n and variety.degrees[f] == 1)
    y.insert(chosen, a)
    assert found == flint_rank(variety, tuple(y), p)


def test_linear_factor() -> None:
    split = linear_factor(SegreVeronese((3, 5, 4, 6), (1, 1, 2, 3)))
    assert (split.n, split.Y) == (5, SegreVeronese((3, 4, 6), (1, 2, 3)))
    assert not has_linear_factor(Veronese(4, 3))
    assert not has_linear_factor(SegreVeronese((2, 3), (2, 2)))
    assert not has_linear_factor(Segre((5,)))
    with pytest.raises(ValueError) as raised:
        linear_factor(Veronese(4, 3))
    assert str(raised.value) == (
        "Veronese of degree 3 in 4 variables is no product with a factor of degree 1; eliminate its matrix as a whole"
    )


def test_remaining_size() -> None:
    assert remaining_size(Segre((20, 20, 20)), 138) == 4480
    assert remaining_size(Segre((20, 20, 20)), 20) == 0
    assert remaining_size(Segre((20, 20, 20)), 10**9) == 0


def test_points_that_are_not_needed_are_left_out() -> None:
    assert kronecker_schur_rank(Segre((3, 4, 5)), 10**12, modulus=PRIME, rng=np.random.default_rng(0)) == 60
