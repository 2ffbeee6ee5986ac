"""What degenerates where activations have degree 1."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from algebra_tnn.models.polynomial_network import PolynomialNetwork


def linear_layer_remarks(network: PolynomialNetwork) -> tuple[str, ...]:
    """A sentence for each run of hidden layers with activations of degree 1: their weights count by a product alone.

    >>> from algebra_tnn.models import PolynomialNetwork
    >>> linear_layer_remarks(PolynomialNetwork((4, 2, 3, 3, 1), degrees=(1, 2, 1)))[0]
    'hidden layer 1 is linear: W1 and W2 count only by what they compose to, a linear map of rank at most 2'
    """
    hidden = range(1, network.depth)
    is_linear = {i: all(sigma.degree == 1 for sigma in network.activations[i - 1]) for i in hidden}
    return tuple(_remark(network, list(run)) for linear, run in groupby(hidden, is_linear.__getitem__) if linear)


def _remark(network: PolynomialNetwork, run: list[int]) -> str:
    layers = f"layer {run[0]} is" if len(run) == 1 else f"layers {run[0]} to {run[-1]} are"
    *first, last = (f"W{i}" for i in range(run[0], run[-1] + 2))
    constants = network.biases or any(sigma.coefficients[0] for i in run for sigma in network.activations[i - 1])
    rank = min(network.widths[run[0] - 1 : run[-1] + 2])
    return (
        f"hidden {layers} linear: {', '.join(first)} and {last} count only by what they compose to, "
        f"{'an affine' if constants else 'a linear'} map of rank at most {rank}"
    )
