"""Lovitz and Petrov's theorem where Kruskal's inequality fails.

**Instance.** R = 5 in 4×4×4. A has the columns e0, e1, e2, e0 + e1 + e2, e3, so k_A = 3; B and C have k-rank 4. The
sum 3 + 4 + 4 = 11 is one less than 2R + 2, and no factor has full column rank.

**Proof.** For a set S of terms, 2|S| ≤ 1 + Σ_j (dim span − 1) is to be compared: |S| = 5: 10 ≤ 1 + 3 + 3 + 3 = 10.
|S| = 4: at worst 8 ≤ 1 + 2 + 3 + 3 = 9, at the four columns that are dependent in A. |S| = 3: 6 ≤ 7. |S| = 2: 4 ≤ 4.
Kruskal's condition asks of A what only those four columns deny.

**Established here.** Unique over Q and every extension: all 26 sets of terms are examined, and two sizes are tight.

**Taken on trust.** LovitzPetrov2023, for the implication.

**Not claimed.** That the weaker condition is necessary.

**See also** `uniqueness/lovitz_petrov_one_set`: one set that violates the inequality can be enough.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, provers, verify

INSTANCE = CP.from_factors(
    [[1, 0, 0, 1, 0], [0, 1, 0, 1, 0], [0, 0, 1, 1, 0], [0, 0, 0, 0, 1]],
    [[t**i for t in range(5)] for i in range(4)],
    [[t**i for t in (0, 1, -1, 2, -2)] for i in range(4)],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance), by=provers.lovitz_petrov)
