"""Dimensions of polynomial networks from the literature, each proved from both sides; the smallest also by SymPy."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import pytest
import sympy

from algebra_tnn.explore import dimension
from algebra_tnn.models import PolynomialNetwork

Widths = tuple[int, ...]
Degrees = int | tuple[int, ...]

TABLE: list[tuple[Widths, Degrees, int]] = [
    #  tables of [DaoRodriguez2026]
    ((2, 2, 1), 2, 3),
    ((2, 3, 3, 2, 1), 2, 9),
    ((2, 3, 3, 4, 4, 2, 1), 2, 33),
    ((2, 3, 4, 5, 4, 6, 4, 1), 2, 65),
    ((2, 3, 3), 2, 9),
    ((2, 3, 3, 3), 2, 15),
    ((2, 3, 2, 3), 2, 10),
    ((5, 4, 3, 1), 2, 25),
    ((5, 5, 3, 1), 2, 32),
    ((4, 5, 5, 3, 1), 2, 47),
    ((3, 5, 6, 4, 3, 1), 2, 58),
    #  as many as there are parameters or coefficients, or fewer than both
    ((2, 2, 2, 1), 2, 5),
    ((2, 2, 2), 2, 6),
    ((2, 2, 3), 2, 8),
    ((3, 3, 3, 1), 2, 12),
    *(((3, 2, 3, 1), r, 5 + r) for r in range(2, 6)),
    ((2, 3, 2, 1), 3, 8),
    ((2, 4, 3, 1), 4, 15),
    *(((2, 1, 2, 1), r, 2) for r in range(2, 9)),
    #  all blocks are identifiable, and yet [UsevichBorsoiDerandClausel2025, E.1]; then one that is
    ((2, 3, 3, 1), (3, 3), 10),
    ((2, 3, 3, 2), (3, 2), 14),
    ((2, 3, 3, 2), (3, 3), 15),
    #  at the end of general uniqueness: finitely many decompositions, of which the second has eight
    ((3, 4, 4), 2, 24),
    ((4, 7, 7), 2, 70),
    ((5, 11, 11), 2, 165),
    #  forms of the exceptions of [AlexanderHirschowitz1995]
    ((3, 5, 1), 4, 14),
    ((4, 9, 1), 4, 34),
    ((5, 7, 1), 3, 34),
    #  three layers with one output [MassarentiMella2025]: the last block bounds, is defective, or the first is full
    *(((2, 2, 3, 1), r, 3 + r) for r in range(3, 6)),
    ((3, 3, 5, 1), (2, 4), 20),
    ((2, 3, 2, 1), (3, 3), 8),
    *(((2, 4, 2, 1), (4, r), 10 - (r == 2)) for r in (2, 3, 4)),
    ((3, 4, 2, 1), (2, 3), 12),
    #  all widths equal [FinkelRodriguezWuYahl2025]
    ((2, 2, 2, 2), 2, 8),
    ((3, 3, 3, 3), 2, 21),
    ((3, 3, 3, 3, 3), 2, 27),
]
MINIMAL_FILLINGS: list[Widths] = [  # [DaoRodriguez2026]
    *[(2, 2, 1), (2, 2, 2, 1), (2, 3, 3, 2, 1), (2, 3, 3, 3, 2, 1), (2, 3, 3, 4, 4, 2, 1)],
    *[(2, 2, 2), (2, 3, 3, 2), (2, 3, 3, 3, 2), (2, 3, 3, 4, 4, 2)],
    *[(2, 3, 3, 4, 6, 5, 2), (2, 3, 3, 5, 7, 4, 2), (2, 3, 4, 5, 5, 5, 2), (2, 3, 4, 5, 6, 4, 2)],
    *[(2, 3, 3), (2, 3, 3, 3), (2, 3, 4, 4, 3), (2, 3, 4, 5, 5, 3)],
    *[(2, 3, 4, 4, 7, 7, 3), (2, 3, 4, 5, 6, 7, 3), (2, 3, 4, 5, 7, 6, 3)],
]
#  the least degree from which parameters minus hidden widths is the dimension; one degree lower it is not
THRESHOLDS = {
    (2, 2, 1): 3,
    (2, 3, 1): 5,
    (2, 4, 1): 7,
    (3, 3, 1): 3,
    (3, 4, 1): 4,
    (3, 5, 1): 5,
    (2, 3, 2): 4,
    (2, 4, 2): 5,
    (2, 5, 2): 7,
    (2, 3, 2, 1): 4,
    (2, 2, 3, 1): 5,
    (2, 3, 3, 1): 4,
    (3, 2, 3, 1): 5,
}
IDENTIFIABLE: list[tuple[Widths, Degrees]] = [
    ((2, 3, 3, 2), (3, 3)),
    ((2, 3, 3, 3), (3, 2)),
    ((2, 3, 4, 2), (3, 3)),
    ((2, 3, 4, 3), (3, 3)),
    ((3, 4, 4, 1), (2, 3)),
    ((3, 4, 4, 1), (3, 3)),
    ((3, 4, 4, 2), (2, 2)),
    ((3, 4, 4, 2), (3, 2)),
    ((3, 4, 4, 3), (2, 2)),
    ((3, 4, 4, 3), (3, 2)),
]
CODIMENSION_ONE: list[tuple[Widths, int]] = [
    ((2, 1, 1), 2),
    ((2, 2, 1), 4),
    ((2, 2, 3), 2),
    ((2, 3, 2), 4),
    ((2, 3, 4), 3),
    ((3, 2, 1), 2),
    ((3, 3, 1), 3),
    ((3, 5, 1), 4),
    ((3, 5, 2), 3),
]


def proved(widths: Widths, degrees: Degrees, **more: Any) -> int:
    """The dimension, from both sides, without a theorem that is trusted."""
    found = dimension(PolynomialNetwork(widths, degrees, **more))
    assert (found.status, found.trusts) == ("proved", ()), (widths, degrees, found.lower, found.upper)
    return found.lower


def free_parameters(widths: Widths) -> int:
    """Parameters minus hidden widths."""
    return sum(m * n for m, n in pairwise(widths)) - sum(widths[1:-1])


@pytest.mark.parametrize(("widths", "degrees", "expected"), TABLE)
def test_the_table(widths: Widths, degrees: Degrees, expected: int) -> None:
    assert proved(widths, degrees) == expected


def filled(widths: Widths) -> int:
    """The dimension of all binary forms of the network's degree, one for each output."""
    return widths[-1] * (2 ** (len(widths) - 2) + 1)


