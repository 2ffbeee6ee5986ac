"""One term more than n makes all eigenvalues real.

**Instance.** The 3×3×2 tensor with the slices I and B = [[0, −1, 0], [1, 0, 0], [0, 1, 0]], whose eigenvalues 0 and ± i
are not all real: a sum of four terms over Q.

**Proof.** With e_0, B e_0, B² e_0 independent, B − e_0 vᵀ has any characteristic polynomial for some v; here v =
(−6, 10, −6) gives (t − 1)(t − 2)(t − 3). So the slices I and B − e_0 vᵀ are a sum of three terms, one for each
eigenvector, and e_0 ⊗ v ⊗ (0, 1) is the fourth.

**Established here.** The rank is at most 4, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That it is 4 over R, though it is: the three terms would be real, and their eigenvalues.

**See also** `rank/typical_three`, `rank/typical_over_c`.
"""

from algebra_tnn import CP, Certificate, TensorRankAtMost, Verdict, verify

INSTANCE = CP.from_factors(
    [[1, 4, 9, 1], [1, 2, 3, 0], [1, 1, 1, 0]],
    [["1/2", -1, "1/2", -6], ["-5/2", 4, "-3/2", 10], [3, -3, 1, -6]],
    [[1, 1, 1, 0], [1, 2, 3, 1]],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    def four_terms(claim: TensorRankAtMost) -> Certificate:
        return Certificate(claim, "decomposition", {"factors": instance.factors, "root": None}, remark="4 terms")

    return verify(TensorRankAtMost(instance.tensor(), 4), by=four_terms)
