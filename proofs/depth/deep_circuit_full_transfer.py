"""With full transfer tensors more is separated than the channels of a circuit allow.

**Instance.** Hierarchical Tucker tensors of shape 2×2×2×2 on ((0,1),(2,3)) with ranks 2 for the inputs and 3 for the
pairs; in `INSTANCES` also dimension 3. The deep circuit with channels 2,3 is the one with diagonal transfer tensors.

**Proof.** The circuit's two pairs are sums over 2 channels of products, so that the flattening at one pair has a rank
of at most 2: its 3 channels are sums of these. In the format each of the 3 values of a pair may be any combination of
the 4 products of the inputs' channels, and the rank is 3 for almost all nodes.

**Established here.** That the rank of the flattening is at most 2, which is true of the circuit, is refuted for the
format, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That diagonal transfer tensors lose something where ranks are equal: for 2 and 2 they do not, since two
general 2×2 matrices are diagonalized at once.

**Limits** `depth/deep_circuit`: the transfer tensors are diagonal.
"""

from algebra_tnn import HierarchicalFormat, SeparationRankAtMost, Verdict, verify

INSTANCE = HierarchicalFormat((2, 2, 2, 2), ((0, 1), (2, 3)), (2, 3))
INSTANCES = [INSTANCE, HierarchicalFormat((3, 3, 3, 3), ((0, 1), (2, 3)), (2, 3))]


def proof(instance: HierarchicalFormat = INSTANCE) -> Verdict:
    leaf = instance.ranks[0]
    return verify(SeparationRankAtMost(instance.law(), ("x0", "x1"), leaf))
