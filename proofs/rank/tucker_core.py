"""The least core of a Tucker decomposition: its sizes are the ranks of the unfoldings.

**Instance.** A core of shape 2×3×2 with factors of shapes 3×2, 4×3, 3×2, multiplied out to a tensor of shape 3×4×3; its
unfolding at mode 0 (in `INSTANCES`: at each mode).

**Proof.** If T = Σ G[r] u_r0 ⊗ v_r1 ⊗ … has a core with R_n indices along mode n, every column of T_(n) is a
combination of the R_n columns of the n-th factor, so rank T_(n) ≤ R_n. Conversely let the columns of U_n be a basis of
the column space of T_(n), in reduced column echelon form, with the identity in the rows P_n. Then T = Σ_p T[…, p, …]
U_n[·, p] along each mode n, p running over P_n; so T has the factors U_n, and its core is the block of T at P_0 × P_1 ×
…. So the ranks of the unfoldings are attained at once, and the decomposition is read off T. Other decompositions with
the same core sizes have factors U_n M_n, for invertible M_n: two bases of one space.

**Established here.** The unfolding has the rank R_n = 2 (3, 2), so no core is smaller along this mode; over Q and every
extension.

**Taken on trust.** Nothing.

**Not claimed.** The dimension of the set of these tensors.

**See also** `rank/tucker_core_too_large`: a core that no tensor needs.
"""

from algebra_tnn import Tensor, TensorRankBetween, Tucker, Verdict, verify

T = Tucker.of(
    [[[1, 2], [0, 1], [1, 1]], [[3, 0], [1, 1], [0, 2]]],
    [
        [[1, 0], [2, 1], [1, 1]],
        [[1, 0, 2], [0, 1, 1], [1, 1, 0], [2, 0, 1]],
        [[1, 1], [0, 2], [1, 3]],
    ],
)
INSTANCE = 0
INSTANCES = [0, 1, 2]


def proof(instance: int = INSTANCE) -> Verdict:
    unfolding = Tensor.from_nested(T.tensor().matricized([instance]))
    return verify(TensorRankBetween(unfolding, T.ranks[instance], T.ranks[instance]))
