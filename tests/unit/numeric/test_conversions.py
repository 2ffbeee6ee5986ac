from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
import tensorly

from algebra_tnn import CP, Tensor
from algebra_tnn.numeric import from_tensorly, to_tensorly
from algebra_tnn.tensors.values import MatrixTerm, TensorRing, TensorTrain, TensorTrainMatrix, Tucker
from tests.unit.tensors.values.samples import one_of_each

T = CP.from_factors([[1, 2], [0, -1]], [[1, 1], [0, 3], [2, 0]], [[5, 1]])


def test_there_and_back() -> None:
    assert from_tensorly(to_tensorly(T)) == T
    assert from_tensorly(to_tensorly(T.tensor())) == T.tensor()


def test_the_tensor_is_the_same() -> None:
    assert np.array_equal(tensorly.cp_to_tensor(to_tensorly(T)), to_tensorly(T.tensor()))
    assert to_tensorly(Tensor((1, 2), (Fraction(1, 2), 3))).tolist() == [[0.5, 3.0]]


def test_weights_go_to_the_first_factor() -> None:
    found = from_tensorly((np.array([2.0, -1.0]), [np.array([[1.0, 1.0]]), np.array([[3, 4]])]))
    assert found == CP.from_factors([[2, -1]], [[3, 4]])
    assert from_tensorly((None, [np.array([[1.0]]), np.array([[3.0]])])) == CP.from_factors([[1]], [[3]])


@pytest.mark.parametrize("value", [0.5, 2.0**60, np.nan])
def test_other_floats_are_refused_with_the_remedy(value: float) -> None:
    with pytest.raises(TypeError, match=r"factors\[1\]\[0\]\[0\] is the float .*rationalize\(array, max_denominator"):
        from_tensorly((None, [np.array([[1.0]]), np.array([[value]])]))
    with pytest.raises(TypeError, match=r"the tensor\[0\]\[1\] is the float"):
        from_tensorly(np.array([[1.0, value]]))


@pytest.mark.parametrize("kind", [Tucker, TensorTrain, TensorRing, TensorTrainMatrix])
def test_formats_there_and_back(kind: type) -> None:
    (given,) = (value for value in one_of_each(4) if type(value) is kind)
    assert from_tensorly(to_tensorly(given)) == given


def test_a_core_and_factors() -> None:
    found = from_tensorly((np.array([[1.0, 0.0]]), [np.array([[2.0]]), np.array([[1.0, 3.0]])]))
    assert found == Tucker.of([[1, 0]], [[[2]], [[1, 3]]])


def test_floats_in_formats_are_refused() -> None:
    from tensorly.tt_tensor import TTTensor

    train = TTTensor([np.array([[[1.0], [0.0]]]), np.array([[[0.1]]])])
    with pytest.raises(TypeError, match=r"cores\[1\]\[0\]\[0\]\[0\] is the float 0.1; .*rationalize"):
        from_tensorly(train)
    with pytest.raises(TypeError, match=r"^core\[0\]\[0\] is the float 0.5"):
        from_tensorly((np.array([[0.5]]), [np.array([[1.0]])] * 2))


def test_what_is_not_converted() -> None:
    with pytest.raises(TypeError, match="TensorLy has no format for MatrixTerm; convert its tensor"):
        to_tensorly(MatrixTerm.of([[1]], [[1]], [1]))
    with pytest.raises(TypeError, match="list is no array and none of TensorLy's decompositions"):
        from_tensorly([np.ones((1, 2, 1))] * 3)