@pytest.mark.parametrize("widths", MINIMAL_FILLINGS)
def test_minimal_fillings(widths: Widths) -> None:
    assert proved(widths, 2) == filled(widths)


@pytest.mark.slow
@pytest.mark.parametrize("widths", MINIMAL_FILLINGS)
def test_minimal_fillings_are_minimal(widths: Widths) -> None:
    """No hidden layer can be smaller by one; proved but for one network, for which the bounds are 96 and 99."""
    for i in range(1, len(widths) - 1):
        if widths[i] > 1:
            smaller = (*widths[:i], widths[i] - 1, *widths[i + 1 :])
            found = dimension(PolynomialNetwork(smaller, 2))
            assert found.probable.value < filled(widths)
            assert found.upper < filled(widths) or smaller == (2, 3, 3, 4, 7, 7, 3)


@pytest.mark.parametrize(("d0", "d1"), [(n, k) for n in range(1, 7) for k in range(1, n + 1)])
def test_symmetric_matrices_of_bounded_rank(d0: int, d1: int) -> None:
    assert proved((d0, d1, 1), 2) == d0 * d1 - d1 * (d1 - 1) // 2


@pytest.mark.parametrize(
    "widths",
    [(4, 3, 1), (4, 4, 3, 1), (5, 4, 3, 1), (5, 5, 3, 1), (3, 3, 2, 1), (4, 3, 3, 1), (3, 3, 3, 1), (4, 4, 4, 1)],
)
def test_rotations_of_the_last_hidden_layer(widths: Widths) -> None:
    d = widths[-2]
    assert free_parameters(widths) - proved(widths, 2) == d * (d - 1) // 2


def test_rotations_in_a_plane() -> None:
    assert free_parameters((2, 4, 1)) - proved((2, 4, 1), 2) == 5  # and not 6, the dimension of the group


@pytest.mark.parametrize("widths", THRESHOLDS)
def test_thresholds(widths: Widths) -> None:
    least = THRESHOLDS[widths]
    expected = free_parameters(widths)
    assert proved(widths, least - 1) < expected
    assert [proved(widths, r) for r in range(least, least + 3)] == [expected] * 3


@pytest.mark.parametrize("degree", range(2, 9))
def test_a_bottleneck_of_width_one(degree: int) -> None:
    assert proved((2, 1, 2, 1), degree) == 2 < free_parameters((2, 1, 2, 1))


