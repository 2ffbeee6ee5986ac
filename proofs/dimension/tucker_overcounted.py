"""A core whose first unfolding has more rows than columns.

**Limits** `dimension/tucker`.

**Instance.** Shape 4×3×3 and ranks (3,1,1): the formula says 3 + 3·1 + 2 + 2 = 10.

**Proof.** The core is a vector, and U_0 times it another one: these are the tensors of rank at most one, of dimension
4 + 3 + 3 − 2 = 8.

**Established here.** That the dimension is at least 10 is refuted, over Q and every extension. Only R_0 ≤ R_1 R_2
fails.

**Taken on trust.** Nothing.

**Not claimed.** That the formula is too large whenever R_0 > R_1 R_2: for shape 3×3×3 it says 7, which is right, since
U_0 is then no restriction.
"""

from math import prod

from algebra_tnn import DimensionAtLeast, Verdict, verify
from algebra_tnn.tensors.formats import TuckerFormat

INSTANCE = TuckerFormat((4, 3, 3), (3, 1, 1))
INSTANCES = [INSTANCE, TuckerFormat((3, 3, 3), (2, 1, 1))]


def proof(instance: TuckerFormat = INSTANCE) -> Verdict:
    sizes = zip(instance.shape, instance.ranks, strict=True)
    return verify(DimensionAtLeast(instance.law(), prod(instance.ranks) + sum(r * (n - r) for n, r in sizes)))
