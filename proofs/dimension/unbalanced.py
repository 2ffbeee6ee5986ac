"""Two layers with many outputs and almost as many neurons as there are monomials.

**Instance.** Widths (3,5,6) with t²: N = 6 monomials, and 6 − 2 < 5 < 6.

**Proof.** The coefficients are a d_2 × N matrix of rank at most d_1, so the dimension is at most d_1 (d_2 + N − d_1).
This is less than the number d_1 (d_2 + d_0 − 1) that is expected, since N − d_1 < d_0 − 1, and less than d_2 N by
(d_2 − d_1) (N − d_1) > 0. It is attained: the powers ⟨a, x⟩^r are an irreducible variety of dimension d_0 − 1 that
spans P^(N−1). A general linear section of it by a space L of dimension d_1, of codimension less than d_0 − 1, is a
variety that spans L. So general row spaces L of matrices of rank d_1 have a basis of powers, and the matrices belong
to the network.

**Established here.** The dimension is 35 = 5 (6 + 6 − 5), over Q and every extension, while 36 is expected. Two more
in the wide run.

**Taken on trust.** Nothing.

**Not claimed.** That these are all defective networks with two layers.

**See also** `dimension/unbalanced_tight`.
"""

from math import comb

from algebra_tnn import DimensionBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 5, 6), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((4, 8, 9), degrees=2),
    PolynomialNetwork((3, 9, 10), degrees=3),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    n, neurons, outputs = instance.widths
    value = neurons * (outputs + comb(n + instance.degree - 1, instance.degree) - neurons)
    return verify(DimensionBetween(instance.law(), value, value))
