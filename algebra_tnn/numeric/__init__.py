"""Cross-checks in floating point. Never evidence: an opinion here cannot change a verdict."""

from algebra_tnn.numeric.conversions import from_tensorly, to_tensorly
from algebra_tnn.numeric.cross_check import CrossCheck, cross_check
from algebra_tnn.numeric.rounding import rationalize

__all__ = ["CrossCheck", "cross_check", "from_tensorly", "rationalize", "to_tensorly"]
