"""Networks whose linear maps have a structure: tensor formats, convolutions, low rank, products of given matrices."""

from algebra_tnn.models.structured.attention import LightningAttention
from algebra_tnn.models.structured.convolutional_network import ConvolutionalNetwork
from algebra_tnn.models.structured.convolutions import (
    Convolution,
    CPConvolution,
    TrainConvolution,
    TuckerConvolution,
)
from algebra_tnn.models.structured.gradients import WeightGradient
from algebra_tnn.models.structured.layers import LowRankUpdate, TrainLayer
from algebra_tnn.models.structured.lifting import StructuredProduct
from algebra_tnn.models.structured.normalized_attention import NormalizedAttention

__all__ = [
    "CPConvolution",
    "Convolution",
    "ConvolutionalNetwork",
    "LightningAttention",
    "LowRankUpdate",
    "NormalizedAttention",
    "StructuredProduct",
    "TrainConvolution",
    "TrainLayer",
    "TuckerConvolution",
    "WeightGradient",
]
