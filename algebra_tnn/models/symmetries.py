"""Symmetries of the weights of a polynomial network: permutations of hidden neurons, and vector fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, combinations, permutations
from typing import TYPE_CHECKING, Any, TypeAlias

from algebra_tnn.exact.scalars import Number
from algebra_tnn.laws.tracing import Traced, einsum
from algebra_tnn.laws.vector_fields import VectorField
from algebra_tnn.models.activations import Power
from algebra_tnn.models.connections import NOTHING
from algebra_tnn.models.rescalings import Neuron, forms, torus

if TYPE_CHECKING:
    from algebra_tnn.models.polynomial_network import PolynomialNetwork

Moves: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Symmetries:
    """Symmetries that are known; there may be others.

    ``exchangeable``: for each hidden layer the classes of neurons that may be permuted, together with the rows of
    their weights and biases and the columns of the next layer. All others are vector fields v on the weights with
    Df · v = 0:

    * ``rescalings``: a basis of the torus that multiplies pre-activations and divides what follows.
    * ``rotations``: if the last activation is quadratic and there is one output, that is the value Σ w_i z_i² of a
      quadratic form, with an orthogonal group for each pair i < j.
    * ``mixings``: a hidden layer of linear activations may be transformed by GL(d); one field for each i ≠ j.
    * ``translations``: the same, with biases, by a constant for each neuron.
    """

    exchangeable: tuple[tuple[tuple[int, ...], ...], ...]
    rescalings: tuple[VectorField, ...]
    rotations: tuple[VectorField, ...]
    mixings: tuple[VectorField, ...]
    translations: tuple[VectorField, ...]

    @property
    def families(self) -> dict[str, tuple[VectorField, ...]]:
        """The fields by their kind."""
        return {
            "rescalings": self.rescalings,
            "rotations": self.rotations,
            "mixings": self.mixings,
            "translations": self.translations,
        }

    @property
    def fields(self) -> tuple[VectorField, ...]:
        """All vector fields; they may be dependent."""
        return tuple(chain(*self.families.values()))


def symmetries(network: PolynomialNetwork) -> Symmetries:
    """What is known about the network's symmetries."""

    def traced(moves: Iterator[Callable[..., Moves]]) -> tuple[VectorField, ...]:
        return tuple(VectorField.trace(move, network.law()) for move in moves)

    return Symmetries(
        tuple(_exchangeable(network, layer) for layer in range(1, network.depth)),
        traced(_rescaling(network, weights) for weights in torus(network)),
        traced(_rotations(network)),
        traced(_mixings(network)),
        traced(_translations(network)),
    )


def _rescaling(network: PolynomialNetwork, weights: Mapping[Neuron, int]) -> Callable[..., Moves]:
    """Row i of W_l and b_l + β moves by λ_i times itself, column j of the next layer by −r λ_j, its biases by r λ γ."""
    powers, nothing = forms(network), Power(1, 0, 1, 0)

    def scaled_forms(layer: int) -> list[tuple[int, Power]]:
        """λ and the form of each neuron of a layer; λ = 0 for inputs, outputs and neurons that do not take part."""
        neurons = [(layer, i) for i in range(network.widths[layer])]
        return [(weights.get(neuron, 0), powers.get(neuron, nothing)) for neuron in neurons]

    def move(**W: Traced) -> Moves:
        moves: Moves = {}
        for layer, connections in enumerate(network.connections, 1):
            above, below = scaled_forms(layer), scaled_forms(layer - 1)
            scales, divisors = [x for x, _ in above], [x * form.exponent for x, form in below]
            if any(scales) or any(divisors):
                moves[f"W{layer}"] = _scaled(network, layer, scales, divisors, W[f"W{layer}"])
            parts: list[Any] = []
            if network.biases and any(scales):
                parts.append(einsum("i,i->i", scales, W[f"b{layer}"]))
                parts.append([x * form.shift for x, form in above])
            offsets = [x * form.exponent * form.offset for x, form in below]
            if any(offsets):
                parts.append(connections.applied(W[f"W{layer}"], offsets))
            parts = [part for part in parts if isinstance(part, Traced) or any(part)]
            if parts:
                moves[f"b{layer}"] = sum(parts[1:], parts[0])
        return moves

    return move


def _scaled(
    network: PolynomialNetwork, layer: int, scales: Sequence[int], divisors: Sequence[int], W: Traced
) -> Traced:
    """The weight at (i, j) times (scale of row i − divisor of column j)."""
    connections = network.connections[layer - 1]
    if connections.groups is not None:
        factors = [0] * connections.weight_count
        for scale, numbers in zip(scales, connections.numbers, strict=True):
            for divisor, k in zip(divisors, numbers, strict=True):
                if k != NOTHING:
                    factors[k] = scale - divisor
        return einsum("i,i->i", factors, W)
    parts = [einsum("i,ij->ij", scales, W)] if any(scales) else []
    if any(divisors):
        parts.append(einsum("j,ij->ij", [-x for x in divisors], W))
    return sum(parts[1:], parts[0])


