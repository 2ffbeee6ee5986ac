"""Widths that are enough to fill, from layer to layer.

**Instance.** Widths (2,3,4,2,1) with t²: min(8, 3) = 3, min(4, 5) = 4 and min(2, 9) = 2 hidden neurons.

**Proof.** Let n = d_0, S_e the forms of degree e in n variables, N_l = C(n − 1 + r^l, r^l) = dim S_(r^l), and c_l =
d_L r^((L − l)(n − 1)).

*General forms of degree r e are sums of r^(n−1) powers p^r, p of degree e* [FroebergOttavianiShapiro2012]. The rank
of a differential is largest at general points, so it is enough to find p_j at which the spaces p_j^(r−1) S_e, the
images of the differentials of p ↦ p^r, together span S_(r e). Take p_j = ℓ_j^e for the r^(n−1) forms ℓ = x_0 + ζ_1
x_1 + … with r-th roots of unity ζ_i. A form F of degree r e in the dual variables to which ℓ^(e(r−1)) S_e is
orthogonal has, at the point (1, ζ_1, …), derivatives of order e that are zero, and by Euler's formula those of lower
order, too. So F vanishes to order e + 1 at all r^(n−1) points. They are the complete intersection of the
hypersurfaces y_i^r = y_0^r, and for a complete intersection of points such forms are those in the (e + 1)-th power of
its ideal; this begins in degree r (e + 1) > r e. So F = 0.

*The first layers.* N_l grows with l, or stays, and c_l falls, or stays, so there is a k with d_l ≥ N_l for l ≤ k and
d_l ≥ c_l for l > k. For l ≤ k the functions h_l of general weights span S_(r^l): by induction the rows of W_l h_(l−1)
are any forms of degree r^(l−1), and r-th powers of forms span S_(r^l), since those of ℓ^(r^(l−1)) do. So z_(k+1) =
W_(k+1) h_k is any tuple of forms of degree r^k.

*The last layers.* By the first part, general d_L-tuples in S_(r^(L−1)) are W_L applied to r-th powers of c_(L−1)
forms of degree r^(L−2). So if a dense set of such c_(L−1)-tuples are functions of (d_0, …, d_(L−2), c_(L−1)), then
the network fills; more neurons than c_(L−1) do no harm, since weights may be zero. This takes away one layer and
multiplies the number of outputs by r^(n−1). It is repeated down to z_(k+1), which is arbitrary.

**Established here.** It fills: the dimension is at least 9, over Q and every extension; in the wide run also for two
to six layers, t³, two outputs, and three inputs.

**Taken on trust.** Nothing.

**Not claimed.** That the widths are needed: (2,3,3,2,1) fills, too.

**See also** `dimension/sufficient_widths_short`.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 3, 4, 2, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 2, 1), degrees=2),
    PolynomialNetwork((2, 3, 2, 1), degrees=2),
    PolynomialNetwork((2, 3, 5, 8, 4, 2, 1), degrees=2),
    PolynomialNetwork((2, 4, 3, 1), degrees=3),
    PolynomialNetwork((2, 3, 4, 2), degrees=2),
    PolynomialNetwork((3, 6, 4, 1), degrees=2),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.ambient_dimension))
