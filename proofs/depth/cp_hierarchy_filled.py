"""From the maximal rank on CPRNNs are all second-order networks.

**Instance.** The network of `depth/cp_hierarchy` with any s and w, and four steps: three terms suffice for it.

**Proof.** A sum of R rank-one tensors with R at least the rank of a tensor is that tensor, with terms 0 if need be. The
maximal rank of 2×2×2 is 3, over R and C.

**Established here.** The tensor is W = e_0 ⊗ e_0 ⊗ e_0 + e_1 ⊗ e_0 ⊗ e_1 + e_0 ⊗ e_1 ⊗ e_1, and the CPRNN with these
three terms is the function of the second-order network, as polynomials in inputs, s and w, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Maximal ranks of larger shapes.

**See also** `depth/cp_hierarchy_idle`, `rank/w_exceeds`.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.recurrent import CPRNN, SecondOrderRNN
from algebra_tnn.provers.dimensions.identities import identity

TENSOR = [[[1, 0], [0, 1]], [[0, 1], [0, 0]]]
A, B, C = [[1, 0, 1], [0, 1, 0]], [[1, 1, 0], [0, 0, 1]], [[1, 0, 0], [0, 1, 1]]
INSTANCE = SecondOrderRNN(steps=4, dimension=2, hidden=2)


def difference(network: SecondOrderRNN) -> Law:
    """c times (steps with the tensor − steps with its terms)."""
    terms = CPRNN(network.steps, network.dimension, network.hidden, rank=3)

    def read(model: Any, s: Any, w: Any, x: list[Any], weights: dict[str, Any]) -> Any:
        return w @ states(model, s, x, weights)

    def states(model: Any, h: Any, x: list[Any], weights: dict[str, Any]) -> Any:
        return states(model, model.bilinear(h, x[0], weights), x[1:], weights) if x else h

    def forward(s: Any, w: Any, c: Any, **x: Any) -> Any:
        inputs = list(x.values())
        tensor = einsum(",pik->pik", 0 * c + 1, TENSOR)
        return c * (read(network, s, w, inputs, {"A": tensor}) - read(terms, s, w, inputs, {"A": A, "B": B, "C": C}))

    return Law.trace(forward, {**network.inputs, "s": (2,), "w": (2,)}, {"c": ()})


def proof(instance: SecondOrderRNN = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0), by=identity)
