"""Certificates for tensor rank and border rank, and the search for short decompositions."""

from algebra_tnn.provers.tensor_ranks.lower import (
    as_tensor,
    bipartitions,
    exhaustion,
    flattening,
    flattening_ranks,
    hyperdeterminant,
    number_of_sums,
    rank_one_tensors,
    shortest_sum,
    unique_length,
    uniqueness,
)
from algebra_tnn.provers.tensor_ranks.short_terms import slice_terms
from algebra_tnn.provers.tensor_ranks.upper import (
    Found,
    approximating_curve,
    decomposition,
    found_decompositions,
    shortest_found,
    upper_certificate,
)

__all__ = [
    "Found",
    "approximating_curve",
    "as_tensor",
    "bipartitions",
    "decomposition",
    "exhaustion",
    "flattening",
    "flattening_ranks",
    "found_decompositions",
    "hyperdeterminant",
    "number_of_sums",
    "rank_one_tensors",
    "shortest_found",
    "shortest_sum",
    "slice_terms",
    "unique_length",
    "uniqueness",
    "upper_certificate",
]
