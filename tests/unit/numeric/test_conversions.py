from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
import tensorly

from algebra_tnn import CP, Tensor
from algebra_tnn.numeric import from_tensorly, to_tensorly

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
