"""Networks with biases as networks without: a neuron that carries a power of one more input."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from algebra_tnn.models.activations import Activation

if TYPE_CHECKING:
    from algebra_tnn.models.polynomial_network import PolynomialNetwork


def homogenized(network: PolynomialNetwork) -> dict[str, Any]:
    """Widths and activations of the network of [[W_l, b_l], [0, 1]] for l < L and [W_L, b_L].

    Its value at (x, x_0) is the homogenization by x_0 of the network's value at x, and all its layers are dense: the
    networks with biases are among its functions, and are not all of them.

    Raises: ValueError.
    """
    if not network.biases:
        raise ValueError(f"{network} has no biases; homogenization makes weights of biases")
    if network.sparsity is not None or network.shared is not None:
        raise ValueError(f"{network} has zeros or ties; homogenization is for dense layers")
    for i, layer in enumerate(network.activations):
        for sigma in layer:
            if sigma.exponents != (network.degrees[i],):
                raise ValueError(
                    f"activations[{i}] has the polynomial {sigma} and the degree {network.degrees[i]}; homogenization "
                    "wants multiples of one power in each layer"
                )
    return {
        "widths": (*(n + 1 for n in network.widths[:-1]), network.widths[-1]),
        "activations": tuple(
            (*layer, Activation.monomial(r)) for layer, r in zip(network.activations, network.degrees, strict=True)
        ),
    }


def homogenized_weights(network: PolynomialNetwork, weights: Mapping[str, Any] | Sequence[Any]) -> dict[str, Any]:
    """The matrices [[W_l, b_l], [0, 1]] for l < L and [W_L, b_L]. Raises: ValueError."""
    homogenized(network)
    found: dict[str, Any] = {}
    for i, (matrix, bias) in enumerate(network.layers(weights), 1):
        found[f"W{i}"] = [[*row, b] for row, b in zip(matrix, bias, strict=True)]
        if i < network.depth:
            found[f"W{i}"].append([0] * network.widths[i - 1] + [1])
    return found
