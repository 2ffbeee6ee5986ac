"""Questions whose answers are claims: numbers with a proved lower and a proved upper bound."""

from algebra_tnn.explore.bipartitions import SeparationRanks, separation_ranks
from algebra_tnn.explore.border_ranks import border_rank
from algebra_tnn.explore.bounds import Bounds
from algebra_tnn.explore.conserved import ConservedQuantities, conserved_quantities
from algebra_tnn.explore.decompositions import Agreement, decomposes
from algebra_tnn.explore.determined_nodes import NodeDetermination, node_determination
from algebra_tnn.explore.dimensions import Dimension, dimension
from algebra_tnn.explore.filling_search import MinimalFillings, minimal_fillings
from algebra_tnn.explore.fillings import Filling, filling, sufficient_widths
from algebra_tnn.explore.functional_dimensions import FunctionalDimension, functional_dimension
from algebra_tnn.explore.generic_matrix_ranks import GenericMatrixRank, generic_k_rank, generic_matrix_rank
from algebra_tnn.explore.generic_moments import GenericMoment, generic_moment
from algebra_tnn.explore.generic_ranks import GenericRank, generic_rank
from algebra_tnn.explore.identifiability import Identifiability, identifiable
from algebra_tnn.explore.kruskal_ranks import kruskal_rank
from algebra_tnn.explore.moment_inversion import weights_from_moments
from algebra_tnn.explore.moments import MomentDecomposition, moment_decomposition
from algebra_tnn.explore.recovery import RecoveredNetwork, network_from_jacobians
from algebra_tnn.explore.rectified_functions import SameFunction, same_function
from algebra_tnn.explore.separation import SeparationRank, separation_rank
from algebra_tnn.explore.shallow_widths import DepthEfficiency, depth_efficiency
from algebra_tnn.explore.tables import (
    Table,
    alexander_hirschowitz_table,
    generic_rank_table,
    identifiability_table,
)
from algebra_tnn.explore.tensor_ranks import tensor_rank
from algebra_tnn.explore.thresholds import Threshold, threshold
from algebra_tnn.explore.typical import TypicalRanks, typical_ranks
from algebra_tnn.explore.waring import WaringRank, waring_rank
from algebra_tnn.explore.weights import Determination, determination

__all__ = [
    "Agreement",
    "Bounds",
    "ConservedQuantities",
    "DepthEfficiency",
    "Determination",
    "Dimension",
    "Filling",
    "FunctionalDimension",
    "GenericMatrixRank",
    "GenericMoment",
    "GenericRank",
    "Identifiability",
    "MinimalFillings",
    "MomentDecomposition",
    "NodeDetermination",
    "RecoveredNetwork",
    "SameFunction",
    "SeparationRank",
    "SeparationRanks",
    "Table",
    "Threshold",
    "TypicalRanks",
    "WaringRank",
    "alexander_hirschowitz_table",
    "border_rank",
    "conserved_quantities",
    "decomposes",
    "depth_efficiency",
    "determination",
    "dimension",
    "filling",
    "functional_dimension",
    "generic_k_rank",
    "generic_matrix_rank",
    "generic_moment",
    "generic_rank",
    "generic_rank_table",
    "identifiability_table",
    "identifiable",
    "kruskal_rank",
    "minimal_fillings",
    "moment_decomposition",
    "network_from_jacobians",
    "node_determination",
    "same_function",
    "separation_rank",
    "separation_ranks",
    "sufficient_widths",
    "tensor_rank",
    "threshold",
    "typical_ranks",
    "waring_rank",
    "weights_from_moments",
]
