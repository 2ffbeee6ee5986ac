"""Kruskal's condition for general weights of two layers.

**Instance.** Widths (3,4,3) with t³, as sums of four terms ⟨a, x⟩³ ⟨w, y⟩: 3 (3 − 1) ≥ 8 − 3.

**Proof.** General matrices have the k-ranks k(W_2) = min(d_1, d_2) and k(W_1ᵀ) = min(d_0, d_1), and the condition of
`identifiability/kruskal_weights` then is this one. By C9 one decomposition into terms means that weights are
determined up to permutation and rescaling.

**Established here.** There is one decomposition for general parameters, over Q and every extension, by rules that go
back to the definitions. Five more in the wide run.

**Taken on trust.** Nothing.

**Not claimed.** That the condition is necessary: `identifiability/hessians` goes further.

**See also** `identifiability/kruskal_generic_short`.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((3, 3), (3, 1), 4)
INSTANCES = [
    INSTANCE,
    PowerSum((2, 2), (2, 1), 2),
    PowerSum((3, 2), (2, 1), 2),
    PowerSum((2,), (5,), 3),
    PowerSum((3,), (3,), 3),
    PowerSum((3, 4), (2, 1), 3),
]


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1))
