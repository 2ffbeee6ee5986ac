"""A recurrent arithmetic circuit with one layer is a tensor train.

**Instance.** Three steps of dimension 3 with two hidden numbers.

**Proof.** The k-th entry of (I x_t) ⊙ (H h_(t−1)) is Σ_{p,i} I_{ki} H_{kp} (x_t)_i (h_(t−1))_p, so the circuit is the
multiplicative recurrent network whose one core has the entries G_{pik} = I_{ki} H_{kp}. As a tensor of order three the
core is Σ_k H_k ⊗ I_k ⊗ e_k, with rows of H and I: a sum of as many terms as there are hidden numbers.

**Established here.** The two functions are the same, as polynomials in inputs and weights, over Q and every extension.
In the wide run for other sizes.

**Taken on trust.** Nothing.

**Not claimed.** Anything about circuits with more layers: `depth/recurrent_circuit_deep`.

**See also** `depth/recurrent_train`, `depth/start_end`.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.recurrent import RecurrentCircuit, SecondOrderRNN
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = RecurrentCircuit(steps=3, dimension=3, hidden=2)
INSTANCES = [
    INSTANCE,
    RecurrentCircuit(steps=4, dimension=3, hidden=2),
    RecurrentCircuit(steps=5, dimension=2, hidden=2),
]


def difference(circuit: RecurrentCircuit) -> Law:
    """c times (circuit − second-order network with this core)."""
    network = SecondOrderRNN(circuit.steps, circuit.dimension, circuit.hidden)

    def forward(I1: Any, H1: Any, s1: Any, w: Any, c: Any, **x: Any) -> Any:
        core = einsum("ki,kp->pik", I1, H1)
        return c * (circuit.forward(w, I1=I1, H1=H1, s1=s1, **x) - network.forward(s1, w, A=core, **x))

    return Law.trace(forward, {**circuit.inputs, **circuit.parameters}, {"c": ()})


def proof(instance: RecurrentCircuit = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0), by=identity)
