"""Several layers of normalized attention.

**Instance.** Width 1 on two tokens with a softmax, one output: 2 · 1 + 1 = 3. In `INSTANCES` width 2, of rank one or
two, also with the weighting 1 + t: 8, 10, 12; and three layers of width 2: 11.

**Proof.** As in `dimension/lightning_layers` L layers are X ↦ M z_L with z_l = Z_(B_l)(z_(l−1)), where Z_B(X) has the
columns z_i = Σ_j p(s_ij) x_j / Σ_j p(s_ij), s_ij = x_jᵀ B x_i. M and the B_l may be any m×d matrix and any matrices of
rank at most a, so that the dimension is at most m d + L a (2 d − a). It is this, since the function determines M and
the B_l if M ≠ 0 and the forms q_l(u) = uᵀ B_l u are not 0:

Let token 0 be μ + (1 − ν) u and all others μ − ν u, ν = 1/t, so that μ is the mean. Layers take equal tokens to equal
tokens. With κ = p′/p and O for terms of higher order in u, z_i = μ + ν (1 − ν) κ(μᵀ B μ) (uᵀ B μ) u + O(u³), as the
logarithms of p(s_i0) and p(s_i1) differ by κ uᵀ B μ + O(u²). So tokens differ by O(u³) after one layer, and the next
ones change the mean by O(u⁶). Hence the function is M μ + ν (1 − ν) κ(μᵀ B_1 μ) (uᵀ B_1 μ) M u + O(u³), which
determines M, then κ(μᵀ B_1 μ) B_1 μ, and B_1, as its terms of degree one are c B_1 μ. Z_(B_1) is known then. In the
mean and the difference of tokens it is (μ, u) ↦ (μ + O(3), c ν (1 − ν) q(u) u + O(5)), where now O counts the degree in
μ and u, and the determinant of its derivative begins with that of the derivative of c ν (1 − ν) q(u) u, which is 3 (c ν
(1 − ν) q)^d and not zero, since the other blocks are of degree 4, for the difference by μ, and 2. So Z takes
neighbourhoods of 0 to sets that contain open sets, and the function determines z ↦ M z_L for z_1 = z, the network of M
and B_2, …, B_L. ∎

*The instances.* The terms of degree at most D are polynomials in the tokens, with polynomials in the weights as
coefficients, and their dimension is at most that of the functions. L layers need D = 2 · 3^(L−1) + 1: after L − 1
layers tokens differ by terms δ_j of degree 3^(L−1) from a vector U of degree one, and the last layer's A = Kᵀ Q enters
by (δ_jᵀ A U) V δ_j.

**Established here.** That the terms of degree at most 7 for two layers, 19 for three have at least the dimension L a (2
d − a) + m d, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Anything about masks or residual connections. [HenryMarchettiKohn2025] have this as a conjecture for
two layers or more with a softmax.

**See also** `dimension/normalized_attention_token`, `dimension/normalized_attention_sum`.
"""

from algebra_tnn import DimensionAtLeast, Verdict, verify
from algebra_tnn.models.structured import NormalizedAttention

INSTANCE = NormalizedAttention(width=1, tokens=2, rank=1, outputs=1, layers=2, degree=7)
INSTANCES = [
    INSTANCE,
    NormalizedAttention(width=2, tokens=2, rank=1, outputs=1, layers=2, degree=7),
    NormalizedAttention(width=2, tokens=2, rank=1, outputs=2, layers=2, degree=7),
    NormalizedAttention(width=2, tokens=2, rank=2, outputs=2, layers=2, degree=7, weighting=(1, 1)),
    NormalizedAttention(width=2, tokens=2, rank=1, outputs=1, layers=3, degree=19, weighting=(1, 1)),
]


def proof(instance: NormalizedAttention = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - instance.orbit_dimension))
