"""Squares and at least as many outputs as neurons.

**Instance.** Widths (4,6,6) with t², as sums of six terms ⟨a, x⟩² ⟨w, y⟩: 6 = 4 · 3/2.

**Proof.** H3 with r = 2: C(d_0 + 1, 2) − d_0 = d_0 (d_0 − 1)/2. As W_2 has full column rank, it is also enough, by
B7, that the tensors (a_i ∧ a_j) ⊗ (a_i ∧ a_j), i < j, are independent. There are d_1 (d_1 − 1)/2 of them, in a space
of dimension d_0² (d_0² − 1)/12, that of the quadratic forms on the Grassmannian of lines: enough for d_0 ≤ 6.

**Established here.** There is one decomposition for general parameters, over Q and every extension, by compounds: the
weights are determined up to permutation and rescaling. Others in the wide run.

**Taken on trust.** Nothing.

**Not claimed.** That more neurons always spoil it: (3,4,4) has one decomposition, `identifiability/linear_section`.

**See also** `identifiability/quadratic_wide_beyond`, `identifiability/octad`.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((4, 6), (2, 1), 6)
INSTANCES = [
    INSTANCE,
    PowerSum((3, 3), (2, 1), 3),
    PowerSum((4, 5), (2, 1), 5),
    PowerSum((3, 4), (2, 1), 2),
    PowerSum((5, 10), (2, 1), 10),
]


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1))
