"""If all sizes are powers of one integer, general nodes attain the cut.

**Instance.** A tensor train of shape 2×2×2×2 with ranks 2, at the modes 0 and 2.

**Proof.** Let the sizes be powers of q, and replace each letter of size q^a by a wires. By the theorem of Ford and
Fulkerson there are as many wire-disjoint paths between the two sets of modes as a least cut has wires. Let each node
pass the values of the wires on along the paths, that is, be a product of δ for each path through it and of the first
unit vector for each wire that no path uses. The flattening then has an identity matrix of the size of the cut as a
minor. Ranks of general nodes are at least as large [CuiFreedmanSattathStongMinton2016].

**Established here.** At cores with small integers the rank is 4, the size of the cut, over Q and every extension; so it
is for general cores.

**Taken on trust.** Nothing.

**Not claimed.** That other sizes attain the cut: `rank/ring_seven`, `rank/ring_eight`, `rank/train_seven`,
`rank/train_fourteen`. That nodes may be equal: `rank/ring_shared`, `rank/ring_six`.

**See also** `rank/min_cut`.
"""

from algebra_tnn import Tensor, TensorRankBetween, Verdict, verify
from algebra_tnn.tensors.formats import TrainFormat

FORMAT = TrainFormat((2, 2, 2, 2), (2, 2, 2))
MODES = (0, 2)
NODES = {
    "G0": [[[1, 0], [0, 1]]],
    "G1": [[[1, 0], [0, 1]], [[0, 1], [1, 1]]],
    "G2": [[[1, 0], [0, 1]], [[0, 1], [1, 2]]],
    "G3": [[[1], [0]], [[0], [1]]],
}
INSTANCE = Tensor.from_nested(Tensor.from_nested(FORMAT.tensor(NODES)).matricized(MODES))


def proof(instance: Tensor = INSTANCE) -> Verdict:
    cut = FORMAT.min_cut(MODES)
    return verify(TensorRankBetween(instance, cut, cut))
