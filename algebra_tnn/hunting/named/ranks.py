"""Wrong statements about ranks of tensors, and about the field over which they are asked."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from algebra_tnn.hunting.evidence import Evidence, compared
from algebra_tnn.hunting.named.comparisons import at_most
from algebra_tnn.hunting.named.named_hunt import Named

if TYPE_CHECKING:
    from algebra_tnn.explore.bounds import Bounds
    from algebra_tnn.hunting.spaces.small_tensors import SmallTensors
    from algebra_tnn.tensors import Tensor

# ------------------------------------------------------------------------------------------------- predicates


def no_larger_over_reals(tensor: Tensor) -> Evidence:
    """That the rank over R is at most the one over C."""
    return at_most(_rank(tensor, "R"), _rank(tensor, "C"))


def no_larger_over_rationals(tensor: Tensor) -> Evidence:
    """That the rank over Q is at most the one over R."""
    return at_most(_rank(tensor, "Q"), _rank(tensor, "R"))


def no_larger_modulo_two(tensor: Tensor) -> Evidence:
    """That the rank over GF(2) is at most the one over Q."""
    return at_most(_rank(tensor, "GF(2)"), _rank(tensor, "Q"))


def no_larger_than_border_rank(tensor: Tensor) -> Evidence:
    """That the rank over C is at most the border rank over Q, which is no less than that over C."""
    from algebra_tnn.explore import border_rank

    return at_most(_rank(tensor, "C"), border_rank(tensor))


def next_to_flattenings(tensor: Tensor) -> Evidence:
    """That the rank over C is at most one above the largest rank of a flattening."""
    from algebra_tnn.exact import Q
    from algebra_tnn.provers.tensor_ranks import flattening_ranks

    return compared(_rank(tensor, "C"), "<=", max(flattening_ranks(tensor, Q).values()) + 1)


def trains_of_any_order(tensor: Tensor) -> Evidence:
    """That tensor trains of all orders of the modes have the same largest bond."""
    from algebra_tnn.exact import Q
    from algebra_tnn.provers.tensor_ranks import flattening_ranks
    from algebra_tnn.tensors import Tensor

    modes, ranks = frozenset(range(tensor.order)), dict[frozenset[int], int]()
    for side, bond in flattening_ranks(tensor, Q).items():
        ranks[frozenset(side)] = ranks[modes - frozenset(side)] = bond
    bonds = [
        max((frozenset(order[:k]) for k in range(1, tensor.order)), key=lambda side: ranks[side])
        for order in permutations(range(tensor.order))
    ]  # for each order a side where the bond is largest
    most, least = (some(bonds, key=lambda side: ranks[side]) for some in (max, min))
    flattenings = (Tensor.from_nested([*map(list, tensor.matricized(sorted(side)))]) for side in (most, least))
    return at_most(*(_rank(flattening, "Q") for flattening in flattenings))


def _rank(tensor: Tensor, field: str) -> Bounds:
    from algebra_tnn.exact import Field
    from algebra_tnn.explore import tensor_rank

    return tensor_rank(tensor, Field.named(field))


# ------------------------------------------------------------------------------------------------- spaces


def integers_in_two_by_two_by_two() -> SmallTensors:
    from algebra_tnn.hunting.spaces.small_tensors import SmallTensors

    return SmallTensors(shapes=((2, 2, 2),), values=(-2, -1, 0, 1, 2))


def zeros_and_ones() -> SmallTensors:
    """With modes of size two, since there all ranks are proved."""
    from algebra_tnn.hunting.spaces.small_tensors import SmallTensors

    return SmallTensors(shapes=((2, 2), (2, 2, 2), (2, 2, 2, 2)))


HUNTS = (
    Named(
        "rank-over-the-reals",
        "A17",
        "Is the rank of a tensor over the real numbers its rank over the complex numbers?",
        None,
        no_larger_over_reals,
        integers_in_two_by_two_by_two,
    ),
    Named(
        "rank-over-the-rationals",
        "A17",
        "Is the rank of a tensor over the rational numbers its rank over the real numbers?",
        None,
        no_larger_over_rationals,
        integers_in_two_by_two_by_two,
    ),
    Named(
        "rank-modulo-two",
        "E13b",
        "Is the rank of a tensor of zeros and ones modulo 2 at most its rank over the rational numbers?",
        None,
        no_larger_modulo_two,
        zeros_and_ones,
    ),
    Named(
        "border-rank-is-rank",
        "A16",
        "Is the rank of a tensor its border rank?",
        None,
        no_larger_than_border_rank,
        zeros_and_ones,
    ),
    Named(
        "rank-next-to-flattenings",
        "A2",
        "Is the rank of a tensor at most one above the largest rank of a flattening?",
        None,
        next_to_flattenings,
        zeros_and_ones,
    ),
    Named(
        "trains-of-any-order",
        "A6",
        "Is the largest bond of a tensor train the same for all orders of the modes?",
        None,
        trains_of_any_order,
        zeros_and_ones,
    ),
)
