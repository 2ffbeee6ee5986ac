"""With one hidden number no depth helps.

**Limits** `depth/start_end`, `depth/start_end_deep`, `depth/start_end_states` and `depth/start_end_grid`.

**Instance.** Four steps of 2 templates with two layers of one hidden number.

**Proof.** Every state is a product of functions of one input each, and so is f.

**Established here.** That the separation rank between the first two inputs and the last two is at least 2, more than
the hidden size, is refuted: it is at most 1 for all weights, over Q and every extension. Only the hypothesis R ≥ 2
fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about other activations than products.
"""

from algebra_tnn import SeparationRankAtLeast, Verdict, verify
from algebra_tnn.models.recurrent import RecurrentCircuit

INSTANCE = RecurrentCircuit(steps=4, dimension=2, hidden=1, depth=2, templates=True)


def proof(instance: RecurrentCircuit = INSTANCE) -> Verdict:
    return verify(SeparationRankAtLeast(instance.law(), ("x0", "x1"), 2))
