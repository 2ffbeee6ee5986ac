"""Tensors with exact entries, their matricizations, and decompositions into rank-one terms."""

from algebra_tnn.tensors.cp import CP
from algebra_tnn.tensors.matrix_multiplication import matmul
from algebra_tnn.tensors.named import named_tensor
from algebra_tnn.tensors.products import khatri_rao, kronecker
from algebra_tnn.tensors.tensor import Tensor

__all__ = ["CP", "Tensor", "khatri_rao", "kronecker", "matmul", "named_tensor"]
