"""One number on one side carries no more than its own monomials.

**Limits** `depth/feature_interactions`.

**Instance.** Three features, order 2, rank 1, and the first feature alone on its side.

**Proof.** f has degree 1 in x_0: two monomials.

**Established here.** That the separation rank of {x_0} is at least 3 = 2 + 1 is refuted: it is at most 2 for all
weights, over Q and every extension. Only the hypothesis that each side has enough features fails.

**Taken on trust.** Nothing.

**Not claimed.** Nothing about features that are vectors of several entries.
"""

from algebra_tnn import SeparationRankAtLeast, Verdict, verify
from algebra_tnn.models.products import FactorizationMachine

INSTANCE = (FactorizationMachine(features=3, rank=1), 1)


def proof(instance: tuple[FactorizationMachine, int] = INSTANCE) -> Verdict:
    machine, k = instance
    first = tuple(f"x{j}" for j in range(k))
    return verify(SeparationRankAtLeast(machine.law(), first, 3))
