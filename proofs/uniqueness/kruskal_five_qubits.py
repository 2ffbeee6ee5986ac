"""Three terms of five qubits, with equality.

**Instance.** R = 3 in 2×2×2×2×2, the columns (1, 0), (1, 1), (1, −1) in each mode: the k-ranks sum to 10 = 2R + N −
1.

**Established here.** Unique over Q and every extension. For four qubits 8 < 9 falls short, and the general sum of
three terms is not unique there (`uniqueness/four_way_short`).

**Taken on trust.** SidiropoulosBro2000.

**Not claimed.** The general decomposition of length 4.

**See also** `uniqueness/four_way_short`.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, provers, verify

INSTANCE = CP.from_factors(*[[[1, 1, 1], [0, 1, -1]]] * 5)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance), by=provers.kruskal)
