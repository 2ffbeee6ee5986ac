"""Wrong statements about tensor networks and formats: least cuts, equal nodes, numbers of parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from algebra_tnn.certificates import Status
from algebra_tnn.hunting.evidence import Evidence, compared
from algebra_tnn.hunting.named.answers import resting_on
from algebra_tnn.hunting.named.comparisons import resting_on_all
from algebra_tnn.hunting.named.named_hunt import Named

if TYPE_CHECKING:
    from algebra_tnn.hunting.spaces.given import Listed
    from algebra_tnn.hunting.spaces.parted_networks import EqualRing, PartedRing
    from algebra_tnn.models import PolynomialNetwork
    from algebra_tnn.tensors.formats import ParaTuck2Format

# ------------------------------------------------------------------------------------------------- predicates


def cut_is_attained(each: PartedRing) -> Evidence:
    """That the flattening of general nodes has the size of a least cut as its rank."""
    from algebra_tnn.explore.flattening_orbits import flattening_at_most
    from algebra_tnn.explore.separation import separation_rank

    known, cut = separation_rank(each.ring, each.side), each.cut
    if known.lower == cut:
        return compared(known, "==", cut)
    above = flattening_at_most(each.ring, each.side, known.lower)
    if above is None:
        return Evidence("undecided", f"the rank is {known.lower} at one point, and the least cut is {cut}")
    entries = each.ring.parameter_count
    says = (
        f"the rank is at most {known.lower} for all nodes, as dim (θ, M(θ) v) ≤ {entries} + {known.lower} for the "
        f"flattening M and {entries} entries θ of nodes, and the least cut is {cut}"
    )
    return resting_on(above, "refuted", says)


def equal_nodes_are_as_good(ring: EqualRing) -> Evidence:
    """That the flattening of general equal nodes has the rank of that of general independent ones."""
    from algebra_tnn.explore.generic_matrix_ranks import generic_matrix_rank
    from algebra_tnn.explore.separation import separation_rank

    free, equal = separation_rank(ring.independent, ring.side), generic_matrix_rank(ring.flattening())
    says = f"the rank is at most {equal.upper} for equal nodes, and {free.lower} for general independent ones"
    status: Status = "undecided"
    if equal.upper < free.lower:
        status = "refuted"
    elif equal.lower >= free.upper:
        status, says = "proved", f"the rank is {equal.lower} for general equal nodes, and for independent ones"
    return resting_on_all((*free.verdicts, *equal.verdicts), status, says)


def has_expected_dimension(model: ParaTuck2Format | PolynomialNetwork) -> Evidence:
    """That the dimension is that of the whole space or the number of parameters without rescalings."""
    from algebra_tnn.explore import dimension

    return compared(dimension(model), "==", model.expected_dimension)


# ------------------------------------------------------------------------------------------------- spaces


def rings_with_bonds_of_size_two() -> Listed[PartedRing]:
    from algebra_tnn.hunting.spaces.parted_networks import parted_rings

    return parted_rings((3, 4), modes=(2, 3, 4), bonds=(2,))


def small_equal_rings() -> Listed[EqualRing]:
    from algebra_tnn.hunting.spaces.parted_networks import equal_rings

    return equal_rings((2, 3, 4), modes=(2, 3), bonds=(2, 3))


def small_paratuck2_formats() -> Listed[ParaTuck2Format]:
    from algebra_tnn.hunting.spaces.formats import paratuck2_formats

    return paratuck2_formats(ranks=(2, 3), rows=(2, 3, 4), slices=(1, 2, 3, 4, 5, 6))


def balanced_two_layer_networks() -> Listed[PolynomialNetwork]:
    from algebra_tnn.hunting.spaces.formats import two_layer_networks

    return two_layer_networks(most_weights=72, degrees=(2, 3))


HUNTS = (
    Named(
        "ring-cuts",
        "A9",
        "Is the rank of the flattening of a tensor ring with general nodes the size of a least cut?",
        None,
        cut_is_attained,
        rings_with_bonds_of_size_two,
        most=2,
    ),
    Named(
        "equal-nodes",
        "A9a",
        "Do rings of equal nodes tie their modes together as strongly as rings of independent nodes?",
        None,
        equal_nodes_are_as_good,
        small_equal_rings,
    ),
    Named(
        "paratuck-few-slices",
        "A12",
        "Does ParaTuck-2 lose nothing but rescalings of its parameters, however few slices there are?",
        None,
        has_expected_dimension,
        small_paratuck2_formats,
        most=3,
    ),
    Named(
        "two-layer-defects",
        "B16",
        "Do all weights count, without rescalings, in networks of two layers and several outputs that are balanced?",
        None,
        has_expected_dimension,
        balanced_two_layer_networks,
        most=4,
    ),
)
