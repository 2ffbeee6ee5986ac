"""Degrees, heights and numbers of terms are bounds: compared with what the expansion has."""

from __future__ import annotations

from fractions import Fraction
from math import comb, lcm
from typing import Any

import numpy as np
import pytest

from algebra_tnn.laws import Law, einsum, expansion
from algebra_tnn.laws.heights import heights, row_degree, row_height
from algebra_tnn.laws.term_counts import MANY, ambient_dimension, term_bounds
from tests.unit.laws.families import attention, convolutions, paratuck2, polynomial_network, tensor_train

LAWS = [
    polynomial_network((2, 3, 1), 2),
    polynomial_network((2, 2, 2), 3),
    polynomial_network((2, 2, 2, 1), 2),
    polynomial_network((2, 2, 1), [1, "1/3", -2], biases=True),
    attention(1, 2, 2, 1),
    convolutions((2, 2, 2), 2),
    paratuck2((2, 1, 2), (2, 2)),
    tensor_train(2, (2, 2)),
    Law.trace(lambda x, W: (W @ x - 3) ** 2 - x, {"x": (2,)}, {"W": (2, 2)}),
    Law.trace(lambda x: (x / 3) ** 4 + (x / 5) ** 3, {"x": (2,)}, {}),
    Law.trace(lambda x: einsum("ii,j->j", [[1, 2], [3, "1/4"]], x)[[0, 0]], {"x": (2,)}, {}),
]


@pytest.mark.parametrize("law", LAWS)
def test_bounds_hold(law: Law) -> None:
    names = (*law.input_names, *law.parameter_names)
    polynomials = expansion(law)
    counts = np.ravel(term_bounds(law, names)[law.program.output])
    bits, denominator = heights(law, {})
    for polynomial, count in zip(polynomials, counts, strict=True):
        coefficients = [Fraction(c) for _, c in polynomial.terms()]
        assert polynomial.term_count <= count
        assert polynomial.degree <= law.degree
        common = lcm(*(c.denominator for c in coefficients))
        assert common <= 2**denominator
        assert sum(map(abs, coefficients)) <= 2**bits


@pytest.mark.parametrize("law", LAWS)
def test_rows_have_their_degree_and_height(law: Law) -> None:
    """The row u · Df with u of variables: its coefficients, multiplied by a common denominator, and its degree."""
    total, largest, denominator = Fraction(0), -1, 1
    names = [name for name in expansion(law)[0].ring.names if name.split("_")[0] in law.parameter_names]
    for polynomial in expansion(law):
        for name in names:
            slope = polynomial.derivative(name)
            coefficients = [Fraction(c) for _, c in slope.terms()]
            denominator = lcm(denominator, *(c.denominator for c in coefficients))
            total += sum(map(abs, coefficients))
            largest = max(largest, slope.degree)
    assert total * denominator <= 2 ** row_height(law)
    assert largest + (law.output_count > 1) <= row_degree(law)


def test_term_counts_of_networks_are_close() -> None:
    law = polynomial_network((3, 4, 4, 2), 3)
    bounds = term_bounds(law, (*law.input_names, *law.parameter_names))
    assert sum(p.term_count for p in expansion(law)) == 60640
    assert int(np.sum(bounds[law.program.output])) == 91840


def test_the_ambient_space_of_networks() -> None:
    assert ambient_dimension(polynomial_network((2, 3, 2, 1), 3)) == comb(10, 9)
    assert ambient_dimension(polynomial_network((5, 4, 3, 1), 2)) == comb(8, 4)
    assert ambient_dimension(polynomial_network((2, 2, 3), 2)) == 9
    assert ambient_dimension(polynomial_network((2, 2, 1), [0, 0, 1], biases=True)) == comb(4, 2)
    assert ambient_dimension(polynomial_network((2, 2, 1), [0, 1, 0, 1])) == 2 + 3 + 4  # an upper bound: no x²
    assert ambient_dimension(paratuck2((2, 3, 4), (1, 1))) == 24
    assert ambient_dimension(tensor_train(3, (2, 2))) == 27


def test_zeros_have_no_terms() -> None:
    law = Law.trace(lambda x: [0, 1] * x + [0, 0] + 0 * x, {"x": (2,)}, {})
    assert term_bounds(law, ["x"])[law.program.output].tolist() == [0, 1]
    cubes = Law.trace(lambda x: ([0, 1] * x) ** 3, {"x": (2,)}, {})
    assert term_bounds(cubes, ["x"])[cubes.program.output].tolist() == [0, 1]


def test_bounds_stop_growing() -> None:
    def tower(x: Any) -> Any:
        for _ in range(30):
            x = (x + x[[1, 0]]) ** 7
        return x

    law = Law.trace(tower, {"x": (2,)}, {})
    assert term_bounds(law, ["x"])[law.program.output].tolist() == [7**30 + 1] * 2
    wide = Law.trace(lambda x: (x.sum()) ** 200, {"x": (300,)}, {})
    assert term_bounds(wide, ["x"])[wide.program.output].tolist() == MANY
    mixed = Law.trace(lambda x: ((x + 1).sum()) ** 200, {"x": (300,)}, {})
    assert term_bounds(mixed, ["x"])[mixed.program.output].tolist() == MANY
