"""The rank of the chain of links.

**Instance.** 4 inputs of dimension 2, two links: rank 4. In `INSTANCES` also dimension 3 with rank 9, and three links
with rank 8 (on a tree with three pairs).

**Proof.** The flattening at the even positions has rank M^(N/2), which bounds the rank of the tensor from below. From
above: δ(d, d′) is the sum of M products, and the product of N/2 links one of M^(N/2) products of unit vectors.

**Established here.** The rank of the grid tensor is M^(N/2): a shallow circuit needs this width, and has enough with
it. Over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That other circuits of these sizes have no larger rank.

**See also** `depth/links_few_channels`.
"""

from algebra_tnn import Tensor, TensorRankBetween, Verdict, verify
from algebra_tnn.models.circuits import DeepCircuit, weights_of_links

INSTANCE = DeepCircuit(4, 2, (2, 2))
INSTANCES = [INSTANCE, DeepCircuit(4, 3, (3, 1)), DeepCircuit(6, 2, (2, 1), tree=((0, 1), (2, 3), (4, 5)))]


def proof(instance: DeepCircuit = INSTANCE) -> Verdict:
    tensor, rank = (
        Tensor.from_nested(instance.tensor(weights_of_links(instance))),
        instance.dimension ** (instance.inputs // 2),
    )
    return verify(TensorRankBetween(tensor, rank, rank))
