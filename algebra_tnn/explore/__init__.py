"""Questions whose answers are claims: numbers with a proved lower and a proved upper bound."""

from algebra_tnn.explore.bounds import Bounds
from algebra_tnn.explore.dimensions import Dimension, dimension
from algebra_tnn.explore.filling_search import MinimalFillings, minimal_fillings
from algebra_tnn.explore.fillings import Filling, filling, sufficient_widths
from algebra_tnn.explore.generic_ranks import GenericRank, generic_k_rank, generic_rank
from algebra_tnn.explore.identifiability import Identifiability, identifiable
from algebra_tnn.explore.kruskal_ranks import kruskal_rank
from algebra_tnn.explore.tensor_ranks import tensor_rank
from algebra_tnn.explore.thresholds import Threshold, threshold
from algebra_tnn.explore.weights import Determination, determination

__all__ = [
    "Bounds",
    "Determination",
    "Dimension",
    "Filling",
    "GenericRank",
    "Identifiability",
    "MinimalFillings",
    "Threshold",
    "determination",
    "dimension",
    "filling",
    "generic_k_rank",
    "generic_rank",
    "identifiable",
    "kruskal_rank",
    "minimal_fillings",
    "sufficient_widths",
    "tensor_rank",
    "threshold",
]
