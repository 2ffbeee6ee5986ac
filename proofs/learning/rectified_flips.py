"""ReLU networks with the same function that no permutation and positive scaling relates.

**Limits** `learning/rectified_sign`.

**Instance.** Widths (2,3,1) without biases: w_2 = −w_0 − w_1, and all outgoing weights are 1. All three neurons change
their signs. No linear part is needed, as Σ_j a_j w_j = 0.

**Proof.** Σ_j ρ(z_j) − Σ_j ρ(−z_j) = Σ_j z_j = 0. The directions of w_0, w_1 and w_2 are six with those of their
negatives, and none is a positive multiple of another one, unless w_0 and w_1 are parallel. A permutation and positive
scalings would keep the directions.

**Established here.** With p_j for ρ(z_j), q_j for ρ(−z_j) and w_0, w_1 free, the difference vanishes wherever
p_j − q_j = z_j, as an identity with cofactors, over Q and every extension. So it goes too far to read the
statement as if signs were determined where there is no linear part; and weights that are determined locally, as in
`identifiability/rectified_local`, may have others with the same function.

**Taken on trust.** Nothing.

**Not claimed.** That weights with Σ a_j w_j = 0 are general: they are not.
"""

from functools import partial
from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import einsum, named
from algebra_tnn.models.rectified import RectifiedNetwork
from algebra_tnn.provers import cofactors

NETWORK = RectifiedNetwork((2, 3, 1))
WEIGHTS = {"W1": [[1, 0], [0, 1], [-1, -1]], "W2": [[1, 1, 1]]}
FLIPPED = {"W1": [[-1, 0], [0, -1], [1, 1]], "W2": [[1, 1, 1]]}
CLOSED = [[1, 0], [0, 1], [-1, -1]]  # w_0, w_1 and w_2 in terms of w_0 and w_1


def difference(x: Any, p: Any, q: Any, W: Any) -> Any:
    """Σ p_j − Σ q_j."""
    named("signs", p - q - einsum("jk,ki,i->j", CLOSED, W, x))
    return p.sum() - q.sum()


INSTANCE = Law.trace(difference, {"x": (2,), "p": (3,), "q": (3,)}, {"W": (2, 2)})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(Vanishes(instance, ("signs",)), by=partial(cofactors, cofactors={"signs": lambda: [1, 1, 1]}))
