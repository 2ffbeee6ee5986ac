"""From N modes to three: a grouping that satisfies Kruskal's inequality always exists.

**Instance.** The decomposition of `uniqueness/kruskal_four_way`: R = 4 in 2×3×3×3, k-ranks 2, 3, 3, 3. Grouped as 0,1
| 2 | 3 the k-ranks are 4, 3, 3, with the sum 10 = 2R + 2.

**Proof.** *A product gains.* k(A ⊙ B) ≥ min(k_A + k_B − 1, R) if k_A, k_B ≥ 1: let m ≤ k_A + k_B − 1 and m ≤ R, and Σ
x_r a_r ⊗ b_r = 0 over m terms, with x_0 ≠ 0. Choose a functional f that vanishes at k_A − 1 of the other a_r (at all
others, if there are fewer) and not at a_0; then Σ x_r f(a_r) b_r is a relation of at most m − k_A + 1 ≤ k_B columns
of B, and the coefficient of b_0 is not zero, a contradiction.

*Groups exist.* Put x_n = k_n − 1 ≤ R − 1; the hypothesis Σ k_n ≥ 2R + N − 1 says Σ x_n ≥ 2R − 1, and Σ_g min(x_g, R −
1) ≥ 2R − 1 is wanted for three groups with sums x_g. Fill the first group with modes until the next one would lead
beyond R − 1, likewise the second, and put all others into the third; it is not empty, as 2(R − 1) < 2R − 1. If its
sum is at most R − 1, nothing is lost. Otherwise it counts R − 1, and the first two have at least R, since the first
mode of the second did not fit into the first.

*Back.* A second N-way decomposition is a grouped one, and the terms are the same tensors.

**Established here.** Unique over Q and every extension, from the three-way theorem alone.

**Taken on trust.** Kruskal1977.

**Not claimed.** That every grouping does.

**See also** `uniqueness/grouping_short`: with one less, no grouping can be guaranteed.
"""

from algebra_tnn import CP, Certificate, EssentiallyUnique, KRankAtLeast, Verdict, provers, verify

INSTANCE = CP.from_factors(
    [[t**i for t in (0, 1, 2, 3)] for i in range(2)],
    [[t**i for t in (0, 1, 2, 3)] for i in range(3)],
    [[t**i for t in (0, 1, -1, 2)] for i in range(3)],
    [[t**i for t in (1, 2, 3, 4)] for i in range(3)],
)
GROUPS, K_RANKS = ((0, 1), (2,), (3,)), (4, 3, 3)


def grouped(claim: EssentiallyUnique) -> Certificate:
    T = claim.decomposition
    bounds = (KRankAtLeast(T.khatri_rao(group), k) for group, k in zip(GROUPS, K_RANKS, strict=True))
    premises = tuple(provers.columns_independent(bound) for bound in bounds)
    return Certificate(claim, "kruskal", {"grouping": GROUPS}, premises, "0,1 | 2 | 3: Σk = 4 + 3 + 3 = 10 ≥ 2R + 2")


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance), by=grouped)
