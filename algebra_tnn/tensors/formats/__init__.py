"""Tensor formats: sums of einsums of named nodes, as frozen data with laws, gauge, dimension and pictures."""

from algebra_tnn.tensors.formats.block_terms import BlockTermFormat
from algebra_tnn.tensors.formats.cp import CPFormat, SymmetricCPFormat
from algebra_tnn.tensors.formats.flattenings import flattening_image
from algebra_tnn.tensors.formats.format import TensorFormat
from algebra_tnn.tensors.formats.gauge import Gauge
from algebra_tnn.tensors.formats.hierarchical import HierarchicalFormat
from algebra_tnn.tensors.formats.paratuck2 import ParaTuck2Format
from algebra_tnn.tensors.formats.tensor_network import TensorNetwork
from algebra_tnn.tensors.formats.trains import MatrixTrainFormat, RingFormat, TrainFormat
from algebra_tnn.tensors.formats.tubal import TubalFormat
from algebra_tnn.tensors.formats.tucker import TuckerFormat

__all__ = [
    "BlockTermFormat",
    "CPFormat",
    "Gauge",
    "HierarchicalFormat",
    "MatrixTrainFormat",
    "ParaTuck2Format",
    "RingFormat",
    "SymmetricCPFormat",
    "TensorFormat",
    "TensorNetwork",
    "TrainFormat",
    "TubalFormat",
    "TuckerFormat",
    "flattening_image",
]
