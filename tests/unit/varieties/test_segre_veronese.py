from __future__ import annotations

from itertools import combinations_with_replacement
from math import prod
from typing import Any

import numpy as np
import pytest
from sympy import Matrix, symbols

from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.varieties import Segre, SegreVeronese, Veronese

VARIETIES = [
    Segre((2, 3)),
    Segre((3, 2, 4)),
    Segre((1, 3, 2)),
    Segre((4,)),
    Veronese(3, 2),
    Veronese(2, 5),
    Veronese(4, 3),
    Veronese(1, 3),
    SegreVeronese((2, 3), (1, 2)),
    SegreVeronese((3, 2), (3, 2)),
    SegreVeronese((2, 2, 3), (2, 1, 2)),
]


@pytest.mark.parametrize(
    ("variety", "ambient", "dimension", "name"),
    [
        (Segre((2, 3, 4)), 24, 7, "Segre 2×3×4"),
        (Veronese(3, 4), 15, 3, "Veronese of degree 4 in 3 variables"),
        (SegreVeronese((5, 4), (1, 2)), 50, 8, "Segre–Veronese 5×4 of degrees (1, 2)"),
        (Segre((7,)), 7, 7, "Segre 7"),
        (Segre((1, 1)), 1, 1, "Segre 1×1"),
    ],
)
def test_dimensions(variety: SegreVeronese, ambient: int, dimension: int, name: str) -> None:
    assert (variety.ambient, variety.dimension, variety.name) == (ambient, dimension, name)


def test_special_cases_are_equal_varieties() -> None:
    assert Segre([2, 3]) == SegreVeronese((2, 3), (1, 1))
    assert Veronese(3, 1) == Segre((3,))
    assert Veronese(np.int64(3), 2) == SegreVeronese([3], [2])  # lists are as good as tuples
    assert len({Segre((2, 3)), SegreVeronese((2, 3), (1, 1)), Segre((3, 2))}) == 2


def test_coordinates_of_a_point() -> None:
    assert Segre((2, 3)).point((1, 2), (3, 4, 5)) == (3, 4, 5, 6, 8, 10)
    assert Veronese(3, 2).point((2, 3, 5)) == (4, 6, 10, 9, 15, 25)
    assert SegreVeronese((2, 2), (2, 1)).point((2, 3), (1, 10)) == (4, 40, 6, 60, 9, 90)


@pytest.mark.parametrize("variety", VARIETIES, ids=lambda variety: variety.name)
def test_tangent_rows_are_derivatives_of_the_point(variety: SegreVeronese) -> None:
    """Against SymPy's Jacobian of the coordinates, at two points at once."""
    points = variety.random_points(2, np.random.default_rng(1), PRIME)
    coordinates, rows = variety.coordinates(points, PRIME), variety.tangent_rows(points, PRIME)
    assert coordinates.shape == (2, variety.ambient)
    assert rows.shape == (2, variety.dimension, variety.ambient)
    variables = [symbols(f"a{factor}_:{n}") for factor, n in enumerate(variety.shape)]
    polynomials = Matrix([variety.point(*variables)])
    kept = [x for factor, group in enumerate(variables) for x in group[: len(group) - (factor > 0)]]
    for which in range(2):
        values = {
            x: int(vectors[which, i])
            for group, vectors in zip(variables, points, strict=True)
            for i, x in enumerate(group)
        }
        assert_congruent(coordinates[which], polynomials.subs(values))
        for row, variable in zip(rows[which], kept, strict=True):
            assert_congruent(row, polynomials.diff(variable).subs(values))


def assert_congruent(row: Any, expected: Any) -> None:
    assert [int(x) % PRIME for x in row] == [int(x) % PRIME for x in expected]
    assert all(abs(x) <= PRIME // 2 for x in row)


def test_derivatives_along_all_entries_of_a_factor() -> None:
    """Euler's relation: weighted with the entries they add up to the degree times the point."""
    variety = SegreVeronese((3, 4), (3, 1))
    points = variety.random_points(5, np.random.default_rng(2), 101)
    for factor, degree in enumerate(variety.degrees):
        rows = variety.derivatives(points, factor, 101)
        assert rows.shape == (5, variety.shape[factor], variety.ambient)
        total = np.einsum("pj,pjx->px", points[factor], rows) - degree * variety.coordinates(points, 101)
        assert not (total % 101).any()


def test_no_points() -> None:
    variety = SegreVeronese((3, 2), (1, 2))
    points = variety.random_points(0, np.random.default_rng(0), 7)
    assert variety.tangent_rows(points, 7).shape == (0, 4, 9)
    assert variety.derivatives(points, 1, 7).shape == (0, 2, 9)


def test_rows_are_written_in_place() -> None:
    variety = SegreVeronese((2, 3), (2, 1))
    points = variety.random_points(3, np.random.default_rng(0), 7)
    memory = np.zeros((3 * variety.dimension + 1, variety.ambient))
    out = memory[:-1].reshape(3, variety.dimension, variety.ambient)
    assert variety.tangent_rows(points, 7, out) is out
    assert np.array_equal(out, variety.tangent_rows(points, 7))
    assert memory[:-1].any() and not memory[-1].any()


def test_random_points_have_no_zero_and_begin_alike() -> None:
    variety = Segre((3, 2))
    few, many = (variety.random_points(count, np.random.default_rng(3), 5) for count in (4, 200))
    for short, long in zip(few, many, strict=True):
        assert np.array_equal(short, long[:4])
        assert set(long.ravel()) == {-2, -1, 1, 2}


def test_monomials_are_in_lexicographic_order() -> None:
    vector = (2, 3, 5, 7)
    expected = tuple(prod(term) for term in combinations_with_replacement(vector, 3))
    assert Veronese(4, 3).point(vector) == expected
    assert expected[:3] == (8, 12, 20)


@pytest.mark.parametrize(
    ("make", "kind", "message"),
    [
        (lambda: Segre((2, 0)), ValueError, "shape[1] is 0; it is at least 1"),
        (lambda: Segre((-2, 3)), ValueError, "shape[0] is -2; it is at least 1"),
        (lambda: Segre(()), ValueError, "the shape is empty; a Segre–Veronese variety has at least one factor"),
        (lambda: Segre((2, 2.0)), TypeError, "shape[1] is 2.0; write an integer"),
        (lambda: Segre((2, True)), TypeError, "shape[1] is True, a truth value; write an integer"),
        (lambda: Segre(5), TypeError, "shape is 5; write a sequence of integers, one per factor"),
        (lambda: Segre("55"), TypeError, "shape is '55'; write a sequence of integers, one per factor"),
        (lambda: Veronese(3, 0), ValueError, "degrees[0] is 0; it is at least 1"),
        (lambda: Veronese(0, 3), ValueError, "shape[0] is 0; it is at least 1"),
        (
            lambda: SegreVeronese((2, 3), (1,)),
            ValueError,
            "the shape (2, 3) has 2 factors but there are 1 degrees; give one degree per factor",
        ),
        (
            lambda: Segre((2, 3)).point((1, 2)),
            ValueError,
            "the vectors have [2] entries; a point of Segre 2×3 is made of vectors of [2, 3] entries",
        ),
    ],
)
def test_bad_input(make: Any, kind: type[Exception], message: str) -> None:
    with pytest.raises(kind) as raised:
        make()
    assert str(raised.value) == message
