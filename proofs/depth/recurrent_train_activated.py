"""With an activation a recurrent network is no tensor train.

**Limits** `depth/recurrent_train`.

**Instance.** Two steps of dimension 2 with one hidden number and the activation t² + t: f is a number times z² + z,
where z is g(x_1) h_0 and h_0 a polynomial in x_0.

**Proof.** A train with bonds of size one is a product of linear forms, one in each input, so its separation rank is
one. Here the parts of degree 1 and 2 in x_1 are products with h_0 and with h_0², which are independent.

**Established here.** That the separation rank of {x_0} is at most 1 is refuted for general weights, over Q and every
extension. The step is bilinear in state and input before the activation; only the hypothesis that there is none fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about the rank of other activations.
"""

from algebra_tnn import SeparationRankAtMost, Verdict, verify
from algebra_tnn.models.recurrent import SecondOrderRNN

INSTANCE = SecondOrderRNN(steps=2, dimension=2, hidden=1, activation="x^2 + x")


def proof(instance: SecondOrderRNN = INSTANCE) -> Verdict:
    return verify(SeparationRankAtMost(instance.law(), ("x0",), instance.hidden))
