"""A recurrent arithmetic circuit with two layers is no tensor train with bonds of its hidden size.

**Limits** `depth/recurrent_circuit`.

**Instance.** Four steps of 2 templates with two layers of two hidden numbers: the function of the grid tensor.

**Proof.** A train with bonds of size R has a separation rank of at most R between the first inputs and the last ones.
The second layer passes products of states on as well.

**Established here.** That the separation rank of the first two inputs is at most 2 is refuted for general weights, over
Q and every extension: it is 4. Only the hypothesis that there is one layer fails.

**Taken on trust.** Nothing.

**Not claimed.** Which bonds a train needs: see `depth/start_end_deep` for the one in the middle.
"""

from algebra_tnn import SeparationRankAtMost, Verdict, verify
from algebra_tnn.models.recurrent import RecurrentCircuit

INSTANCE = RecurrentCircuit(steps=4, dimension=2, hidden=2, depth=2, templates=True)


def proof(instance: RecurrentCircuit = INSTANCE) -> Verdict:
    return verify(SeparationRankAtMost(instance.law(), ("x0", "x1"), instance.hidden))
