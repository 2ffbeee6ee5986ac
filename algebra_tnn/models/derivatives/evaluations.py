"""From the coefficients of a polynomial to its gradients at some points: an exact matrix."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import comb, prod
from typing import Any

from algebra_tnn.laws.operations import LARGEST_TENSOR
from algebra_tnn.models.activations import checked_degree
from algebra_tnn.models.derivatives.values import checked_points
from algebra_tnn.tensors.tensor import Tensor


def evaluation_matrix(points: Sequence[Sequence[Any]], degree: int) -> Tensor:
    """The matrix of the linear map that takes a polynomial of degree at most ``degree``, without constant term, to its
    partial derivatives at the points: of Vandermonde's type.

    Rows are the pairs of a point and a variable, row-major; columns the monomials, in ascending degree and then by
    their exponents, the first variable before the others. For a map with several outputs each has this matrix; so the
    tensor of its Jacobians is a linear image of the tensor of its coefficients.

    Raises: TypeError, ValueError for points that are no vectors of one length, and if there are too many entries.
    Reference: [UsevichDreesenIshteva2020].

    >>> evaluation_matrix([[1, 2]], 2).nested()
    [[1, 0, 2, 2, 0], [0, 1, 0, 1, 4]]
    """
    highest, rows = checked_degree(degree, "degree"), list(points)
    variables = len(rows[0]) if rows and isinstance(rows[0], (list, tuple)) else 1
    X = checked_points(rows, variables)
    columns = comb(variables + highest, highest) - 1
    if len(X) * variables * columns > LARGEST_TENSOR:
        raise ValueError(
            f"degree is {highest}; with {variables} variables and {len(X)} points the matrix has "
            f"{len(X) * variables * columns} entries, and {LARGEST_TENSOR} are the most"
        )
    monomials = [e for k in range(1, highest + 1) for e in _exponents(variables, k)]
    entries = [_slope(x, e, j) for x, j in product(X, range(variables)) for e in monomials]
    return Tensor((len(X) * variables, columns), tuple(entries))


def _exponents(variables: int, degree: int) -> list[tuple[int, ...]]:
    if variables == 1:
        return [(degree,)]
    return [(e, *rest) for e in range(degree, -1, -1) for rest in _exponents(variables - 1, degree - e)]


def _slope(x: Sequence[Any], exponents: Sequence[int], j: int) -> Any:
    """The partial derivative of a monomial by variable j."""
    if not exponents[j]:
        return 0
    return exponents[j] * prod(t ** (e - (i == j)) for i, (t, e) in enumerate(zip(x, exponents, strict=True)))
