"""Exponentials in the place of tanh leave infinitely many weights.

**Limits** `identifiability/tanh_network`.

**Instance.** Widths (1,1,1) with biases and exp: 4 parameters, Taylor polynomials of degree 3.

**Proof.** a exp(⟨w, x⟩ + b) = (a e^b) exp(⟨w, x⟩), so that for each neuron one of a and b may be chosen. Here t = e^b,
all derivatives of exp at b are t, and the Taylor polynomial depends on a t. That is so for every degree.

**Established here.** The dimension is at most 3: refuted that it is 4, over Q and every field of
characteristic 0. Only the activation is another one: no outgoing weight is zero, no neuron constant, none parallel to
another.

**Taken on trust.** Nothing.

**Not claimed.** Anything about networks without biases.
"""

from algebra_tnn import DimensionAtLeast, Verdict, verify
from algebra_tnn.models.analytic import JetNetwork

INSTANCE = JetNetwork((1, 1, 1), "exp", order=3)


def proof(instance: JetNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count))
