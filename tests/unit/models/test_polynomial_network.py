from __future__ import annotations

import dataclasses
import random
from fractions import Fraction
from math import comb
from typing import Any

import pytest
from sympy import Poly, Rational, Symbol, symbols

from algebra_tnn.laws import coefficient_map, expansion, formula, jacobian_rank
from algebra_tnn.models import Activation, PolynomialNetwork
from tests.unit.models.networks import NETWORKS, drawn

t = Symbol("t")


def test_the_law_of_a_dense_network_is_the_plain_one() -> None:
    assert PolynomialNetwork((2, 3, 4, 1), (2, 3)).law().to_json() == {
        "inputs": {"x": [2]},
        "parameters": {"W1": [3, 2], "W2": [4, 3], "W3": [1, 4]},
        "let": [
            ["z1", ["einsum", "ij,j->i", "W1", "x"]],
            ["h1", ["apply", [0, 0, 1], "z1"]],
            ["z2", ["einsum", "ij,j->i", "W2", "h1"]],
            ["h2", ["apply", [0, 0, 0, 1], "z2"]],
        ],
        "output": ["einsum", "ij,j->i", "W3", "h2"],
    }


def test_biases_are_on_hidden_neurons_and_on_outputs() -> None:
    law = PolynomialNetwork((3, 2, 1), degrees=2, biases=True).law()
    assert law.parameters == (("W1", (2, 3)), ("b1", (2,)), ("W2", (1, 2)), ("b2", (1,)))
    assert formula(law).splitlines()[0] == "f_i = (Σ_j W2_ij h1_j) + b2_i"


def test_the_law_is_traced_once() -> None:
    assert PolynomialNetwork((3, 2, 1), degrees=2).law() is PolynomialNetwork([3, 2, 1], (2,)).law()


@pytest.mark.parametrize(
    "activations", ["x^2", (2,), [[0, 0, 1]], ["t²"], [[0, "0", Fraction(1)]], t**2, [["x^2", 2]], [Poly(t**2, t)]]
)
def test_one_network_has_one_form(activations: Any) -> None:
    network = PolynomialNetwork((3, 2, 1), activations=activations)
    assert network == PolynomialNetwork((3, 2, 1), (2,))
    assert hash(network) == hash(PolynomialNetwork((3, 2, 1), 2))
    assert dataclasses.replace(network, biases=True) == PolynomialNetwork((3, 2, 1), 2, True)


def test_patterns_that_leave_all_weights_free_are_none() -> None:
    dense = PolynomialNetwork((2, 2, 1), 2)
    assert PolynomialNetwork((2, 2, 1), 2, sparsity=([[1, 1], [1, 1]], None), shared=(None, [[0, 1]])) == dense
    sparse = PolynomialNetwork((2, 2, 1), 2, sparsity=([[1, 0], [1, 1]], None))
    assert PolynomialNetwork((2, 2, 1), 2, shared=([[0, -1], [1, 2]], None)) == sparse
    assert PolynomialNetwork((2, 2, 1), 2, sparsity=([[1, 0], [1, 1]], None), shared=([[0, 0], [1, 2]], None)) == sparse
    assert sparse.shared is None and sparse.parameters == {"W1": (3,), "W2": (1, 2)}


@pytest.mark.parametrize("network", NETWORKS, ids=str)
def test_a_network_can_be_replaced_by_itself(network: PolynomialNetwork) -> None:
    assert dataclasses.replace(network) == network
    assert repr(network) == f"<{network}>"


@pytest.mark.parametrize(
    ("network", "text"),
    [
        (PolynomialNetwork((3, 2)), "pnn 3,2"),
        (PolynomialNetwork((3, 2), biases=True), "pnn 3,2 with biases"),
        (PolynomialNetwork((2, 3, 3, 1), (3, 2)), "pnn 2,3,3,1 with t³, t²"),
        (PolynomialNetwork((2, 3, 3, 1), 1), "pnn 2,3,3,1 with t"),
        (PolynomialNetwork((2, 2, 1), activations=[["x^12 - x/2", 2]]), "pnn 2,2,1 with (t¹² - 1/2 t, t²)"),
        (
            PolynomialNetwork((2, 1, 1), 2, True, sparsity=([[1, 0]], None)),
            "pnn 2,1,1 with t² and biases, sparse W1 (1 weights)",
        ),
        (PolynomialNetwork((2, 2), shared=([[0, 1], [1, 0]],)), "pnn 2,2, tied W1 (2 weights)"),
    ],
)
def test_text(network: PolynomialNetwork, text: str) -> None:
    assert str(network) == text


