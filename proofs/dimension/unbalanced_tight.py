"""One neuron less: nothing is lost.

**Limits** `dimension/unbalanced`.

**Instance.** Widths (3,4,6) with t²: N = 6, and d_1 = 4 = N − (d_0 − 1).

**Proof.** The bound 4 (6 + 6 − 4) is the expected number 4 (6 + 3 − 1) = 32.

**Established here.** That the dimension is less than 32 is refuted, over Q and every extension. Only N − (d_0 − 1) <
d_1 fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that.
"""

from algebra_tnn import DimensionAtMost, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 4, 6), degrees=2)


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance.law(), instance.expected_dimension - 1))
