"""Numbers of decompositions of general tensors and forms below the generic rank, against lists of the literature."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations_with_replacement
from math import comb, prod

import pytest

from algebra_tnn.explore.fibres import number_of_decompositions
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.varieties import SegreVeronese, secant_ranks


def tensors(entries: int) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """All shapes of order three or more with at most so many entries."""
    for order in range(3, entries.bit_length()):
        for shape in combinations_with_replacement(range(2, entries // 2 ** (order - 1) + 1), order):
            if prod(shape) <= entries:
                yield shape, (1,) * order


def forms(coefficients: int) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """All degrees from three and numbers of variables from three with at most so many coefficients."""
    for n in range(3, coefficients):
        yield from (((n,), (d,)) for d in range(3, coefficients) if comb(n + d - 1, d) <= coefficients)


def undecided(X: SegreVeronese) -> list[int]:
    """The numbers of terms, as long as there is room for one more parameter, for which no rule counts decompositions.

    If no rule counts them, it is checked whether there are infinitely many.
    """
    found = []
    ranks = secant_ranks(X, most := (X.ambient - 1) // X.dimension)
    for r in range(1, most + 1):
        number, verdict = number_of_decompositions(PowerSum(X.shape, X.degrees, r))
        if verdict.status != "proved" and ranks[r - 1] == r * X.dimension:
            found.append(r)
        elif verdict.status == "proved":
            assert ranks[r - 1] == r * X.dimension, "finitely many, and a defect"
            assert number == 1 or max(X.shape) >= r, (X, r, number)
    return found


@pytest.mark.parametrize(
    ("entries", "numbers"), [(24, {}), pytest.param(64, {(4, 4, 4): [6], (2,) * 5: [5]}, marks=pytest.mark.slow)]
)
def test_tensors(entries: int, numbers: dict[tuple[int, ...], list[int]]) -> None:
    """Chiantini, Ottaviani and Vannieuwenhoven's list; their third exception, 3×6×6, has 108 entries."""
    found = {shape: undecided(SegreVeronese(shape, degrees)) for shape, degrees in tensors(entries)}
    assert {shape: r for shape, r in found.items() if r} == numbers
    assert (3, 3, 2) not in found and (2, 3, 3) in found


@pytest.mark.parametrize(
    ("coefficients", "numbers"),
    [(20, {}), pytest.param(56, {(3, 6): [9], (4, 4): [8], (6, 3): [9]}, marks=pytest.mark.slow)],
)
def test_forms(coefficients: int, numbers: dict[tuple[int, int], list[int]]) -> None:
    """Chiantini, Ottaviani and Vannieuwenhoven's list, which is complete."""
    found = {(n, d): undecided(SegreVeronese((n,), (d,))) for (n,), (d,) in forms(coefficients)}
    assert {form: r for form, r in found.items() if r} == numbers
    assert (3, 4) in found