@pytest.mark.parametrize("network", NETWORKS, ids=str)
def test_polynomials_coefficients_and_values_agree(network: PolynomialNetwork) -> None:
    rng = random.Random(3)
    weights = drawn(network, rng)
    point = [rng.randint(-5, 5) for _ in range(network.widths[0])]
    named = {f"x_{i}": x for i, x in enumerate(point)}
    values = network(point, weights)
    for f, terms, found in zip(network.polynomials(weights), network.coefficients(weights), values, strict=True):
        assert f.subs(named) == Rational(found.numerator, found.denominator)
        x = symbols([f"x_{i}" for i in range(len(point))])
        assert {e: Fraction(int(c.p), int(c.q)) for e, c in Poly(f, *x).as_dict().items()} == terms
        assert all(sum(e) <= network.degree for e in terms)
    assert network(point, list(weights.values())) == values
    if all(v.denominator == 1 for v in values):
        assert network(point, weights, modulus=101) == [v % 101 for v in values]


def test_polynomials_of_symbolic_weights() -> None:
    (f,) = PolynomialNetwork((1, 1, 1), activations="x^2 + 1").polynomials()
    W1, W2, x = symbols("W1_0_0 W2_0_0 x_0")
    assert (f - (W2 * (W1 * x) ** 2 + W2)).expand() == 0


@pytest.mark.parametrize("network", NETWORKS, ids=str)
def test_ambient_dimension_counts_the_monomials_of_the_expansion(network: PolynomialNetwork) -> None:
    reached = coefficient_map(network.law())
    assert network.monomial_counts == tuple(
        sum(output == i for output, _ in reached) for i in range(network.widths[-1])
    )
    assert jacobian_rank(network.law()).rank <= min(network.ambient_dimension, network.parameter_count)


@pytest.mark.parametrize(
    ("arguments", "parameters", "ambient", "expected"),
    [
        ({"widths": (3, 2, 1), "degrees": 2}, 8, 6, 6),
        ({"widths": (3, 2, 2), "degrees": 2}, 10, 12, 8),
        ({"widths": (3, 2, 2), "activations": "x^2 + x"}, 10, 18, 10),
        ({"widths": (3, 2, 2), "activations": "x^3 + x"}, 10, 26, 10),
        ({"widths": (3, 2, 2), "activations": "x^2 + x", "biases": True}, 14, 20, 12),
        ({"widths": (2, 2, 1), "degrees": 2, "biases": True}, 9, 6, 6),
        ({"widths": (2, 3, 3, 1), "degrees": (3, 3)}, 18, 10, 10),
        ({"widths": (3, 2)}, 6, 6, 6),
        (
            {"widths": (4, 3, 2), "degrees": 2, "shared": ([[0, 1, -1, -1], [-1, 0, 1, -1], [-1, -1, 0, 1]], None)},
            8, 14, 7,
        ),
        ({"widths": (30, 60, 60, 30), "degrees": 2}, 7200, 1227600, 7080),
        ({"widths": (1, 1, 1), "degrees": 3000, "biases": True}, 4, 3001, 3),
    ],
)  # fmt: skip
def test_counts(arguments: dict[str, Any], parameters: int, ambient: int, expected: int) -> None:
    network = PolynomialNetwork(**arguments)
    assert (network.parameter_count, network.ambient_dimension, network.expected_dimension) == (
        parameters,
        ambient,
        expected,
    )
    assert network.parameter_count == network.law().parameter_count


def test_monomials_that_cancel_are_not_counted() -> None:
    """(z² + z − 1/2)² has no term z²: width 1 leaves no second neuron that would bring one."""
    narrow = PolynomialNetwork((2, 1, 1, 1), activations=("x^2 + x - 1/2", "x^2"))
    assert narrow.monomial_counts == (len(coefficient_map(narrow.law())),) == (12,)
    assert PolynomialNetwork((2, 2, 1, 1), activations=("x^2 + x - 1/2", "x^2")).monomial_counts == (15,)


def test_monomials_of_a_huge_network_are_bounded() -> None:
    """Cancellation is possible and the expansion too long: what random weights do not show is counted."""
    wide = PolynomialNetwork((20, 1, 20, 2), activations=("x^2 + x - 1/2", "x^2"))
    assert wide.monomial_counts == (sum(comb(19 + d, d) for d in range(5)),) * 2  # of degree 2 there is none
    tied = PolynomialNetwork(
        (14, 8, 8, 1), 4, shared=([[j - i if 0 <= j - i < 7 else -1 for j in range(14)] for i in range(8)], None, None)
    )
    assert tied.monomial_counts == PolynomialNetwork((14, 8, 8, 1), 4).monomial_counts


