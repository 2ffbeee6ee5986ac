from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np
import pytest
from sympy import Matrix, eye, symbols

from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.varieties import Grassmannian

PLANES = [(1, 1), (1, 4), (2, 4), (3, 4), (2, 5), (3, 6), (4, 4)]


@pytest.mark.parametrize(
    ("k", "n", "ambient", "dimension"), [(2, 4, 6, 5), (3, 7, 35, 13), (1, 5, 5, 5), (4, 4, 1, 1), (4, 8, 70, 17)]
)
def test_dimensions(k: int, n: int, ambient: int, dimension: int) -> None:
    variety = Grassmannian(k, n)
    assert (variety.ambient, variety.dimension, variety.name) == (ambient, dimension, f"Grassmannian G({k}, {n})")


def test_point_consists_of_the_minors() -> None:
    rows = ((2, 3, 5, 7, 1), (0, 1, 4, 4, 2), (3, 0, 0, 1, 1))
    minors = tuple(Matrix(rows)[:, list(chosen)].det() for chosen in combinations(range(5), 3))
    assert Grassmannian(3, 5).point(rows) == minors


@pytest.mark.parametrize(("k", "n"), PLANES)
def test_tangent_rows_are_derivatives_of_the_point(k: int, n: int) -> None:
    """Against SymPy's derivatives of the minors of [I | X], at two points at once."""
    variety = Grassmannian(k, n)
    points = variety.random_points(2, np.random.default_rng(1), PRIME)
    coordinates, rows = variety.coordinates(points, PRIME), variety.tangent_rows(points, PRIME)
    assert rows.shape == (2, variety.dimension, variety.ambient)
    X = Matrix(k, n - k, symbols(f"x:{k * (n - k)}"))
    minors = [eye(k).row_join(X)[:, list(chosen)].det() for chosen in combinations(range(n), k)]
    for which in range(2):
        values = dict(zip(X, map(int, points[0][which].ravel()), strict=True))
        expected = [minors, *([minor.diff(x) for minor in minors] for x in X)]
        for row, polynomials in zip([coordinates[which], *rows[which, 1:]], expected, strict=True):
            assert [int(x) % PRIME for x in row] == [int(f.subs(values)) % PRIME for f in polynomials]
        assert np.array_equal(rows[which, 0], coordinates[which])


@pytest.mark.parametrize(("k", "n", "smaller"), [(2, 5, 2), (3, 5, 2), (4, 5, 1), (5, 5, 5), (3, 6, 3)])
def test_of_more_than_half_the_dimension_the_dual_is_taken(k: int, n: int, smaller: int) -> None:
    X = Grassmannian(k, n)
    assert X.smaller == Grassmannian(smaller, n)
    assert (X.ambient, X.dimension) == (X.smaller.ambient, X.smaller.dimension)
    assert X.secant_law(2) == X.smaller.secant_law(2)
    assert bool(X.secant_remarks(2)) == (smaller < k)


def test_secant() -> None:
    found = Grassmannian(3, 7).secant(3)
    assert (str(found), found.expected_dimension, found.ambient_dimension) == ("σ_3 of Grassmannian G(3, 7)", 35, 35)
    assert found.law().parameter_count == 39 and found.symmetries().fields == ()


@pytest.mark.parametrize(
    ("make", "kind", "message"),
    [
        (lambda: Grassmannian(5, 4), ValueError, "there are no 5-planes in 4-space; choose k from 1 to n"),
        (lambda: Grassmannian(0, 4), ValueError, "the dimension k of the planes is 0; it is at least 1"),
        (lambda: Grassmannian(-1, 4), ValueError, "the dimension k of the planes is -1; it is at least 1"),
        (lambda: Grassmannian(2, 4.0), TypeError, "the dimension n of the space is 4.0; write an integer"),
        (
            lambda: Grassmannian(2, 3).point(((1, 2, 3),)),
            ValueError,
            "the rows have [3] entries; a point of Grassmannian G(2, 3) is made of 2 rows of 3 entries",
        ),
    ],
)
def test_bad_input(make: Any, kind: type[Exception], message: str) -> None:
    with pytest.raises(kind) as raised:
        make()
    assert str(raised.value) == message
