"""Updates of rank at most r, and no fewer: B A.

**Instance.** 3×3 matrices B A with r = 2. In `INSTANCES` other sizes.

**Proof.** ⟨u, B A v⟩ = Σ_k ⟨u, b_k⟩⟨a_k, v⟩ with the columns b_k of B and the rows a_k of A: a sum of r products, for
all B and A. Every matrix of rank at most r is one, by elimination.

**Established here.** The separation rank of u in ⟨u, B A v⟩ is r for almost all B and A, and at most that for all, over
Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That updates of trained networks have small ranks.

**See also** `depth/low_rank_update_added`.
"""

from algebra_tnn import SeparationRankBetween, Verdict, verify
from algebra_tnn.models.structured import LowRankUpdate

INSTANCE = LowRankUpdate(rows=3, columns=3, rank=2)
INSTANCES = [INSTANCE, LowRankUpdate(4, 2, 1), LowRankUpdate(3, 5, 3)]


def proof(instance: LowRankUpdate = INSTANCE) -> Verdict:
    return verify(SeparationRankBetween(instance.update.law(), ("x0",), instance.rank, instance.rank))
