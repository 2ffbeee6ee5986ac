"""Seven products, and no fewer, multiply 2×2 matrices.

**Instance.** M⟨2,2,2⟩ = Σ a_ij ⊗ b_jk ⊗ c_ik, given by Strassen's seven terms.

**Proof.** Terms are removed together with slices. The slice at a_00 leaves: for some numbers μ, the slices at the other
a_ij, plus μ_ij times the one at a_00, are a tensor with one term less. From this the slices at b_0k, minus μ_01 times
those at b_1k, leave with two more terms, and then the four at c_ik are still independent, whatever all the numbers are:
a combination of them, with coefficients z_ik, has z_00 and z_01 among its entries, and the others z_ik are combinations
of its entries with polynomials in the numbers as coefficients. So there are at least 1 + 2 + 4 terms.

**Established here.** The rank is 7 over Q and every extension: the terms sum to the tensor, and the three
eliminations are right for all values of the unknown numbers.

**Taken on trust.** Nothing.

**Not claimed.** That the border rank is 7, too: that is a theorem [Landsberg2006], and the bound here is 6, by a Koszul
flattening. Over GF(2) the same certificates hold, since all of their numbers are integers.

**See also** `rank/matmul_rectangular`, `rank/matmul_three`; `rank/matmul_one_row` for what fails in a row.
"""

from algebra_tnn import CP, TensorRankAtLeast, TensorRankBetween, Verdict, provers, verify
from algebra_tnn.tensors.fast_multiplication import strassen

INSTANCE = strassen()


def proof(instance: CP = INSTANCE) -> Verdict:
    def sides(side: object) -> tuple[provers.Prover, ...]:
        return (provers.matmul_substitution if isinstance(side, TensorRankAtLeast) else provers.decomposition,)

    return verify(TensorRankBetween(instance, 7, 7), by=provers.both_bounds(sides))
