from __future__ import annotations

import random
from fractions import Fraction
from itertools import combinations_with_replacement
from math import prod
from typing import Any

import pytest

from algebra_tnn import CP, Field, Q
from algebra_tnn.certificates import Shortfall
from algebra_tnn.models import Equivalence, PolynomialNetwork, equivalence, transformed
from algebra_tnn.models.weights import WeightedNetwork
from algebra_tnn.provers.weights.neuron_terms import decompositions_of, mixtures, powers, weights_of
from tests.unit.models.networks import drawn


def test_terms_sum_to_the_function() -> None:
    """The tensor of the terms at (x, 1, …) is f plus a constant."""
    network = PolynomialNetwork((2, 2, 2), activations="2(x + 1)^2 - 5", biases=True)
    weighted, found = given(network, 6)
    assert (found.shape, found.length) == ((2, 3, 3), 3)
    entries = found.tensor().nested()
    differences = []
    for x in ([0, 0, 1], [1, 2, 1], [-3, 5, 1]):
        values = [sum(x[i] * x[j] * part[i][j] for i in range(3) for j in range(3)) for part in entries]
        differences.append([v - f for v, f in zip(values, network(x[:2], weighted.weights), strict=True)])
    assert differences[0] == differences[1] == differences[2]


def given(network: PolynomialNetwork, seed: int = 1) -> tuple[WeightedNetwork, CP]:
    weighted = WeightedNetwork(network, drawn(network, random.Random(seed)))
    found = powers(weighted)
    assert found is not None
    rest = list(mixtures(weighted, Q)) if network.biases else []
    assert decompositions_of(weighted) == [found, *rest]
    return weighted, found


@pytest.mark.parametrize(("widths", "degree"), [((2, 2, 2), 9), ((3, 2, 1), 6), ((2, 1, 1), 7), ((12, 2, 1), 8)])
def test_monomials_of_large_degrees(widths: tuple[int, ...], degree: int) -> None:
    """Each mode of monomials, contracted with the monomials of x and multinomial coefficients, is a power of ⟨a, x⟩."""
    network = PolynomialNetwork(widths, degree)
    weighted, found = given(network)
    assert found.order == 4 and found.length == widths[1]
    x = list(range(1, widths[0] + 1))
    for j, row in enumerate(weighted.weights["W1"]):
        total, value = 0, sum(a * y for a, y in zip(row, x, strict=True))
        for mode in (1, 2, 3):
            vector, k = found.column(mode, j), 0
            while len(list(combinations_with_replacement(row, k))) < len(vector):
                k += 1
            assert list(vector) == [prod(chosen) for chosen in combinations_with_replacement(row, k)]
            total += k
        assert total <= degree and (total == degree or widths[0] > 3) and value != 0
        first, column = found.column(0, j), [line[j] for line in weighted.weights["W2"]]
        ratios = {Fraction(p) / q for p, q in zip(first, column, strict=True)}
        assert len(ratios) == 1 and (total < degree or ratios == {1})


def evidence(found: CP, root: Any = None) -> dict[str, Any]:
    return {"factors": found.factors, "root": root}


@pytest.mark.parametrize(
    "network",
    [
        PolynomialNetwork((3, 2, 2), 3),
        PolynomialNetwork((3, 2, 2), activations="-3x^2"),
        PolynomialNetwork((2, 2, 3), activations="2(x + 1)^3 - 5", biases=True),
        PolynomialNetwork((2, 2, 1), activations="x + 5", biases=True),
    ],
    ids=str,
)
def test_there_and_back(network: PolynomialNetwork) -> None:
    weighted, found = given(network)
    for order in (range(found.length), range(found.length)[::-1]):
        back = weights_of(weighted, found, evidence(found.permuted(order)))
        assert not isinstance(back, Shortfall)
        assert network.coefficients(back) == network.coefficients(weighted.weights)
        assert equivalence(network, weighted.weights, back) is not None


def scaled(found: CP, mode: int, row: int) -> CP:
    """One entry of the first term is another."""
    factors = [[list(line) for line in factor] for factor in found.factors]
    factors[mode][row][0] += 1
    return CP.from_factors(*factors)


