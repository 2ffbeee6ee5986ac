"""What a factorization machine knows of some of its features: 2 + rank · (1 + … + (order − 1)) numbers.

**Instance.** Four features, order 2 and rank 1, cut in the middle: rank 3. In `INSTANCES` ranks 4 and 5, and fields.

**Proof.** The sum over sets of t features splits by how many of them are on one side: f = f_S + f_rest − w_0 + Σ_t
Σ_s Σ_(0 < i < t) A^i(S) A^(t−i)(rest). So f is a sum of f_S · 1, of 1 · (f_rest − w_0), and of Σ_t rank · (t − 1)
more products. *Attained.* If each term of order t has t − 1 features of its own on each side, and w has one more,
these products are independent on each side for suitable weights, and a minor that is not zero there is not zero for
general ones.

**Established here.** The separation rank of the first features is 2 + rank · Σ_(t ≥ 2) (t − 1) for almost all weights,
and at most that for all, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** How many features are enough: each side has at most as many products as monomials.

**See also** `depth/feature_interactions_few`.
"""

from algebra_tnn import SeparationRankBetween, Verdict, verify
from algebra_tnn.models.products import FactorizationMachine

INSTANCE = (FactorizationMachine(features=4, rank=1), 2)
INSTANCES = [
    INSTANCE,
    (FactorizationMachine(features=6, rank=2), 3),
    (FactorizationMachine(features=6, rank=1, order=3), 3),
    (FactorizationMachine(features=2, rank=2, dimension=3), 1),
]


def count(machine: FactorizationMachine) -> int:
    return 2 + machine.rank * sum(range(1, machine.order))


def proof(instance: tuple[FactorizationMachine, int] = INSTANCE) -> Verdict:
    machine, k = instance
    first = tuple(f"x{j}" for j in range(k))
    return verify(SeparationRankBetween(machine.law(), first, count(machine), count(machine)))
