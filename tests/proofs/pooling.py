"""The hypotheses of statements about networks with pooling, one by one, as they are for an instance."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from algebra_tnn import library, rank
from algebra_tnn.models.pooling import PoolingNetwork, network_of, pairs_network

Table = dict[str, bool]


def instance(name: str) -> Any:
    return library.load(f"depth/{name}").INSTANCE


def universality(pooling: str, network: PoolingNetwork) -> Table:
    """The hypotheses of D14 for one of its parts."""
    return {
        "pooling": network.pooling == pooling and network.activation == "relu",
        "independent templates": rank(network.templates) == len(network.templates) >= 2,
        "filters of their own": not network.shared,
    }


def equal_templates() -> Table:
    templates = instance("max_pooling_equal_templates")
    return universality("max", PoolingNetwork.shallow(2, len(templates[0]), 4, templates=templates))


def pairs(name: str) -> PoolingNetwork:
    network, _ = pairs_network(*instance(name))
    return network


def width(network: PoolingNetwork) -> Table:
    """The hypotheses of D15 about weights that need width, with r = M."""
    return {
        "pooling": network.pooling == "max" and network.activation == "relu",
        "r_0 ≥ r": network.channels[0] >= len(network.templates),
        "independent templates": rank(network.templates) == len(network.templates) >= 2,
    }


def units(network: PoolingNetwork) -> Table:
    return {"pooling": network.pooling == "max", "one layer": len(network.levels) == 2}


def one_unit(templates: list[list[int]]) -> Table:
    """A vector is negative at all templates unless a combination of these with weights from 0 on is zero."""
    one, two = templates
    return {"pooling": True, "some vector is negative": any(x + y for x, y in zip(one, two, strict=True))}


TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "depth/max_pooling_equal_templates": ("independent templates", equal_templates),
    "depth/max_pooling_shared": (
        "filters of their own",
        lambda: universality("max", PoolingNetwork.shallow(2, instance("max_pooling_shared"), 4, shared=True)),
    ),
    "depth/average_pooling_max": (
        "pooling",
        lambda: universality("average", network_of(instance("average_pooling_max"))[0]),
    ),
    "depth/max_pooling_narrow": ("r_0 ≥ r", lambda: width(pairs("max_pooling_narrow"))),
    "depth/max_pooling_two_levels": ("one layer", lambda: units(pairs("max_pooling_two_levels"))),
    "depth/max_pooling_opposite": ("some vector is negative", lambda: one_unit(instance("max_pooling_opposite"))),
}
