"""Provers: each searches for a certificate by one rule and is named after its theorem. Nobody trusts them.

A prover is a pure function from a claim to a ``Certificate``, or to a ``Shortfall`` that says by how much it failed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, assert_never

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import (
    BorderRankAtLeast,
    BorderRankAtMost,
    BorderRankBetween,
    Claim,
    Conserved,
    ConservedAtLeast,
    ConservedAtMost,
    ConservedBetween,
    DimensionAtLeast,
    DimensionAtMost,
    DimensionBetween,
    EssentiallyUnique,
    FunctionalDimensionAtLeast,
    KRankAtLeast,
    KRankAtMost,
    KRankBetween,
    Nonnegative,
    NotDetermined,
    NotEssentiallyUnique,
    NumberOfDecompositions,
    PositiveOnBox,
    SeparationRankAtLeast,
    SeparationRankAtMost,
    SeparationRankBetween,
    TensorRankAtLeast,
    TensorRankAtMost,
    TensorRankBetween,
    Vanishes,
)
from algebra_tnn.provers.bounds import both_bounds
from algebra_tnn.provers.classical import jennrich, kruskal, lovitz_petrov, rank_one
from algebra_tnn.provers.cofactors import cofactors
from algebra_tnn.provers.conserved import brackets, constant_along_flow, independent_quantities
from algebra_tnn.provers.dimensions import box_minor, dimension_from_above, jacobian_minor
from algebra_tnn.provers.dimensions.masked_minors import masked_minor
from algebra_tnn.provers.full_rank_factor import compound, ideal, points_modulo_prime, rank_one_point
from algebra_tnn.provers.identifiability import (
    bronowski,
    generic_kruskal,
    generic_uniqueness,
    linear_section,
    tangential_contact,
)
from algebra_tnn.provers.k_ranks import columns_independent, dependent_columns
from algebra_tnn.provers.koszul import koszul_flattening
from algebra_tnn.provers.matrix_multiplication import matmul_substitution
from algebra_tnn.provers.non_uniqueness import exchange, khatri_rao_relation, splitting
from algebra_tnn.provers.positivity import interval_signs
from algebra_tnn.provers.separation import coefficient_minor, cut
from algebra_tnn.provers.smooth_points import smooth_point
from algebra_tnn.provers.squares import squares
from algebra_tnn.provers.substitutions import substitution_method
from algebra_tnn.provers.tensor_ranks import (
    approximating_curve,
    decomposition,
    exhaustion,
    flattening,
    hyperdeterminant,
    unique_length,
    uniqueness,
)
from algebra_tnn.provers.weights import other_weights

Prover: TypeAlias = Callable[[Any], Certificate | Shortfall]

#  Rules that trust nothing come first, cheap ones before dear ones.
UNIQUENESS: tuple[Prover, ...] = (
    rank_one,
    jennrich,
    compound,
    kruskal,
    lovitz_petrov,
    ideal,
    points_modulo_prime,
    smooth_point,
)
#  These may take seconds, so the cheap rules of both sides come before them.
DEAR: frozenset[Prover] = frozenset(
    {ideal, points_modulo_prime, smooth_point, rank_one_point, splitting, substitution_method}
)
DECOMPOSITIONS: tuple[Prover, ...] = (
    generic_uniqueness,
    tangential_contact,
    generic_kruskal,
    linear_section,
    bronowski,
)
MOST_ROWS = 1150  # of one minor that the checker multiplies out within its work limit
NON_UNIQUENESS: tuple[Prover, ...] = (exchange, khatri_rao_relation, rank_one_point, splitting)


def provers_of(claim: Claim) -> tuple[Prover, ...]:
    """Everything that may prove the claim, in the order in which it is tried: the table of contents of the tool."""
    match claim:
        case EssentiallyUnique():
            return UNIQUENESS
        case NotEssentiallyUnique():
            return NON_UNIQUENESS
        case KRankAtLeast():
            return (columns_independent,)
        case KRankAtMost():
            return (dependent_columns,)
        case TensorRankAtLeast():
            return (
                *(flattening, koszul_flattening, hyperdeterminant, exhaustion, uniqueness),
                *(matmul_substitution, substitution_method),
            )
        case TensorRankAtMost():
            return (decomposition,)
        case BorderRankAtLeast():
            return (flattening, koszul_flattening)
        case BorderRankAtMost():
            return ()  # a curve is given, not found: provers.approximating_curve(curve)
        case DimensionAtLeast():
            return (box_minor, jacobian_minor) if claim.rank > MOST_ROWS else (jacobian_minor, box_minor)
        case DimensionAtMost():
            return (dimension_from_above,)
        case NumberOfDecompositions():
            return DECOMPOSITIONS
        case NotDetermined():
            return ()  # other weights are given, not found: provers.other_weights(others)
        case PositiveOnBox():
            return (interval_signs,)
        case SeparationRankAtLeast():
            return (coefficient_minor,)
        case SeparationRankAtMost():
            return (cut,)
        case Vanishes():
            return (cofactors,)
        case Nonnegative():
            return (squares,)
        case Conserved():
            return (constant_along_flow,)
        case ConservedAtLeast():
            return (independent_quantities,)
        case ConservedAtMost():
            return (brackets,)
        case FunctionalDimensionAtLeast():
            return (masked_minor,)
        case KRankBetween() | TensorRankBetween() | BorderRankBetween() | DimensionBetween() | SeparationRankBetween():
            return (both_bounds(provers_of),)
        case ConservedBetween():
            return (both_bounds(provers_of),)
        case _:
            assert_never(claim)


__all__ = [
    "DEAR",
    "DECOMPOSITIONS",
    "NON_UNIQUENESS",
    "UNIQUENESS",
    "Prover",
    "approximating_curve",
    "both_bounds",
    "box_minor",
    "brackets",
    "bronowski",
    "coefficient_minor",
    "cofactors",
    "columns_independent",
    "compound",
    "constant_along_flow",
    "cut",
    "decomposition",
    "dependent_columns",
    "dimension_from_above",
    "exchange",
    "exhaustion",
    "flattening",
    "generic_kruskal",
    "generic_uniqueness",
    "hyperdeterminant",
    "ideal",
    "independent_quantities",
    "interval_signs",
    "jacobian_minor",
    "jennrich",
    "khatri_rao_relation",
    "koszul_flattening",
    "kruskal",
    "linear_section",
    "lovitz_petrov",
    "masked_minor",
    "matmul_substitution",
    "other_weights",
    "points_modulo_prime",
    "provers_of",
    "rank_one",
    "rank_one_point",
    "smooth_point",
    "splitting",
    "squares",
    "substitution_method",
    "tangential_contact",
    "unique_length",
    "uniqueness",
]
