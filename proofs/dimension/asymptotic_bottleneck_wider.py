"""A layer with one neuron more is no bottleneck.

**Limits** `dimension/asymptotic_bottleneck`.

**Instance.** Widths (2,3,4,2,1) with t²: no layer before the last two is narrower than 3 = 2 · 2 − 1.

**Proof.** Three squares of linear forms span all binary quadratic forms, so that a first layer of width 3 is no
restriction at all: with the widths of `dimension/sufficient_widths` behind it, a network of any depth fills.

**Established here.** It fills: the dimension is at least 9, over Q and every extension. With a first layer of width 2
no network of this depth does.

**Taken on trust.** Nothing.

**Not claimed.** That a layer of width 2 d_0 − 1 is no bottleneck for more inputs.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 3, 4, 2, 1), degrees=2)


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.ambient_dimension))