@pytest.mark.parametrize(("widths", "degrees"), IDENTIFIABLE)
def test_finite_fibres_modulo_rescalings(widths: Widths, degrees: Degrees) -> None:
    assert proved(widths, degrees) == free_parameters(widths)


@pytest.mark.parametrize(("widths", "degree"), CODIMENSION_ONE)
def test_hypersurfaces(widths: Widths, degree: int) -> None:
    assert proved(widths, degree) == PolynomialNetwork(widths, degree).ambient_dimension - 1


@pytest.mark.parametrize(
    ("widths", "expected"), [((2, 2, 1), 6), ((2, 2, 2, 1), 10), ((2, 2, 1, 2), 9), ((2, 3, 1), 6), ((1, 2, 1), 3)]
)
def test_biases(widths: Widths, expected: int) -> None:
    assert proved(widths, 2, biases=True) == expected


@pytest.mark.parametrize("widths", [(2, 2, 1), (2, 1, 2), (3, 2, 2), (2, 3, 2)])
def test_biases_above_the_threshold(widths: Widths) -> None:
    """From degree 2 d + 1 on, all parameters but one for each hidden neuron."""
    parameters = sum((m + 1) * n for m, n in pairwise(widths))
    assert proved(widths, 2 * widths[1] + 1, biases=True) == parameters - widths[1]


@pytest.mark.parametrize(("activation", "expected"), [("x^2", 8), ("x^3", 8), ("x^2 + x", 10), ("x^3 + x", 10)])
def test_activations_that_are_no_powers(activation: str, expected: int) -> None:
    found = dimension(PolynomialNetwork((3, 2, 2), activations=activation))
    assert (found.lower, found.upper, found.expected, found.defect) == (*[expected] * 3, 0)


@pytest.mark.parametrize("activation", ["x^2 + x", "x^3 + 3x^2 + 3x"])
def test_shifted_powers_with_biases(activation: str) -> None:
    """α(t + β)^r + γ can be rescaled if there are biases on both sides."""
    found = dimension(PolynomialNetwork((2, 2, 2), activations=activation, biases=True))
    assert (found.lower, found.upper, found.parameters) == (10, 10, 12)


SMALLEST: list[tuple[Widths, dict[str, Any]]] = [
    *(((2, 2, 1), {"degrees": r}) for r in (1, 2, 3)),
    ((2, 2, 2), {"degrees": 2}),
    ((2, 2, 3), {"degrees": 2}),
    ((3, 2, 1), {"degrees": 2}),
    ((3, 2, 2), {"activations": "x^2 + x"}),
    ((2, 1, 2, 1), {"degrees": 2}),
    ((2, 2, 2, 1), {"degrees": 2}),
    ((2, 2, 1), {"degrees": 2, "biases": True}),
    ((1, 2, 1, 1), {"activations": ["x^2 - x", "x^2"], "biases": True}),
    ((2, 2, 1), {"degrees": 3, "sparsity": [[[1, 0], [1, 1]], None]}),
    ((2, 2, 1), {"degrees": 2, "shared": [[[0, 1], [1, 0]], None]}),
]


@pytest.mark.slow
@pytest.mark.parametrize(("widths", "options"), SMALLEST)
def test_by_sympy(widths: Widths, options: dict[str, Any]) -> None:
    """The coefficients written out, their Jacobian, and its rank at a random rational point."""
    network = PolynomialNetwork(widths, **options)
    inputs = sympy.symbols(f"x_0:{widths[0]}")
    outputs = [sympy.Poly(sympy.expand(f), *inputs) for f in network.polynomials()]
    coefficients = [c for f in outputs for c in f.coeffs()]
    weights = sorted({v for f in network.polynomials() for v in f.free_symbols} - set(inputs), key=str)
    draw = random.Random(1)
    point = {w: sympy.Rational(draw.randint(1, 30), draw.randint(1, 30)) for w in weights}
    matrix = sympy.Matrix([[sympy.diff(c, w).subs(point) for w in weights] for c in coefficients])
    found = dimension(network)
    assert (found.lower, found.upper) == (matrix.rank(),) * 2


@pytest.mark.slow
def test_networks_with_hundreds_of_weights() -> None:
    assert proved((8, 12, 12, 6), 2) == 288
    assert proved((6, 10, 10, 10, 4), 2) == free_parameters((6, 10, 10, 10, 4))
