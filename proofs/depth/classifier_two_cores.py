"""A label in two cores is no mode of one core.

**Limits** `depth/classifier`.

**Instance.** Two inputs of dimension 2, two labels, f_l = ⟨a_l, x_0⟩ ⟨b_l, x_1⟩: bonds of size one, and both cores know
the label.

**Proof.** With the label in one core and bonds of size r, the separation rank between the inputs before a core and the
others is at most r, for all labels together. Here x_0 is on one side, and Σ_l y_l f_l is a sum of as many products as
there are labels.

**Established here.** That the separation rank of {x_0} is at most 1, the size of the bond, is refuted for general
weights, over Q and every extension. Only the hypothesis that one core has the label fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about one label for itself: each f_l is a train with bonds of size one.
"""

from algebra_tnn import Law, SeparationRankAtMost, Verdict, verify
from algebra_tnn.laws import einsum

BOND, LABELS, DIMENSION = 1, 2, 2
INSTANCE = Law.trace(
    lambda x0, x1, y, A, B: einsum("li,lj,i,j,l->", A, B, x0, x1, y),
    {"x0": (DIMENSION,), "x1": (DIMENSION,), "y": (LABELS,)},
    {"A": (LABELS, DIMENSION), "B": (LABELS, DIMENSION)},
)


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(SeparationRankAtMost(instance, ("x0",), BOND))
