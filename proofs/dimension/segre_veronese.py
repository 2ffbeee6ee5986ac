"""The defective networks with two layers and several outputs that are known besides the unbalanced ones.

**Instance.** Widths (3,5,2) with t³: 20 weights count, of 20 coefficients.

**Proof.** The certificates have forms that are singular at general points, more than are expected. For (d_0, d_1, 3),
d_0 even, with t² and d_1 = (3 d_0 − 2)/2 this is one equation: with A, B, C the symmetric matrices of the outputs,
[[0, A, −B], [−A, 0, C], [B, −C, 0]] is skew-symmetric of size 3 d_0, linear in the neurons, and of rank 2 for one; so
its rank is at most 2 d_1 = 3 d_0 − 2, and its Pfaffian vanishes. That is not zero identically: for d_0 = 2 it is the
determinant of the 3 × 3 coefficients, up to sign, and for direct sums a product.

**Established here.** The dimension is 19, over Q and every extension. In the wide run those of the other networks: 29
of 30, 62 of 63 and 107 of 108 for (4,5,3), (6,8,3) and (8,11,3), 47 of 48 for (4,6,5).

**Taken on trust.** Nothing.

**Not claimed.** That there are no others: Abo and Brambilla conjecture it for two factors, with the one-output list
of `dimension/last_block_exceptional`.

**See also** `dimension/segre_veronese_neighbour`.
"""

from algebra_tnn import DimensionBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 5, 2), degrees=3)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((4, 5, 3), degrees=2),
    PolynomialNetwork((4, 6, 5), degrees=2),
    PolynomialNetwork((6, 8, 3), degrees=2),
    PolynomialNetwork((8, 11, 3), degrees=2),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    value = instance.expected_dimension - 1
    return verify(DimensionBetween(instance.law(), value, value))
