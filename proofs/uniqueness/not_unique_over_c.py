"""Not unique over C: the same numbers, another field.

**Limits** `uniqueness/unique_over_q`.

**Instance.** The decomposition of `uniqueness/unique_over_q`, over C (in `INSTANCES` also over R).

**Proof.** The three further rank-one matrices in the span are conjugate over Q; their coordinates lie in a cubic
field. Each of them can replace one of the seven. The certificate computes modulo the cubic, so it speaks of all three
roots at once; over R it adds an interval in which the cubic changes its sign, as a cubic always does somewhere.

**Established here.** "Essentially unique" is refuted over C and every extension: the field is part of the claim. Only
the theorems whose conclusion persists under extension (Kruskal's, Jennrich's) may be quoted without it.

**Taken on trust.** Nothing.

**Not claimed.** That there are C(10, 7) = 120 decompositions over C, as general position would have it.
"""

from algebra_tnn import CP, C, EssentiallyUnique, Field, R, Verdict, verify

DECOMPOSITION = CP.from_factors(
    [[1, 0, 0, 1, 1, 0, 1], [0, 1, 0, 1, -1, 1, 0], [0, 0, 1, 1, 0, -1, -1]],
    [[1, 0, 0, 0, 1, 1, 1], [0, 1, 0, 0, 1, 0, 1], [0, 0, 1, 0, 1, 0, -1], [0, 0, 0, 1, 1, -1, 1]],
    [[int(i == j) for j in range(7)] for i in range(7)],
)
INSTANCE = C
INSTANCES = [C, R]


def proof(instance: Field = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(DECOMPOSITION, instance))
