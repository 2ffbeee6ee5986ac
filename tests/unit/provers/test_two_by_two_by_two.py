from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest

from algebra_tnn import C, Field, Q, R, Tensor
from algebra_tnn.provers.two_by_two_by_two import (
    hyperdeterminant_of,
    is_nonzero_square,
    pencil,
    short_terms,
    square_root,
)

FIVE = Field.named("GF(5)")
THREE = Field.named("GF(3)")


def cayley(entries: tuple[int, ...]) -> int:
    """The twelve monomials as Cayley wrote them, indices abc of t_abc."""
    t = {(a, b, c): entries[4 * a + 2 * b + c] for a in (0, 1) for b in (0, 1) for c in (0, 1)}
    x = [t[0, 0, 0] * t[1, 1, 1], t[0, 0, 1] * t[1, 1, 0], t[0, 1, 0] * t[1, 0, 1], t[1, 0, 0] * t[0, 1, 1]]
    squares = sum(y * y for y in x)
    mixed = sum(x[i] * x[j] for i in range(4) for j in range(i))
    quartic = t[0, 0, 0] * t[0, 1, 1] * t[1, 0, 1] * t[1, 1, 0] + t[0, 0, 1] * t[0, 1, 0] * t[1, 0, 0] * t[1, 1, 1]
    return squares - 2 * mixed + 4 * quartic


def samples(count: int, low: int = -3, high: int = 3) -> list[Tensor]:
    rng = random.Random(8)
    return [Tensor((2, 2, 2), tuple(rng.randint(low, high) for _ in range(8))) for _ in range(count)]


def test_the_hyperdeterminant_is_cayleys() -> None:
    for T in samples(50):
        assert hyperdeterminant_of(T) == cayley(T.entries)


def test_the_hyperdeterminant_does_not_see_the_order_of_modes() -> None:
    for T in samples(20):
        cyclic = Tensor((2, 2, 2), tuple(T[b, c, a] for a in (0, 1) for b in (0, 1) for c in (0, 1)))
        assert hyperdeterminant_of(cyclic) == hyperdeterminant_of(T)


def test_the_pencil() -> None:
    T = Tensor.from_nested([[[1, 2], [3, 4]], [[5, 6], [7, 8]]])
    A, B, C_ = pencil(T)
    for x, y in ((1, 0), (0, 1), (2, 3), (-1, 1)):
        M = [[x * T[0, i, j] + y * T[1, i, j] for j in range(2)] for i in range(2)]
        assert M[0][0] * M[1][1] - M[0][1] * M[1][0] == A * x * x + B * x * y + C_ * y * y


@pytest.mark.parametrize(
    ("x", "field", "expected"),
    [
        (4, Q, True),
        (Fraction(9, 4), Q, True),
        (2, Q, False),
        (-4, Q, False),
        (0, Q, False),
        (2, R, True),
        (-2, R, False),
        (0, R, False),
        (-2, C, True),
        (0, C, False),
        (4, FIVE, True),
        (-1, FIVE, True),
        (2, FIVE, False),
        (5, FIVE, False),
        (1, Field.named("GF(2)"), True),
        (10**60, Q, True),
        (10**60 + 1, Q, False),
    ],
)
def test_nonzero_squares(x: Any, field: Field, expected: bool) -> None:
    assert is_nonzero_square(x, field) is expected


def test_square_roots() -> None:
    assert square_root(Fraction(9, 4), Q) == (Fraction(3, 2), None)
    assert square_root(-1, FIVE)[0] in (2, 3)
    for x in (2, Fraction(3, 5), -7):
        root, field = square_root(x, C)
        assert field is not None
        assert root * root == x


def summed(terms: Any, field: Field) -> tuple[Any, ...]:
    total: list[Any] = [0] * 8
    for a, b, c in terms:
        total = [
            t + x * y * z for t, (x, y, z) in zip(total, [(x, y, z) for x in a for y in b for z in c], strict=True)
        ]
    return tuple(field.number(t) if isinstance(t, (int, Fraction)) else t for t in total)


@pytest.mark.parametrize("field", [Q, R, C, THREE, FIVE])
def test_the_terms_sum_to_the_tensor(field: Field) -> None:
    for T in samples(60, -1, 1) + samples(30):
        T = Tensor(T.shape, tuple(field.number(x) for x in T.entries))
        found = short_terms(T, field)
        if found is None:
            continue
        terms, _ = found
        assert all(x == y for x, y in zip(summed(terms, field), T.entries, strict=True)), T
        square = is_nonzero_square(hyperdeterminant_of(T), field)
        assert len(terms) == 2 if square else len(terms) <= 3


def test_large_and_even_characteristic_are_left_to_others() -> None:
    T = samples(1)[0]
    assert short_terms(T, Field.named("GF(2)")) is None
    assert short_terms(T, Field.named("GF(10007)")) is None
