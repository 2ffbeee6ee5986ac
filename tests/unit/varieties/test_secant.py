from __future__ import annotations

import pytest

from algebra_tnn.explore import dimension
from algebra_tnn.laws.power_sums import PowerSum, as_power_sum
from algebra_tnn.varieties import Secant, Segre, SegreVeronese, Veronese, probable_generic_rank, secants


def test_what_a_secant_says_of_itself() -> None:
    secant = Segre((2, 3, 4)).secant(3)
    assert secant == Secant(Segre((2, 3, 4)), 3)
    assert str(secant) == "σ_3 of Segre 2×3×4"
    assert (secant.expected_dimension, secant.ambient_dimension) == (21, 24)
    assert Segre((2, 3, 4)).secant(4).expected_dimension == 24
    assert (secant.remarks, secant.symmetries().fields) == ((), ())


@pytest.mark.parametrize(
    ("variety", "sizes", "exponents"),
    [
        (Segre((2, 3, 4)), (2, 3, 4), (1, 1, 1)),
        (Veronese(3, 4), (3,), (4,)),
        (SegreVeronese((3, 2), (1, 2)), (3, 2), (1, 2)),
        (SegreVeronese((1, 3, 1, 2), (4, 1, 2, 2)), (3, 2), (1, 2)),
        (SegreVeronese((1, 1), (3, 2)), (1,), (3,)),
    ],
)
def test_the_law_is_a_power_sum(variety: SegreVeronese, sizes: tuple[int, ...], exponents: tuple[int, ...]) -> None:
    assert as_power_sum(variety.secant(2).law()) == PowerSum(sizes, exponents, min(2, variety.ambient))
    assert variety.reduced.shape == sizes and variety.reduced.reduced == variety.reduced
    assert (variety.reduced.ambient, variety.reduced.dimension) == (variety.ambient, variety.dimension)


def test_factors_of_one_variable_are_left_out_and_named() -> None:
    found = dimension(Segre((1, 3, 3)).secant(2))
    assert (found.lower, found.upper, found.ambient, found.expected) == (8, 8, 9, 9)
    assert found.notes == ("factors of one variable change nothing: this is Segre 3×3",)


def test_more_points_than_dimensions() -> None:
    secant = Segre((2, 2)).secant(1000)
    assert (secant.terms, secant.remarks) == (4, ("4 points span the space, so that 1000 have no more sums",))
    found = dimension(secant)
    assert (found.lower, found.upper, found.name) == (4, 4, "σ_1000 of Segre 2×2")


@pytest.mark.parametrize(("r", "kind"), [(0, ValueError), (-1, ValueError), (2.0, TypeError), (True, TypeError)])
def test_numbers_of_points_that_are_none(r: object, kind: type[Exception]) -> None:
    with pytest.raises(kind, match="the number of points r"):
        Segre((2, 2)).secant(r)  # that is what is tested


def test_the_probable_generic_rank(monkeypatch: pytest.MonkeyPatch) -> None:
    shapes = [(1,), (2, 2, 2), (3, 3, 3), (2, 3, 6), (3, 4, 4), (7, 2)]
    ranks = [1, 2, 5, 6, 6, 2]
    assert [probable_generic_rank(Segre(shape)) for shape in shapes] == ranks
    monkeypatch.setattr(secants, "_ALL_AT_ONCE", 0)
    assert [probable_generic_rank(Segre(shape)) for shape in shapes] == ranks
