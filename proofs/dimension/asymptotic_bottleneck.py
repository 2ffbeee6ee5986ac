"""A narrow layer, and more and more layers behind it.

**Instance.** Widths (2,3,2,9,17,1) with t², a layer of width 2 = 2 · 2 − 2. More neurons elsewhere add nothing: the
widths 3, 9, 17 are the numbers of binary forms of degrees 2, 8, 16.

**Proof.** Let n = d_0, q = d_i ≤ 2 n − 2, e = r_1 ⋯ r_i ≥ 2, D = r_(i+1) ⋯ r_(L−1), and S_k the forms of degree k in
n variables. All functions of the network are f = F(u) with u ∈ S_e^q and F a d_L-tuple of forms of degree D in q
variables. With P = q dim S_e, and W_u the space of all F(u) with one output, their dimension is at most P + d_L dim
W_u for general u. So it is enough that the codimension of W_u in S_(eD) exceeds P if D is large.

*q < n.* Then u has a common zero, and each F(u) vanishes there to order D: C(D − 2 + n, n − 1) conditions, more and
more.

*q ≥ n.* Then a general u has no common zero. It is the projection of the Veronese variety v_e(P^(n−1)) in P^N from a
linear space Λ of codimension q that does not meet it. Consider pairs ζ = {x, x′} of points, or of a point and a
tangent direction; they form a projective variety H of dimension 2(n − 1), and the lines ⟨v_e(ζ)⟩ a P¹-bundle E over H
with a map s to P^N. Its image, the secant variety, has a dimension of at least 2(n − 1) ≥ q, so it meets Λ, which is
cut out by q hyperplanes; so the components of s⁻¹(Λ) have dimensions of at least 2(n − 1) + 1 − q ≥ 1. Over the
divisor of tangent directions the q general hyperplanes leave at most 2(n − 1) − q dimensions, so the general points
of each component belong to pairs of two points. No line ⟨v_e(ζ)⟩ lies in Λ, so s⁻¹(Λ) has at most one point on each,
and there are infinitely many pairs; they are x, x′ with u(x′) = c u(x). As u has no common zero, x ↦ u(x) is a finite
map to P^(q−1), so each point is in finitely many pairs, and any number k of pairs without common points can be
chosen. Each gives g(x′) = c^D g(x) for all g ∈ W_u. These are k independent conditions on S_(eD) if e D + 1 ≥ 2 k,
since forms take any values at 2 k points if their degree is at least 2 k − 1. So D ≥ 2 P is enough for k > P.

*n = 2*, more precisely. GL(2) acts on u and F, with orbits of dimension 4 and the same f: the dimension is at most 2
(e + 1) − 4 + d_L (D + 1), which is less than d_L (e D + 1) if and only if d_L D > 2.

**Established here.** It does not fill: dimension at most 16 of 17, over Q and every extension; and so for the other
instances, in the wide run: widths (2,2,5,9,1), (2,2,5,9,17,1) and (2,2,5,2), and (3,4,15,45,1), where the layer has
width 2 · 3 − 2 and a count is enough: 8 free weights before it, and 35 quartic forms in 4 variables, for 45
coefficients.

**Taken on trust.** Nothing.

**Not claimed.** The least depth for three and more inputs.

**See also** `dimension/asymptotic_bottleneck_wider` and `dimension/asymptotic_bottleneck_shallow`.
"""

from algebra_tnn import DimensionAtMost, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 3, 2, 9, 17, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 2, 5, 9, 1), degrees=2),
    PolynomialNetwork((2, 2, 5, 9, 17, 1), degrees=2),
    PolynomialNetwork((2, 2, 5, 2), degrees=2),
    PolynomialNetwork((3, 4, 15, 45, 1), degrees=2),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance.law(), instance.ambient_dimension - 1))
