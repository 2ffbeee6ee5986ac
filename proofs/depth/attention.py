"""Linear attention: tokens on one side against the others.

**Instance.** Two tokens of dimension 2, one layer with one head of width 2: rank 3.

**Proof.** A layer takes y_i to M(G) y_i with G = Σ_j y_j y_jᵀ and M(G) = Σ_h O_h V_h G K_hᵀ Q_h. If the tokens are P(G)
x_j with G = Σ_j x_j x_jᵀ after some layers, the next G is P G Pᵀ; so after L layers f = ⟨w, P(G) x_i⟩, and P is a
matrix of forms of degree D = (3^L − 1)/2 in the entries of G. Let i be on the side S, and G = G_S + G_T. Sorted by the
degree j in G_S,

    rank ≤ Σ_j min(N_S(j), N_T(D − j)), j = 0, …, D,

where N_S(j) is the dimension of the span of the entries of x_i times forms of degree j in G_S, and N_T(e) that of the
forms of degree e in G_T: at most d · C(j + m − 1, j) and C(e + m − 1, e) with m = d(d+1)/2, and C(2j + d, 2j + 1) and
C(2e + d − 1, 2e) for one token on that side.

*One layer.* f = Σ_h r_hᵀ G K_hᵀ Q_h x_i with r_h = (O_h V_h)ᵀ w. What S has alone is one product, the rest Σ_c (x_i)_c
g_c with g_c = Σ_h ⟨r_h, G_T K_hᵀ Q_h e_c⟩, where c runs through d values or, with a rows in each of H heads, through
the H a rows of all Q_h x_i. So the rank is at most min(d, H a) + 1. It is that for general weights: if all r_h are r
and the Q_h and K_h read different coordinates, g_c is ⟨r, G_T e_c⟩ for min(d, H a) of the c, and these are independent.

*Dimension one.* f = c · x_i (Σ_j x_j²)^D with c ≠ 0 for general weights. Expanded by the binomial theorem this is a sum
of D + 1 = (3^L + 1)/2 products whose factors have different degrees: that is the rank, in characteristic 0. In higher
dimensions the weights may ignore all coordinates but one, so general ones have a rank of at least that.

**Established here.** For almost all weights the separation rank of {x_0} is 3 = d + 1, over Q and every extension. In
the wide run also for d = 3, for two narrow heads, and for three tokens; and (3^L + 1)/2 = 5 for d = 1 and two layers.

**Taken on trust.** Nothing.

**Not claimed.** That the bound of the first part is attained; for two layers see `depth/attention_deep`. The growth
with depth if 3^L is small against d, of which [LevineWiesSharirBataShashua2020] say that it is double-exponential.

**See also** `depth/attention_narrow`.
"""

from typing import TypeAlias

from algebra_tnn import SeparationRankBetween, Verdict, verify
from algebra_tnn.models.attention import LinearAttention

Case: TypeAlias = tuple[LinearAttention, tuple[str, ...]]

INSTANCE: Case = (LinearAttention(tokens=2, dimension=2), ("x0",))
INSTANCES: list[Case] = [
    INSTANCE,
    (LinearAttention(tokens=2, dimension=3), ("x0",)),
    (LinearAttention(tokens=2, dimension=3, heads=2, width=1), ("x0",)),
    (LinearAttention(tokens=3, dimension=2), ("x0", "x1")),
    (LinearAttention(tokens=2, dimension=1, depth=2), ("x0",)),
    (LinearAttention(tokens=3, dimension=1, depth=2), ("x0", "x2")),
]


def rank(network: LinearAttention) -> int:
    """For one layer, or dimension one."""
    one_layer = min(network.dimension, network.heads * network.width) + 1
    return one_layer if network.depth == 1 else (3**network.depth + 1) // 2


def proof(instance: Case = INSTANCE) -> Verdict:
    network, names = instance
    return verify(SeparationRankBetween(network.law(), names, rank(network), rank(network)))
