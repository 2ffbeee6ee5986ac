"""A general decoupled map determines its terms, as far as dimensions can say.

**Instance.** f(u) = Σ_i w_i g_i(⟨v_i, u⟩) with two terms, two variables, one output and g_i = c_i0 t + c_i1 t³. In
`INSTANCES` all cubic polynomials g_i, and more terms, variables and powers.

**Proof.** Multiplying v_i, w_i or g_i by numbers whose product, in the sense of g_i, is one changes nothing: two
dimensions for each of the r terms, so that dim ≤ r (m + n + s − 2) for m variables, n outputs and s powers.
*Uniqueness.* Let v_i be independent, and w_i and g_i‴ not zero. The third derivative at a general point is Σ_i γ_i w_i
⊗ v_i ⊗ v_i ⊗ v_i with γ_i not zero, whose terms are essentially unique (statement B2); so w_i and v_i are determined up
to scale. In the coordinates ⟨v_i, u⟩ f is a sum of functions of one of them each, so that the w_i g_i are determined,
since g_i(0) = 0.

**Established here.** The dimension is r (m + n + s − 2), over Q and every extension: general terms are finitely many
with the same f up to the two scales.

**Taken on trust.** Nothing.

**Not claimed.** Bounds on r above m: see [ComonQiUsevich2017].

**See also** `identifiability/decoupling_dependent` and `identifiability/decoupling_linear_terms`.
"""

from algebra_tnn import DimensionBetween, Verdict, verify
from algebra_tnn.models.derivatives import FlexibleNetwork

INSTANCE = FlexibleNetwork((2, 2, 1), basis=("t", "t^3"))
INSTANCES = [
    INSTANCE,
    FlexibleNetwork((2, 2, 2), basis=("t", "t^3")),
    FlexibleNetwork((2, 2, 1), basis=3),
    FlexibleNetwork((3, 2, 1), basis=("t", "t^3")),
    FlexibleNetwork((3, 3, 1), basis=3),
]


def count(network: FlexibleNetwork) -> int:
    m, r, n = network.widths
    return r * (m + n + len(network.basis) - 2)


def proof(instance: FlexibleNetwork = INSTANCE) -> Verdict:
    return verify(DimensionBetween(instance.law(), count(instance), count(instance)))