def test_a_prime_that_divides_a_denominator_is_avoided() -> None:
    network = PolynomialNetwork((2, 2, 1), activations="x^2 - x/1048573")
    assert network.ambient_dimension == 5


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"widths": (3,), "degrees": ()}, r"widths is \(3,\); a network has at least two widths"),
        ({"widths": ()}, r"widths is \(\); a network has at least two widths"),
        ({"widths": 3}, "widths is 3; it is a list of integers"),
        ({"widths": (3, 0, 1), "degrees": 2}, r"widths\[1\] is 0; widths are integers from 1"),
        ({"widths": (3, -2, 1), "degrees": 2}, r"widths\[1\] is -2;"),
        ({"widths": (3, 2.5, 1), "degrees": 2}, "widths is the float 2.5"),
        ({"widths": (3, 2, 1), "degrees": (2, 2)}, "degrees has 2 entries but the widths 3, 2, 1 have 1 hidden layer;"),
        (
            {"widths": (3, 2, 2, 1), "degrees": (2,)},
            "degrees has 1 entry but the widths 3, 2, 2, 1 have 2 hidden layers;",
        ),
        ({"widths": (3, 2, 1)}, "the widths 3, 2, 1 have 1 hidden layer, but no degrees"),
        ({"widths": (3, 2), "degrees": (2,)}, "degrees has 1 entry but the widths 3, 2 have 0 hidden layers;"),
        ({"widths": (3, 2, 1), "degrees": (0,)}, r"degrees\[0\] is 0; a layer of degree 0 forgets its input"),
        ({"widths": (3, 2, 1), "degrees": 0}, "degrees is 0; a layer of degree 0"),
        ({"widths": (3, 2, 1), "degrees": (-1,)}, r"degrees\[0\] is -1"),
        ({"widths": (3, 2, 1), "degrees": (True,)}, r"degrees\[0\] is True, a truth value"),
        ({"widths": (3, 2, 1), "degrees": ("2",)}, r"degrees\[0\] is '2'; a degree is an integer"),
        (
            {"widths": (3, 2, 1), "degrees": (Fraction(1, 2),)},
            r"degrees\[0\] is Fraction\(1, 2\); a degree is an integer",
        ),
        ({"widths": (3, 2, 1), "degrees": (20000,)}, r"degrees\[0\] is 20000; degrees are at most 10000"),
        ({"widths": (3, 2, 1), "degrees": 2, "biases": 1}, "biases is 1; it is True"),
        (
            {"widths": (3, 2, 1), "degrees": 2, "activations": "x^3"},
            r"degrees are \[2\] but the activations have the degrees \[3\]",
        ),
        ({"widths": (3, 2, 1), "activations": ["x", "x"]}, "activations has 2 entries but the widths"),
        (
            {"widths": (3, 2, 1), "activations": [["x", "x^2", "x^3"]]},
            r"activations\[0\] has 3 polynomials but the layer has 2 neurons",
        ),
        ({"widths": (3, 2, 1), "activations": [["x", "3"]]}, r"activations\[0\]\[1\] is the constant 3"),
        ({"widths": (3, 2, 1), "activations": [[5]]}, r"activations\[0\] is the constant 5"),
        ({"widths": (3, 2, 1), "activations": [[]]}, r"activations\[0\] is the constant 0"),
        ({"widths": (3, 2, 1), "activations": [[0, 0.5]]}, r"the coefficient c1 is the float 0.5"),
        ({"widths": (3, 2, 1), "activations": [[0] * 20000 + [1]]}, r"activations\[0\] has degree 20000"),
        ({"widths": (3, 2, 1), "activations": "0.5x"}, "with the float 0.5; write coefficients as integers"),
        ({"widths": (3, 2, 1), "activations": "1e3x"}, "with the float 1e3"),
        ({"widths": (3, 2, 1), "activations": "x*y"}, r"with the variables x, y; an activation is a polynomial in one"),
        ({"widths": (3, 2, 1), "activations": t * Symbol("s")}, r"with the variables s, t; an activation is"),
        ({"widths": (3, 2, 1), "activations": 1 / t}, "an activation is a polynomial in one variable"),
        ({"widths": (3, 2, 1), "activations": 0.5 * t}, "the coefficient c1 is 0.5"),
        ({"widths": (3, 2, 1), "activations": "relu"}, "'relu'; an activation is a polynomial in one letter"),
        ({"widths": (3, 2, 1), "activations": "f(x)"}, "'f\\(x\\)'; an activation is a polynomial in one letter"),
        ({"widths": (3, 2, 1), "degrees": 2, "sparsity": 3}, "sparsity is 3; it is a list"),
        (
            {"widths": (3, 2, 1), "degrees": 2, "sparsity": [None]},
            "sparsity has length 1 but the network has 2 layers",
        ),
        (
            {"widths": (3, 2, 1), "degrees": 2, "sparsity": [[[1, 1, 1]], None]},
            r"sparsity\[0\] has the shape \[1, 3\]; the layer's matrix has \[2, 3\]",
        ),
        ({"widths": (3, 2, 1), "degrees": 2, "sparsity": [None, [[1, 2]]]}, r"sparsity\[1\] has the entry 2"),
        ({"widths": (3, 2, 1), "degrees": 2, "sparsity": [None, [[0, 0]]]}, r"sparsity\[1\] leaves no weight"),
        ({"widths": (3, 2, 1), "degrees": 2, "shared": [None, [[0, 2]]]}, r"shared\[1\] uses the numbers 0, 2;"),
        ({"widths": (3, 2, 1), "degrees": 2, "shared": [None, [[-1, -1]]]}, r"shared\[1\] leaves no weight"),
    ],
)  # fmt: skip
def test_bad_input(arguments: dict[str, Any], sentence: str) -> None:
    with pytest.raises((TypeError, ValueError), match=sentence) as error:
        PolynomialNetwork(**arguments)
    assert "\n" not in str(error.value)


