"""Feed-forward networks with rectified values: exact outputs, activation patterns, and laws with masks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import lcm
from typing import Any, TypeAlias

from algebra_tnn.exact.linear.matrices import independent_columns
from algebra_tnn.exact.scalars import Number, exact_number
from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.tracing import Traced, einsum, named
from algebra_tnn.laws.vector_fields import VectorField
from algebra_tnn.models.hidden_layers import checked_widths
from algebra_tnn.models.layered_model import LayeredModel
from algebra_tnn.models.polynomial_network import PolynomialNetwork
from algebra_tnn.models.traced_model import KnownFields

Weights: TypeAlias = Mapping[str, Any] | Sequence[Any]
Pattern: TypeAlias = tuple[tuple[int, ...], ...]  # for each hidden layer 1 for the neurons that are active, else 0
Form: TypeAlias = tuple[Number, ...]  # a_1, …, a_n, b stands for the function a·x + b


@dataclass(frozen=True, slots=True, init=False)
class RectifiedNetwork(LayeredModel):
    """x ↦ W_L ρ(… ρ(W_1 x + b_1) …) + b_L with ρ(t) = max(0, t), entry by entry.

    As a law it has *masks* m1, m2, … as further inputs, one vector for each hidden layer, and the values m_l ⊙ z_l
    instead of ρ(z_l): at the masks [z_l > 0] it is the network. Masks that are inputs are free, so that what holds for
    the law holds for all regions of all weights together; ``in_region`` has the masks of one.

    Args: widths of the inputs, the hidden layers, the outputs; ``biases`` are those of every layer, also the last.
    Raises: TypeError, ValueError, in one sentence. Reference: [PhuongLampert2020].

    >>> network = RectifiedNetwork((2, 3, 1), biases=True)
    >>> print(network, network.parameter_count, network.inputs)
    ReLU network 2,3,1 with biases 13 {'x': (2,), 'm1': (3,)}
    """

    widths: tuple[int, ...]
    biases: bool

    def __init__(self, widths: Sequence[int], biases: bool = False) -> None:
        if not isinstance(biases, bool):
            raise TypeError(f"biases is {biases!r}; it is True (each neuron and each output has one) or False")
        object.__setattr__(self, "widths", checked_widths(widths))
        object.__setattr__(self, "biases", biases)

    @property
    def activation_name(self) -> str:
        return "ρ"

    @property
    def hidden(self) -> int:
        """The number of hidden neurons."""
        return sum(self.widths[1:-1])

    @property
    def masks(self) -> tuple[tuple[str, str], ...]:
        """The names of masks and of the pre-activations whose signs they are, in the order of the layers."""
        return tuple((f"m{i}", f"z{i}") for i in range(1, self.depth))

    @property
    def inputs(self) -> dict[str, Shape]:
        masks = zip(self.masks, self.widths[1:-1], strict=True)
        return {"x": (self.widths[0],), **{name: (n,) for (name, _), n in masks}}

    @property
    def parameters(self) -> dict[str, Shape]:
        return self._linear.parameters

    def forward(self, x: Traced, **given: Traced) -> Traced:
        return self.traced(x, given)

    def traced(self, x: Traced, given: Mapping[str, Any], stem: str = "") -> Traced:
        """The outputs for weights and masks by name, while a law is traced; pre-activations are named stem + z1, …"""
        for i in range(1, self.depth + 1):
            z: Traced = given[f"W{i}"] @ x
            if self.biases:
                z = z + given[f"b{i}"]
            if i < self.depth:
                x = einsum("i,i->i", given[f"m{i}"], named(f"{stem}z{i}", z))
        return z

    def masked(self, pattern: Sequence[Sequence[int]]) -> dict[str, list[int]]:
        """The masks by name. Raises: TypeError, ValueError unless there are a 0 or a 1 for each hidden neuron."""
        sizes = self.widths[1:-1]
        if not isinstance(pattern, list | tuple) or not all(isinstance(mask, list | tuple) for mask in pattern):
            raise TypeError(f"the pattern is {pattern!r}; it is a list of numbers 0 and 1 for each hidden layer")
        if [len(mask) for mask in pattern] != list(sizes) or any(t not in (0, 1) for mask in pattern for t in mask):
            raise ValueError(
                f"the pattern is {pattern}; it has a 0 or a 1 for each hidden neuron, {', '.join(map(str, sizes))}"
            )
        return {name: list(mask) for (name, _), mask in zip(self.masks, pattern, strict=True)}

    def in_region(self, pattern: Sequence[Sequence[int]]) -> Law:
        """The law with these masks as constants: on the region of weights and inputs with this pattern, the network.

        Raises: ValueError unless there are a 0 or a 1 for each hidden neuron.

        >>> from algebra_tnn.laws import formula
        >>> print(formula(RectifiedNetwork((1, 2, 1)).in_region([[1, 0]])))
        f_i = Σ_j W2_ij [1, 0]_j z1_j
        z1_i = Σ_j W1_ij x_j
        """
        return self.in_regions([pattern])

    def in_regions(self, patterns: Sequence[Sequence[Sequence[int]]]) -> Law:
        """The law whose masks are p + s_0 d_0 + s_1 d_1 + … for a further input s: all affine combinations of patterns.

        So what holds for the law holds in all regions with one of these patterns, and a mask that is the same in all
        of them is a constant. With one pattern there is no input s.
        """
        first, *others = [[t for mask in self.masked(pattern).values() for t in mask] for pattern in patterns]
        moved = tuple(tuple(q[j] - t for q in others) for j, t in enumerate(first))
        chosen = independent_columns(moved) if others and moved else []
        ends = list(accumulate(self.widths[1:-1], initial=0))

        def forward(x: Traced, s: Traced | None = None, **weights: Traced) -> Traced:
            masks: dict[str, Any] = {}
            for (name, _), (start, end) in zip(self.masks, pairwise(ends), strict=True):
                masks[name] = first[start:end]
                if s is not None:
                    directions = [[row[k] for k in chosen] for row in moved[start:end]]
                    masks[name] = einsum("ik,k->i", directions, s) + masks[name]
            return self.traced(x, {**weights, **masks})

        given = {"s": (len(chosen),)} if chosen else {}
        return Law.trace(forward, {"x": self.inputs["x"], **given}, self.parameters)

    def outputs(self, x: Sequence[Any], weights: Weights) -> tuple[Number, ...]:
        """The exact outputs at rational inputs and weights; weights are by name, or in the order W1, b1, W2, b2, …

        >>> RectifiedNetwork((1, 2, 1)).outputs(["1/2"], [[[2], [-4]], [[3, 5]]])
        (3,)
        """
        *_, output = self.pre_activations(x, weights)
        return output

    def pattern(self, x: Sequence[Any], weights: Weights) -> Pattern:
        """Which hidden neurons are active at x. Raises: ValueError if a pre-activation is 0 there.

        >>> RectifiedNetwork((1, 2, 1)).pattern([1], [[[2], [-4]], [[3, 5]]])
        ((1, 0),)
        """
        *hidden, _ = self.pre_activations(x, weights)
        for i, z in enumerate(hidden, 1):
            if 0 in z:
                raise ValueError(f"neuron {z.index(0)} of hidden layer {i} is 0 at x; take an x inside of a region")
        return tuple(tuple(int(t > 0) for t in z) for z in hidden)

    def pre_activations(self, x: Sequence[Any], weights: Weights) -> list[tuple[Number, ...]]:
        """The vectors z_1, …, z_L, of which the last is the output."""
        h: tuple[Number, ...] = tuple(exact_number(t, f"x[{i}]") for i, t in enumerate(x))
        if len(h) != self.widths[0]:
            raise ValueError(f"x has {len(h)} entries; the {self} has {self.widths[0]} inputs")
        found = []
        for matrix, bias in self.layers(weights):
            z = tuple(
                exact_number(b + sum(w * t for w, t in zip(row, h, strict=True)))
                for row, b in zip(matrix, bias, strict=True)
            )
            found.append(z)
            h = tuple(max(t, 0) for t in z)
        return found

    def in_integers(self, weights: Weights, inputs: Sequence[Sequence[Any]]) -> tuple[dict[str, Any], list[list[int]]]:
        """Integer weights and inputs that differ from the given rational ones by positive factors.

        With W_l scaled by s_l > 0, inputs by s_0 and biases b_l by s_0 s_1 ⋯ s_l all values are scaled, and no sign
        changes. So ranks of derivatives by the weights do not change, either.

        >>> RectifiedNetwork((1, 1, 1), biases=True).in_integers([[["1/2"]], [1], [[1]], ["1/3"]], [["1/5"], [2]])[0]
        {'W1': [[1]], 'b1': [10], 'W2': [[3]], 'b2': [10]}
        """
        points = [[exact_number(t, "x") for t in x] for x in inputs]
        factor = lcm(*(t.denominator for x in points for t in x))
        scaled = [[int(t * factor) for t in x] for x in points]
        found: dict[str, Any] = {}
        for i, (matrix, bias) in enumerate(self.layers(weights), 1):
            scale = lcm(*(t.denominator for row in matrix for t in row), *((b * factor).denominator for b in bias))
            factor *= scale
            found[f"W{i}"] = [[int(t * scale) for t in row] for row in matrix]
            if self.biases:
                found[f"b{i}"] = [int(b * factor) for b in bias]
        return found, scaled

    def layers(self, weights: Weights) -> list[tuple[tuple[Form, ...], tuple[Number, ...]]]:
        """For exact weights the matrix of each layer and its vector of biases, zero if it has none."""
        return list(self._linear.layers(weights))

    def named(self, weights: Weights) -> dict[str, Any]:
        """The weights by name, from a sequence in the order W1, b1, W2, b2, … as well."""
        return self._linear.named(weights)

    def symmetries(self) -> KnownFields:
        """One rescaling for each hidden neuron: its row and bias move by themselves, its column in W_(l+1) backwards.

        For ρ(s t) = s ρ(t) if s > 0; with free masks s may be any number but 0.
        """
        neurons = [(layer, i) for layer in range(1, self.depth) for i in range(self.widths[layer])]
        return KnownFields(tuple(VectorField.trace(self._rescaling(*neuron), self.law()) for neuron in neurons))

    def symmetries_in(self, patterns: Sequence[Sequence[Sequence[int]]]) -> KnownFields:
        """Besides the rescalings those of neurons that are active in all patterns, and so linear.

        These are translations of their biases, which the next layer takes back, and mixings of two in one layer.

        >>> len(RectifiedNetwork((1, 2, 1), biases=True).symmetries_in([[[1, 1]], [[1, 0]]]).fields)
        3
        """
        layers = zip(*patterns, strict=True)
        always = [[all(neuron) for neuron in zip(*layer, strict=True)] for layer in layers]
        activations = [["x" if active else "x^2 + x" for active in layer] for layer in always]
        known = PolynomialNetwork(self.widths, biases=self.biases, activations=activations).symmetries()
        return KnownFields((*self.symmetries().fields, *known.mixings, *known.translations))

    def _rescaling(self, layer: int, i: int) -> Any:
        unit = [int(k == i) for k in range(self.widths[layer])]

        def move(**given: Traced) -> dict[str, Traced]:
            above = given[f"W{layer + 1}"]
            moved = {
                f"W{layer}": einsum("i,ij->ij", unit, given[f"W{layer}"]),
                f"W{layer + 1}": einsum("j,ij->ij", [-t for t in unit], above),
            }
            if self.biases:
                moved[f"b{layer}"] = einsum("i,i->i", unit, given[f"b{layer}"])
            return moved

        return move

    @property
    def _linear(self) -> PolynomialNetwork:
        """The network without ρ, which has the same weights."""
        return PolynomialNetwork(self.widths, degrees=1, biases=self.biases)

    @property
    def remarks(self) -> tuple[str, ...]:
        return ("as a law its masks are inputs, and all patterns count, whether they occur or not",)

    def __str__(self) -> str:
        biases = " with biases" * self.biases
        return f"ReLU network {','.join(map(str, self.widths))}{biases}"
