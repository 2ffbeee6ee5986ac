"""A ReLU network determines its weights locally, up to the rescalings of its hidden neurons.

**Instance.** Widths (2,2,1) with biases: 9 parameters, 2 hidden neurons. In `INSTANCES` three layers, several outputs,
and no biases.

**Proof.** At inputs off the borders of regions the outputs are polynomials in the weights, near given weights θ. If
their derivatives at finitely many inputs have the rank P − h, for P parameters and h hidden neurons, they have it near
θ, and by the theorem on constant rank the weights near θ with the same outputs at these inputs are a connected manifold
of dimension h. The rescalings, which multiply the weights and the bias of a neuron by some s > 0 and divide its
outgoing weights by it, keep the function. They move θ in h independent directions: let Σ_n c_n v_n = 0 for their fields
v_n at θ. As there are inputs where no pre-activation is 0, each neuron n has a nonzero bias, or a nonzero weight from
an input, which v_n alone moves, so that c_n = 0, or one from a neuron m, so that c_n = c_m; layer by layer all c_n are
0. So orbits of the rescalings, which the manifold consists of, are open in it, and there is only one: near θ, weights
with the same function are rescalings of each other. That P − h is the largest rank there is says
`identifiability/rectified_rescalings`. ∎

**Established here.** Integer weights and rational inputs with a minor of size P − h, whose masks are the signs of the
pre-activations there, none of which is zero; over R, and at all weights near them.

**Taken on trust.** Nothing.

**Not claimed.** That far from θ there are no others: by Phuong and Lampert's theorem, for widths that do not increase,
this is so on some open set, up to permutations (statement G27); see `learning/rectified_flips` for weights where it is
not so.

**See also** `identifiability/rectified_idle`, `identifiability/rectified_linear`.
"""

from algebra_tnn import FunctionalDimensionAtLeast, Verdict, verify
from algebra_tnn.models.rectified import RectifiedNetwork

INSTANCE = RectifiedNetwork((2, 2, 1), biases=True)
INSTANCES = [
    INSTANCE,
    RectifiedNetwork((2, 1, 1), biases=True),
    RectifiedNetwork((2, 2, 1)),
    RectifiedNetwork((3, 3, 2, 1)),
    RectifiedNetwork((2, 2, 2), biases=True),
]


def proof(instance: RectifiedNetwork = INSTANCE) -> Verdict:
    rank = instance.parameter_count - instance.hidden
    return verify(FunctionalDimensionAtLeast(instance.law(), instance.masks, rank))
