"""Bonds depend on the order of the modes: pairs of modes that belong together, side by side or apart.

**Limits** `rank/train_bonds`.

**Instance.** T = δ_{ij} δ_{kl} δ_{mn} of shape 2×2×2×2×2×2. In the order i, j, k, l, m, n it is the train with bonds 2,
1, 2, 1, 2. Here its modes are in the order i, k, m, j, l, n.

**Proof.** The flattening at i, k, m is the identity of size 2³. With d pairs it is the identity of size 2^d, while the
bonds in the other order stay below 3.

**Established here.** The middle bond in this order is 8: the rank of the flattening is 8 over Q and every extension, so
the bonds of one order bound nothing in another one. The hypothesis that is violated is the order of the modes.

**Taken on trust.** Nothing.

**Not claimed.** Which order of the modes is best.
"""

from itertools import product

from algebra_tnn import Tensor, TensorRankBetween, Verdict, verify

INSTANCE = Tensor((2,) * 6, tuple(int(index[:3] == index[3:]) for index in product(range(2), repeat=6)))


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(Tensor.from_nested(instance.matricized([0, 1, 2])), 8, 8))
