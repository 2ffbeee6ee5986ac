"""With few slices, ParaTuck-2 is all of a Tucker format, and more than rescalings may be moved.

**Limits** `dimension/paratuck`.

**Instance.** (I,J,K) = (3,2,4) and (R,S) = (2,2): the count is 30 − 11 = 19.

**Proof.** R (R − 1) + S (S − 1) = 4 is above (K − 1)(R − 1)(S − 1) = 3, so the other bound, 16 + 2 + 0 = 18, is less.

**Established here.** That the dimension is at least 19 is refuted, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Nothing besides.

**See also** `dimension/paratuck_one_column`.
"""

from algebra_tnn import DimensionAtLeast, Verdict, verify
from algebra_tnn.tensors.formats import ParaTuck2Format

INSTANCE = ParaTuck2Format((3, 2, 4), (2, 2))
INSTANCES = [INSTANCE, ParaTuck2Format((3, 3, 4), (2, 2)), ParaTuck2Format((3, 3, 3), (2, 2))]


def proof(instance: ParaTuck2Format = INSTANCE) -> Verdict:
    K, (R, S) = instance.shape[2], instance.ranks
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - (2 * R + 2 * S + K - 1)))
