"""Feed-forward networks with rectified values, and the polyhedra on which they are affine."""

from algebra_tnn.models.rectified.polyhedra import Excluded, Polyhedron, Region, partition, regions, whole_space
from algebra_tnn.models.rectified.rectified_network import RectifiedNetwork

__all__ = ["Excluded", "Polyhedron", "RectifiedNetwork", "Region", "partition", "regions", "whole_space"]
