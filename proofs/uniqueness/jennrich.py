"""Jennrich's theorem: two factors of full column rank, the third without proportional columns.

**Instance.** R = 3 in 4×5×3. Columns of A are (1, t, t², t³) at t = 0, 1, 2, those of B are (1, t, …, t⁴) at t = 0,
1, −1; C has rank 2 only, with columns on a line: (1, t, 1 + t) at t = 0, 1, 2.

**Proof.** T(x) = Σ_k x_k T_{:,:,k} = A diag(Cᵀx) Bᵀ. For general x and y the quotient T(y) T(x)⁻¹ on the column space
of A has the eigenvectors a_r with the different eigenvalues (Cᵀy)_r / (Cᵀx)_r. Any other decomposition of length R
diagonalizes the same maps, so it has the same a_r up to scale, likewise the b_r, and then the c_r.
`proofs/certificate-format.md` has every step.

**Established here.** Unique over Q and every extension: two minors of size 3, and pairs of columns of C.

**Taken on trust.** Nothing: the checker's proof of the rule is part of this project.

**Not claimed.** That the eigenvectors can be found stably in floating point.

**See also** `uniqueness/jennrich_parallel` and `uniqueness/jennrich_deficient`, which violate one hypothesis each.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, provers, verify

INSTANCE = CP.from_factors(
    [[t**i for t in (0, 1, 2)] for i in range(4)],
    [[t**j for t in (0, 1, -1)] for j in range(5)],
    [[1, 1, 1], [0, 1, 2], [1, 2, 3]],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance), by=provers.jennrich)
