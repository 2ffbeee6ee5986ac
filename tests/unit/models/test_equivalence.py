from __future__ import annotations

import random
from fractions import Fraction
from itertools import permutations, product
from typing import Any

import pytest

from algebra_tnn.models import Equivalence, PolynomialNetwork, equivalence, transformed
from algebra_tnn.models.multiplicative import Equation, coprime_base, integer_solution, rational_root, rational_solution
from tests.unit.models.networks import drawn

NETWORKS = [
    PolynomialNetwork((3, 2, 1), 2),
    PolynomialNetwork((2, 3, 3, 2), (2, 3)),
    PolynomialNetwork((2, 3, 2), 2, biases=True),
    PolynomialNetwork((2, 3, 2), activations="x^2 + 3x + 1/2", biases=True),
    PolynomialNetwork((2, 3, 2, 1), activations=("2(x + 1)^3 - 5", "x + 3"), biases=True),
    PolynomialNetwork((2, 3, 2), activations=[["x^2", "x^3", "x^2"]]),
    PolynomialNetwork((2, 3, 2), sparsity=([[1, 1], [1, 0], [1, 1]], None), degrees=2),
]


def equivalences(network: PolynomialNetwork, rng: random.Random) -> Equivalence:
    """A random one that exchanges neurons with one activation."""
    orders, scalings = [], []
    for classes in network.symmetries().exchangeable:
        order = {}
        for some in classes:
            order.update(zip(some, rng.sample(some, len(some)), strict=True))
        orders.append(tuple(order[i] for i in range(len(order))))
        scalings.append(tuple(Fraction(rng.choice([-3, -2, -1, 1, 2]), rng.choice([1, 2])) for _ in order))
    return Equivalence(tuple(orders), tuple(scalings))


@pytest.mark.parametrize("network", NETWORKS, ids=str)
def test_found_again(network: PolynomialNetwork) -> None:
    rng = random.Random(4)
    for _ in range(5):
        weights, by = drawn(network, rng), equivalences(network, rng)
        moved = transformed(network, weights, by)
        assert equivalence(network, weights, moved) == by
        assert network.coefficients(moved) == network.coefficients(weights)
        first = next(iter(moved))
        moved[first] = drawn(network, rng)[first]
        assert equivalence(network, weights, moved) is None


def test_the_identity() -> None:
    network = PolynomialNetwork((3, 2))
    weights = drawn(network, random.Random(1))
    assert equivalence(network, weights, weights) == Equivalence((), ())
    assert equivalence(network, weights, drawn(network, random.Random(2))) is None
    assert equivalence(PolynomialNetwork((1, 1)), [[[1]]], [[[2]]]) is None


@pytest.mark.parametrize(
    ("activation", "biases", "possible"),
    [
        ("x^3 + x", False, {-1, 1}),
        ("x^4 + x^2 + 1", False, {-1, 1}),
        ("x^3 + x + 1", False, {1}),
        ("x^3 + x + 1", True, {-1, 1}),
        ("x^2 + x", False, {1}),
        ("x^2 + x", True, {-2, -1, 1, 2, Fraction(1, 2)}),
        ("(x+1)^4 + 3(x+1)^2", True, {-1, 1}),
        ("x^4 + x", True, {1}),
    ],
)
def test_scalings_that_an_activation_allows(activation: str, biases: bool, possible: set[Any]) -> None:
    network = PolynomialNetwork((2, 2, 1), activations=activation, biases=biases)
    weights = drawn(network, random.Random(3))
    for s in (-2, -1, 1, 2, Fraction(1, 2)):
        by = Equivalence(((1, 0),), ((s, 1),))
        moved = transformed(network, weights, by)
        assert (equivalence(network, weights, moved) == by) == (s in possible)
        assert (network.coefficients(moved) == network.coefficients(weights)) == (s in possible)


@pytest.mark.parametrize(("second", "scaling"), [(1, 1), (4, Fraction(1, 2)), (Fraction(9, 4), Fraction(2, 3))])
def test_a_zero_row_is_rescaled_by_a_root(second: Any, scaling: Any) -> None:
    network = PolynomialNetwork((1, 1, 1), 2)
    found = equivalence(network, [[[0]], [[1]]], [[[0]], [[second]]])
    assert found == Equivalence(((0,),), ((scaling,),))


@pytest.mark.parametrize("second", [2, -1, 0, Fraction(1, 3)])
def test_a_zero_row_without_a_rational_root(second: Any) -> None:
    network = PolynomialNetwork((1, 1, 1), 2)
    assert equivalence(network, [[[0]], [[1]]], [[[0]], [[second]]]) is None


