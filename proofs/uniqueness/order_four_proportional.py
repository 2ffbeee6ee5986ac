"""Order four: proportional columns in one factor, and unique all the same.

**Limits** `uniqueness/proportional_columns`, `uniqueness/dependent_khatri_rao`.

**Instance.** R = 2 in 2×2×2×2 with a_0 = a_1, and no two columns proportional in the other factors.

**Proof.** Group the modes 0 and 1: A ⊙ B has independent columns, since B has. So have the other two factors, and
Jennrich's theorem applies to three modes. What excludes uniqueness for order N are two terms proportional in N − 2
modes.

**Established here.** "Not essentially unique" is refuted over Q and every extension: order three is needed.

**Taken on trust.** Nothing.

**Not claimed.** That three k-ranks of at least 2 suffice for larger R.
"""

from algebra_tnn import CP, NotEssentiallyUnique, Verdict, verify

INSTANCE = CP.from_factors([[1, 1], [2, 2]], [[1, 0], [0, 1]], [[1, 1], [0, 1]], [[1, 1], [1, -1]])


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(NotEssentiallyUnique(instance))