def test_weights_of_the_wrong_shape() -> None:
    network = PolynomialNetwork((3, 2, 1), 2)
    good = [[[1, 2, 3], [4, 5, 6]], [[1, 1]]]
    with pytest.raises(ValueError, match="the weights are a list of length 1; they are a list or a dictionary of W1"):
        network.coefficients(good[:1])
    with pytest.raises(ValueError, match="the weights are int;"):
        network.coefficients(3)  # the point of the test
    with pytest.raises(ValueError, match=r"the weights' W2 has the shape \[2\]; it is \[1, 2\]"):
        network.coefficients([good[0], good[1][0]])
    with pytest.raises(ValueError, match="the weights name W1; the names are W1, W2"):
        network.coefficients({"W1": good[0]})


def test_weights_and_layers_are_inverse() -> None:
    rng = random.Random(5)
    for network in NETWORKS:
        weights = drawn(network, rng)
        assert network.weights(network.layers(weights)) == weights
    tied = PolynomialNetwork((2, 2), shared=([[0, 1], [1, 0]],))
    with pytest.raises(ValueError, match="different entries where the layer ties them"):
        tied.weights([([[1, 2], [3, 1]], [0, 0])])


@pytest.mark.parametrize("activations", [("x^2",), ("3x^2", "x^3/2"), (["x^2", "2x^2"],), (1, 3)])
def test_homogenization(activations: Any) -> None:
    """At (x, 1) the value is that of the network; all its terms have the degree of the product of powers."""
    rng = random.Random(1)
    network = PolynomialNetwork((2, *[2] * len(activations), 2), activations=activations, biases=True)
    larger, weights = network.homogenized(), drawn(network, rng)
    assert larger.widths == (3, *[3] * len(activations), 2)
    found = network.homogenized_weights(weights)
    for terms, whole in zip(network.coefficients(weights), larger.coefficients(found), strict=True):
        assert {e[:-1]: c for e, c in whole.items()} == terms
        assert {sum(e) for e in whole} == {network.degree}


@pytest.mark.parametrize(
    ("network", "sentence"),
    [
        (PolynomialNetwork((2, 2, 1), 2), "has no biases"),
        (PolynomialNetwork((2, 2, 1), 2, True, sparsity=([[1, 0], [1, 1]], None)), "has zeros or ties"),
        (PolynomialNetwork((2, 2, 1), activations="x^2 + x", biases=True), "wants multiples of one power"),
        (PolynomialNetwork((2, 2, 1), activations=[["x^2", "x"]], biases=True), "the polynomial t and the degree 2"),
    ],
)  # fmt: skip
def test_no_homogenization(network: PolynomialNetwork, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        network.homogenized()


def test_an_activation_is_not_constant() -> None:
    for coefficients in ((), (3,), (3, 0)):
        with pytest.raises(ValueError, match="its degree is at least 1"):
            Activation(coefficients)


def test_neurons_with_activations_of_their_own() -> None:
    network = PolynomialNetwork((1, 3, 1), activations=[["x^2 + 1", [0, "1/2", 0, 4], 1]])
    law = network.law()
    assert [str(f) for f in expansion(law, {"W1": [[1], [1], [1]], "W2": [[1, 1, 1]]})] == [
        "4*x_0^3 + x_0^2 + 3/2*x_0 + 1"
    ]
    constant_first = PolynomialNetwork((1, 2, 1), activations=[["x + 5", "x^2 + 7"]]).coefficients(
        [[[1], [1]], [[1, 2]]]
    )
    assert constant_first == ({(2,): 2, (1,): 1, (0,): 19},)
