"""To TensorLy and back. The way there rounds to floats; the way back takes integers only, so nothing is guessed."""

from __future__ import annotations

from typing import Any

from algebra_tnn.exact import exact_number
from algebra_tnn.tensors import CP, Tensor


def to_tensorly(given: Tensor | CP) -> Any:
    """A tensor as an array of floats; a decomposition as a ``CPTensor`` with weights 1 and factors of floats."""
    import numpy as np

    if isinstance(given, Tensor):
        return np.array([float(x) for x in given.entries]).reshape(given.shape)
    from tensorly.cp_tensor import CPTensor

    factors = [np.array([[float(x) for x in row] for row in factor]) for factor in given.factors]
    return CPTensor((np.ones(given.length), factors))


def from_tensorly(given: Any) -> Tensor | CP:
    """The exact tensor of an array, or the exact decomposition of a ``CPTensor`` or a pair (weights, factors).

    Floats that are integers below 2^53 are taken as these; weights go to the first factor.

    Raises: TypeError for any other float, with the remedy ``rationalize``.
    """
    if hasattr(given, "ndim"):
        return Tensor.from_nested(_integral(given.tolist(), "the tensor"))
    weights, factors = given
    exact = [_integral(factor.tolist(), f"factors[{i}]") for i, factor in enumerate(factors)]
    if weights is not None:
        scales = _integral(list(weights), "the weights")
        exact[0] = [[x * scale for x, scale in zip(row, scales, strict=True)] for row in exact[0]]
    return CP.from_factors(*exact)


def _integral(value: Any, place: str) -> Any:
    if isinstance(value, list):
        return [_integral(x, f"{place}[{i}]") for i, x in enumerate(value)]
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return exact_number(value, place)
