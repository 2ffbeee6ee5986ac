"""One set of terms that violates the inequality is enough to lose uniqueness.

**Limits** `uniqueness/lovitz_petrov`, `uniqueness/lovitz_petrov_finite`.

**Instance.** R = 5 in 4×5×5 with a_0 = a_1 and otherwise independent columns. For S = {0, 1}: 4 > 1 + 0 + 1 + 1 = 3.
All other sets satisfy the inequality, the set of all terms with 10 ≤ 1 + 3 + 4 + 4 = 12.

**Proof.** Two terms that share the vector of one mode form a matrix of rank 2 times that vector.

**Established here.** Not essentially unique over Q and every extension: the inequality must hold for every S, and
large spans elsewhere do not help.

**Taken on trust.** Nothing.

**Not claimed.** That every violated inequality refutes uniqueness.
"""

from algebra_tnn import CP, NotEssentiallyUnique, Verdict, provers, verify

INSTANCE = CP.from_factors(
    [[1, 1, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 1]],
    [[t**i for t in range(5)] for i in range(5)],
    [[t**i for t in (0, 1, -1, 2, -2)] for i in range(5)],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(NotEssentiallyUnique(instance), by=provers.exchange)
