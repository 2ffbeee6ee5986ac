"""One neuron less in the first layer.

**Limits** `dimension/sufficient_widths`.

**Instance.** Widths (2,2,4,2,1) with t²: 2 < min(8, 3) neurons in the first layer.

**Proof.** Behind h_1 = (u², v²) there are binary forms of degree 4 in two functions: 2 · 2 weights, modulo rescalings
2, and 5 coefficients, so dimension at most 7.

**Established here.** That it fills, that the dimension is at least 9, is refuted over Q and every extension. Only the
width of one layer fails.

**Taken on trust.** Nothing.

**Not claimed.** That no width below the bound is enough.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 2, 4, 2, 1), degrees=2)


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.ambient_dimension))
