"""Weights of rectified networks with max pooling: for any grid tensor, and for one that needs width."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import ceil
from typing import Any

from algebra_tnn.exact.linear.matrices import solution
from algebra_tnn.exact.scalars import transposed
from algebra_tnn.models.circuits.circuit import checked_inputs
from algebra_tnn.models.circuits.trees import binary_tree, depth_of
from algebra_tnn.models.pooling.pooling_network import PoolingNetwork
from algebra_tnn.tensors.formats.sizes import size
from algebra_tnn.tensors.tensor import Tensor


def network_of(tensor: Tensor, templates: Any = None) -> tuple[PoolingNetwork, dict[str, Any]]:
    """A shallow rectified network with max pooling and its weights, such that the tensor is its grid tensor.

    Let m_c be the largest of 1 − [d_i = c_i] over all i: it is 1 but at d = c, where it is 0. All T^N of them sum to
    (T^N − 1) · 1, so every tensor A is Σ_c (s/(T^N − 1) − A_c) m_c, where s is the sum of the entries of A. Channel c
    pools ⟨w_i, φ(d)⟩ = 1 − [d = c_i], which has a solution w_i if the T templates are independent.

    Raises: ValueError if modes have different sizes, there is one template alone, or the templates are dependent.
    Reference: [CohenShashua2016].

    >>> A = Tensor.from_nested([[5, "1/2"], [0, -3]])
    >>> network, weights = network_of(A)
    >>> network.channels, network.grid_tensor(weights) == A
    ((4,), True)
    """
    count, *others = sorted(set(tensor.shape))
    if others or count < 2:
        raise ValueError(f"the tensor has the shape {tensor.shape}; a grid tensor has modes of one size from 2 on")
    places = list(product(range(count), repeat=tensor.order))
    features = len(templates[0]) if templates is not None else count
    network = PoolingNetwork.shallow(tensor.order, features, len(places), templates=templates)
    if len(network.templates) != count:
        raise ValueError(
            f"templates has {len(network.templates)} rows; there are {count}, one for each index of a mode"
        )
    unequal = tuple(tuple(int(d != c) for c in range(count)) for d in range(count))
    columns = solution(network.templates, unequal)
    if columns is None:
        raise ValueError("the templates are dependent; without further structure not every tensor is a grid tensor")
    filters = {f"W0_{i}": [transposed(columns)[place[i]] for place in places] for i in range(tensor.order)}
    total = Fraction(sum(tensor.entries), len(places) - 1)
    return network, {**filters, "W1": [total - x for x in tensor.entries]}


def pairs_network(inputs: int, dimension: int, width: int) -> tuple[PoolingNetwork, dict[str, Any]]:
    """A deep rectified network with max pooling whose grid tensor is r − Π_k [d_2k = d_(2k+1) < r], for r ≤ M channels.

    Channel α < r of the first level pools 1 − [d = α] over a pair of inputs, which is 1 − [both are α]; their sum is
    r, or r − 1 if the inputs of the pair are equal and below r. All pairs are pooled by further nodes with one channel.
    For r = M the matricization at every other input is r J − I, J the matrix of ones: it is invertible.

    Raises: TypeError, ValueError unless inputs are even and 1 ≤ r ≤ M. Reference: [CohenShashua2016].

    >>> network, weights = pairs_network(4, 2, 2)
    >>> network.grid_tensor(weights).matricized([0, 2])
    ((1, 2, 2, 2), (2, 1, 2, 2), (2, 2, 1, 2), (2, 2, 2, 1))
    """
    count = checked_inputs(inputs)
    if count % 2:
        raise ValueError(f"inputs is {count}; inputs are paired, so their number is even")
    if size("width", width) > size("dimension", dimension):
        raise ValueError(f"width is {width} and dimension {dimension}; there are at most as many channels as templates")
    tree = binary_tree(count) if count & (count - 1) == 0 else binary_tree(count, depth=2)
    network = PoolingNetwork(count, dimension, (width, *[1] * (depth_of(tree) - 1)), tree=tree)
    weights: dict[str, Any] = {}
    for name, shape in network.parameters.items():
        if name.startswith("W0_"):
            weights[name] = [[int(d != alpha) for d in range(dimension)] for alpha in range(width)]
        else:
            weights[name] = [1] * shape[0] if len(shape) == 1 else [[1] * shape[1]]
    return network, weights


def largest_rank(width: int, positions: int, templates: int) -> int:
    """1 + Z p (T − 1): the matricization of Z rectified units with max pooling, at p of the inputs, has no larger rank.

    A unit is max(u, v), where u is the largest of 0 and the values at the p inputs. Let m be the largest of 0 and the
    least values at each of them. Then u ≥ m, and each input has at most T − 1 values above m, so u has values
    m = u_0 < … < u_K with K ≤ p (T − 1). Now max(u, v) = max(u_0, v) + Σ_(k≥1) [u ≥ u_k] (max(u_k, v) − max(u_(k−1),
    v)), and the first terms of all units sum to a function of the other inputs alone.

    >>> largest_rank(1, 2, 2), largest_rank(4, 4, 3)
    (3, 33)
    """
    return 1 + width * positions * (templates - 1)


def width_needed(rank: int, positions: int, templates: int) -> int:
    """The least Z with largest_rank(Z, p, T) ≥ rank: fewer units do not have a matricization of this rank at p inputs.

    >>> width_needed(16, 4, 2), width_needed(81, 4, 3)
    (4, 10)
    """
    return ceil(Fraction(rank - 1, positions * (templates - 1))) if rank > 1 else rank