@pytest.mark.parametrize(
    ("network", "changed", "reason"),
    [
        (PolynomialNetwork((3, 2, 2), 2), lambda found: evidence(scaled(found, 1, 0)), "not symmetric in the inputs"),
        (PolynomialNetwork((3, 2, 2), 2), lambda found: evidence(found, {"polynomial": [-2, 0, 1]}), "not rational"),
        (PolynomialNetwork((3, 2, 2), 6), evidence, "not powers of the inputs"),
        (
            PolynomialNetwork((3, 2, 2), 1, biases=True),
            lambda found: evidence(scaled(found.permuted([2, 0, 1]), 1, 0)),
            "no term for the output biases",
        ),
        (
            PolynomialNetwork((3, 2, 2), 1, sparsity=[[[1, 0, 1], [1, 1, 1]], None]),
            lambda found: evidence(scaled(found, 1, 1)),
            "the matrix has different entries",
        ),
    ],
)
def test_decompositions_that_are_no_weights(network: PolynomialNetwork, changed: Any, reason: str) -> None:
    weighted, found = given(network)
    result = weights_of(weighted, found, changed(found))
    assert isinstance(result, Shortfall) and reason in result.reason


def test_a_neuron_that_is_zero() -> None:
    weighted = WeightedNetwork(PolynomialNetwork((2, 2, 1), 9), [[[1, 2], [0, 0]], [[1, 1]]])
    assert powers(weighted) is None
    assert isinstance(decompositions_of(weighted), Shortfall)


# ------------------------------------------------------------------------------------- activations of several parts


@pytest.mark.parametrize(
    ("activation", "biases", "field", "orders"),
    [  # the order of a decomposition is 2 more than e
        ("x^2 + x", False, "Q", [3]),
        ("x^3 + x", False, "Q", [3]),
        ("x^3 + x", False, "C", [3]),
        ("x^3 + x + 1", False, "Q", []),  # s = −1 remains, and the constant does not allow it
        ("x^4 + x^2 + 1", False, "Q", [4]),
        ("x^4 + x^3 + x", False, "Q", [5, 3]),
        ("x^4 + x", False, "R", [3]),
        ("x^4 + x", False, "C", [3]),
        ("x^7 + x^4 + x^2", False, "R", [6, 4]),  # s³ = 1
        ("x^7 + x^4 + x^2", False, "C", [4]),
        ("x^2 + 1", False, "Q", []),
        ("x^3 + x", True, "Q", [3]),
        ("x^3 + x^2 + 5", True, "Q", [3]),
        ("x^4 + x^2", True, "Q", [4, 3]),
        ("x^4 + x", True, "Q", [3]),
    ],
)
def test_mixtures(activation: str, biases: bool, field: str, orders: list[int]) -> None:
    network = PolynomialNetwork((3, 2, 2), activations=activation, biases=biases)
    weighted = WeightedNetwork(network, drawn(network, random.Random(3)))
    found = list(mixtures(weighted, Field.named(field)))
    assert [one.order for one in found] == orders
    for one in found:  # equivalent weights have the same terms, others with these are equivalent
        by = Equivalence(((1, 0),), ((1, 1),))
        moved = WeightedNetwork(network, transformed(network, weighted.weights, by))
        assert one.permuted([1, 0]) in mixtures(moved, Field.named(field))


@pytest.mark.parametrize("biases", [False, True])
@pytest.mark.parametrize("activation", ["x^3 - 2x^2 + x/2 + 1", "x^4 + x", "x^2 + x"])
def test_mixtures_hold_the_parts_of_the_function(activation: str, biases: bool) -> None:
    """With one input and one output a part of degree k is an entry of the tensor."""
    network = PolynomialNetwork((1, 2, 1), activations=activation, biases=biases)
    weighted = WeightedNetwork(network, drawn(network, random.Random(4)))
    (function,) = network.coefficients(weighted.weights)
    for found in mixtures(weighted, Q):
        e, entries = found.order - 2, list(found.tensor().entries)
        degrees = [k for k in range(e, network.degree + 1) if biases or k in network.activations[0][0].exponents]
        assert entries == [function.get((k,), 0) for k in degrees]


def test_powers_with_biases_are_mixtures_as_well() -> None:
    """One term less than with the term for the output biases, which the part of degree 0 determines alone."""
    network = PolynomialNetwork((2, 2, 1), 4, biases=True)
    weighted = WeightedNetwork(network, drawn(network, random.Random(4)))
    assert [(one.order, one.length) for one in decompositions_of(weighted)] == [(5, 3), (5, 2), (4, 2), (3, 2)]
    (mixture,) = list(mixtures(weighted, Q))[-1:]
    other = weights_of(weighted, mixture, evidence(mixture))
    assert isinstance(other, Shortfall) and "not powers of the inputs" in other.reason


def test_neurons_that_are_no_terms_alike() -> None:
    network = PolynomialNetwork((2, 2, 1), activations=[["x^2", "x^3"]])
    result = decompositions_of(WeightedNetwork(network, drawn(network, random.Random(1))))
    assert isinstance(result, Shortfall) and "different activations" in result.reason
