"""The dimension of several layers of attention without a softmax.

**Instance.** Two layers of width 2 on two tokens, K and Q with one row, two outputs: 2 · 3 + 4 − 2 = 8. In `INSTANCES`
one to three layers of widths 2 and 3, two and three tokens: 7, 16, 10, 23, 10, 30.

**Proof.** L layers are X ↦ M z_L with z_0 = X and z_l = z_(l−1) z_(l−1)ᵀ B_l z_(l−1), where M = V_L ⋯ V_1 and B_l =
U_lᵀ K_lᵀ Q_l U_l, U_l = V_(l−1) ⋯ V_1. All m×d matrices M and all B_l of rank at most a occur. The function does not
change under B_l → s B_l, M → M / s^(3^(L−l)), for every l. So the dimension is at most m d + L a (2 d − a) − L, and it
is this if, for general M and B_l, finitely many others have the same function, up to these factors.

Let the tokens be x, y, and 0. To first order in y, z_1 at x is x · xᵀ B_1 x, at y it is x · xᵀ B_1 y, the same times c
= xᵀ B_1 y / xᵀ B_1 x; and if z_(l−1) at y is c times z_(l−1) at x, z_l is so as well. So the function determines c.
*Let a ≥ 2.* Since B_1 has rank 2 or more, xᵀ B_1 y is irreducible, so that c is in lowest terms and determines B_1 up
to a factor. Z: X ↦ X S, S = Xᵀ B_1 X, is dominant on two tokens: let the derivative at X = (e_0, e_1) vanish in a
direction D. S is invertible there, as B_1 is general, so D S in the span of X gives D = X h, and h S + hᵀ S + S h = 0;
for S = 1 that is 2 h + hᵀ = 0, so h = 0, and so for general S. Hence the function determines z ↦ M z_L for z_1 = z, up
to a factor of z, that is, the network of M and B_2, …, B_L; and so on; M z determines M. *Let a = 1*, B_l = k_l q_lᵀ
and d ≥ 2. For y = 0 the function is M x Π_l (⟨k_l, x⟩⟨q_l, x⟩)^(3^(L−l)), which, by unique factorization, determines M
and the k_l and q_l up to factors and finitely many exchanges. For d = 1 the functions are M x |x|² ⋯, of dimension m. ∎

For a = 1 all tokens are proportional after the first layer, so that there k_l and q_l may be exchanged for l ≥ 2; c
tells k_1 from q_1. For m = 1 the form M takes part in the exchanges of the last layer.

**Established here.** The dimension is L a (2 d − a) + m d − L, from both sides, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** More about V_1, …, V_(L−1) than M and the B_l: they are determined up to changes of basis if the rows
of V_L, K_L and Q_L span the space, m + 2a ≥ d. Otherwise V_(L−1) may be changed where they are zero.

**See also** `dimension/lightning_layers_token`, and for one layer `depth/lightning_dimension`.
"""

from algebra_tnn import DimensionBetween, Verdict, verify
from algebra_tnn.models.structured import LightningAttention

INSTANCE = LightningAttention(width=2, tokens=2, rank=1, outputs=2, layers=2)
SIZES = [  # layers, d, a, tokens, outputs
    (1, 2, 2, 2, 2),
    (1, 3, 2, 3, 3),
    (2, 2, 2, 2, 2),
    (2, 3, 2, 2, 3),
    (3, 2, 1, 2, 2),
    (3, 3, 2, 2, 3),
]
INSTANCES = [INSTANCE, *(LightningAttention(d, t, a, m, layers) for layers, d, a, t, m in SIZES)]


def count(attention: LightningAttention) -> int:
    """L a (2 d − a) + m d − L."""
    d, a = attention.width, attention.rank
    return attention.layers * (a * (2 * d - a) - 1) + attention.outputs * d


def proof(instance: LightningAttention = INSTANCE) -> Verdict:
    return verify(DimensionBetween(instance.law(), count(instance), count(instance)))
