"""Questions whose answers are claims: numbers with a proved lower and a proved upper bound."""

from algebra_tnn.explore.bounds import Bounds
from algebra_tnn.explore.dimensions import Dimension, dimension
from algebra_tnn.explore.kruskal_ranks import kruskal_rank
from algebra_tnn.explore.tensor_ranks import tensor_rank

__all__ = ["Bounds", "Dimension", "dimension", "kruskal_rank", "tensor_rank"]
