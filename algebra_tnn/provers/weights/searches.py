"""Searches for other weights of a polynomial network with the same function.

Each looks for one kind of redundancy and makes weights that differ visibly, mostly by a zero that comes or goes. What
is found here is not believed: ``other_weights`` multiplies it out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, islice, product
from math import comb
from typing import TypeAlias

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import NotDetermined
from algebra_tnn.exact import Number, kernel, solution
from algebra_tnn.laws.heights import heights
from algebra_tnn.laws.points import tensors_of
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.models.rescalings import forms
from algebra_tnn.provers.weights.binary_forms import other_forms, spanning_forms
from algebra_tnn.provers.weights.layers import (
    Layer,
    Row,
    columns_of,
    features_of,
    layer_output,
    pairs_of_powers,
    places,
    rewired,
    values_at,
    with_entry,
    with_layer,
)
from algebra_tnn.provers.weights.same_function import ANOTHER_FUNCTION, LARGEST_INPUT, RULE, Search, other_weights

Found: TypeAlias = Iterable[tuple[list[Layer], str]]  # other weights, and a remark on where they come from
SMALL = ((1, 1), (1, -1), (1, 2), (2, 1), (1, -2), (2, -1), (1, 3))
OTHER_WEIGHTS = (0, 1, -1, 2, 3)
MOST_BITS = 20_000  # of values at such inputs
MOST_TRIALS = 300  # features that are replaced by others


def searches(network: PolynomialNetwork) -> tuple[Search, ...]:
    """All searches for other weights of the network, cheap ones first, for claims about its law."""
    return (
        _search(network, "idle neuron", _idle_neurons, "every hidden neuron matters"),
        _search(
            network,
            "dependent features",
            _dependent_features,
            "the outputs that a neuron receives are never dependent as functions of the inputs",
        ),
        _search(
            network,
            "quadratic pair",
            _quadratic_pairs,
            "the next layer takes no two quadratic neurons of one layer in a fixed proportion",
        ),
        _search(network, "linear neurons", _linear_neurons, "no hidden layer has two linear neurons"),
        _search(network, "other features", _other_features, "no feature that was tried could replace one"),
        _search(
            network,
            "binary forms",
            _binary_forms,
            "no layer of powers of two values has other weights that were found by apolarity",
        ),
        _search(
            network, "other layers", _other_layers, "no two neurons before a layer of powers were replaced by others"
        ),
    )


def _search(
    network: PolynomialNetwork,
    name: str,
    candidates: Callable[[PolynomialNetwork, list[Layer]], Found],
    reason: str,
) -> Search:
    def prove(claim: NotDetermined) -> Certificate | Shortfall:
        if _length(claim) > MOST_BITS:
            return Shortfall(f"{RULE} ({name})", f"values at small inputs may have more than {MOST_BITS:,} bits")
        layers = [(list(map(list, matrix)), list(bias)) for matrix, bias in network.layers(claim.point)]
        obstacle, limits = "", ""
        for found, remark in candidates(network, layers):
            try:
                weights = network.weights(found)
            except ValueError:  # a zero or a tie forbids them
                limits = ", as far as the zeros and ties of layers allow"
                continue
            result = other_weights(weights, remark)(claim)
            if isinstance(result, Certificate):
                return result
            if result.reason != ANOTHER_FUNCTION:
                obstacle = obstacle or f"{remark} where that was tried, but {result.reason}"
        return Shortfall(f"{RULE} ({name})", obstacle or reason + limits)

    return prove


def _length(claim: NotDetermined) -> int:
    """How many bits the values of the law and of its parts may have at the inputs that are tried."""
    inputs = {name: (LARGEST_INPUT,) for name, _ in claim.law.inputs}
    weights = {
        name: array.entries for name, array in tensors_of(claim.point, claim.law.parameters, "the weights").items()
    }
    return sum(heights(claim.law, {**inputs, **weights}))


def _idle_neurons(network: PolynomialNetwork, layers: list[Layer]) -> Found:
    """The weights into a neuron, or those out of it, become 0; if they are, they become 1."""
    for layer, (into, out) in enumerate(places(network)):
        (matrix, bias), (above, above_bias) = layers[layer : layer + 2]
        for i, row in enumerate(matrix):
            idle = not any(row)
            changed: Row = [int(idle and j in into[i]) for j in range(len(row))]
            rest = bias if idle else with_entry(bias, i, 0)
            yield (
                with_layer(layers, layer, (with_entry(matrix, i, changed), rest)),
                f"the weights into neuron {i} of layer {layer + 1} change nothing",
            )
            idle = not any(x[i] for x in above)
            columns = [with_entry(x, i, int(idle and i in sources)) for x, sources in zip(above, out, strict=True)]
            yield (
                with_layer(layers, layer + 1, (columns, above_bias)),
                f"the weights out of neuron {i} of layer {layer + 1} change nothing",
            )


def _dependent_features(network: PolynomialNetwork, layers: list[Layer]) -> Found:
    """A relation between the outputs of a hidden layer, and 1 if there are biases, is added to a row of the next."""
    for layer, (_, out) in enumerate(places(network)):
        features = features_of(network, layers, layer)
        (matrix, bias), width = layers[layer + 1], network.widths[layer + 1]
        for k, row in enumerate(matrix):
            chosen = [*out[k], *range(width, len(features[0]))]
            for some in kernel(columns_of(features, chosen)):
                relation = dict(zip(chosen, some, strict=True))
                involved = [j for j in out[k] if relation[j]]
                neurons = ", ".join(map(str, involved))
                for t in [*(-Fraction(row[j]) / relation[j] for j in involved if row[j]), 1, 2]:
                    changed = [x + t * relation.get(j, 0) for j, x in enumerate(row)]
                    rest = with_entry(bias, k, bias[k] + t * relation.get(width, 0))
                    yield (
                        with_layer(layers, layer + 1, (with_entry(matrix, k, changed), rest)),
                        f"the outputs of the neurons {neurons} of layer {layer + 1} are dependent",
                    )


def _quadratic_pairs(network: PolynomialNetwork, layers: list[Layer]) -> Found:
    """A y² + B z² = (A p y + B q z)²/Q + (A B/Q) (q y − p z)² with Q = A p² + B q², for pre-activations y and z.

    A and B are what the next layer multiplies the squares by; if it has several rows, they are proportional to these.
    """
    for layer, (i, one), (j, two) in pairs_of_powers(network, 2):
        (matrix, bias), (above, _) = layers[layer : layer + 2]
        column, other = ([Fraction(row[k]) for row in above] for k in (i, j))
        ratio = next((y / x for x, y in zip(column, other, strict=True) if x), Fraction(0))
        if not ratio or other != [ratio * x for x in column]:
            continue
        A, B = Fraction(one.scale), ratio * two.scale  # times the column of neuron i
        y, z = ([*map(Fraction, matrix[k]), Fraction(bias[k] + form.shift)] for k, form in ((i, one), (j, two)))
        for p, q in _mixtures(A, B, y, z):
            Q = A * p * p + B * q * q
            rows: dict[int, Row] = {
                i: [A * p * u + B * q * v for u, v in zip(y, z, strict=True)],
                j: [q * u - p * v for u, v in zip(y, z, strict=True)],
            }
            columns: dict[int, Row] = {
                i: [x / (Q * one.scale) for x in column],
                j: [x * A * B / (Q * two.scale) for x in column],
            }
            yield (
                rewired(layers, layer, rows, columns, {i: one, j: two}),
                f"the squares of the neurons {i} and {j} of layer {layer + 1} are combined otherwise",
            )


def _mixtures(
    A: Fraction, B: Fraction, y: Sequence[Fraction], z: Sequence[Fraction]
) -> Iterator[tuple[Fraction, Fraction]]:
    """Pairs (p, q) without zeros and with A p² + B q² ≠ 0: first those that make a coefficient 0."""
    for u, v in zip(y, z, strict=True):
        yield from ((p, q) for p, q in ((B * v, -A * u), (u, v)) if p and q and A * p * p + B * q * q)
    yield from ((Fraction(p), Fraction(q)) for p, q in SMALL if A * p * p + B * q * q)


def _linear_neurons(network: PolynomialNetwork, layers: list[Layer]) -> Found:
    """α y + β z = α (y + t z) + (β − α t) z: to neuron i is added t times neuron j; the next layer takes it back."""
    for layer, *pair in pairs_of_powers(network, 1):
        for (i, one), (j, two) in (pair, pair[::-1]):
            (matrix, bias), (above, _) = layers[layer : layer + 2]
            y, z = ([*map(Fraction, matrix[k]), Fraction(bias[k])] for k in (i, j))
            factor = Fraction(one.scale) / two.scale
            zeros = [-u / v for u, v in zip(y, z, strict=True) if u and v]
            zeros += [row[j] / (factor * row[i]) for row in above if row[i] and row[j]]
            for t in [*zeros, Fraction(1), Fraction(2)]:
                rows: dict[int, Row] = {i: [u + t * v for u, v in zip(y, z, strict=True)]}
                columns: dict[int, Row] = {j: [row[j] - t * factor * row[i] for row in above]}
                yield (
                    rewired(layers, layer, rows, columns, {i: one, j: two}),
                    f"the neurons {i} and {j} of layer {layer + 1} are linear, and mix",
                )


def _other_features(network: PolynomialNetwork, layers: list[Layer]) -> Found:
    """One weight into a neuron is another, if the old output is a combination of the new one, of its neighbours and 1.

    The next layer takes this combination in the place of the old output.
    """
    return (found for found in islice(_replacements(network, layers), MOST_TRIALS) if found is not None)


def _replacements(network: PolynomialNetwork, layers: list[Layer]) -> Iterator[tuple[list[Layer], str] | None]:
    """For each trial the weights with the replacement, or None if there is none."""
    for layer, (into, _) in enumerate(places(network)):
        (matrix, bias), (above, above_bias) = layers[layer : layer + 2]
        below, features = values_at(network, layers, layer)
        for i, row in enumerate(matrix):
            sigma, old = network.activations[layer][i], columns_of(features, [i])
            for j, x in product(into[i], OTHER_WEIGHTS):
                changed = with_entry(row, j, x)
                (outputs,) = zip(*(layer_output(([changed], [bias[i]]), h) for h in below), strict=True)
                others = [with_entry(h, i, sigma.value(z)) for h, z in zip(features, outputs, strict=True)]
                found = solution(tuple(map(tuple, others)), old)
                if found is None or changed == row:
                    yield None
                    continue
                combination = [c for (c,) in found]
                rows = [
                    [(w if k != i else 0) + out[i] * c for k, (w, c) in enumerate(zip(out, combination, strict=False))]
                    for out in above
                ]
                constant = combination[len(matrix)] if network.biases else 0
                rest = [b + out[i] * constant for b, out in zip(above_bias, above, strict=True)]
                yield (
                    with_layer(
                        with_layer(layers, layer, (with_entry(matrix, i, changed), bias)), layer + 1, (rows, rest)
                    ),
                    f"a weight into neuron {i} of layer {layer + 1} may be another; the next layer follows",
                )


def _binary_forms(network: PolynomialNetwork, layers: list[Layer]) -> Found:
    """Neurons that are powers of linear forms in two values, or in one value and 1, are replaced by other powers."""
    powers = forms(network)
    for layer, (_, out) in enumerate(places(network)):
        found = [powers.get((layer + 1, i)) for i in range(network.widths[layer + 1])]
        form = found[0]
        if form is None or any(other != form for other in found):
            continue
        (matrix, bias), (above, above_bias) = layers[layer : layer + 2]
        rows = [[*row, b + form.shift] if network.biases else row for row, b in zip(matrix, bias, strict=True)]
        if len(rows[0]) != 2 or not all(map(any, rows)):
            continue
        targets = [layer_output((above, above_bias), h) for h in features_of(network, layers, layer)]
        points = [(a, b) for a, b in rows]
        others = other_forms(points, tuple(map(tuple, above)), form.exponent, network.biases)
        for some in islice(others, MOST_TRIALS):
            changed: Layer = ([[a, b] for a, b in some], [0] * len(some))
            if network.biases:
                changed = ([[a] for a, _ in some], [b - form.shift for _, b in some])
            moved = with_layer(layers, layer, changed)
            solved = _solved(features_of(network, moved, layer), targets, out, network.widths[layer + 1])
            if solved is not None:
                yield (
                    with_layer(moved, layer + 1, solved),
                    f"layer {layer + 1} may compute powers of other linear forms",
                )


def _other_layers(network: PolynomialNetwork, layers: list[Layer]) -> Found:
    """A layer of two neurons gets small weights; the next one, of powers, is a sum of powers of forms in these two.

    Its sums are written as forms in the two new outputs, if they are, and these decomposed.
    """
    powers = forms(network)
    for layer in range(0 if network.biases else network.depth - 2):
        width, form = network.widths[layer + 2], powers.get((layer + 2, 0))
        alike = all(powers.get((layer + 2, i)) == form for i in range(width))
        if form is None or not alike or network.widths[layer + 1] != 2:
            continue
        r, out = form.exponent, network.connections[layer + 2].sources
        inputs = max(r, width) + 4
        targets = [layer_output(layers[layer + 2], h) for h in values_at(network, layers, layer + 1, inputs)[1]]
        for pair in islice(combinations(_small_vectors(network.widths[layer]), 2), MOST_TRIALS):
            moved = with_layer(layers, layer, ([list(row) for row in pair], [0, 0]))
            monomials = [
                [u ** (r - i) * v**i for i in range(r + 1)] for u, v in values_at(network, moved, layer, inputs)[1]
            ]
            found = solution(tuple(map(tuple, monomials)), tuple(map(tuple, targets)))
            moments = [[Fraction(c) / comb(r, i) for i, c in enumerate(F)] for F in zip(*found or (), strict=True)]
            for some in islice(spanning_forms(moments, width), 3 if found else 0):
                again = with_layer(moved, layer + 1, ([list(point) for point in some], [0] * width))
                solved = _solved(values_at(network, again, layer + 1, inputs)[1], targets, out, width)
                if solved is not None:
                    yield (
                        with_layer(again, layer + 2, solved),
                        f"layer {layer + 1} may have other weights, and the two that follow decompose the rest",
                    )


def _small_vectors(size: int) -> Iterator[tuple[int, ...]]:
    """Vectors of small integers, one up to a factor ±1; sparse and dense ones mixed."""
    for vector in product((0, 1, -1, 2), repeat=min(size, 4)):
        if next((x for x in vector if x), 0) > 0:
            yield (*vector, *[0] * (size - len(vector)))


def _solved(
    features: Sequence[Sequence[Number]],
    targets: Sequence[Sequence[Number]],
    sources: Sequence[Sequence[int]],
    width: int,
) -> Layer | None:
    """The layer that makes the targets of the features, or None if there is none."""
    rows: list[Row] = []
    bias: Row = []
    for k, some in enumerate(sources):
        chosen = [*some, *range(width, len(features[0]))]
        found = solution(columns_of(features, chosen), columns_of(targets, [k]))
        if found is None:
            return None
        solved = dict(zip(chosen, (x for (x,) in found), strict=True))
        rows.append([solved.get(j, 0) for j in range(width)])
        bias.append(solved.get(width, 0))
    return rows, bias
