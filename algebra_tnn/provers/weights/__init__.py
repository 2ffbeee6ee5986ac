"""Given weights: others with the same function, which refute that they are determined, or their decomposition."""

from algebra_tnn.provers.weights.neuron_terms import decompositions_of, weights_of
from algebra_tnn.provers.weights.same_function import other_weights
from algebra_tnn.provers.weights.searches import searches

__all__ = ["decompositions_of", "other_weights", "searches", "weights_of"]
