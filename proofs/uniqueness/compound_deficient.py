"""The condition on the compound matrices without a factor of full column rank.

**Limits** `uniqueness/compound`, `uniqueness/compound_tight`.

**Instance.** R = 5 in 4×4×3: Σ C(9, t) v_4(t) ⊗ v_4(t) ⊗ v_3(t) over t = 0, 2, 4, 6, 8 with v_k(t) = (1, t, …,
t^(k−1)). C₂(A) ⊙ C₂(B) has full column rank 10, but C has rank 3 < 5.

**Proof.** The ninth difference of polynomials of degree at most 8 vanishes, so the terms at t = 1, 3, 5, 7, 9 have
the same sum (`uniqueness/derksen`).

**Established here.** Not essentially unique over Q and every extension: full column rank of C is needed.

**Taken on trust.** Nothing.

**Not claimed.** That rank R − 1 would not suffice.
"""

from algebra_tnn import CP, NotEssentiallyUnique, Verdict, verify
from algebra_tnn.provers.non_uniqueness import certificate_of, terms_of


def factors(points: range, binomials: tuple[int, ...]) -> list[list[list[int]]]:
    A = [[t**i for t in points] for i in range(4)]
    return [[[c * x for c, x in zip(binomials, row, strict=True)] for row in A], A, A[:3]]


INSTANCE = CP.from_factors(*factors(range(0, 10, 2), (1, 36, 126, 84, 9)))
SECOND = factors(range(1, 10, 2), (9, 84, 126, 36, 1))


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(
        NotEssentiallyUnique(instance),
        by=lambda claim: certificate_of(claim, terms_of(SECOND), "the odd terms of the ninth difference"),
    )
