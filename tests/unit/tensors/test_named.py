from __future__ import annotations

import random
from fractions import Fraction
from itertools import permutations, product
from math import prod

import pytest

from algebra_tnn import Tensor, matmul, named_tensor
from algebra_tnn.tensors.named import FAMILIES, named


def value(T: Tensor, *vectors: list[int]) -> Fraction:
    """The multilinear form of the tensor at the vectors."""
    places = product(*map(range, T.shape))
    return sum(
        (Fraction(T[place]) * prod(v[i] for v, i in zip(vectors, place, strict=True)) for place in places), Fraction(0)
    )


def test_determinant_and_permanent() -> None:
    rows = [[2, -1, 3], [0, 5, 1], [4, 1, -2]]
    assert value(named_tensor("determinant:3"), *rows) == -20 - 4 - 60 - 2
    assert value(named_tensor("permanent:3"), *rows) == 2 * (5 * -2 + 1) - (0 * -2 + 4) + 3 * (0 + 20)
    assert named_tensor("permanent:4").entries.count(1) == 24


def test_swapped_rows_change_the_sign_of_the_determinant() -> None:
    T = named_tensor("determinant:4")
    for place in permutations(range(4)):
        assert T[place] == -T[place[1], place[0], place[2], place[3]]


def test_monomials() -> None:
    T = named_tensor("monomial:1,0,2")
    assert T.shape == (3, 3, 3)
    for x in ([1, 2, 3], [-1, 7, 4]):
        assert value(T, x, x, x) == x[0] * x[2] ** 2
    assert all(T[place] == T[tuple(sorted(place))] for place in product(range(3), repeat=3))
    assert all(type(x) is int or x.denominator > 1 for x in named_tensor("monomial:3").entries)


def test_products_of_polynomials() -> None:
    T, rng = named_tensor("polynomial-multiplication:3,2"), random.Random(2)
    f, g = [rng.randint(-9, 9) for _ in range(3)], [rng.randint(-9, 9) for _ in range(2)]
    for k in range(4):
        e = [int(i == k) for i in range(4)]
        assert value(T, f, g, e) == sum(f[i] * g[k - i] for i in range(3) if 0 <= k - i < 2)


def test_products_of_complex_numbers() -> None:
    T = named_tensor("complex-multiplication")
    z = (2 + 3j) * (5 - 7j)
    assert [value(T, [2, 3], [5, -7], e) for e in ([1, 0], [0, 1])] == [z.real, z.imag]


def test_states() -> None:
    assert named_tensor("ghz:4") == named_tensor("unit:2,4")
    assert named_tensor("unit:3").shape == (3, 3, 3) and sum(named_tensor("unit:3").entries) == 3
    w = named_tensor("w:4")
    assert w.shape == (2, 2, 2, 2) and sum(w.entries) == 4
    assert w[0, 1, 0, 0] == 1 and w[0, 0, 0, 0] == w[1, 1, 0, 0] == 0


def test_matmul_has_its_conventions() -> None:
    of = named("matmul:2,3,1")
    assert [one.convention for one in of.readings] == [
        *("row-major", "row-major, C transposed"),
        *("column-major", "column-major, C transposed"),
    ]
    assert of.readings[0].tensor.dense() == matmul(2, 3, 1) == named_tensor("matmul:2,3,1")
    assert len(named("unit:2").readings) == 1


@pytest.mark.parametrize("name", [family.example for family in FAMILIES.values()])
def test_the_examples_have_as_many_entries_as_foreseen(name: str) -> None:
    family = FAMILIES[name.split(":")[0]]
    sizes = [int(size) for size in name.split(":")[1].split(",")] if ":" in name else []
    count = len(named(name).readings[0].tensor.entries)
    assert count <= family.support(*sizes) <= 3 * count


@pytest.mark.parametrize(
    ("name", "error", "words"),
    [
        ("identity:3", ValueError, "the tensor 'identity:3' is unknown; tensors are named matmul:2,2,3, determinant:3"),
        ("matmul:2,2", ValueError, "has 2 sizes; matmul takes 3, as in matmul:2,2,3"),
        ("unit", ValueError, "has 0 sizes; unit takes 1 to 2"),
        ("unit:0", ValueError, "has 0 as size 0; choose one from 1 on"),
        ("unit:3,1", ValueError, "has 1 as size 1; choose one from 2 on"),
        ("matmul:2,0,2", ValueError, "has 0 as size 1; choose one from 1 on"),
        ("determinant:1", ValueError, "has 1 as size 0; choose one from 2 on"),
        ("monomial:1", ValueError, "the monomial has degree 1; its tensor has as many modes, at least two"),
        ("matmul:2,x,2", ValueError, "is unknown"),
        ("permanent:12", OverflowError, "'permanent:12' has 479,001,600 nonzero entries; at most 5,000,000"),
        ("matmul:999999999,2,2", OverflowError, "has more nonzero entries"),
        ("monomial:30,30", OverflowError, "nonzero entries; at most"),
        ("unit:2,4000000", OverflowError, "nonzero entries; at most"),
    ],
)
def test_bad_names(name: str, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        named(name)
