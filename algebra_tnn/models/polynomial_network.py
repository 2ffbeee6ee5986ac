"""Polynomial networks: layers of weights with polynomial activations between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import prod
from typing import TYPE_CHECKING, Any

from algebra_tnn.exact.scalars import Matrix, Number, exact_number
from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.expansion import expansion
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.points import tensors_of
from algebra_tnn.laws.tracing import Traced, named
from algebra_tnn.laws.values import value
from algebra_tnn.models.activations import Activation, activated
from algebra_tnn.models.connections import NOTHING, Connections, Pattern, connections, patterns
from algebra_tnn.models.drawings import drawing, graph
from algebra_tnn.models.hidden_layers import checked_widths, hidden_activations
from algebra_tnn.models.homogenization import homogenized, homogenized_weights
from algebra_tnn.models.linear_layers import linear_layer_remarks
from algebra_tnn.models.monomials import monomial_counts
from algebra_tnn.models.rescalings import orbit_dimension, rescalable
from algebra_tnn.models.symmetries import Symmetries, symmetries

if TYPE_CHECKING:
    from networkx import DiGraph


@dataclass(frozen=True, slots=True, init=False, repr=False)
class PolynomialNetwork:
    """x ↦ W_L σ(… σ(W_1 x + b_1) …) + b_L, with polynomials σ of one variable applied to the entries of vectors.

    The biases b_1, …, b_L exist if ``biases``: one for every hidden neuron, and one for every output, which adds a
    constant to it. Layers are dense unless ``sparsity`` says which weights are zero, or ``shared`` which are equal;
    parameters are the free weights alone.

    Args:
        widths: of the inputs, the hidden layers, the outputs.
        degrees: one for each hidden layer whose activations are t^r, or one for all of them.
        activations: instead of degrees. For each hidden layer, or once for all: a text such as "x^3 + x", a list of
            coefficients c0, c1, …, a SymPy polynomial, a degree, or a list with one of these for each neuron.
        sparsity: for each layer of weights None, or a matrix with 0 where the weight is zero and 1 elsewhere. The
            layer's parameter is the vector of its weights, row by row.
        shared: for each layer of weights None, or a matrix of numbers 0, 1, …: weights with one number are equal (and
            −1 says zero). The layer's parameter is the vector of the different weights.

    Raises: TypeError, ValueError, in one sentence.
    Reference: [KileelTragerBruna2019].

    >>> network = PolynomialNetwork((3, 2, 1), degrees=2)
    >>> print(network)
    pnn 3,2,1 with t²
    >>> network.parameter_count, network.ambient_dimension, network.expected_dimension
    (8, 6, 6)
    """

    widths: tuple[int, ...]
    degrees: tuple[int, ...]
    biases: bool
    activations: tuple[tuple[Activation, ...], ...]
    sparsity: tuple[Pattern | None, ...] | None
    shared: tuple[Pattern | None, ...] | None

    def __init__(
        self,
        widths: Sequence[int],
        degrees: Sequence[int] | int | None = None,
        biases: bool = False,
        activations: Any = None,
        sparsity: Sequence[Any] | None = None,
        shared: Sequence[Any] | None = None,
    ) -> None:
        sizes = checked_widths(widths)
        if not isinstance(biases, bool):
            raise TypeError(f"biases is {biases!r}; it is True (each neuron and each output has one) or False")
        layers = hidden_activations(sizes, degrees, activations)
        shapes = [(n, m) for m, n in pairwise(sizes)]
        zeros, ties = patterns(sparsity, len(shapes), "sparsity"), patterns(shared, len(shapes), "shared")
        found = [connections(*shapes[i], zeros[i], ties[i], i) for i in range(len(shapes))]
        canonical = {
            "widths": sizes,
            "degrees": tuple(max(sigma.degree for sigma in layer) for layer in layers),
            "biases": biases,
            "activations": layers,
            "sparsity": _some([_zeros(layer) for layer in found]),
            "shared": _some([layer.groups if not layer.is_in_order else None for layer in found]),
        }
        for name, field in canonical.items():
            object.__setattr__(self, name, field)

    @property
    def depth(self) -> int:
        """The number L of layers of weights."""
        return len(self.widths) - 1

    @property
    def connections(self) -> tuple[Connections, ...]:
        """Which weights each layer has."""
        return _connections(self)

    @property
    def parameters(self) -> dict[str, Shape]:
        """The shapes of W1, b1, W2, b2, …"""
        shapes: dict[str, Shape] = {}
        for i, layer in enumerate(self.connections, 1):
            shapes[f"W{i}"] = layer.shape
            if self.biases:
                shapes[f"b{i}"] = (layer.rows,)
        return shapes

    def forward(self, x: Traced, **weights: Traced) -> Traced:
        """The outputs, while a law is traced."""
        for i, layer in enumerate(self.connections, 1):
            z = layer.applied(weights[f"W{i}"], x)
            if self.biases:
                z = z + weights[f"b{i}"]
            if i < self.depth:
                x = named(f"h{i}", activated(self.activations[i - 1], named(f"z{i}", z)))
        return z

    def law(self) -> Law:
        """The network as a law, with its layers under the names z1, h1, z2, … before and after their activations.

        >>> from algebra_tnn.laws import formula
        >>> print(formula(PolynomialNetwork((3, 2, 1), degrees=2).law()))
        f_i = Σ_j W2_ij h1_j
        z1_i = Σ_j W1_ij x_j
        h1_i = z1_i²
        """
        return _law(self)

    def __call__(self, x: Any, weights: Mapping[str, Any] | Sequence[Any], *, modulus: int | None = None) -> Any:
        """The outputs for numbers, or for elements of any commutative ring; residues modulo a prime if it is given.

        ``weights`` are by name, or in the order W1, b1, W2, b2, …

        >>> PolynomialNetwork((3, 2, 1), degrees=2)([1, 2, "1/2"], [[[1, 0, 2], [0, 1, 0]], [[3, -1]]])
        [8]
        """
        return value(self.law(), {"x": x, **self.named(weights)}, modulus=modulus)

    def named(self, weights: Mapping[str, Any] | Sequence[Any]) -> dict[str, Any]:
        """The weights by name, from a sequence in the order W1, b1, W2, b2, … as well."""
        if isinstance(weights, Mapping):
            return dict(weights)
        names = list(self.parameters)
        if not isinstance(weights, (list, tuple)) or len(weights) != len(names):
            number = (
                f"a list of length {len(weights)}" if isinstance(weights, (list, tuple)) else type(weights).__name__
            )
            raise ValueError(f"the weights are {number}; they are a list or a dictionary of {', '.join(names)}")
        return dict(zip(names, weights, strict=True))

    def layers(self, weights: Mapping[str, Any] | Sequence[Any]) -> list[tuple[Matrix, tuple[Number, ...]]]:
        """For exact weights, the whole matrix of each layer and its vector of biases, zero if it has none."""
        read = tensors_of(self.named(weights), list(self.parameters.items()), "the weights", entry=exact_number)
        return [
            (layer.matrix(read[f"W{i}"].nested()), read[f"b{i}"].entries if self.biases else (0,) * layer.rows)
            for i, layer in enumerate(self.connections, 1)
        ]

    def weights(self, layers: Sequence[tuple[Any, Any]]) -> dict[str, Any]:
        """The weights by name with these matrices and biases, as ``layers`` gives them.

        Raises: ValueError if a matrix does not respect the zeros and ties of its layer.
        """
        found: dict[str, Any] = {}
        for i, (layer, (matrix, bias)) in enumerate(zip(self.connections, layers, strict=True), 1):
            found[f"W{i}"] = layer.weights(matrix)
            if self.biases:
                found[f"b{i}"] = list(bias)
        return found

    def polynomials(self, weights: Mapping[str, Any] | Sequence[Any] | None = None) -> tuple[Any, ...]:
        """The outputs as SymPy expressions in x_0, x_1, …, and in W1_0_0, … if no weights are given.

        Raises: ValueError if the expansion would be too long.

        >>> PolynomialNetwork((2, 1, 1), degrees=2).polynomials([[[1, 3]], [["1/2"]]])
        (x_0**2/2 + 3*x_0*x_1 + 9*x_1**2/2,)
        """
        return tuple(f.to_sympy() for f in expansion(self.law(), None if weights is None else self.named(weights)))

    def coefficients(self, weights: Mapping[str, Any] | Sequence[Any]) -> tuple[dict[tuple[int, ...], Number], ...]:
        """For each output its nonzero coefficients, by the exponents of x.

        >>> PolynomialNetwork((2, 1, 1), degrees=2).coefficients([[[1, 3]], [["1/2"]]])
        ({(2, 0): Fraction(1, 2), (1, 1): 3, (0, 2): Fraction(9, 2)},)
        """
        point = self.named(weights)
        tensors_of(point, list(self.parameters.items()), "the weights")
        return tuple(dict(f.terms()) for f in expansion(self.law(), point))

    @property
    def parameter_count(self) -> int:
        """The number of free weights and biases."""
        return sum(map(prod, self.parameters.values()))

    @property
    def degree(self) -> int:
        """The degree of the outputs in x for generic weights, unless zeros or ties lower it: Π r_l."""
        return prod(self.degrees)

    def rescalings(self) -> tuple[tuple[int, int], ...]:
        """The hidden neurons (l, i), l from 1 on, whose activation lets one of their weights be fixed.

        These are α t^r, and with biases every α (t + β)^r + γ: if the row of the neuron's weights is multiplied by s,
        its column in the next layer by s^(−r), and the biases are moved along, then the outputs do not change.

        >>> PolynomialNetwork((3, 2, 2), degrees=2).rescalings()
        ((1, 0), (1, 1))
        >>> PolynomialNetwork((3, 2, 2), activations="x^2 + x").rescalings()
        ()
        """
        return rescalable(self)

    def symmetries(self) -> Symmetries:
        """The symmetries of the weights that this package knows: permutations of neurons, and vector fields.

        >>> known = PolynomialNetwork((3, 2, 1), degrees=2).symmetries()
        >>> {kind: len(fields) for kind, fields in known.families.items()}
        {'rescalings': 2, 'rotations': 1, 'mixings': 0, 'translations': 0}
        """
        return symmetries(self)

    @property
    def monomial_counts(self) -> tuple[int, ...]:
        """For each output the number of monomials in x that it can have."""
        return monomial_counts(self)

    @property
    def ambient_dimension(self) -> int:
        """The dimension of the span of all (output, monomial) that generic weights reach.

        Each output counts for itself. See ``monomials.monomial_counts`` for where it may be an upper bound.
        """
        return sum(self.monomial_counts)

    @property
    def expected_dimension(self) -> int:
        """min(ambient dimension, parameters − dimension of the orbits of generic weights under the rescalings).

        The convention of the field, and no theorem: the dimension may be smaller.
        """
        return min(self.ambient_dimension, self.parameter_count - orbit_dimension(self))

    @property
    def remarks(self) -> tuple[str, ...]:
        """What degenerates in this architecture: hidden layers that are linear.

        >>> PolynomialNetwork((3, 2, 1), degrees=2).remarks
        ()
        """
        return linear_layer_remarks(self)

    def homogenized(self) -> PolynomialNetwork:
        """The network without biases, with one neuron more in each layer but the last, that contains this one.

        Raises: ValueError unless there are biases and the activations of each layer are multiples of one power.

        >>> print(PolynomialNetwork((2, 2, 1), degrees=2, biases=True).homogenized())
        pnn 3,3,1 with t²
        """
        return PolynomialNetwork(**homogenized(self))

    def homogenized_weights(self, weights: Mapping[str, Any] | Sequence[Any]) -> dict[str, Any]:
        """Weights of ``homogenized()`` with which it is, at (x, 1), this network at x."""
        return homogenized_weights(self, weights)

    def to_networkx(self) -> DiGraph:
        """The graph of neurons (layer, index) and weights; ``pos`` holds places in the plane. Needs networkx."""
        return graph(self)

    def drawing(self) -> str:
        """The layered graph as SVG."""
        return drawing(self)

    def _repr_svg_(self) -> str:
        return self.drawing()

    def __str__(self) -> str:
        text = f"pnn {','.join(map(str, self.widths))}"
        written = [
            str(layer[0]) if len(set(layer)) == 1 else f"({', '.join(map(str, layer))})" for layer in self.activations
        ]
        if written:
            text += f" with {written[0] if len(set(written)) == 1 else ', '.join(written)}"
        if self.biases:
            text += " and biases" if written else " with biases"
        for i, layer in enumerate(self.connections, 1):
            if layer.groups is not None:
                kind = "tied" if layer.is_tied else "sparse"
                text += f", {kind} W{i} ({layer.weight_count} weights)"
        return text

    def __repr__(self) -> str:
        return f"<{self}>"


def _zeros(layer: Connections) -> Pattern | None:
    return tuple(tuple(int(k != NOTHING) for k in row) for row in layer.numbers) if layer.is_sparse else None


def _some(values: Sequence[Pattern | None]) -> tuple[Pattern | None, ...] | None:
    return tuple(values) if any(x is not None for x in values) else None


@lru_cache(maxsize=512)
def _connections(network: PolynomialNetwork) -> tuple[Connections, ...]:
    zeros, ties = network.sparsity, network.shared
    return tuple(
        connections(n, m, zeros and zeros[i], ties and ties[i], i) for i, (m, n) in enumerate(pairwise(network.widths))
    )


@lru_cache(maxsize=512)
def _law(network: PolynomialNetwork) -> Law:
    return Law.trace(network.forward, {"x": (network.widths[0],)}, network.parameters)
