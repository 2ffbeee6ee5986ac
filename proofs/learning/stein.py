"""Under a normal density, correlations with Hermite tensors are means of derivatives.

**Instance.** All polynomials of degree 2 in two variables, with symbolic coefficients, and the order m = 1. In
`INSTANCES` degrees up to 3 and the orders m = 1, 2, 3; one variable; and a network with symbolic weights.

**Proof.** Let p be the standard normal density, and S_m p = (−1)^m ∇^m p. By parts, one index after the other,
E[∇^m f] = ∫ ∇^m f · p = (−1)^m ∫ f ⊗ ∇^m p = E[f ⊗ S_m]; at infinity every polynomial times p tends to 0.

**Established here.** E[f(x) ⊗ S_m(x)] = E[∇^m f(x)] as polynomials in the coefficients of f, over Q and every
extension. Both means are averages over rational points with the same moments; `exact/measures.py` has the proof.

**Taken on trust.** Nothing.

**Not claimed.** Functions that are no polynomials, for which derivatives have to have means.

**See also** `learning/stein_boundary`, and `learning/stein_uniform`, where the density does not vanish at the ends.
"""

from algebra_tnn import Law, PolynomialNetwork, Vanishes, Verdict, verify
from algebra_tnn.models.moments import general_polynomial, stein_difference

INSTANCE = (general_polynomial(2, 2), 1)
INSTANCES = [
    INSTANCE,
    (general_polynomial(2, 2), 2),
    (general_polynomial(2, 3), 1),
    (general_polynomial(2, 3), 2),
    (general_polynomial(2, 3), 3),
    (general_polynomial(1, 4), 3),
    (PolynomialNetwork((2, 2, 1), degrees=3, biases=True).law(), 2),
]


def proof(instance: tuple[Law, int] = INSTANCE) -> Verdict:
    return verify(Vanishes(stein_difference(*instance)))
