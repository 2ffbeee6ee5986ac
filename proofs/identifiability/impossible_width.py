"""More neurons than there are monomials for their powers.

**Instance.** Widths (2,4,2,2) with t² and then t⁴: four binary quadratic forms in the first layer.

**Proof.** The powers ⟨w_i, ·⟩^r are forms of degree r in d_(l−1) variables. If there are more than such forms have
coefficients, they are dependent, and the rows of W_(l+1) can be moved along the dependency without any change of
the function: a positive-dimensional family in which all other weights are constant. A rescaling that keeps all
other weights fixed, up to finitely many moves nothing: it is trivial on layers 1, …, l by W_1, …, W_l, and, from
the top, on the others by W_L, …, W_(l+2). So the fibre is larger than orbits of rescalings.

**Established here.** That the dimension is at least 20 − 6 = 14 is refuted, over Q and every extension, though
there are 18 coefficients: not finitely identifiable.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 8.

**See also** `identifiability/possible_width` and `identifiability/wide_with_two_terms`.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 4, 2, 2), degrees=(2, 4))
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 4, 3, 2), degrees=(2, 3)),
    PolynomialNetwork((2, 5, 2, 2), degrees=(3, 3)),
    PolynomialNetwork((3, 3, 7, 1), degrees=(3, 2)),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
