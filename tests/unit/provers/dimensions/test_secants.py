from __future__ import annotations

import numpy as np
import pytest

from algebra_tnn import checker
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.provers.dimensions import best_plan, double_points, generic_rank
from algebra_tnn.provers.dimensions.double_points import singular_forms
from algebra_tnn.provers.dimensions.secants import power_sum_plans

KNOWN = [  # secant varieties with fewer dimensions than expected, and some without
    (PowerSum((3,), (2,), 2), 5),
    (PowerSum((3,), (4,), 5), 14),
    (PowerSum((4,), (4,), 9), 34),
    (PowerSum((5,), (4,), 14), 69),
    (PowerSum((3, 3), (2, 2), 3), 15),
    (PowerSum((2, 2, 2, 2), (1, 1, 1, 1), 3), 14),
    (PowerSum((3, 3), (1, 1), 2), 8),
    (PowerSum((2, 3), (1, 3), 5), 19),
    (PowerSum((2,), (5,), 2), 4),
    (PowerSum((1,), (3,), 2), 1),
]
BY_EXTERIOR_PRODUCTS = [  # those that flattenings alone do not explain, and the block of the exterior products
    (PowerSum((5,), (3,), 7), 34, 0),
    (PowerSum((3, 3, 3), (1, 1, 1), 4), 26, 0),
    (PowerSum((4, 3, 4), (1, 1, 1), 5), 44, 1),
    (PowerSum((3, 5, 5), (1, 1, 1), 7), 74, 0),
    (PowerSum((3, 4), (1, 2), 5), 29, 0),
    (PowerSum((6, 3), (2, 1), 8), 62, 1),
    (PowerSum((5, 4), (1, 2), 6), 47, 0),
]


@pytest.mark.parametrize(("shape", "dimension"), KNOWN + [(shape, value) for shape, value, _ in BY_EXTERIOR_PRODUCTS])
def test_secant_varieties(shape: PowerSum, dimension: int) -> None:
    assert best_plan(shape.law).bound == dimension
    found = list(power_sum_plans(shape))
    assert min(plan.bound for plan in found) == dimension == generic_rank(shape.law)
    for plan in found:
        assert checker.check(plan.certificate().to_json()).answer == "accepted"


@pytest.mark.parametrize(("shape", "dimension", "block"), BY_EXTERIOR_PRODUCTS)
def test_the_block_of_exterior_products(shape: PowerSum, dimension: int, block: int) -> None:
    found = singular_forms(shape, shape.ambient - dimension)
    assert found is not None and found.block == block
    assert found.count == shape.ambient - dimension
    assert f"vectors of factor {block}" in found.remark


def test_no_block_where_products_are_enough() -> None:
    found = singular_forms(PowerSum((3,), (4,), 5), 1)
    assert found is not None and found.block is None and "exterior" not in found.remark


def test_the_most_forms_that_one_block_gives() -> None:
    """Products of quadrics through two points are all quartics that are singular there, however many are wanted."""
    found = singular_forms(PowerSum((2,), (4,), 2), 3)
    assert found is not None and found.count == 1
    assert singular_forms(PowerSum((2,), (4,), 3), 1) is None


def test_points_that_impose_dependent_conditions() -> None:
    shape = PowerSum((3,), (4,), 2)
    apart, together = np.array([[1.0, 2, 3], [1, 0, 5]]), np.array([[1.0, 2, 3], [2, 4, 6]])
    for point, independent in ((apart, True), (together, False)):
        for block, power in ((None, 0), (0, 1)):
            found = double_points._ideal(double_points._Points(shape, [point], block), power, (2,))
            assert (found is not None) == independent


def test_signs() -> None:
    """Two forms with values in the plane and one vector: the volume is the determinant."""
    points = double_points._Points(PowerSum((3, 2), (1, 2), 1), [np.array([[1.0, 2, 3]]), np.array([[1.0, 1]])], 0)
    ideal = double_points._ideal(points, 1, (0, 1))
    assert ideal is not None and ideal.subsets == [(0,), (1,), (2,)]
    volumes = double_points._Volumes(points, ideal, ideal)
    assert volumes.signs.tolist() == [[0, 1, -1], [-1, 0, 1], [1, -1, 0]]
    assert [volumes.variables[0, 1], volumes.variables[1, 2], volumes.variables[2, 0]] == [2, 0, 1]


@pytest.mark.parametrize(
    ("shape", "minors"),
    [
        (PowerSum((3,), (4,), 5), "1 form singular at 5 points, of 15, from the determinant of the 6×6 catalecticant"),
        (PowerSum((1, 4), (1, 2), 2), "from the minors of size 3 of the 4×4 catalecticant"),
        (PowerSum((3, 3), (1, 1), 2), "from the determinant of the 3×3 flattening"),
        (PowerSum((2, 4), (1, 1), 1), "from the minors of size 2 of the 4×2 flattening"),
        (
            PowerSum((3, 3, 3), (1, 1, 1), 4),
            "the determinant of the 9×9 Koszul flattening by exterior products with the vectors of factor 0",
        ),
    ],
)
def test_the_minors_that_vanish(shape: PowerSum, minors: str) -> None:
    found = singular_forms(shape, shape.ambient - generic_rank(shape.law))
    assert found is not None and found.remark.endswith(minors)


@pytest.mark.parametrize("a", [18, 20, 24])
def test_many_points_do_not_agree_in_a_factor(a: int) -> None:
    """Forms of degree (1, a) through 2a + 1 points of a product of two lines: three on one line would be dependent."""
    shape = PowerSum((2, 2), (2, 2 * a), 2 * a + 1)
    found = singular_forms(shape, 1)
    assert found is not None and found.count == 1
