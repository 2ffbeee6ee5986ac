"""Monomials as sums of powers.

**Instance.** x²y²: 18 x²y² = Σ_t t (x + ty)⁴ over the three roots of t³ = 1. In the wide run xyz, x²y, x1 x2 x3 x4,
x³y² and x²yz.

**Proof.** *From above.* Let a_0 be the least exponent of x_0^(a_0) ⋯ x_n^(a_n), d the degree, S_i the roots of
t^(a_i+1) = 1. The coefficients of Σ_t Π_i t_i (x_0 + Σ_i t_i x_i)^d, t in S_1 × ⋯ × S_n, are sums of the powers
t_i^(b_i + 1); so only those remain where all b_i + 1, i ≥ 1, are multiples of a_i + 1. The next one after b_i = a_i
is 2a_i + 1 > a_i + a_0, for which the degree is too large. So d!/Π a_i! · Π (a_i + 1) times the monomial remains. If
a_0 = 1, any a_i + 1 numbers with sum 0, and other weights, will do instead of the roots. *From below*
[CarliniCatalisanoGeramita2012]. Let I be the ideal of the points of a decomposition into s powers, in the ring T of
differential operators. It is in the annihilator J = (∂_0^(a_0+1), …, ∂_n^(a_n+1)) of the monomial. The points with
∂_0 ≠ 0 have the ideal I : ∂_0, and on T/(I : ∂_0) multiplication by ∂_0 is injective; so their number is the sum of
the dimensions of T/((I : ∂_0) + (∂_0)) in all degrees up to a large one, and this is at least the dimension of T/((J
: ∂_0) + (∂_0)) = T/(∂_0, ∂_1^(a_1+1), …, ∂_n^(a_n+1)), which is Π (a_i + 1), i ≥ 1.

**Established here.** The tensor of x²y² has rank 3 over C: a catalecticant, and the identity. Those of the others, in
the wide run, have the rank that is claimed, too, by hyperdeterminant or substitution, but for x1 x2 x3 x4: there the
certificate has the identity, and a smaller bound from below.

**Taken on trust.** Nothing.

**Not claimed.** That the tensor rank is the Waring rank in general.

**See also** `rank/monomial_real`, `rank/monomial_least`.
"""

from algebra_tnn import C, Verdict, waring_rank

INSTANCE = "x^2*y^2"
INSTANCES = [INSTANCE, "x*y*z", "x^2*y", "x1*x2*x3*x4", "x^3*y^2", "x^2*y*z"]


def proof(instance: str = INSTANCE) -> Verdict:
    verdict = waring_rank(instance, C).verdict
    assert verdict is not None
    return verdict
