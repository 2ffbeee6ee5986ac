"""The families whose models can be swept."""

from __future__ import annotations

from algebra_tnn.atlas.families.circuits import CIRCUITS, CircuitSpace
from algebra_tnn.atlas.families.family import Family, Space
from algebra_tnn.atlas.families.grassmannians import GRASSMANNIANS, GrassmannianSpace
from algebra_tnn.atlas.families.linear import LINEAR, LinearSpace
from algebra_tnn.atlas.families.networks import NETWORKS, NetworkSpace
from algebra_tnn.atlas.families.planted import PLANTED, PlantedSpace
from algebra_tnn.atlas.families.varieties import VARIETIES, VarietySpace

__all__ = [
    "FAMILIES",
    "CircuitSpace",
    "Family",
    "GrassmannianSpace",
    "LinearSpace",
    "NetworkSpace",
    "PlantedSpace",
    "Space",
    "VarietySpace",
]

FAMILIES: dict[str, Family] = {
    family.name: family for family in (NETWORKS, VARIETIES, GRASSMANNIANS, CIRCUITS, PLANTED, LINEAR)
}
