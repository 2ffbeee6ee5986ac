"""A neuron of a ReLU network that is active everywhere can be shifted.

**Limits** `identifiability/rectified_local` and `identifiability/rectified_rescalings`.

**Instance.** Widths (2,2,1,1) with biases, W_2 > 0 and b_2 > 0: the second hidden layer has a positive pre-activation
at all inputs, so that ρ does nothing there. b_2 may be increased by s, and b_3 decreased by W_3 s.

**Proof.** W_3 (W_2 h + b_2 + s) + b_3 − W_3 s = W_3 (W_2 h + b_2) + b_3.

**Established here.** The identity for all masks of the first layer, as polynomials in x, the weights, the masks and s,
over Q and every extension. So an open set of weights has hidden symmetries that are no rescalings: only the hypothesis
that the functional dimension at the weights is P − h fails.

**Taken on trust.** Nothing.

**Not claimed.** That the shift is all; the functional dimension at these weights is one less than P − h.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.models.rectified import RectifiedNetwork

INSTANCE = RectifiedNetwork((2, 2, 1, 1), biases=True)
WEIGHTS = {"W1": [[1, 2], [3, -1]], "b1": [1, 2], "W2": [[1, 1]], "b2": [1], "W3": [[2]], "b3": [1]}
SHIFTED = {**WEIGHTS, "b2": [3], "b3": [-3]}


def difference(instance: RectifiedNetwork) -> Law:
    """The network after the shift minus the network before, with the second layer active."""

    def forward(x: Any, m1: Any, s: Any, **weights: Any) -> Any:
        masks = {"m1": m1, "m2": [1] * instance.widths[2]}
        moved = {**weights, "b2": weights["b2"] + s, "b3": weights["b3"] - weights["W3"] @ s}
        return instance.traced(x, {**moved, **masks}, "after_") - instance.traced(x, {**weights, **masks}, "before_")

    inputs = {name: instance.inputs[name] for name in ("x", "m1")}
    return Law.trace(forward, {**inputs, "s": (instance.widths[2],)}, instance.parameters)


def proof(instance: RectifiedNetwork = INSTANCE) -> Verdict:
    return verify(Vanishes(difference(instance)))
