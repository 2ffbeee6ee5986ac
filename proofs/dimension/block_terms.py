"""Block terms (L,L,1) with independent columns.

**Instance.** Shape 4×4×3 and two blocks with L = 2: 38 parameters, 2 (4 + 1) = 10 dimensions of gauge.

**Proof.** Let A = [A_1, A_2, …] and B = [B_1, B_2, …] have full column rank and no two c_r be proportional, as for
general nodes if Σ L_r ≤ I, Σ L_r ≤ J, and K ≥ 2. Let Σ (dA_r B_rᵀ + A_r dB_rᵀ) ⊗ c_r + A_r B_rᵀ ⊗ dc_r = 0. Rows P_s,
Q_t with P_s A_r = δ_sr and Q_t B_r = δ_tr on both sides leave, for s ≠ t, P_s dA_t ⊗ c_t + (Q_t dB_s)ᵀ ⊗ c_s = 0, so
both vanish; and for s = t, (P_s dA_s + (Q_s dB_s)ᵀ) ⊗ c_s + 1 ⊗ dc_s = 0, so dc_s = μ_s c_s and the matrices add up to
−μ_s. Rows that kill all A_r leave no other dA_t, and so for B. Hence dA_s = A_s X_s, dB_s = −B_s (X_s + μ_s)ᵀ: the
kernel has dimension Σ (L_r² + 1), and the dimension is Σ (L_r (I + J − L_r) + K − 1).

**Established here.** The dimension is 28, over Q and every extension; in the wide run also L = (1,2), and three blocks.

**Taken on trust.** Nothing.

**Not claimed.** That the blocks of a given tensor are unique.

**See also** `dimension/block_terms_overcounted`. With K = 1 all c_r are proportional, and two blocks are one.
"""

from algebra_tnn import DimensionBetween, Verdict, verify
from algebra_tnn.tensors.formats import BlockTermFormat

INSTANCE = BlockTermFormat((4, 4, 3), (2, 2))
INSTANCES = [INSTANCE, BlockTermFormat((3, 4, 2), (1, 2)), BlockTermFormat((4, 4, 2), (2, 1, 1))]


def formula(format: BlockTermFormat) -> int:
    """Σ (L_r (I + J − L_r) + K − 1)."""
    rows, columns, slices = format.shape
    return sum(L * (rows + columns - L) + slices - 1 for L in format.ranks)


def proof(instance: BlockTermFormat = INSTANCE) -> Verdict:
    return verify(DimensionBetween(instance.law(), formula(instance), formula(instance)))
