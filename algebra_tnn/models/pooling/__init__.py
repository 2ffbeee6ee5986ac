"""Networks that pool rectified values, their grid tensors, and the cells of weights on which they are polynomial."""

from algebra_tnn.models.pooling.cells import Cell
from algebra_tnn.models.pooling.constructions import largest_rank, network_of, pairs_network, width_needed
from algebra_tnn.models.pooling.pooling_network import PoolingNetwork

__all__ = ["Cell", "PoolingNetwork", "largest_rank", "network_of", "pairs_network", "width_needed"]
