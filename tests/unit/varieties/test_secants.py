from __future__ import annotations

from typing import Any

import pytest
from flint import nmod_mat

from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.varieties import Grassmannian, Segre, SegreVeronese, Variety, Veronese, secant_rank, terracini_matrix
from algebra_tnn.varieties import secants as module
from algebra_tnn.varieties.boxes import box_rank
from algebra_tnn.varieties.terracini import seeded_points


@pytest.mark.parametrize(
    ("variety", "r", "method", "generic", "value", "is_expected"),
    [
        (Segre((10, 10, 10)), 36, "kronecker-schur", True, 1000, True),
        (Segre((15, 15, 15)), 78, "boxes", False, 3354, True),
        (Segre((15, 15, 15)), 10**15, "kronecker-schur", True, 3375, True),  # the other factors are spanned: all is
        (Segre((4, 4, 3)), 5, "kronecker-schur", True, 44, False),
        (SegreVeronese((3, 4), (1, 2)), 5, "kronecker-schur", True, 29, False),
        (SegreVeronese((3, 2), (3, 2)), 7, "dense", True, 28, True),
        (Veronese(3, 4), 5, "dense", True, 14, False),
        (Grassmannian(3, 7), 3, "dense", True, 34, False),
        (Segre((6,)), 1, "dense", True, 6, True),
    ],
    ids=str,
)
def test_the_method_suits_the_format(
    variety: Variety, r: int, method: str, generic: bool, value: int, is_expected: bool
) -> None:
    found = secant_rank(variety, r)
    assert (found.method, found.generic, found.value, found.is_expected) == (method, generic, value, is_expected)
    assert (found.variety, found.r, found.modulus, found.seed) == (variety, r, PRIME, 0)


def test_a_shortfall_of_boxes_is_settled_at_random_points(monkeypatch: pytest.MonkeyPatch) -> None:
    """n×n×2×2 is defective for r = 2n − 1, so neither size of boxes can reach the expected dimension."""
    monkeypatch.setattr(module, "_SMALL", 0)
    monkeypatch.setattr(module, "VOLUMES", (20.0, 60.0))
    tried: list[float] = []

    def noticed(variety: SegreVeronese, r: int, volume: float, **more: Any) -> int:
        tried.append(volume)
        return box_rank(variety, r, volume, **more)

    monkeypatch.setattr(module, "box_rank", noticed)
    found = secant_rank(Segre((30, 30, 2, 2)), 59)
    assert (found.value, found.expected, found.method, found.generic) == (3598, 3599, "kronecker-schur", True)
    assert tried == [20.0, 60.0]


def test_boxes_are_tried_where_they_are_cheap() -> None:
    assert module._is_cheap(Segre((40, 40, 40)), 542, 160.0)
    assert not module._is_cheap(Segre((40, 40, 40)), 20, 160.0)  # nothing remains after Kronecker–Schur
    assert not module._is_cheap(SegreVeronese((40, 40), (1, 2)), 415, 160.0)  # one factor cut
    assert not module._is_cheap(Segre((20, 20, 20)), 138, 4000.0)


def test_boxes_alone_where_a_whole_matrix_would_be_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LARGEST", 1)
    found = secant_rank(Segre((4, 4, 3)), 5)
    assert (found.method, found.generic) == ("boxes", False)
    assert found.value <= 44


def test_methods_agree_where_they_reach_the_expected_dimension() -> None:
    X = Segre((9, 10, 11))
    values = {secant_rank(X, 35, method=method).value for method in ("boxes", "kronecker-schur", "dense", None)}
    assert values == {980}


def test_generic_means_random_points() -> None:
    found = secant_rank(Segre((15, 15, 15)), 78, generic=True)
    assert (found.method, found.generic, found.value) == ("kronecker-schur", True, 3354)
    assert secant_rank(Segre((3, 3, 3)), 4, generic=True, method="dense").value == 26


def test_dense_answers_name_an_invertible_minor() -> None:
    found = secant_rank(Veronese(3, 4), 5, seed=4)
    assert found.profile is not None
    matrix = terracini_matrix(found.variety, seeded_points(found.variety, found.r, found.modulus, found.seed))
    square = matrix.array[list(found.profile.rows)][:, list(found.profile.columns)]
    assert square.shape == (14, 14)
    assert nmod_mat(14, 14, [int(x) % PRIME for x in square.ravel()], PRIME).det() != 0
    assert secant_rank(Segre((2, 2)), 1).profile is None


def test_the_same_seed_gives_the_same_answer() -> None:
    assert secant_rank(Veronese(3, 4), 5, seed=4) == secant_rank(Veronese(3, 4), 5, seed=4)
    assert secant_rank(Segre((4, 4, 3)), 5, modulus=8388593).value == 44
    assert "profile" not in repr(secant_rank(Veronese(3, 4), 5))


@pytest.mark.parametrize(
    ("call", "kind", "message"),
    [
        (lambda: secant_rank(Segre((2, 2)), 0), ValueError, "the number of points r is 0; it is at least 1"),
        (lambda: secant_rank(Segre((2, 2)), -3), ValueError, "the number of points r is -3; it is at least 1"),
        (lambda: secant_rank(Segre((2, 2)), "2"), TypeError, "the number of points r is '2'; write an integer"),
        (lambda: secant_rank(Segre((2, 2)), 1, seed=-1), ValueError, "the seed is -1; it is at least 0"),
        (lambda: secant_rank(Segre((2, 2)), 1, workers=0), ValueError, "workers is 0; it is at least 1"),
        (
            lambda: secant_rank(Segre((2, 2)), 1, method="fast"),
            ValueError,
            "the method is 'fast'; choose one of boxes, kronecker-schur, dense, or none",
        ),
        (
            lambda: secant_rank(Segre((2, 2)), 1, method="boxes", generic=True),
            ValueError,
            "points on boxes are not generic; choose another method, or none",
        ),
        (
            lambda: secant_rank(Grassmannian(2, 4), 1, method="boxes"),
            ValueError,
            "Grassmannian G(2, 4) is no product with a factor of degree 1, which the method 'boxes' needs; "
            "choose 'dense', or none",
        ),
        (
            lambda: secant_rank(Veronese(3, 2), 1, method="kronecker-schur"),
            ValueError,
            "Veronese of degree 2 in 3 variables is no product with a factor of degree 1, which the method "
            "'kronecker-schur' needs; choose 'dense', or none",
        ),
        (
            lambda: secant_rank(Veronese(3, 3), 1, modulus=3),
            ValueError,
            "the modulus is 3 and Veronese of degree 3 in 3 variables has degree 3, so derivatives vanish that do not "
            "over Q; choose a prime above the degree",
        ),
    ],
)
def test_bad_input(call: Any, kind: type[Exception], message: str) -> None:
    with pytest.raises(kind) as raised:
        call()
    assert str(raised.value) == message
