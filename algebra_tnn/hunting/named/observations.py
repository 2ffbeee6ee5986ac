"""The hunts that found what is recorded in ``proofs/observations``."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from algebra_tnn.hunting.evidence import Evidence, compared, conjunction, negation
from algebra_tnn.hunting.named.architectures import (
    blocks,
    dimension_at_least,
    filling_borders,
    finitely_identifiable,
    is_no_minimal_filling,
    some_architectures,
    widths_rise_and_fall_again,
)
from algebra_tnn.hunting.named.named_hunt import Named

if TYPE_CHECKING:
    from algebra_tnn.explore import Dimension
    from algebra_tnn.models import PolynomialNetwork


def as_large_as_its_parts_say(network: PolynomialNetwork) -> Evidence:
    """That the dimension of three layers is at least min(ambient, D + D′ − d_1 d_2), with those of its two parts."""
    parts = [_dimension(part) for part in blocks(network)]
    shared = network.widths[1] * network.widths[2]
    least, most = (
        min(network.ambient_dimension, sum(bounds) - shared)
        for bounds in ([part.lower for part in parts], [part.upper for part in parts])
    )
    whole = dimension_at_least(network, least)
    if whole.status == "refuted":
        known = (_at_least(part, part.lower) for part in parts)
        return negation(conjunction(negation(whole), *known))
    return whole if least == most else Evidence("undecided", f"the dimensions of the parts are not known: {whole.says}")


def _at_least(part: Dimension, number: int) -> Evidence:
    found = compared(part, ">=", number)
    return replace(found, says=f"{part.name}: {found.says.split(',')[0]}")


def localized(network: PolynomialNetwork) -> Evidence:
    """That each two layers are finitely identifiable with no more inputs than the least width up to there."""
    return conjunction(*map(finitely_identifiable, _cut_down(network)))


def _cut_down(network: PolynomialNetwork) -> list[PolynomialNetwork]:
    from algebra_tnn.models import PolynomialNetwork

    widths = network.widths
    return [
        PolynomialNetwork((min(widths[: i + 1]), *widths[i + 1 : i + 3]), (degree,))
        for i, degree in enumerate(network.degrees)
    ]


@lru_cache(maxsize=10_000)
def _dimension(network: PolynomialNetwork) -> Dimension:
    from algebra_tnn.explore import dimension

    return dimension(network)


HUNTS: tuple[Named, ...] = (
    Named(
        "three-layers-from-two-parts",
        "D19b",
        "Is the dimension of three layers as large as those of their two parts say, if the space allows it?",
        None,
        as_large_as_its_parts_say,
        lambda: some_architectures((3,), (2, 3, 4, 5, 6, 7), (1,), (5,), ambient=400),
    ),
    Named(
        "localization-explains-all",
        "G14",
        "Is finite identifiability always explained by localization, and so by conditions on widths and degrees?",
        finitely_identifiable,
        localized,
        lambda: some_architectures((3,), (2, 3, 4), (1, 2), (2, 3, 4), ambient=400),
    ),
    Named(
        "unimodal-filling-five-layers",
        "D27",
        "Do the widths of minimal filling networks with cubes, two outputs and up to five layers rise and then fall?",
        widths_rise_and_fall_again,
        is_no_minimal_filling,
        lambda: filling_borders(outputs=2, degree=3, layers=5),
        budget=600,
    ),
)
