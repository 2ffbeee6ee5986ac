"""With t³ − 1 over GF(3) the system is solved by x = 1 for every graph.

**Limits** `hardness/three_colourings`.

**Instance.** The complete graph on four vertices, p = t³ − 1, and the field GF(3), over which p = (t − 1)³.

**Proof.** p[s, t] = s² + st + t² is 3 = 0 at s = t = 1. Over C, GF(4), GF(7) and all fields with three cube roots of
one the system is right, and has no solution for this graph.

**Established here.** All equations hold at x = y = (1, 1, 1, 1), over GF(3) and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That GF(3) has no system of its own: with p = t³ − t it has.
"""

from itertools import combinations

from algebra_tnn import Field, Vanishes, Verdict, verify
from algebra_tnn.explore.reductions import colouring_law
from algebra_tnn.laws import fixed

INSTANCE = tuple(combinations(range(4), 2))
CUBIC = (-1, 0, 0)


def proof(instance: tuple[tuple[int, int], ...] = INSTANCE) -> Verdict:
    law = fixed(colouring_law(4, instance, CUBIC), {"x": [1] * 4, "y": [1] * 4})
    return verify(Vanishes(law, field=Field.named("GF(3)")))