def test_zero_rows_and_columns() -> None:
    network = PolynomialNetwork((1, 2, 1), 3)
    assert equivalence(network, [[[0], [0]], [[0, 5]]], [[[0], [0]], [[5, 0]]]) == Equivalence(((1, 0),), ((1, 1),))
    assert equivalence(network, [[[0], [0]], [[0, 5]]], [[[0], [0]], [[5, 1]]]) is None
    assert equivalence(network, [[[1], [0]], [[0, 5]]], [[[0], [2]], [[-40, 0]]]) == Equivalence(
        ((1, 0),), ((2, Fraction(-1, 2)),)
    )


def test_a_zero_row_below_layers_that_it_determines() -> None:
    """s of the dead neuron is a root that the second layer alone asks for, together with a scaling of its own."""
    network = PolynomialNetwork((1, 1, 1, 1), (2, 3))
    first = [[[0]], [[1]], [[1]]]
    assert equivalence(network, first, [[[0]], [[1]], [["1/8"]]]) is None  # s₂ = 2, so s₁² = 2
    assert equivalence(network, first, [[[0]], [[8]], [["1/8"]]]) == Equivalence(
        ((0,), (0,)), ((Fraction(1, 2),), (2,))
    )
    assert equivalence(network, first, [[[0]], [[-8]], [["-1/8"]]]) == Equivalence(
        ((0,), (0,)), ((Fraction(1, 2),), (-2,))
    )
    assert equivalence(network, first, [[[0]], [[-8]], [["1/8"]]]) is None  # s₁² = −1/4
    assert equivalence(network, first, [[[0]], [[-8]], [[0]]]) is None
    idle = [[[0]], [[1]], [[0]]]
    found = equivalence(network, idle, [[[0]], [[-8]], [[0]]])
    assert found is not None and transformed(network, {"W1": [[0]], "W2": [[1]], "W3": [[0]]}, found)["W2"] == [[-8]]


def test_a_row_that_zero_rows_leave_undetermined_beside_one_that_is_not() -> None:
    network = PolynomialNetwork((1, 2, 2, 1), 2)
    first = [[[0], [1]], [[3, 0], [0, 5]], [[7, 11]]]
    by = Equivalence(((1, 0), (1, 0)), ((2, 3), (-5, 2)))
    moved = transformed(network, first, by)
    found = equivalence(network, first, moved)
    assert found is not None and transformed(network, first, found) == moved


def test_signs_of_zero_rows() -> None:
    """With t³ + t, bias-free, only ±1 is possible, and with t² + t only 1."""
    odd, none = (PolynomialNetwork((1, 1, 1, 1), activations=(a, "x^2")) for a in ("x^3 + x", "x^2 + x"))
    first = [[[0]], [[1]], [[1]]]
    assert equivalence(odd, first, [[[0]], [[2]], [["1/4"]]]) == Equivalence(((0,), (0,)), ((1,), (2,)))
    assert equivalence(odd, first, [[[0]], [[2]], [["1/9"]]]) is None
    assert equivalence(none, first, [[[0]], [[-2]], [["1/4"]]]) == Equivalence(((0,), (0,)), ((1,), (-2,)))
    for network in (odd, none):
        last = PolynomialNetwork((1, 1, 1), activations=network.activations[0][0])
        assert (equivalence(last, [[[0]], [[3]]], [[[0]], [[-3]]]) is None) == (network is none)
        assert equivalence(last, [[[0]], [[3]]], [[[0]], [[6]]]) is None


def test_repeated_neurons_are_searched() -> None:
    network = PolynomialNetwork((1, 3, 2), 2)
    first = [[[1], [1], [2]], [[1, 2, 3], [4, 5, 6]]]
    by = Equivalence(((2, 0, 1),), ((3, 1, Fraction(1, 2)),))
    assert equivalence(network, first, transformed(network, {"W1": first[0], "W2": first[1]}, by)) == by
    other = transformed(network, {"W1": first[0], "W2": first[1]}, by)
    other["W2"] = [other["W2"][0], other["W2"][1][::-1]]
    assert equivalence(network, first, other) is None


def test_many_twins_are_tried_once() -> None:
    """Twelve equal neurons: permutations of the second network's twins are not told apart."""
    network = PolynomialNetwork((1, 12, 2, 1), 2)
    first = [[[1]] * 12, [[1] * 12, [2] * 12], [[1, 1]]]
    assert equivalence(network, first, first) is not None
    assert equivalence(network, first, [[[1]] * 12, [[1] * 12, [2] * 12], [[1, 2]]]) is None
    assert equivalence(network, [[[1]] * 11 + [[2]], *first[1:]], first) is None
    assert equivalence(network, [[[1]] * 11 + [[0]], *first[1:]], first) is None


