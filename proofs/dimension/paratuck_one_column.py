"""With one column in B, ParaTuck-2 is a factorization of a matrix, whatever the number of slices.

**Limits** `dimension/paratuck`.

**Instance.** (I,J,K) = (3,3,4) and (R,S) = (2,1): the count is 23 − 9 = 14.

**Proof.** The slices are h_k A diag(f) g_k bᵀ, that is, a matrix A diag(f) G′ᵀ of rank at most R times b: GL(R) acts in
the place of the torus, and R (R − 1) = 2 dimensions are missing for every K.

**Established here.** That the dimension is at least 14 is refuted, over Q and every extension; in the wide run for K
= 2 and K = 8, too.

**Taken on trust.** Nothing.

**Not claimed.** Nothing besides.

**See also** `dimension/paratuck_few_slices`.
"""

from algebra_tnn import DimensionAtLeast, Verdict, verify
from algebra_tnn.tensors.formats import ParaTuck2Format

INSTANCE = ParaTuck2Format((3, 3, 4), (2, 1))
INSTANCES = [INSTANCE, ParaTuck2Format((3, 3, 2), (2, 1)), ParaTuck2Format((3, 3, 8), (2, 1))]


def proof(instance: ParaTuck2Format = INSTANCE) -> Verdict:
    K, (R, S) = instance.shape[2], instance.ranks
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - (2 * R + 2 * S + K - 1)))