def _is_dense(network: PolynomialNetwork, layer: int) -> bool:
    return network.connections[layer - 1].groups is None


def _rotations(network: PolynomialNetwork) -> Iterator[Callable[..., Moves]]:
    """z + β moves by S D (z + β), S skew and D = diag(α w): the form (z + β)ᵀ D (z + β) does not change."""
    last = network.depth - 1
    if not last or network.widths[-1] > 1 or not (_is_dense(network, last) and _is_dense(network, last + 1)):
        return
    quadratic = {i: form for (layer, i), form in forms(network).items() if layer == last and form.exponent == 2}
    for i, j in combinations(quadratic, 2):
        skew = _unit(network.widths[last], {(i, j): quadratic[j].scale, (j, i): -quadratic[i].scale})
        shifts = [quadratic[k].shift if k in quadratic else 0 for k in range(network.widths[last])]

        def move(skew: Any = skew, shifts: Any = shifts, **W: Traced) -> Moves:
            w = W[f"W{last + 1}"]
            moves: Moves = {f"W{last}": einsum("ik,ak,kj->ij", skew, w, W[f"W{last}"])}
            if network.biases:
                b = W[f"b{last}"]
                moves[f"b{last}"] = einsum("ik,ak,k->i", skew, w, b + shifts if any(shifts) else b)
            return moves

        yield move


def _linear(network: PolynomialNetwork) -> Iterator[tuple[int, dict[int, Power]]]:
    """The hidden layers between dense ones that have linear neurons, with the forms of these."""
    powers = forms(network)
    for layer in range(1, network.depth):
        if _is_dense(network, layer) and _is_dense(network, layer + 1):
            yield layer, {i: form for (k, i), form in powers.items() if k == layer and form.exponent == 1}


def _mixings(network: PolynomialNetwork) -> Iterator[Callable[..., Moves]]:
    """z_i moves by z_j, so α_i z_i moves by (α_i/α_j)(h_j − γ_j), which the next layer takes back."""
    for layer, linear in _linear(network):
        for i, j in permutations(linear, 2):
            width, ratio = network.widths[layer], Fraction(linear[i].scale) / Fraction(linear[j].scale)
            unit, back = _unit(width, {(i, j): 1}), _unit(width, {(i, j): -ratio})
            offset = [ratio * linear[j].offset * (k == i) for k in range(width)]

            def move(
                layer: int = layer, unit: Any = unit, back: Any = back, offset: Any = offset, **W: Traced
            ) -> Moves:
                above = W[f"W{layer + 1}"]
                moves: Moves = {
                    f"W{layer}": einsum("ik,kj->ij", unit, W[f"W{layer}"]),
                    f"W{layer + 1}": einsum("ik,kj->ij", above, back),
                }
                if network.biases:
                    moves[f"b{layer}"] = einsum("ik,k->i", unit, W[f"b{layer}"])
                    if any(offset):
                        moves[f"b{layer + 1}"] = einsum("ij,j->i", above, offset)
                return moves

            yield move


def _translations(network: PolynomialNetwork) -> Iterator[Callable[..., Moves]]:
    """b_(l,i) moves by 1, so h_i by α_i, which the biases of the next layer take back."""
    for layer, linear in _linear(network) if network.biases else ():
        for i, form in linear.items():
            width = network.widths[layer]
            one, back = [int(k == i) for k in range(width)], [-form.scale * (k == i) for k in range(width)]

            def move(layer: int = layer, one: Any = one, back: Any = back, **W: Traced) -> Moves:
                above = einsum("ij,j->i", W[f"W{layer + 1}"], back)
                return {f"b{layer}": one, f"b{layer + 1}": above}

            yield move


def _unit(width: int, entries: Mapping[tuple[int, int], Number]) -> list[list[Number]]:
    return [[entries.get((i, j), 0) for j in range(width)] for i in range(width)]


def _exchangeable(network: PolynomialNetwork, layer: int) -> tuple[tuple[int, ...], ...]:
    """Classes of neurons with one activation, the same places of weights in their rows and columns, and no ties."""
    into, out = network.connections[layer - 1 : layer + 1]
    classes: dict[Any, list[int]] = {}
    for i, sigma in enumerate(network.activations[layer - 1]):
        alone = i if into.is_tied or out.is_tied else None
        classes.setdefault((sigma, into.sources[i], out.column(i), alone), []).append(i)
    return tuple(map(tuple, classes.values()))
