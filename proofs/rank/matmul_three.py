"""Between 17 and 23 products multiply 3×3 matrices.

**Instance.** M⟨3,3,3⟩, given by the 23 terms of [Laderman1976].

**Proof.** As in `rank/matmul_two`, 2 + 6 + 9 = 2·3² − 1 slices leave one mode after the other, as many as in
[BrockettDobkin1978].

**Established here.** 17 ≤ rank ≤ 23 over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That the rank is at least 19 [Blaser2003]. Which of the numbers up to 23 it is, is not known.

**See also** `rank/matmul_one_row`: why a second row is needed.
"""

from algebra_tnn import CP, TensorRankAtLeast, TensorRankBetween, Verdict, provers, verify
from algebra_tnn.tensors.fast_multiplication import laderman

INSTANCE = laderman()


def proof(instance: CP = INSTANCE) -> Verdict:
    def sides(side: object) -> tuple[provers.Prover, ...]:
        return (provers.matmul_substitution if isinstance(side, TensorRankAtLeast) else provers.decomposition,)

    return verify(TensorRankBetween(instance, 17, 23), by=provers.both_bounds(sides))
