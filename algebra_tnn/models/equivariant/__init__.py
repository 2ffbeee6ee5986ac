"""Networks that commute with a group of permutations of their positions."""

from algebra_tnn.models.equivariant.equivariant_network import EquivariantNetwork
from algebra_tnn.models.equivariant.pair_orbits import cyclic_group, pair_orbits

__all__ = ["EquivariantNetwork", "cyclic_group", "pair_orbits"]
