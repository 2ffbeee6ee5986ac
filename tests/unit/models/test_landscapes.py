"""The critical points of the designed objective for two neurons, all of them, over Q."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

import pytest

from algebra_tnn import rank
from algebra_tnn.exact import solution
from algebra_tnn.laws import expansion
from algebra_tnn.models.landscapes import DesignedObjective

NAMES = ("p", "q", "r", "s")


def quadratic(mu: Fraction, lam: Fraction) -> tuple[list[list[Fraction]], list[Fraction]]:
    """The matrix of second derivatives and the vector of first ones at 0 of f, as a function of P = p², …, S = s²."""
    H = [[Fraction(0)] * 4 for _ in range(4)]
    for i in range(4):
        H[i][i] = 2 * (lam - mu)
    for i, j, x in ((0, 1, 2 * lam), (2, 3, 2 * lam), (0, 2, Fraction(2)), (1, 3, Fraction(2))):
        H[i][j] = H[j][i] = x
    return H, [-2 * lam] * 4


def positive_semidefinite(H: Sequence[Sequence[Fraction]]) -> bool:
    """All principal minors are ≥ 0, by elimination with exchange-free pivots of each principal submatrix."""

    def determinant(M: list[list[Fraction]]) -> Fraction:
        if not M:
            return Fraction(1)
        return sum(
            ((-1) ** j * M[0][j] * determinant([row[:j] + row[j + 1 :] for row in M[1:]]) for j in range(len(M))),
            start=Fraction(0),
        )

    places = range(len(H))
    chosen = (S for k in range(1, len(H) + 1) for S in combinations(places, k))
    return all(determinant([[H[i][j] for j in S] for i in S]) >= 0 for S in chosen)


def supports_of_local_minima(mu: Fraction, lam: Fraction) -> set[str]:
    """The sets of entries that are not zero at critical points where the second derivatives allow a local minimum.

    At a critical point the second derivatives by the entries that are zero are 2 ∂f/∂P and not coupled; by the others
    they are 4 p_i p_j ∂²f/∂P_i∂P_j. The systems are regular where this is asked.
    """
    H, g = quadratic(mu, lam)
    found = set()
    for S in (S for k in range(5) for S in combinations(range(4), k)):
        block = [[H[i][j] for j in S] for i in S]
        if S and rank(block) < len(S):
            raise ValueError("the system is singular")
        x = [row[0] for row in solution(block, [[-g[i]] for i in S]) or ()] if S else []
        if any(value <= 0 for value in x):
            continue
        slopes = [g[i] + sum(H[i][j] * value for j, value in zip(S, x, strict=True)) for i in range(4) if i not in S]
        if all(slope >= 0 for slope in slopes) and positive_semidefinite(block):
            found.add("".join(NAMES[i] for i in S))
    return found


@pytest.mark.parametrize(
    ("mu", "lam", "spurious"),
    [
        ("1/2", 1, False),
        ("1/2", 2, False),
        ("9/10", 7, False),
        ("1/10", "1/5", False),
        ("3/2", 2, False),
        ("5/4", 4, True),
        (2, 4, True),
        (3, "7/2", False),
        (3, 5, True),
    ],
)
def test_local_minima(mu: str | int, lam: str | int, spurious: bool) -> None:
    """E7: beside the teachers there are local minima iff μ > 1 and λ ≥ μ + 1, for 0 < μ < λ."""
    numbers = Fraction(mu), Fraction(lam)
    assert (numbers[0] > 1 and numbers[1] >= numbers[0] + 1) == spurious
    expected = {"ps", "qr"} | ({"pr", "qs"} if spurious else set())
    assert supports_of_local_minima(*numbers) == expected


def test_the_quadratic_function_is_the_objective() -> None:
    mu, lam = Fraction(3, 2), Fraction(5)
    H, g = quadratic(mu, lam)
    (f,) = expansion(DesignedObjective(2).law(), {"mu": mu, "lam": lam})
    for entries in ((1, 2, 3, 4), (0, -1, 2, 5), (2, 2, -3, 1)):
        x = [e * e for e in entries]
        half = sum(H[i][j] * x[i] * x[j] for i in range(4) for j in range(4)) / 2
        assert f.value(entries) == half + sum(a * b for a, b in zip(g, x, strict=True)) + 2 * lam


def test_bad_input() -> None:
    with pytest.raises(ValueError, match="neurons"):
        DesignedObjective(0)
    assert str(DesignedObjective(3)) == "designed objective of 3 neurons"
