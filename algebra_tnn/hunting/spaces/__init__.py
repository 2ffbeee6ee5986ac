"""Sets of instances in which counterexamples are looked for."""

from algebra_tnn.hunting.spaces.given import Drawn, Listed
from algebra_tnn.hunting.spaces.space import Space

__all__ = ["Drawn", "Listed", "Space"]
