"""The rank of a Koszul flattening must be divided by its rank at a term.

**Limits** `rank/koszul`.

**Instance.** e0⊗e0⊗e0 + e1⊗e1⊗e1 + e2⊗e2⊗e2. Its Koszul flattening with p = 1 has rank 6.

**Proof.** At each term the flattening has rank C(2, 1) = 2, and 6 = 3 · 2.

**Established here.** "The rank is at least 6" is refuted over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That other exterior powers behave better.
"""

from algebra_tnn import CP, TensorRankAtLeast, Verdict, verify

EYE = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
INSTANCE = CP.from_factors(EYE, EYE, EYE)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(TensorRankAtLeast(instance, 6))
