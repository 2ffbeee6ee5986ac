"""Which function explains which rule."""

from __future__ import annotations

from collections.abc import Callable

from algebra_tnn.explaining import (
    dimension_counts,
    dimension_symmetries,
    dimensions_from_below,
    flows,
    identifiability,
    identities,
    kruskal_ranks,
    separation,
    tensor_ranks,
    uniqueness,
)
from algebra_tnn.explaining.steps import Argument, Step

EXPLAINED: dict[str, Callable[[Step], Argument]] = {
    **kruskal_ranks.EXPLAINED,
    **uniqueness.EXPLAINED,
    **tensor_ranks.EXPLAINED,
    **dimensions_from_below.EXPLAINED,
    **dimension_counts.EXPLAINED,
    **dimension_symmetries.EXPLAINED,
    **identifiability.EXPLAINED,
    **separation.EXPLAINED,
    **identities.EXPLAINED,
    **flows.EXPLAINED,  # its vector-fields send those of dimensions on
}
