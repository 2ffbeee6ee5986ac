"""In the limit ten products suffice for a 2×2 times a 2×3 matrix.

**Instance.** M⟨2,2,3⟩ and ten terms, with entries that are linear in e.

**Proof.** The second matrix is the sum of (b_00 b_01 0; b_10 0 0) and (0 b_11 b_12; 0 0 b_02) with its rows exchanged.
Each of the two has three entries, and the product by it is that of `rank/bini_partial`, transposed: five terms each.
The certificate is the curve: the terms sum to e·M⟨2,2,3⟩ modulo e².

**Established here.** 9 ≤ border rank ≤ 10 over Q and every extension; from below by a Koszul flattening.

**Taken on trust.** Nothing.

**Not claimed.** That the border rank is 10: that is a theorem [ConnerHarperLandsberg2023].

**See also** `rank/bini_exact`: what is true in the limit only.
"""

from algebra_tnn import BorderRankAtMost, BorderRankBetween, Tensor, Verdict, matmul, provers, verify
from algebra_tnn.tensors.fast_multiplication import bini

INSTANCE = matmul(2, 2, 3)
CURVE = provers.approximating_curve(bini(), order=1)


def proof(instance: Tensor = INSTANCE) -> Verdict:
    def sides(side: object) -> tuple[provers.Prover, ...]:
        return (CURVE if isinstance(side, BorderRankAtMost) else provers.koszul_flattening,)

    return verify(BorderRankBetween(instance, 9, 10), by=provers.both_bounds(sides))
