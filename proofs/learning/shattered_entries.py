"""The four entries of a 2×2 matrix of rank one are not shattered.

**Limits** `learning/shattered`.

**Instance.** The points are the unit matrices, so that the signs are those of a_0 b_0, a_0 b_1, a_1 b_0 and a_1 b_1.

**Proof.** The product of all four is (a_0 a_1 b_0 b_1)². If three entries are negative, no factor is zero, and the
fourth is negative as well: three − and one + do not occur, whether + stands for > 0 or for ≥ 0. In the same way the
entries of an m×n matrix of rank one that belong to a cycle, as edges between rows and columns, are not shattered, while
those of a forest are: the largest number is m + n − 1.

**Established here.** The product of the four entries is ≥ 0 for all real a and b.

**Taken on trust.** Nothing.

**Not claimed.** That four points are never shattered: that depends on the points.
"""

from algebra_tnn import Law, Nonnegative, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.provers import squares

INSTANCE = (((1, 0), (0, 0)), ((0, 1), (0, 0)), ((0, 0), (1, 0)), ((0, 0), (0, 1)))


def proof(instance: tuple[tuple[tuple[int, ...], ...], ...] = INSTANCE) -> Verdict:
    law = Law.trace(
        lambda a, b: einsum(",,,->", *(einsum("ij,i,j->", point, a, b) for point in instance)),
        {"a": (2,), "b": (2,)},
        {},
    )
    terms = [(1, (), lambda a, b: einsum(",,,->", a[0], a[1], b[0], b[1]))]
    return verify(Nonnegative(law), by=lambda claim: squares(claim, squares=terms))
