"""Neurons as points of a linear section of the powers.

**Instance.** Widths (3,4,4) with t², as sums of four terms ⟨a, x⟩² ⟨w, y⟩: 4 = 6 − 3 + 1, and the Veronese surface
has degree 4.

**Proof.** In certificate-format.md, rule `linear-section`: the outputs span a general space of forms of dimension
d_1, and decompositions are the sets of d_1 independent powers in it. There are no others than the given ones below
the dimension at which this space and the variety of powers must meet in more, and r^(d_0−1) points, any d_1 of which
are independent, at that dimension.

**Established here.** There is one decomposition for general parameters, C(4, 4) = 1, over Q and every extension.

**Taken on trust.** Nothing: compounds decide these instances, too.

**Not claimed.** That one decomposition is what one neuron more than C(d_0 + r − 1, r) − d_0 has:
`identifiability/octad`.

**See also** `identifiability/linear_section_beyond`, `identifiability/linear_section_narrow`.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((3, 4), (2, 1), 4)
INSTANCES = [INSTANCE, PowerSum((2, 3), (3, 1), 3), PowerSum((3, 7), (3, 1), 7), PowerSum((4, 6), (2, 1), 6)]


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1))
