"""To TensorLy and back. The way there rounds to floats; the way back takes integers only, so nothing is guessed."""

from __future__ import annotations

from typing import Any, TypeAlias

from algebra_tnn.exact import exact_number
from algebra_tnn.tensors import CP, Tensor
from algebra_tnn.tensors.values import TensorRing, TensorTrain, TensorTrainMatrix, Tucker

Convertible: TypeAlias = Tensor | CP | Tucker | TensorTrain | TensorRing | TensorTrainMatrix


def to_tensorly(given: Convertible) -> Any:
    """The same in TensorLy's class, with arrays of floats: a tensor as an array, decompositions as ``CPTensor`` (with
    weights 1), ``TuckerTensor``, ``TTTensor``, ``TRTensor`` or ``TTMatrix``, which have the same conventions.

    Raises: TypeError for other formats, which TensorLy lacks; their ``tensor()`` is converted.
    """
    if isinstance(given, Tensor):
        return _floats(given)
    if isinstance(given, CP):
        import numpy as np
        from tensorly.cp_tensor import CPTensor

        factors = [np.array([[float(x) for x in row] for row in factor]) for factor in given.factors]
        return CPTensor((np.ones(given.length), factors))
    if isinstance(given, Tucker):
        from tensorly.tucker_tensor import TuckerTensor

        return TuckerTensor((_floats(given.core), [_floats(factor) for factor in given.factors]))
    if isinstance(given, (TensorTrain, TensorRing, TensorTrainMatrix)):
        return _class_of_cores(given)([_floats(core) for core in given.cores])
    raise TypeError(f"TensorLy has no format for {type(given).__name__}; convert its tensor(), which is exact")


def from_tensorly(given: Any) -> Convertible:
    """The exact tensor of an array, or the exact decomposition of one of TensorLy's classes ``CPTensor``,
    ``TuckerTensor``, ``TTTensor``, ``TRTensor``, ``TTMatrix``; or of a pair (weights, factors) or (core, factors).

    Floats that are integers below 2^53 are taken as these; weights go to the first factor.

    Raises: TypeError for any other float, with the remedy ``rationalize``, and for what is none of these.
    """
    if hasattr(given, "ndim"):
        return Tensor.from_nested(_integral(given.tolist(), "the tensor"))
    for value in (TensorTrain, TensorRing, TensorTrainMatrix):
        if type(given).__name__ == _NAMES[value]:
            return value.of([_integral(core.tolist(), f"cores[{k}]") for k, core in enumerate(given.factors)])
    try:
        first, factors = given
    except (TypeError, ValueError):
        raise TypeError(
            f"{type(given).__name__} is no array and none of TensorLy's decompositions; give an array, a TensorLy "
            "object, or a pair (weights, factors) or (core, factors); bare cores first become TTTensor or TRTensor"
        ) from None
    exact = [_integral(factor.tolist(), f"factors[{i}]") for i, factor in enumerate(factors)]
    if getattr(first, "ndim", 1) > 1:
        return Tucker.of(_integral(first.tolist(), "core"), exact)
    if first is not None:
        scales = _integral(list(first), "the weights")
        exact[0] = [[x * scale for x, scale in zip(row, scales, strict=True)] for row in exact[0]]
    return CP.from_factors(*exact)


#  TensorLy's classes by their names, so that they are recognized without importing TensorLy
_NAMES = {TensorTrain: "TTTensor", TensorRing: "TRTensor", TensorTrainMatrix: "TTMatrix"}


def _class_of_cores(given: TensorTrain | TensorRing | TensorTrainMatrix) -> Any:
    from tensorly.tr_tensor import TRTensor
    from tensorly.tt_matrix import TTMatrix
    from tensorly.tt_tensor import TTTensor

    return {TensorTrain: TTTensor, TensorRing: TRTensor, TensorTrainMatrix: TTMatrix}[type(given)]


def _floats(given: Any) -> Any:
    """Of a tensor or of a node, which both have a shape and entries."""
    import numpy as np

    return np.array([float(x) for x in given.entries]).reshape(given.shape)


def _integral(value: Any, place: str) -> Any:
    if isinstance(value, list):
        return [_integral(x, f"{place}[{i}]") for i, x in enumerate(value)]
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return exact_number(value, place)
