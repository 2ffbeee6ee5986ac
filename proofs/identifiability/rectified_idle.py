"""An open set of weights of a ReLU network with one function each, up to a number: a neuron that is never active.

**Limits** `identifiability/rectified_local` and `identifiability/rectified_rescalings`.

**Instance.** Widths (2,2,1,1) with biases, W_2 < 0 and b_2 < 0: the neuron of the second hidden layer has the
pre-activation W_2 ρ(z_1) + b_2 < 0 at all inputs. Which of the first layer are active does not matter.

**Proof.** With the mask 0 of the second layer the network is the number b_3: all other weights may move, as long as W_2
and b_2 are negative.

**Established here.** f = b_3 for all masks of the first layer and the mask 0 of the second, as polynomials in x, the
weights and the masks, over Q and every extension. So the functional dimension at all these weights is 1, and not P − h
= 11 − 3. Widths do not increase, and the weights are an open set: only the hypothesis that the functional dimension at
the weights is P − h fails.

**Taken on trust.** Nothing.

**Not claimed.** That all weights are such: `identifiability/rectified_local` has others.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.models.rectified import RectifiedNetwork

INSTANCE = RectifiedNetwork((2, 2, 1, 1), biases=True)
WEIGHTS = {"W1": [[1, 2], [3, -1]], "b1": [1, 2], "W2": [[-1, -1]], "b2": [-1], "W3": [[2]], "b3": [1]}


def difference(instance: RectifiedNetwork) -> Law:
    """The network whose second hidden layer is not active, minus b_3."""

    def forward(x: Any, m1: Any, **weights: Any) -> Any:
        return instance.forward(x, m1=m1, m2=[0] * instance.widths[2], **weights) - weights["b3"]

    inputs = {name: instance.inputs[name] for name in ("x", "m1")}
    return Law.trace(forward, inputs, instance.parameters)


def proof(instance: RectifiedNetwork = INSTANCE) -> Verdict:
    return verify(Vanishes(difference(instance)))
