"""With an activation of two terms, all weights of all filters count.

**Limits** `depth/convolutional_dimension`.

**Instance.** Filters of lengths 2 and 2 with t² + t.

**Proof.** The parts of degree 1 and 2 are the convolution with w(z) v(z) and the network with t². A rescaling that
keeps one changes the other.

**Established here.** That the dimension is at most 3 = 2 + 2 − 1 is refuted: it is 4, over Q and every extension. Only
the hypothesis that the activation is a power fails.

**Taken on trust.** Nothing.

**Not claimed.** Nothing about activations that are powers of t + b, which need biases to be rescaled.
"""

from algebra_tnn import DimensionAtMost, Verdict, verify
from algebra_tnn.models.structured import ConvolutionalNetwork

INSTANCE = ConvolutionalNetwork(4, filters=(2, 2), activations="x^2 + x")


def proof(instance: ConvolutionalNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance.law(), sum(instance.filters) - len(instance.filters) + 1))
