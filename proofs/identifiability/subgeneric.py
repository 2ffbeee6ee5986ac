"""Tensors of less than the generic rank.

**Instance.** Sums of nine terms of shape 5×5×5, 117 of 125 dimensions: the last number of terms before they fill, which
is far beyond Kruskal's condition.

**Established here.** There is one decomposition for general parameters, over Q and every extension. Others in the
wide run, each next to an exception of the statement or the last before the terms fill.

**Taken on trust.** Nothing.

**Not claimed.** The statement for all shapes up to 15000 entries: it was computed by its authors, shape by shape.

**See also** `identifiability/six_terms`.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((5, 5, 5), (1, 1, 1), 9)
INSTANCES = [
    INSTANCE,
    PowerSum((4, 4, 4), (1, 1, 1), 5),
    PowerSum((3, 6, 6), (1, 1, 1), 7),
    PowerSum((2, 2, 2, 2, 2), (1, 1, 1, 1, 1), 4),
    PowerSum((3, 4, 5), (1, 1, 1), 5),
    PowerSum((3, 5, 5), (1, 1, 1), 6),
    PowerSum((2, 2, 2, 3), (1, 1, 1, 1), 3),
    PowerSum((3, 3, 3, 3), (1, 1, 1, 1), 8),
    PowerSum((2, 2, 2, 2, 2, 2), (1, 1, 1, 1, 1, 1), 9),
]


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1))
