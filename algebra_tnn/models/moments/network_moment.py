"""Networks with one hidden layer and normally distributed inputs: correlations with Hermite tensors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest
from typing import Any

from algebra_tnn.exact.scalars import Matrix, Number
from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.operations import LETTERS, Apply
from algebra_tnn.laws.traced_values import traced_value
from algebra_tnn.laws.tracing import Traced, einsum, named
from algebra_tnn.models.activations import Activation
from algebra_tnn.models.moments.hermite import pairings
from algebra_tnn.models.moments.stein import score_moment
from algebra_tnn.models.polynomial_network import PolynomialNetwork
from algebra_tnn.models.traced_model import TracedModel
from algebra_tnn.tensors.formats.sizes import set_sizes

MOST_ENTRIES = 20_000  # of the tensor


@dataclass(frozen=True, slots=True)
class NetworkMoment(TracedModel):
    """Σ_i λ_i a_i ⊗ … ⊗ a_i for the rows a_i of W_1, with λ_oi = (W_2)_oi E[σ_i^(m)(z_i)] and z_i normally distributed
    with mean (b_1)_i and variance ⟨a_i, a_i⟩.

    That is E[f(x) ⊗ S_m(x)] for the network f, x from the standard normal distribution and the Hermite tensor S_m:
    by Stein's identity it is E[∇^m f(x)]. With several outputs the first mode is theirs. A variable ⟨a, x⟩ + b has the
    moments E[(b + ‖a‖ t)^k] = Σ_j k! / (2^j j! (k − 2j)!) b^(k−2j) ⟨a, a⟩^j.

    Args: network: dense, with one hidden layer; order: m, from 1 on.
    Shapes: m modes of the size of the inputs, after one of the outputs if these are several or m = 1.
    Raises: TypeError, ValueError, in one sentence. Reference: [JanzaminSedghiAnandkumar2014].

    >>> moment = NetworkMoment(PolynomialNetwork((2, 1, 1), degrees=3), order=3)
    >>> moment({"W1": [[1, 2]], "W2": [[5]]})
    [[[30, 60], [60, 120]], [[60, 120], [120, 240]]]
    """

    network: PolynomialNetwork
    order: int

    def __post_init__(self) -> None:
        check_network(self.network)
        if any(connections.groups is not None for connections in self.network.connections):
            raise ValueError(f"{self.network} has weights that are zero or tied; the moment is that of dense layers")
        check_order(self.network, self.order)
        set_sizes(self, "order")

    @property
    def inputs(self) -> dict[str, Shape]:
        return {}

    @property
    def parameters(self) -> dict[str, Shape]:
        return self.network.parameters

    def forward(self, **weights: Traced) -> Traced:
        W1, W2 = weights["W1"], weights["W2"]
        norms = einsum("ij,ij->i", W1, W1)
        slopes = [derivative_coefficients(sigma, self.order) for sigma in self.network.activations[0]]
        means = _means(slopes, norms, weights.get("b1"))
        scales = named("scales", einsum("oi,i->oi", W2, means))
        letters = LETTERS[1 : self.order + 1]
        words = ["oi" if self.has_output_mode else "i", *(f"i{letter}" for letter in letters)]
        first = scales if self.has_output_mode else scales[0]
        return einsum(f"{','.join(words)}->{'o' * self.has_output_mode}{letters}", first, *[W1] * self.order)

    @property
    def has_output_mode(self) -> bool:
        return has_output_mode(self.network, self.order)

    def identity(self) -> Law:
        """E[f(x) ⊗ S_m(x)] − the moment, which is zero, as a law of which the weights are the parameters."""
        outputs = self.network.law() if self.has_output_mode else _single(self.network)
        correlation = score_moment(outputs, self.order)

        def forward(**weights: Traced) -> Any:
            return traced_value(correlation, weights) - self.forward(**weights)

        return Law.trace(forward, {}, self.network.parameters)

    def __str__(self) -> str:
        return f"moment of order {self.order} of {self.network}"


def has_output_mode(network: PolynomialNetwork, order: int) -> bool:
    """Whether the first mode of the tensor is that of the outputs."""
    return network.widths[-1] > 1 or order == 1


def check_network(network: Any) -> None:
    """Raises: TypeError, ValueError unless it is a network with one hidden layer."""
    if not isinstance(network, PolynomialNetwork):
        raise TypeError(f"network is {network!r}; it is a PolynomialNetwork")
    if network.depth != 2:
        layers = "no hidden layer" if network.depth == 1 else f"{network.depth - 1} hidden layers"
        raise ValueError(
            f"{network} has {layers}; E[f S_m] is a sum of powers of the rows of W1 for networks with one: give three "
            "widths"
        )


def check_order(network: PolynomialNetwork, order: Any) -> None:
    """Raises: TypeError, ValueError unless the order is an integer from 1 on, and the tensor not too large."""
    if isinstance(order, bool) or not hasattr(order, "__index__"):
        raise TypeError(f"order is {order!r}; the order of a moment is an integer from 1 on")
    if order < 1:
        raise ValueError(f"order is {order}; E[f S_0] is the mean of f, with no row of W1 in it: take orders from 1 on")
    n, outputs = network.widths[0], network.widths[-1]
    entries = n**order * outputs if order < 64 or n == 1 else n**64
    if order >= 20 or entries > MOST_ENTRIES:
        number = f"{entries:,}" if entries < 10**18 else "more than 10^18"
        raise ValueError(
            f"order is {order}; the tensor of {outputs} output{'s' * (outputs > 1)} and {order} modes of size {n} has "
            f"{number} entries, and up to {MOST_ENTRIES:,}, and orders up to 19, are treated"
        )


def derivative_coefficients(sigma: Activation, order: int) -> tuple[Number, ...]:
    """The coefficients of σ^(m), the constant first; (0,) if it is zero.

    >>> derivative_coefficients(Activation((0, 1, 0, 1)), 3), derivative_coefficients(Activation((0, 0, 1)), 3)
    ((6,), (0,))
    """
    slope = Apply(sigma.coefficients)
    for _ in range(order):
        slope = slope.derivative()
    return slope.coefficients


def mean_at_normal(coefficients: Sequence[Number], mean: Number, variance: Number) -> Number:
    """E[τ(z)] for the polynomial τ with these coefficients and z normal with this mean and variance.

    >>> mean_at_normal((0, 0, 0, 0, 1), 0, 2), mean_at_normal((0, 0, 1), 3, 2)
    (12, 11)
    """
    total = Fraction(0)
    for k, c in enumerate(coefficients):
        for j in range(k // 2 + 1):
            total += c * pairings(k, j) * mean ** (k - 2 * j) * variance**j
    return total.numerator if total.denominator == 1 else total


def slope_means(
    weights: Matrix, biases: Sequence[Number], activations: Sequence[Activation], order: int
) -> tuple[Number, ...]:
    """E[σ_i^(m)(⟨a_i, x⟩ + b_i)] for the neurons i with these rows of weights, biases and activations."""
    slopes = [derivative_coefficients(sigma, order) for sigma in activations]
    norms = [sum((x * x for x in row), start=0) for row in weights]
    return tuple(mean_at_normal(*each) for each in zip(slopes, biases, norms, strict=True))


def _means(slopes: Sequence[Sequence[Number]], norms: Traced, biases: Traced | None) -> Traced | list[Number]:
    """E[τ_i(z_i)] for the polynomials τ_i with these coefficients; numbers if these are constant."""
    constants: list[Number] = [slope[0] for slope in slopes]
    parts: list[Traced] = []
    for k, column in enumerate(zip_longest(*slopes, fillvalue=0)):
        for j in range(k // 2 + 1):
            if k and any(column) and (biases is not None or k == 2 * j):
                weights = [c * pairings(k, j) for c in column]
                factors = [_power(named("norms", norms), j)] if j else []
                factors += [_power(biases, k - 2 * j)] if biases is not None and k > 2 * j else []
                parts.append(einsum(f"{','.join(['i'] * (len(factors) + 1))}->i", weights, *factors))
    if not parts:
        return constants
    total = parts[0] + constants if any(constants) else parts[0]
    for part in parts[1:]:
        total = total + part
    return total


def _single(network: PolynomialNetwork) -> Law:
    """The only output of a network, as a number."""
    return Law.trace(
        lambda x, **weights: network.forward(x, **weights)[0], {"x": (network.widths[0],)}, network.parameters
    )


def _power(tensor: Traced, exponent: int) -> Traced:
    return tensor if exponent == 1 else tensor**exponent
