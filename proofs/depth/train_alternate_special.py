"""Cores may be so special that a train has rank one, whatever its bonds.

**Limits** `depth/train_alternate`.

**Instance.** Shape 2×2×2×2 with ranks 2, where all entries of all cores are zero unless the indices of the bonds are:
the train with bonds of size one, of any four vectors.

**Proof.** f is a product of linear forms, one in each input. The exceptional cores are the zeros of a minor, a
polynomial that is not zero everywhere.

**Established here.** That the separation rank of the inputs 0 and 2 is at least 4 for almost all such cores is refuted:
it is at most 1 for all, over Q and every extension. Only the hypothesis that the cores are general fails.

**Taken on trust.** Nothing.

**Not claimed.** Which ranks lie between for other special cores.
"""

from algebra_tnn import SeparationRankAtLeast, Verdict, verify
from algebra_tnn.models.recurrent import MultiplicativeRNN

GENERAL = MultiplicativeRNN(steps=4, dimension=2, hidden=2, shared=False)
INSTANCE = MultiplicativeRNN(steps=4, dimension=2, hidden=1, shared=False)


def proof(instance: MultiplicativeRNN = INSTANCE) -> Verdict:
    return verify(SeparationRankAtLeast(instance.law(), ("x0", "x2"), GENERAL.min_cut([0, 2])))
