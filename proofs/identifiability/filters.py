"""The function of a polynomial convolutional network determines its filters.

**Instance.** Filters of lengths 2 and 2 with t²: the dimension is 2 + 2 − 1 = 3. In `INSTANCES` filters of lengths 3, 2
and 2, strides, t³: 4, 4, 5, 4, 5.

**Proof.** Let the first and last entries of w_1, …, w_L not be 0, and all degrees at least 2. (1) The input x_0 enters
the output at position 0 by the first neuron of every layer alone. So the derivative of this output by x_0 is c Π_(l<L)
z_l^(r_l − 1), with c ≠ 0 and the pre-activations z_l of these neurons. (2) z_1 is the linear form with the coefficients
w_1. Let a linear form in the inputs of z_1 divide some z_l. If the filters 2, …, l have length one, z_l is a number
times a power of z_1. Else z_l has an input that z_1 has not, whose highest power in z_l has a number as coefficient,
since it comes from the last entries alone; a form without this input divides no such polynomial. (3) Let filters w′
have the same function. The derivative is not 0, so z_1′ divides it, and is proportional to z_1. After rescaling w_1′ =
w_1. The pre-activations of the first layer are independent, as each begins with another input, and so what follows is
the same function of them; and so on. Hence filters are determined up to rescaling, over every field of characteristic
0, and the dimension is Σ k_l − (L − 1).

**Established here.** The dimension, from both sides, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Several channels.

**See also** `identifiability/filters_linear`.
"""

from algebra_tnn import DimensionBetween, Verdict, verify
from algebra_tnn.models.structured import ConvolutionalNetwork

INSTANCE = ConvolutionalNetwork(3, filters=(2, 2), degrees=2)
INSTANCES = [
    INSTANCE,
    ConvolutionalNetwork(4, filters=(3, 2), degrees=2),
    ConvolutionalNetwork(4, filters=(2, 2, 2), degrees=2),
    ConvolutionalNetwork(5, filters=(3, 2, 2), degrees=2),
    ConvolutionalNetwork(7, filters=(2, 2, 2), degrees=(3, 2), strides=(2, 1, 1)),
    ConvolutionalNetwork(7, filters=(3, 3), degrees=3, strides=(2, 1)),
]


def proof(instance: ConvolutionalNetwork = INSTANCE) -> Verdict:
    count = instance.parameter_count - instance.orbit_dimension
    return verify(DimensionBetween(instance.law(), count, count))
