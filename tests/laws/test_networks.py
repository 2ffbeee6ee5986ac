"""Random polynomial networks: counts bound dimensions, symmetries are symmetries, and equivalences are found again."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from algebra_tnn.exact import rank
from algebra_tnn.laws import VectorField, coefficient_map, derivative, expansion, jacobian_rank, value
from algebra_tnn.laws.law import Law
from algebra_tnn.models import Activation, Equivalence, PolynomialNetwork, equivalence, transformed
from algebra_tnn.models.rescalings import orbit_dimension

numbers = st.sampled_from([-2, -1, 1, 2, 3, Fraction(1, 2), Fraction(-2, 3)])
coefficients = st.lists(st.sampled_from([-1, 0, 0, 1, 2, Fraction(1, 2)]), min_size=2, max_size=4)
polynomials = st.one_of(st.integers(1, 3).map(Activation.monomial), coefficients.filter(lambda c: any(c[1:])))


@st.composite
def networks(draw: Any, structured: bool = True, longest: int = 3) -> PolynomialNetwork:
    widths = draw(
        st.lists(st.integers(1, 3), min_size=2, max_size=longest + 1).filter(lambda w: len(w) < 4 or max(w) < 3)
    )
    layers = []
    for n in widths[1:-1]:
        one = draw(st.booleans()) or not structured
        layers.append(draw(polynomials) if one else [draw(polynomials) for _ in range(n)])
    patterns = []
    for m, n in pairwise(widths):
        pattern = None
        if structured and draw(st.integers(0, 2)) == 0:
            count = draw(st.integers(1, m * n))
            entries = [*range(count), *(draw(st.integers(-1, count - 1)) for _ in range(m * n - count))]
            shuffled = draw(st.permutations(entries))
            pattern = [shuffled[i * m : (i + 1) * m] for i in range(n)]
        patterns.append(pattern)
    return PolynomialNetwork(widths, biases=draw(st.booleans()), activations=layers, shared=patterns)


@st.composite
def weighted(draw: Any, source: Any) -> tuple[PolynomialNetwork, dict[str, Any]]:
    network = draw(source)

    def tensor(shape: tuple[int, ...]) -> Any:
        return [tensor(shape[1:]) for _ in range(shape[0])] if shape else draw(numbers)

    return network, {name: tensor(shape) for name, shape in network.parameters.items()}


def vector(field: VectorField, network: PolynomialNetwork, weights: dict[str, Any]) -> tuple[Any, ...]:
    entries: list[Any] = []
    for name, shape in network.law().parameters:
        component = dict(field.components).get(name)
        zero = [0] * shape[0] if len(shape) == 1 else [[0] * shape[1]] * shape[0]
        found = zero if component is None else value(Law((), network.law().parameters, (), component), weights)
        entries += found if len(shape) == 1 else [x for row in found for x in row]
    return tuple(entries)


@given(weighted(networks()))
def test_fields_are_symmetries_and_orbits_are_counted(drawn: tuple[PolynomialNetwork, dict[str, Any]]) -> None:
    network, weights = drawn
    known = network.symmetries()
    for field in known.fields:
        assert not any(expansion(derivative(network.law(), field)))
    vectors = tuple(vector(field, network, weights) for field in known.rescalings)
    assert (rank(vectors) if vectors else 0) <= orbit_dimension(network)


@given(networks())
def test_the_ambient_space_is_what_the_expansion_says(network: PolynomialNetwork) -> None:
    reached = coefficient_map(network.law())
    assert network.ambient_dimension == len(reached)
    assert sum(network.monomial_counts) == network.ambient_dimension
    dimension = jacobian_rank(network.law()).rank
    assert dimension <= network.ambient_dimension
    assert dimension <= network.parameter_count - orbit_dimension(network)


@given(weighted(networks(structured=False)), st.data())
def test_an_equivalence_is_found_again(drawn: tuple[PolynomialNetwork, dict[str, Any]], data: Any) -> None:
    network, weights = drawn
    rescaled = set(network.rescalings())
    orders, scalings = [], []
    for layer, n in enumerate(network.widths[1:-1], 1):
        orders.append(tuple(data.draw(st.permutations(range(n)))))
        scalings.append(tuple(data.draw(numbers) if (layer, i) in rescaled else 1 for i in range(n)))
    for name in data.draw(st.sets(st.sampled_from(sorted(weights)))):  # zero rows, zero biases
        if name.startswith("W"):
            weights[name][data.draw(st.integers(0, len(weights[name]) - 1))] = [0] * len(weights[name][0])
        else:
            weights[name] = [0] * len(weights[name])
    moved = transformed(network, weights, Equivalence(tuple(orders), tuple(scalings)))
    found = equivalence(network, weights, moved)
    assert found is not None
    assert transformed(network, weights, found) == moved
    assert network.coefficients(moved) == network.coefficients(weights)
    back = equivalence(network, moved, weights)
    assert back is not None and transformed(network, moved, back) == weights


@given(weighted(networks(structured=False)), weighted(networks(structured=False)))
@settings(max_examples=30)
def test_equivalent_weights_have_the_same_outputs(one: Any, other: Any) -> None:
    network, weights = one
    entries = [x for rows in other[1].values() for row in rows for x in (row if isinstance(row, list) else [row])]
    names = [name for name in weights if name.startswith("W")]
    changed = {name: [list(row) if isinstance(row, list) else row for row in rows] for name, rows in weights.items()}
    changed[names[0]][0][0] = entries[0]
    found = equivalence(network, weights, changed)
    if found is not None:
        assert network.coefficients(changed) == network.coefficients(weights)
        assert transformed(network, weights, found) == changed


@given(weighted(networks()), st.data())
def test_values_agree_with_coefficients(drawn: tuple[PolynomialNetwork, dict[str, Any]], data: Any) -> None:
    network, weights = drawn
    x = [data.draw(numbers) for _ in range(network.widths[0])]
    for terms, output in zip(network.coefficients(weights), network(x, weights), strict=True):
        total = Fraction(0)
        for exponents, c in terms.items():
            term = Fraction(c)
            for base, e in zip(x, exponents, strict=True):
                term *= Fraction(base) ** e
            total += term
        assert total == output
    assert network.weights(network.layers(weights)) == weights


@given(st.integers(1, 3), st.integers(1, 3), st.integers(1, 2), st.integers(1, 3), st.data())
def test_homogenization(inputs: int, hidden: int, outputs: int, degree: int, data: Any) -> None:
    network, weights = data.draw(weighted(st.just(PolynomialNetwork((inputs, hidden, outputs), degree, biases=True))))
    larger, found = network.homogenized(), network.homogenized_weights(weights)
    for terms, whole in zip(network.coefficients(weights), larger.coefficients(found), strict=True):
        assert {e[:-1]: c for e, c in whole.items()} == terms
    bare = PolynomialNetwork(network.widths, degree)  # the leading form is the network without biases
    leading = bare.coefficients({name: x for name, x in weights.items() if name.startswith("W")})
    for terms, top in zip(network.coefficients(weights), leading, strict=True):
        assert {e: c for e, c in terms.items() if sum(e) == degree} == top
