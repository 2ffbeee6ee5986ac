"""No ReLU network has more than P − h parameters that count, for P parameters and h hidden neurons.

**Instance.** Widths (2,2,1) with biases, and all masks at once, as inputs. In `INSTANCES` other networks.

**Proof.** Wherever a network is differentiable in its weights, its derivatives are those of the law in which each
hidden neuron is multiplied by a mask, 0 or 1. With masks that are free the law does not change if a neuron's weights
and bias are multiplied by s ≠ 0 and its outgoing weights divided by it: h vector fields, which are independent at
general weights. So the functional dimension is at most P − h, in every region of every network.

**Established here.** The dimension of the law with free masks is at most P − h, over Q and every field of
characteristic 0.

**Taken on trust.** Nothing.

**Not claimed.** That P − h is reached: see `identifiability/rectified_local` for weights where it is.

**See also** `identifiability/rectified_idle`, `identifiability/rectified_linear`, weights where it is not, and
`identifiability/rectified_line`, where it never is.
"""

from algebra_tnn import DimensionAtMost, Verdict, verify
from algebra_tnn.models.rectified import RectifiedNetwork

INSTANCE = RectifiedNetwork((2, 2, 1), biases=True)
INSTANCES = [INSTANCE, RectifiedNetwork((2, 1, 1), biases=True), RectifiedNetwork((3, 3, 2, 1))]


def proof(instance: RectifiedNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance.law(), instance.parameter_count - instance.hidden))
