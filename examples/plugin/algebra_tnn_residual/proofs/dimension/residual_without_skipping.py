"""Where inputs do not skip the activation, each neuron can be rescaled.

**Limits** `dimension/residual`.

**Instance.** Widths 3, 3, 1 and t³: 12 weights.

**Established here.** That the dimension is 12 is refuted over Q and every extension: it is at most 9.

**Taken on trust.** Nothing.

**Not claimed.** That the dimension is 9.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 3, 1), 3)


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), 12))
