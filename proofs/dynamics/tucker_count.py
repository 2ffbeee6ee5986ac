"""For the Tucker format the quadratic forms of its bonds are all that gradient flow conserves.

**Instance.** Shape 2×2×2 and ranks 2, 2, 1: 14 parameters.

**Proof.** By `dynamics/symmetric_generators` each bond of size R between the core and a factor U gives the entries of
Uᵀ U − G_(k) G_(k)ᵀ, with the unfolding of the core at its mode k, R (R + 1)/2 in number: 3 + 3 + 1 here, with
independent gradients. Gradients and their brackets span 14 − 7 dimensions at a point, along which every conserved
quantity is constant.

**Established here.** There are exactly 7 independent conserved quantities, over Q and every extension. In the wide run
9 for ranks 2, 2, 2; the 3 + 3 of the two bonds of a tensor train 2×2×2 of ranks 2, 2; and 3 + 1 for lightning attention
of two tokens, Q Qᵀ − K Kᵀ, and |V|² − |K|² for the scaling.

**Taken on trust.** Nothing.

**Not claimed.** The number for all sizes.

**See also** `dynamics/no_quadratic_form`.
"""

from typing import NamedTuple

from algebra_tnn import ConservedBetween, Law, TrainFormat, TuckerFormat, Verdict, verify
from algebra_tnn.models.structured import LightningAttention


class Counted(NamedTuple):
    """A law and the number of independent quadratic forms that its symmetries give."""

    law: Law
    count: int


INSTANCE = Counted(TuckerFormat((2, 2, 2), (2, 2, 1)).law(), 3 + 3 + 1)
INSTANCES = [
    INSTANCE,
    Counted(TuckerFormat((2, 2, 2), (2, 2, 2)).law(), 3 + 3 + 3),
    Counted(TrainFormat((2, 2, 2), (2, 2)).law(), 3 + 3),
    Counted(LightningAttention(width=2, tokens=2, rank=2, outputs=2).law(), 3 + 1),
]


def proof(instance: Counted = INSTANCE) -> Verdict:
    return verify(ConservedBetween(instance.law, instance.count, instance.count))
