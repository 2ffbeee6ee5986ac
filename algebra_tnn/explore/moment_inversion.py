"""From moments of a network back to its weights, by rational eigenvectors and linear equations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import factorial, isqrt
from typing import Any

from algebra_tnn.exact import Number, Q, solution
from algebra_tnn.exact.scalars import Matrix, transposed
from algebra_tnn.laws.arrays import Array
from algebra_tnn.models.activations import Activation
from algebra_tnn.models.moments.network_moment import check_network
from algebra_tnn.models.polynomial_network import PolynomialNetwork
from algebra_tnn.models.weights import WeightedNetwork
from algebra_tnn.tensors import Tensor
from algebra_tnn.tensors.values.jennrich import NoDecomposition, jennrich_decomposition
from algebra_tnn.tensors.values.symmetric import symmetric_form

LEAST_ORDER = 3  # matrices have infinitely many decompositions


def weights_from_moments(network: PolynomialNetwork, moments: Mapping[int, Any]) -> WeightedNetwork:
    """Weights of a network with one hidden layer, one output and independent rows, for x from the standard normal
    distribution and E[f S_m] by their orders m: nested lists or tensors, with or without a first mode for the output.

    For σ = c t^r, r ≥ 3, the moment of order r is enough: E[f S_r] = Σ_i r! c w_i a_i ⊗ … ⊗ a_i has one decomposition
    Σ_i μ_i u_i ⊗ … ⊗ u_i. Rescaled weights have the same function, so that a_i = u_i and w_i = μ_i / (r! c) are as good
    as the hidden ones. For σ = c_3 t³ + c_1 t with c_1, c_3 ≠ 0 let a_i = s_i u_i. Then μ_i = 6 c_3 w_i s_i³, and the
    moment of order 1 is Σ_i ν_i u_i with ν_i = w_i s_i (3 c_3 s_i² ‖u_i‖² + c_1). So c_1 w_i s_i = ν_i − μ_i ‖u_i‖²/2,
    and s_i² = μ_i / (6 c_3 w_i s_i); the sign of s_i is a matter of choice, as σ is odd. Every step has one answer, up
    to permutations and rescalings.

    Raises: TypeError, ValueError for other networks, missing orders, and moments that no such rational weights have.
    Reference: [JanzaminSedghiAnandkumar2015].

    >>> network = PolynomialNetwork((2, 2, 1), activations="x^3 + x")
    >>> hidden = WeightedNetwork(network, [[[1, 2], [3, 1]], [[2, -1]]])
    >>> from algebra_tnn.models.moments import NetworkMoment
    >>> moments = {m: NetworkMoment(network, m)(hidden.weights) for m in (1, 3)}
    >>> weights_from_moments(network, moments).equivalence(hidden) is not None
    True
    """
    sigma = _only_activation(network)
    if not isinstance(moments, Mapping):
        raise TypeError(f"the moments are {type(moments).__name__}; they are a dictionary of tensors by their orders")
    order = sigma.degree
    tensors = {m: _read(network, m, moments) for m in ([order] if sigma.exponents == (order,) else [order, 1])}
    rows, sums = _powers(network, tensors[order], order)
    leading = factorial(order) * sigma.coefficients[order]
    if sigma.exponents == (order,):
        return WeightedNetwork(network, [rows, [[Q.divided(mu, leading) for mu in sums]]])
    found = solution(transposed(rows), transposed([tensors[1].entries]))
    if found is None:
        raise ValueError("the moment of order 1 is no combination of the rows that the moment of order 3 has")
    scaled, outer = [], []
    for row, mu, (nu,) in zip(rows, sums, found, strict=True):
        product = Q.divided(nu - Q.divided(mu * sum(x * x for x in row), 2), sigma.coefficients[1])
        scale = _root(Q.divided(mu, leading * product)) if product else None
        if not scale:
            raise ValueError(
                f"the row parallel to ({', '.join(map(str, row))}) has no rational length; the moments are those of no "
                f"rational weights of {network}"
            )
        scaled.append([scale * x for x in row])
        outer.append(Q.divided(product, scale))
    return WeightedNetwork(network, [scaled, [outer]])


def _only_activation(network: PolynomialNetwork) -> Activation:
    """Raises: TypeError, ValueError unless it is one that is treated."""
    check_network(network)
    sigmas = set(network.activations[0])
    if network.biases or network.widths[2] != 1 or len(sigmas) > 1 or network.sparsity or network.shared:
        raise ValueError(
            f"{network} has biases, several outputs or activations, or weights that are zero or tied; weights are "
            "found for dense networks without biases, with one output and one activation"
        )
    (sigma,) = sigmas
    if sigma.degree < LEAST_ORDER or sigma.exponents not in ((sigma.degree,), (1, 3)):
        raise ValueError(f"the activation is {sigma}; weights are found for c t^r with r ≥ 3, and for c t³ + d t")
    return sigma


def _read(network: PolynomialNetwork, order: int, moments: Mapping[int, Any]) -> Tensor:
    if order not in moments:
        raise ValueError(f"the moment of order {order} is missing; there are {', '.join(map(str, moments)) or 'none'}")
    given = moments[order]
    array = Array.of(given.nested() if isinstance(given, Tensor) else given, f"the moment of order {order}")
    shape = (network.widths[0],) * order
    if array.shape not in (shape, (1, *shape)):
        raise ValueError(f"the moment of order {order} has the shape {array.shape}; it is {shape}")
    return Tensor(shape if order > 1 else (1, *shape), array.entries)


def _powers(network: PolynomialNetwork, tensor: Tensor, order: int) -> tuple[Matrix, tuple[Number, ...]]:
    """Rows u_i and numbers μ_i with the tensor Σ μ_i u_i ⊗ … ⊗ u_i. Raises: ValueError if it is no such sum."""
    symmetric_form(tensor)
    hidden = network.widths[1]
    try:
        found = jennrich_decomposition(tensor)
    except NoDecomposition as reason:
        raise ValueError(f"the rows are not found from the moment of order {order}: {reason}") from None
    if found.length != hidden:
        raise ValueError(
            f"the moment of order {order} is a sum of {found.length} powers; the network has {hidden} neurons"
        )
    rows, sums = [], []
    for vectors in zip(*(transposed(factor) for factor in found.factors), strict=True):
        place = next(j for j, x in enumerate(vectors[-1]) if x)
        row = tuple(Q.divided(x, vectors[-1][place]) for x in vectors[-1])
        rows.append(row)
        sums.append(_at([vector[place] for vector in vectors]))
    return tuple(rows), tuple(sums)


def _at(numbers: Sequence[Number]) -> Number:
    total: Number = 1
    for x in numbers:
        total = total * x
    return total


def _root(x: Number) -> Number | None:
    """The positive rational square root; None if there is none."""
    if x <= 0:
        return None
    top, bottom = isqrt(x.numerator), isqrt(x.denominator)
    return Q.divided(top, bottom) if Fraction(top, bottom) ** 2 == x else None