def test_brute_force_over_small_weights() -> None:
    """(1,2,1) with t² and entries −1, 0, 1: permutations, and scalings by ±1 (roots of ±1 are not needed beyond)."""
    network = PolynomialNetwork((1, 2, 1), 2)
    all_weights = list(product((-1, 0, 1), repeat=4))
    for a, b, c, d in all_weights[::3]:
        moved = set()
        for (i, j), s, t in product(permutations(range(2)), (1, -1), (1, -1)):
            rows, columns = [s * a, t * b], [c, d]
            moved.add((rows[i], rows[j], columns[i], columns[j]))
        for other in all_weights:
            p, q, u, v = other
            found = equivalence(network, [[[a], [b]], [[c, d]]], [[[p], [q]], [[u, v]]])
            assert (found is not None) == (other in moved)


def test_ties_may_forbid_a_rescaling() -> None:
    network = PolynomialNetwork((2, 2, 1), 2, shared=([[0, 1], [1, 0]], None))
    weights = {"W1": [1, 2], "W2": [[1, 1]]}
    with pytest.raises(ValueError, match="different entries where the layer ties them"):
        transformed(network, weights, Equivalence(((0, 1),), ((2, 1),)))
    assert transformed(network, weights, Equivalence(((0, 1),), ((2, 2),))) == {
        "W1": [2, 4],
        "W2": [[Fraction(1, 4), Fraction(1, 4)]],
    }


@pytest.mark.parametrize(
    ("numbers", "base"),
    [
        ([], []),
        ([1, 1], []),
        ([4, 8], [2]),
        ([36], [6]),
        ([12, 18], [2, 3]),
        ([6, 10, 15], [2, 3, 5]),
        ([72, 12], [2, 3]),
    ],
)
def test_coprime_bases(numbers: list[int], base: list[int]) -> None:
    assert coprime_base(numbers) == base


def test_integer_solutions_by_brute_force() -> None:
    rng = random.Random(6)
    solvable = 0
    for _ in range(300):
        rows = [[rng.randint(-3, 3) for _ in range(3)] for _ in range(2)]
        right = [rng.randint(-3, 3) for _ in range(2)]
        found = integer_solution(rows, right)
        box = product(range(-6, 7), repeat=3)
        exists = any(
            all(a * x + b * y + c * z == d for (a, b, c), d in zip(rows, right, strict=True)) for x, y, z in box
        )
        if found is not None:
            assert [sum(a * x for a, x in zip(row, found, strict=True)) for row in rows] == right
            solvable += 1
        assert found is not None or not exists
    assert 30 < solvable < 290


@pytest.mark.parametrize(
    ("equations", "solvable"),
    [
        ([({"a": 2}, "4/9")], True),
        ([({"a": 2}, "-4")], False),
        ([({"a": 2}, "2")], False),
        ([({"a": 3}, "-8/27")], True),
        ([({"a": 2, "b": -3}, "2")], True),
        ([({"a": 2, "b": -4}, "2")], False),
        ([({"a": 2, "b": -4}, "36")], True),
        ([({"a": 1, "e": 1}, "-5"), ({"a": 1}, "5")], True),
        ([({"e": 1}, "2")], False),
        ([({"e": 2}, "-1")], False),
        ([({"e": 1}, "-1"), ({"e": 1, "a": 2}, "-1")], True),
        ([], True),
    ],
)
def test_rational_solutions(equations: list[tuple[dict[str, int], str]], solvable: bool) -> None:
    names = {"a": (0, 0), "b": (0, 1), "e": (1, 0)}
    system = [Equation({names[v]: e for v, e in exponents.items()}, Fraction(x)) for exponents, x in equations]
    found = rational_solution(system, [(0, 0), (0, 1)], [(1, 0)])
    assert (found is not None) == solvable
    if found is not None:
        assert found[1, 0] in (1, -1)
        for equation in system:
            product_: Any = Fraction(1)
            for v, e in equation.exponents.items():
                product_ *= Fraction(found[v]) ** e
            assert product_ == equation.value


@pytest.mark.parametrize(
    ("x", "degree", "root"),
    [("8", 3, "2"), ("1/16", 4, "1/2"), ("2", 2, None), ("4/3", 2, None), ("-1", 5, "-1"), ("-4", 2, None)],
)
def test_rational_roots(x: str, degree: int, root: str | None) -> None:
    assert rational_root(Fraction(x), degree) == (None if root is None else Fraction(root))
