"""Ten products at least, and eleven suffice, for a 2×2 times a 2×3 matrix.

**Instance.** M⟨2,2,3⟩, given by eleven terms: Strassen's seven for two columns, and four for the third.

**Proof.** As in `rank/matmul_two`, 1 + 3 + 6 slices leave one mode after the other.

**Established here.** 10 ≤ rank ≤ 11 over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That the rank is 11: that is a theorem [Alekseyev1985]. In the limit ten terms suffice: `rank/bini`.

**See also** `rank/matmul_one_row`: why a second row is needed.
"""

from algebra_tnn import CP, TensorRankAtLeast, TensorRankBetween, Verdict, provers, verify
from algebra_tnn.tensors.fast_multiplication import eleven_terms

INSTANCE = eleven_terms()


def proof(instance: CP = INSTANCE) -> Verdict:
    def sides(side: object) -> tuple[provers.Prover, ...]:
        return (provers.matmul_substitution if isinstance(side, TensorRankAtLeast) else provers.decomposition,)

    return verify(TensorRankBetween(instance, 10, 11), by=provers.both_bounds(sides))
