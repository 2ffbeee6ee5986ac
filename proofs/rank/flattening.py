"""A flattening at two modes sees what no unfolding at one mode sees.

**Instance.** Σ_ij e_i ⊗ e_j ⊗ e_i ⊗ e_j of shape 2×2×2×2: two pairs of modes, each maximally entangled.

**Proof.** A rank-one tensor has flattenings of rank one, and flattening is linear; so every flattening of a sum of r
terms has rank at most r. At the modes 0, 1 the instance flattens to the 4×4 identity, at single modes to 2×8
matrices, and at the modes 0, 2 to a matrix of rank one: the bound depends on the bipartition, and all of them count.

**Established here.** The rank is 4, over Q and every extension: the flattening at modes 0, 1 from below, four terms
from above.

**Taken on trust.** Nothing.

**Not claimed.** That some flattening always attains the rank.

**See also** `rank/four_qubits`: all flattenings of rank 2, and yet rank 4.
"""

from itertools import product

from algebra_tnn import Tensor, TensorRankBetween, Verdict, verify

INSTANCE = Tensor((2, 2, 2, 2), tuple(int((i, j) == (k, m)) for i, j, k, m in product(range(2), repeat=4)))


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(instance, 4, 4))
