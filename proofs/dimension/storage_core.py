"""What Tucker tensors need is exponential in the number of modes.

**Limits** `dimension/storage`.

**Instance.** Six modes of size 2 and all ranks 2: a tensor train stores 2nr + (d − 2) n r² = 40 numbers.

**Proof.** The dimension of the Tucker format is r^d + d r (n − r) = 64, by its own formula.

**Established here.** That the dimension is at most 40 is refuted, over Q and every extension: the bound of one format
is none for another one, and a core of r^d entries is not a matter of notation.

**Taken on trust.** Nothing.

**Not claimed.** Anything about the tensors that occur in practice.
"""

from algebra_tnn import DimensionAtMost, Verdict, verify
from algebra_tnn.tensors.formats import TuckerFormat

INSTANCE = TuckerFormat((2,) * 6, (2,) * 6)


def proof(instance: TuckerFormat = INSTANCE) -> Verdict:
    d, n, r = len(instance.shape), instance.shape[0], instance.ranks[0]
    return verify(DimensionAtMost(instance.law(), 2 * n * r + (d - 2) * n * r**2))
