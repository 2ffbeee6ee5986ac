"""Lovitz and Petrov's theorem over a finite field.

**Instance.** R = 5 in 4×4×4 over GF(5), with the A of `uniqueness/lovitz_petrov` and B = C with columns (1, t, t²,
t³) at all five elements t of GF(5).

**Established here.** Unique over GF(5) and every extension of it. The dimensions are computed modulo 5, and the
theorem holds over every field.

**Taken on trust.** LovitzPetrov2023.

**Not claimed.** Anything over Q, though the same argument with the same numbers would do.

**See also** `uniqueness/lovitz_petrov_one_set`.
"""

from algebra_tnn import CP, EssentiallyUnique, Field, Verdict, provers, verify

V = [[t**i for t in range(5)] for i in range(4)]
INSTANCE = CP.from_factors([[1, 0, 0, 1, 0], [0, 1, 0, 1, 0], [0, 0, 1, 1, 0], [0, 0, 0, 0, 1]], V, V)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance, Field.named("GF(5)")), by=provers.lovitz_petrov)
