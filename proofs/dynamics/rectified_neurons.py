"""If all patterns of active neurons occur, a rectified network with one hidden layer conserves one number per neuron.

**Instance.** ReLU, widths (2, 2, 1), no biases: 6 parameters; the masks of the hidden neurons are inputs of the law.

**Proof.** f = Σ_j m_j u_j ⟨v_j, x⟩ is linear in each m_j, so the gradients at all 0/1 masks span those at all masks;
with the mask of one neuron alone they are those of a linear network of widths (n, 1, m) for each neuron j, which
move its weights alone. By `dynamics/linear_layers` with r = 1 there is one conserved quantity for each, |u_j|² −
|v_j|². Two patterns that differ in one neuron j are enough for its own gradients, as differences.

**Established here.** Exactly 2 independent conserved quantities for all masks together, over Q and every extension.
In the wide run widths (2, 3, 1), (3, 2, 2) and, with biases, (2, 2, 1), where the bias of a hidden neuron is part of
v_j, and that of an output conserves nothing.

**Taken on trust.** Nothing.

**Not claimed.** That all patterns occur near given weights for given data.

**See also** `dynamics/rectified_region`.
"""

from algebra_tnn import ConservedBetween, Verdict, verify
from algebra_tnn.models.rectified import RectifiedNetwork

INSTANCE = RectifiedNetwork((2, 2, 1))
INSTANCES = [
    INSTANCE,
    RectifiedNetwork((2, 3, 1)),
    RectifiedNetwork((3, 2, 2)),
    RectifiedNetwork((2, 2, 1), biases=True),
]


def proof(instance: RectifiedNetwork = INSTANCE) -> Verdict:
    return verify(ConservedBetween(instance.law(), instance.hidden, instance.hidden))
