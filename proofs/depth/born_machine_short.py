"""Where a site is smaller than the bond, the square of a train may have a smaller rank.

**Limits** `depth/born_machine`.

**Instance.** Two sites of size 2 with a bond of 3: the first side is one vector of two entries.

**Proof.** As a polynomial in x_0 the function has degree 2, and there are three monomials of this degree.

**Established here.** That the separation rank of {x_0} is at least 6 = 3 · 4/2 is refuted: it is at most 3 for all
cores, over Q and every extension. Only the hypothesis r ≤ n fails.

**Taken on trust.** Nothing.

**Not claimed.** That the rank is r (r + 1)/2 for special cores.
"""

from algebra_tnn import SeparationRankAtLeast, Verdict, verify
from algebra_tnn.models.probabilistic import BornMachine

INSTANCE = (BornMachine(sites=2, dimension=2, bond=3), 1)


def proof(instance: tuple[BornMachine, int] = INSTANCE) -> Verdict:
    machine, k = instance
    left, r = tuple(f"x{i}" for i in range(k)), machine.bond
    return verify(SeparationRankAtLeast(machine.law(), left, r * (r + 1) // 2))
