"""Rescalings of hidden neurons: which activations and ties allow them, and how large their orbits are."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from algebra_tnn.exact.linear.matrices import kernel
from algebra_tnn.models.activations import Power
from algebra_tnn.models.connections import NOTHING

if TYPE_CHECKING:
    from algebra_tnn.models.polynomial_network import PolynomialNetwork

Neuron: TypeAlias = tuple[int, int]  # layer, from 1 on, and index, from 0 on


def forms(network: PolynomialNetwork) -> dict[Neuron, Power]:
    """The form α (t + β)^r + γ of each hidden neuron that has one, if the biases that β and γ would need exist."""
    found: dict[Neuron, Power] = {}
    for layer, activations in enumerate(network.activations, 1):
        powers = {sigma: sigma.power for sigma in set(activations)}
        for i, sigma in enumerate(activations):
            form = powers[sigma]
            if form is not None and (network.biases or form.is_monomial):
                found[layer, i] = form
    return found


def rescalable(network: PolynomialNetwork) -> tuple[Neuron, ...]:
    """The hidden neurons that can be rescaled as far as activations and biases say; ties may forbid it."""
    return tuple(forms(network))


def torus(network: PolynomialNetwork) -> tuple[Mapping[Neuron, int], ...]:
    """A basis of the rescalings that keep ties: each multiplies the pre-activation of a neuron by s^(its number).

    The weight at (i, j) of layer l is multiplied by s^(λ_(l,i) − r λ_(l−1,j)), and weights that are tied by the same.
    Without ties, one rescaling for each neuron that has one.
    """
    powers = forms(network)
    equations: dict[tuple[int, ...], None] = {}
    for layer, connections in enumerate(network.connections, 1):
        first: dict[int, dict[Neuron, int]] = {}
        for i, row in enumerate(connections.numbers if connections.is_tied else ()):
            for j, k in enumerate(row):
                if k != NOTHING:
                    character = _character(powers, layer, i, j)
                    tied = first.setdefault(k, character)
                    equations[tuple(character.get(v, 0) - tied.get(v, 0) for v in powers)] = None
    if not any(map(any, equations)):
        return tuple({neuron: 1} for neuron in powers)
    basis = kernel(tuple(equations))
    return tuple({v: int(x) for v, x in zip(powers, row, strict=True) if x} for row in basis)


def orbit_dimension(network: PolynomialNetwork) -> int:
    """The dimension of the orbits of generic weights under the rescalings.

    With biases generic stabilizers are finite: b_(1,i) + β_i is multiplied by a power of its own, then b_(2,i) + β_i
    plus what is fixed by then, layer by layer. Without, weights are multiplied by characters, and what fixes generic
    weights is where all of them are trivial.
    """
    return len(torus(network)) - (0 if network.biases else _idle_rescalings(network))


def _idle_rescalings(network: PolynomialNetwork) -> int:
    """The dimension of the λ with λ_(l,i) = r λ_(l−1,j) at every weight, where λ = 0 for what cannot be rescaled.

    At most one for each connected component: in it one λ determines the others.
    """
    powers = forms(network)
    links: dict[Neuron, list[tuple[Neuron, Fraction]]] = {neuron: [] for neuron in powers}
    fixed: set[Neuron] = set()
    for layer, connections in enumerate(network.connections, 1):
        for i, sources in enumerate(connections.sources):
            for j in sources:
                upper, lower = (layer, i), (layer - 1, j)
                if upper in powers and lower in powers:
                    links[upper].append((lower, Fraction(1, powers[lower].exponent)))
                    links[lower].append((upper, Fraction(powers[lower].exponent)))
                else:
                    fixed |= {upper, lower}
    idle = 0
    found: dict[Neuron, Fraction] = {}
    for start in powers:
        if start in found:
            continue
        found[start], waiting, free = Fraction(1), [start], True
        while waiting:
            neuron = waiting.pop()
            free = free and neuron not in fixed
            for other, factor in links[neuron]:
                implied = found[neuron] * factor
                if other not in found:
                    found[other] = implied
                    waiting.append(other)
                free = free and found[other] == implied
        idle += free
    return idle


def _character(powers: Mapping[Neuron, Power], layer: int, i: int, j: int) -> dict[Neuron, int]:
    """By which powers of the neurons' scalings the weight at (i, j) of a layer is multiplied."""
    upper, lower = (layer, i), (layer - 1, j)
    found = {upper: 1} if upper in powers else {}
    return {**found, lower: -powers[lower].exponent} if lower in powers else found
