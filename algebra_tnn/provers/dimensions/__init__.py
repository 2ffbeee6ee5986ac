"""The dimension of the variety of a law's functions, from below and from above."""

from algebra_tnn.provers.dimensions.boxes import box_minor
from algebra_tnn.provers.dimensions.lower import generic_rank, jacobian_minor
from algebra_tnn.provers.dimensions.upper import best_plan, dimension_from_above, plans

__all__ = ["best_plan", "box_minor", "dimension_from_above", "generic_rank", "jacobian_minor", "plans"]
