"""With weights of both signs there is no bound.

**Limits** `hardness/motzkin_straus`, `hardness/motzkin_straus_attained`.

**Instance.** One edge and one more vertex, ω = 2, at x = (1, 1, −1): the entries sum to one.

**Proof.** x_0 x_1 = 1 > 1/4; at (t, t, 1 − 2t) it is t².

**Established here.** The value is 1, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Anything about x ≥ 0.
"""

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import einsum, fixed

INSTANCE = (1, 1, -1)
EDGES = [[0, 1, 0], [0, 0, 0], [0, 0, 0]]


def proof(instance: tuple[int, ...] = INSTANCE) -> Verdict:
    law = Law.trace(lambda x: einsum("ij,i,j->", EDGES, x, x) - 1, {"x": (3,)}, {})
    return verify(Vanishes(fixed(law, {"x": instance})))
