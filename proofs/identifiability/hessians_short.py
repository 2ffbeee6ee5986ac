"""Nine sixth powers in three variables: one singular form, with too small a Hessian.

**Limits** `identifiability/hessians`, `identifiability/hessians_of_tensors`.

**Instance.** Widths (3,9,1) with t⁶: 27 of 28 dimensions, and one singular form, the square of the cubic through the
nine points. Its Hessian at a point has rank 1, and 2 are needed.

**Proof.** The Hessian of c² at a zero of c is 2 ∇c ∇cᵀ.

**Established here.** The test is undecided. Only the rank of the Hessians fails. General sums of nine have two
decompositions, say Chiantini, Ottaviani and Vannieuwenhoven, which this project does not prove.

**Taken on trust.** Nothing.

**Not claimed.** That there are several decompositions whenever the test fails.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.provers.identifiability import tangential_contact

INSTANCE = PowerSum((3,), (6,), 9)


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1), by=tangential_contact)
