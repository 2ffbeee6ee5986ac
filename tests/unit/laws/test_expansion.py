from __future__ import annotations

import pickle
from fractions import Fraction
from typing import Any

import pytest

from algebra_tnn.laws import Law, coefficient_map, expansion, value
from tests.unit.laws.families import attention, polynomial_network


def test_networks_multiplied_out() -> None:
    law = polynomial_network((3, 3, 3, 1), 3)
    (polynomial,) = expansion(law)
    assert (polynomial.term_count, polynomial.degree) == (8535, 22)
    (modular,) = expansion(law, modulus=3)
    assert modular.term_count < 8535  # multinomial coefficients that 3 divides


def test_the_expansion_is_the_law() -> None:
    law = polynomial_network((2, 2, 2), [1, "2/3", 0, 1], biases=True)
    point: dict[str, Any] = {
        "x": [2, -1],
        "W1": [[1, 3], [-2, 1]],
        "b1": [1, 0],
        "W2": [[2, 1], [0, 5]],
        "b2": [-3, 4],
    }
    flat = [2, -1, 1, 3, -2, 1, 1, 0, 2, 1, 0, 5, -3, 4]
    assert [p.value(flat) for p in expansion(law)] == value(law, point)
    assert [p.value(flat) for p in expansion(law, modulus=101)] == value(law, point, modulus=101)


def test_numbers_for_some_tensors() -> None:
    law = polynomial_network((2, 2, 1), 2)
    weights = {"W1": [[1, 1], [1, -1]], "W2": [["1/2", 3]]}
    (in_inputs,) = expansion(law, weights)
    assert str(in_inputs) == "7/2*x_0^2 - 5*x_0*x_1 + 7/2*x_1^2"
    (in_parameters,) = expansion(law, {"x": [1, 2]})
    assert in_parameters.ring.names == ("W1_0_0", "W1_0_1", "W1_1_0", "W1_1_1", "W2_0_0", "W2_0_1")
    (number,) = expansion(law, {**weights, "x": [1, 2]})
    assert (number.degree, str(number)) == (0, "15/2")
    with pytest.raises(ValueError, match="1/2 is no element of GF"):
        expansion(law, weights, modulus=2)


def test_the_coefficient_map() -> None:
    law = polynomial_network((2, 1, 2), 2)
    found = coefficient_map(law)
    assert {key: str(c) for key, c in found.items()} == {
        (0, (2, 0)): "W1_0_0^2*W2_0_0",
        (0, (1, 1)): "2*W1_0_0*W1_0_1*W2_0_0",
        (0, (0, 2)): "W1_0_1^2*W2_0_0",
        (1, (2, 0)): "W1_0_0^2*W2_1_0",
        (1, (1, 1)): "2*W1_0_0*W1_0_1*W2_1_0",
        (1, (0, 2)): "W1_0_1^2*W2_1_0",
    }
    numeric = coefficient_map(law, {"W1": [[1, 2]], "W2": [[3], [0]]})
    assert {key: c.value([0, 0]) for key, c in numeric.items()} == {(0, (2, 0)): 3, (0, (1, 1)): 12, (0, (0, 2)): 12}


def test_dead_terms_are_polynomials_too() -> None:
    law = Law.trace(lambda x: [0, 5] * x + [7, 0], {"x": (2,)}, {})
    assert [str(p) for p in expansion(law)] == ["7", "5*x_1"]
    nothing = Law.trace(lambda x: [0, "1/2"], {"x": (2,)}, {})
    assert [str(p) for p in expansion(nothing)] == ["0", "1/2"]


def test_too_many_terms_are_refused_before_they_are_made() -> None:
    sentence = r"the expansion may have up to 120,691,200 terms, above the budget of 20,000,000; give numbers for some"
    with pytest.raises(ValueError, match=sentence):
        expansion(polynomial_network((6, 8, 8, 1), 3))
    with pytest.raises(ValueError, match=r"up to 8,\d\d\d terms, above the budget of 8,000|above the budget of 8,000"):
        expansion(polynomial_network((3, 3, 3, 1), 3), budget=8000)
    with pytest.raises(ValueError, match=r"may have more than 10\^30 terms"):
        expansion(polynomial_network((20, 20, 20, 20, 1), 5))


def test_too_long_coefficients_are_refused() -> None:
    def tower(x: Any) -> Any:
        for _ in range(40):
            x = x * x
        return x

    law = Law.trace(lambda x: x * tower(x * 0 + 3), {"x": (1,)}, {})
    with pytest.raises(ValueError, match="digits"):
        expansion(law)


def test_names_that_collide() -> None:
    law = Law.trace(lambda x, x_0: x_0 * x, {"x": (1,), "x_0": ()}, {})
    with pytest.raises(ValueError, match="two variables are called x_0"):
        expansion(law)


def test_expansions_cross_processes() -> None:
    polynomials = expansion(attention(1, 2, 2, 1))
    assert pickle.loads(pickle.dumps(polynomials)) == polynomials
    (rational,) = expansion(polynomial_network((1, 1, 1), [Fraction(1, 2), 3]))
    assert pickle.loads(pickle.dumps(rational)) == rational
