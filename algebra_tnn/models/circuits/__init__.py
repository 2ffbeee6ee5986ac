"""Arithmetic circuits: convolutional ones, shallow and deep, on any pooling tree; sum-product networks."""

from algebra_tnn.models.circuits.deep import DeepCircuit, ShallowCircuit
from algebra_tnn.models.circuits.links import weights_of_links
from algebra_tnn.models.circuits.mixtures import MixtureOfTrees
from algebra_tnn.models.circuits.overlapping import OverlappingCircuit
from algebra_tnn.models.circuits.spans import channel_spans
from algebra_tnn.models.circuits.sum_product import SumProductNetwork
from algebra_tnn.models.circuits.symmetric_products import law_of_symmetric_products
from algebra_tnn.models.circuits.trees import binary_tree, pooling_tree, swapped_tree, windows_of

__all__ = [
    "DeepCircuit",
    "MixtureOfTrees",
    "OverlappingCircuit",
    "ShallowCircuit",
    "SumProductNetwork",
    "binary_tree",
    "channel_spans",
    "law_of_symmetric_products",
    "pooling_tree",
    "swapped_tree",
    "weights_of_links",
    "windows_of",
]
