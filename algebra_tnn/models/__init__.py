"""Architectures of networks as frozen data: their laws, their known symmetries, their weights compared."""

from algebra_tnn.models.activations import Activation, Power
from algebra_tnn.models.equivalence import Equivalence, equivalence, transformed
from algebra_tnn.models.polynomial_network import PolynomialNetwork
from algebra_tnn.models.symmetries import Symmetries
from algebra_tnn.models.weights import WeightedNetwork

__all__ = [
    "Activation",
    "Equivalence",
    "PolynomialNetwork",
    "Power",
    "Symmetries",
    "WeightedNetwork",
    "equivalence",
    "transformed",
]
