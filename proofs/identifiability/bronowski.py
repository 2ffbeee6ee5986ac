"""One neuron more does not lack a dimension.

**Instance.** Widths (3,5,3) with t³, as sums of five terms ⟨a, x⟩³ ⟨w, y⟩: X = P² × P² has dimension 4, and six terms
have the dimension 6 · 5 = 30, all of the space.

**Established here.** There is one decomposition for general parameters, over Q and every extension.

**Taken on trust.** MassarentiMella2022. Its hypotheses: X is irreducible, smooth and no linear space, so its Gauss
map is finite; it spans P^29; six general tangent spaces are independent, by a minor.

**Not claimed.** Anything about the last number of terms whose tangent spaces do not fill the space.

**See also** `identifiability/bronowski_defective`, `identifiability/bronowski_filling`.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.provers.identifiability import bronowski

INSTANCE = PowerSum((3, 3), (3, 1), 5)
INSTANCES = [
    INSTANCE,
    PowerSum((4, 3), (3, 1), 9),
    PowerSum((3,), (6,), 8),
    PowerSum((4, 4), (2, 1), 4),
    PowerSum((4, 4, 4), (1, 1, 1), 5),
    PowerSum((2, 2, 2, 2, 2, 2), (1, 1, 1, 1, 1, 1), 8),
]


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1), by=bronowski)
