"""Kruskal's condition, for the weights of two layers.

**Instance.** Widths (3,4,3) with t³; W_2 and W_1ᵀ have columns (1, t, t²): k-ranks 3 and 3, and 3 (3 − 1) ≥ 8 − 3.

**Proof.** By C9 the function is the tensor Σ_j w_j ⊗ a_j^⊗r, of order N = r + 1 and with d_1 terms; its k-ranks are
k(W_2) and r times k(W_1ᵀ). The inequality of the N-way theorem (B4), k(W_2) + r k(W_1ᵀ) ≥ 2 d_1 + r, is the
condition.

**Established here.** The decomposition is essentially unique over Q and every extension, by rules that go back to the
definitions; in the wide run also for (2,3,1) with t⁵, where the inequality is an equality.

**Taken on trust.** Nothing.

**Not claimed.** That the condition is necessary.

**See also** `identifiability/kruskal_weights_short`.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, verify

W1_TRANSPOSED = [[t**i for t in (0, 1, -1, 2)] for i in range(3)]
W2 = [[t**i for t in (1, 2, 3, 4)] for i in range(3)]
INSTANCE = CP.from_factors(W2, *[W1_TRANSPOSED] * 3)
INSTANCES = [INSTANCE, CP.from_factors([[1, 1, 1]], *[[[1, 1, 1], [0, 1, 2]]] * 5)]


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance))
