"""Jacobians at points of one line through the origin.

**Limits** `identifiability/recovered_weights`.

**Instance.** (2,2,2) with t², independent rows and columns, at three multiples of one point.

**Proof.** Slopes 2 ⟨a_i, x⟩ at multiples of one point are proportional, and the slices multiples of one matrix, which
has many factorizations.

**Established here.** That the terms of the Jacobians are essentially unique is refuted, over Q and every extension.
Only that the slopes of no two neurons are proportional fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about points of a line that is not through the origin.
"""

from algebra_tnn import EssentiallyUnique, PolynomialNetwork, Verdict, WeightedNetwork, verify
from algebra_tnn.models.derivatives import derivative_terms

INSTANCE = WeightedNetwork(PolynomialNetwork((2, 2, 2), degrees=2), [[[1, 0], [0, 1]], [[1, 1], [1, 2]]])
POINTS = [[1, 2], [2, 4], [3, 6]]


def proof(instance: WeightedNetwork = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(derivative_terms(instance, POINTS)))
