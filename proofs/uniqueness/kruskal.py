"""Kruskal's theorem with something to spare.

**Instance.** R = 6 in 5×5×5; columns are points (1, t, …, t⁴) of the rational normal curve. Any five of them are
independent (Vandermonde), so the k-ranks are 5, 5, 5 and sum to 15 ≥ 14 = 2R + 2.

**Established here.** Unique over Q and every extension. No factor has six independent columns, so neither Jennrich's
theorem nor the criteria with a factor of full column rank apply. Every 5×5 minor of every factor is shown to be a
unit modulo one prime.

**Taken on trust.** Kruskal1977, for the implication from the k-ranks.

**Not claimed.** That the decomposition is easy to find.

**See also** `uniqueness/kruskal_short`: with the sum 2R + 1 the conclusion can fail.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, provers, verify

INSTANCE = CP.from_factors(
    [[t**i for t in range(6)] for i in range(5)],
    [[t**i for t in range(1, 7)] for i in range(5)],
    [[t**i for t in (0, 1, -1, 2, -2, 3)] for i in range(5)],
)
INSTANCES = [
    INSTANCE,
    CP.from_factors(*[[[t**i for t in range(7)] for i in range(6)]] * 3),
    CP.from_factors(*[[[(t + n) ** i for t in range(6)] for i in range(n)] for n in (4, 5, 6)]),
]


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance), by=provers.kruskal)
