"""Tensors given in a format: frozen values with exact entries, and the factorizations that find them."""

from algebra_tnn.tensors.values.block_terms import BlockTerms, MatrixTerm
from algebra_tnn.tensors.values.format_value import FormatValue
from algebra_tnn.tensors.values.hierarchical import HierarchicalTucker, hierarchical_tucker
from algebra_tnn.tensors.values.jennrich import NoDecomposition, jennrich_decomposition
from algebra_tnn.tensors.values.paratuck2 import ParaTuck2
from algebra_tnn.tensors.values.symmetric import SymmetricCP, symmetric_form
from algebra_tnn.tensors.values.trains import TensorRing, TensorTrain, TensorTrainMatrix, tensor_train
from algebra_tnn.tensors.values.tubal import (
    TubalProduct,
    fourier_blocks,
    fourier_slices,
    tubal_factorization,
    tubal_ranks,
)
from algebra_tnn.tensors.values.tucker import Tucker, tucker

__all__ = [
    "BlockTerms",
    "FormatValue",
    "HierarchicalTucker",
    "MatrixTerm",
    "NoDecomposition",
    "ParaTuck2",
    "SymmetricCP",
    "TensorRing",
    "TensorTrain",
    "TensorTrainMatrix",
    "TubalProduct",
    "Tucker",
    "fourier_blocks",
    "fourier_slices",
    "hierarchical_tucker",
    "jennrich_decomposition",
    "symmetric_form",
    "tensor_train",
    "tubal_factorization",
    "tubal_ranks",
    "tucker",
]
