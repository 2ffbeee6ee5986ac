"""Power sums by the names that they have in the literature."""

from __future__ import annotations

from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum


def segre(*sizes: int, terms: int) -> PowerSum:
    return PowerSum(sizes, (1,) * len(sizes), terms)


def veronese(variables: int, degree: int, terms: int) -> PowerSum:
    return PowerSum((variables,), (degree,), terms)


def network(widths: tuple[int, int, int], degree: int) -> PowerSum:
    inputs, hidden, outputs = widths
    return PowerSum((inputs, outputs), (degree, 1), hidden)


def claim(shape: PowerSum, count: int = 1) -> NumberOfDecompositions:
    return NumberOfDecompositions(shape.law, count)
