"""Linear attention with two layers: more than any one layer has.

**Instance.** Two tokens of dimension 2, two layers with one head of width 2: rank 15.

**Proof.** From above 2 + 4 + 5 + 3 + 1 by `depth/attention`: f is of degree 9, odd in x_0 and even in x_1, and there
are 2, 4, 6, 8, 10 monomials of the degrees 1, 3, … in x_0, and 9, 7, 5, 3, 1 of the degrees 8, 6, … in x_1. From below
by a minor. One layer has at most d + 1 = 3, whatever its heads.

**Established here.** For almost all weights the separation rank of {x_0} is 15, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That the bound is attained in general. At random weights modulo a prime it is for d = 2 and up to two
tokens on each side, 15, 16, 17, 18, and for three layers, 105; not for d = 3 with one token against two and one head,
39 < 41.

**See also** `depth/attention_narrow`, which has the smaller rank with one layer.
"""

from algebra_tnn import SeparationRankBetween, Verdict, verify
from algebra_tnn.models.attention import LinearAttention

RANK = 15
INSTANCE = LinearAttention(tokens=2, dimension=2, depth=2)


def proof(instance: LinearAttention = INSTANCE) -> Verdict:
    return verify(SeparationRankBetween(instance.law(), ("x0",), RANK, RANK))
