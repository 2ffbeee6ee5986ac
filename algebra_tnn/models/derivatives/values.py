"""Derivatives of a network with given weights at given points, and the decompositions that the weights are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

from algebra_tnn.exact.scalars import Matrix, Number, exact_number, transposed
from algebra_tnn.laws.arrays import Array
from algebra_tnn.laws.derivatives import derivative
from algebra_tnn.laws.values import value
from algebra_tnn.models.activations import Activation
from algebra_tnn.models.derivatives.slopes import slope
from algebra_tnn.models.weights import WeightedNetwork
from algebra_tnn.tensors.cp import CP
from algebra_tnn.tensors.tensor import Tensor


def derivative_values(at: WeightedNetwork, points: Sequence[Sequence[Any]], order: int = 1) -> Tensor:
    """The tensor of the derivatives of this order at the points: a mode for the outputs, one for the inputs as often as
    the order says, and one for the points.

    Raises: TypeError, ValueError for points with another number of entries, or none.

    >>> from algebra_tnn.models import PolynomialNetwork
    >>> network = PolynomialNetwork((2, 1, 1), degrees=2)
    >>> derivative_values(WeightedNetwork(network, [[[1, 3]], [[1]]]), [[1, 0], [1, 1]]).nested()
    [[[2, 8], [6, 24]]]
    """
    if not isinstance(at, WeightedNetwork):
        raise TypeError(f"the network is {type(at).__name__}; it is a WeightedNetwork, a network with its weights")
    law = derivative(at.network.law(), "x", order)
    entries = [_flat(value(law, {"x": list(x), **at.weights})) for x in checked_points(points, at.network.widths[0])]
    return Tensor((*law.shape, len(entries)), tuple(chain.from_iterable(zip(*entries, strict=True))))


def jacobians(at: WeightedNetwork, points: Sequence[Sequence[Any]]) -> tuple[Matrix, ...]:
    """The Jacobian at each of the points: a row for each output, a column for each input. Raises: as above.

    >>> from algebra_tnn.models import PolynomialNetwork
    >>> network = PolynomialNetwork((2, 1, 1), degrees=2)
    >>> jacobians(WeightedNetwork(network, [[[1, 3]], [[1]]]), [[1, 0], [1, 1]])
    (((2, 6),), ((8, 24),))
    """
    T = derivative_values(at, points)
    rows, columns, count = T.shape
    return tuple(tuple(tuple(T[i, j, n] for j in range(columns)) for i in range(rows)) for n in range(count))


def derivative_terms(at: WeightedNetwork, points: Sequence[Sequence[Any]], order: int = 1) -> CP:
    """The decomposition ⟦W_2, W_1ᵀ, …, W_1ᵀ, H⟧ of ``derivative_values`` for two layers of weights, where H[n, i] is
    the derivative of this order of activation i at its pre-activation at point n.

    Raises: TypeError, ValueError unless there are two layers of weights, and as above.

    >>> from algebra_tnn.models import PolynomialNetwork
    >>> network = PolynomialNetwork((2, 1, 1), degrees=2)
    >>> derivative_terms(WeightedNetwork(network, [[[1, 3]], [[1]]]), [[1, 0], [1, 1]]).factors
    (((1,),), ((1,), (3,)), ((2,), (8,)))
    """
    if at.network.depth != 2:
        raise ValueError(f"{at.network} has {at.network.depth} layers of weights; derivatives are such terms for two")
    (W1, _), (W2, _) = at.network.layers(at.weights)
    (H,) = layer_slopes(at, points, order)
    return CP.from_factors(W2, *[transposed(W1)] * order, H)


def jacobian_nodes(at: WeightedNetwork, points: Sequence[Sequence[Any]]) -> dict[str, Matrix]:
    """The nodes of ``jacobian_format`` that give the Jacobians at the points: A_l = W_l, and G_l[n, i] = σ′.

    Raises: TypeError, ValueError.
    """
    weights = [matrix for matrix, _ in at.network.layers(at.weights)]
    nodes = {f"A{i}": W for i, W in enumerate(weights, 1)}
    return nodes | {f"G{i}": G for i, G in enumerate(layer_slopes(at, points, 1), 1)}


def layer_slopes(at: WeightedNetwork, points: Sequence[Sequence[Any]], order: int) -> list[Matrix]:
    """For each hidden layer the matrix of the derivatives of its activations, with a row for each point."""
    layers = at.network.layers(at.weights)
    states: list[Sequence[Number]] = list(checked_points(points, at.network.widths[0]))
    found: list[Matrix] = []
    for (W, b), sigmas in zip(layers[:-1], at.network.activations, strict=True):
        z = [[sum(w * x for w, x in zip(row, h, strict=True)) + c for row, c in zip(W, b, strict=True)] for h in states]
        found.append(tuple(_applied(sigmas, row, order) for row in z))
        states = [_applied(sigmas, row, 0) for row in z]
    return found


def checked_points(points: Sequence[Sequence[Any]], inputs: int) -> Matrix:
    """The points as rows. Raises: TypeError, ValueError unless there is one at least, of so many exact numbers."""
    read = Array.of(points, "points")
    if len(read.shape) != 2 or read.shape[1] != inputs:
        raise ValueError(
            f"points has the shape {list(read.shape)}; it is a list of points with {inputs} numbers each, one for each "
            "input"
        )
    return tuple(read.entries[i : i + inputs] for i in range(0, len(read.entries), inputs))


def _applied(sigmas: Sequence[Activation], z: Sequence[Number], order: int) -> tuple[Number, ...]:
    slopes = (slope(sigma, order).coefficients for sigma in sigmas)
    return tuple(exact_number(sum(c * t**e for e, c in enumerate(p))) for p, t in zip(slopes, z, strict=True))


def _flat(nested: Any) -> list[Number]:
    return [x for part in nested for x in _flat(part)] if isinstance(nested, (list, tuple)) else [nested]
