from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from flint import fmpz_mat

from algebra_tnn.exact.linear import lifting
from algebra_tnn.exact.linear.lifting import Quotient, is_liftable, lifted_solution, rows_that_hold
from algebra_tnn.exact.modular.centred import PRIME

SIZES = [(1, 1, 3), (2, 1, 3), (3, 4, 9), (8, 3, 62), (12, 5, 20), (25, 1, 30), (30, 7, 5), (9, 2, 400)]


def random_integers(rng: Any, shape: tuple[int, int], bits: int) -> Any:
    if bits < 62:
        return rng.integers(-(2**bits), 2**bits, shape)
    pieces = rng.integers(0, 2**31, (bits // 31 + 1, *shape)).astype(np.object_)
    return sum(piece * 2 ** (31 * i) for i, piece in enumerate(pieces)) - 2 ** (31 * (bits // 31))


def by_flint(A: Any, B: Any) -> Quotient:
    numerators, denominator = fmpz_mat(A.tolist()).solve(fmpz_mat(B.tolist())).numer_denom()
    return Quotient([[int(x) for x in row] for row in numerators.tolist()], int(denominator))


@pytest.mark.parametrize(("n", "k", "bits"), SIZES)
def test_square_systems(n: int, k: int, bits: int) -> None:
    rng = np.random.default_rng(n)
    A, B = random_integers(rng, (n, n), bits), random_integers(rng, (n, k), bits)
    found = lifted_solution(A, B, range(n))
    assert found == by_flint(A, B)


@pytest.mark.parametrize(("n", "k", "bits"), SIZES)
def test_short_solutions_and_more_equations(n: int, k: int, bits: int) -> None:
    """B = A X for a given X of integers: found with denominator 1, and contradicted by one changed entry of B."""
    rng = np.random.default_rng(n)
    A, X = random_integers(rng, (n + 3, n), bits).astype(np.object_), random_integers(rng, (n, k), 4).astype(np.object_)
    B = A @ X
    assert lifted_solution(A, B, range(3, n + 3)) == Quotient(X.tolist(), 1)
    B[0, 0] += 1
    assert lifted_solution(A, B, range(3, n + 3)) is None


def test_denominators_of_many_small_primes() -> None:
    """Sums with weights hide a factor 2 of the denominator every other time."""
    A = np.diag(np.arange(1, 31))
    B = np.ones((30, 2), dtype=np.int64)
    found = lifted_solution(A, B, range(30))
    assert found is not None
    assert found.denominator == 2329089562800  # lcm(1, …, 30)
    assert found.numerators == [[2329089562800 // i] * 2 for i in range(1, 31)]


def test_weights_that_hide_the_solution() -> None:
    """The two columns cancel in the first combination that is tried, however long it is continued."""
    rng = np.random.default_rng(1)
    first, second = (int(x) for x in lifting._weights(2, 0)[:, 0])
    A, v = rng.integers(-9, 10, (12, 12)), rng.integers(-9, 10, 12)
    B = np.stack([v * second, -v * first], axis=1)
    assert lifted_solution(A, B, range(12)) == by_flint(A, B)


@pytest.mark.parametrize("wrong", [lambda x: x + 1, lambda x: -x, lambda x: x * 2])
def test_nothing_is_returned_unverified(monkeypatch: pytest.MonkeyPatch, wrong: Callable[[int], int]) -> None:
    """A fault in the reconstruction is noticed over Z, and the search goes on."""
    rng = np.random.default_rng(3)
    A, B = rng.integers(-9, 10, (10, 10)), rng.integers(-9, 10, (10, 2))
    true, calls = lifting.integers, []

    def faulty(digits: Any, shape: tuple[int, ...]) -> list[list[int]]:
        found = true(digits, shape)
        if not calls:
            found[4][1] = wrong(found[4][1])
        calls.append(shape)
        return found

    monkeypatch.setattr(lifting, "integers", faulty)
    assert lifted_solution(A, B, range(10)) == by_flint(A, B)
    assert len(calls) == 2


@pytest.mark.parametrize("bits", [3, 30, 61, 200])
def test_rows_are_multiplied_out_over_z(bits: int) -> None:
    rng = np.random.default_rng(bits)
    A, X = random_integers(rng, (5, 4), bits).astype(np.object_), random_integers(rng, (4, 3), 2 * bits)
    B = A @ X.astype(np.object_)
    assert rows_that_hold(A, 7 * B, Quotient(X.tolist(), 1)).tolist() == [False] * 5
    assert rows_that_hold(7 * A, B, Quotient(X.tolist(), 7)).all()
    assert rows_that_hold(A, B, Quotient((7 * X.astype(np.object_)).tolist(), 7)).all()
    for i, change in ((0, 1), (3, -1), (4, 2**16), (2, 2 ** (2 * bits))):
        C = B.copy()
        C[i, 1] += change
        assert rows_that_hold(A, C, Quotient(X.tolist(), 1)).tolist() == [j != i for j in range(5)]


def test_which_systems_are_liftable() -> None:
    ones = np.ones((2, 2), dtype=np.int64)
    assert is_liftable(ones, ones)
    assert is_liftable(np.ones((1, 4000), dtype=np.int64), ones)
    assert not is_liftable(np.ones((1, 5000), dtype=np.int64), ones)
    assert not is_liftable(np.array([[2**400] * 400], dtype=np.object_), ones)
    assert not is_liftable(ones, np.array([[2**200000]], dtype=np.object_))
    assert not is_liftable(np.ones((1, 4000), dtype=np.int64), np.ones((1, 4000), dtype=np.int64))


def test_a_system_that_is_singular_modulo_the_prime() -> None:
    with pytest.raises(ZeroDivisionError):
        lifted_solution(np.array([[PRIME]]), np.array([[1]]), [0])
