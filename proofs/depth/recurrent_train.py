"""A multiplicative recurrent network is a tensor train.

**Instance.** Three steps of dimension 3 with states of two numbers, and one core G for all of them.

**Proof.** h_t = G(x_t) h_(t−1) with G(x) linear in x, so f = ⟨w, G(x_(T−1)) ⋯ G(x_0) s⟩ is linear in every input, and
its coefficient at (i_0, …, i_(T−1)) is the product of the matrices of these indices between s and w: the entry of the
tensor train. With a core for each step the same holds, and every train arises so, with s and w in its outer cores.

**Established here.** f, computed step by step, is the tensor of the train contracted with all inputs, as polynomials in
inputs and weights, over Q and every extension. In the wide run for other sizes.

**Taken on trust.** Nothing.

**Not claimed.** Anything about steps with an activation: `depth/recurrent_train_activated`.

**See also** `depth/recurrent_circuit`, `depth/classifier`.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.recurrent import MultiplicativeRNN, SecondOrderRNN
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = SecondOrderRNN(steps=3, dimension=3, hidden=2)
INSTANCES = [INSTANCE, SecondOrderRNN(steps=4, dimension=3, hidden=2), SecondOrderRNN(steps=5, dimension=2, hidden=2)]


def difference(network: SecondOrderRNN) -> Law:
    """c times (last state, read − tensor, contracted)."""
    train = MultiplicativeRNN(network.steps, network.dimension, network.hidden)
    modes = "abcdefgh"[: network.steps]

    def forward(s: Any, G: Any, w: Any, c: Any, **x: Any) -> Any:
        tensor = train.networks[0].contracted({"s": s, "G": G, "w": w}, {})
        return c * (network.forward(s, w, A=G, **x) - einsum(f"{modes},{','.join(modes)}->", tensor, *x.values()))

    return Law.trace(forward, {**network.inputs, **train.parameters}, {"c": ()})


def proof(instance: SecondOrderRNN = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0), by=identity)
