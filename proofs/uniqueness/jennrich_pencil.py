"""Jennrich's theorem where nothing is to spare: a pencil of square matrices.

**Instance.** R = 3 in 3×3×2: a pencil x T₀ + y T₁ of 3×3 matrices with three different eigenvalues. The k-ranks are
3, 3, 2 and sum to 8 = 2R + 2: A and B are square and C is a set of three points of a line.

**Established here.** Unique over Q and every extension. Weierstrass would have said: a regular pencil with simple
eigenvalues has one diagonal form.

**Taken on trust.** Nothing.

**Not claimed.** Anything about pencils with a multiple eigenvalue (`uniqueness/jennrich_parallel`).

**See also** `uniqueness/jennrich_parallel`, `uniqueness/jennrich_deficient`.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, provers, verify

INSTANCE = CP.from_factors(
    [[1, 1, 0], [0, 1, 1], [0, 0, 1]],
    [[1, 0, 2], [0, 1, 0], [1, 0, 1]],
    [[1, 1, 1], [0, 1, -1]],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance), by=provers.jennrich)
