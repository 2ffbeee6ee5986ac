"""The families whose models can be swept."""

from __future__ import annotations

from algebra_tnn.atlas.families.family import Family, Space
from algebra_tnn.atlas.families.networks import NETWORKS
from algebra_tnn.atlas.families.varieties import VARIETIES

__all__ = ["FAMILIES", "Family", "Space"]

FAMILIES: dict[str, Family] = {family.name: family for family in (NETWORKS, VARIETIES)}
