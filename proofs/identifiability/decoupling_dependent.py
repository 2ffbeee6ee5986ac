"""Linear terms are not determined if the v_i are dependent.

**Limits** `identifiability/decoupling`.

**Instance.** Three terms, two variables, one output, and g_i = c_i0 t + c_i1 t⁵.

**Proof.** If Σ_i λ_i w_i v_iᵀ = 0, then λ_i t may be added to all g_i. So dim ≤ r (m + n + s − 2) − (r − rank of the
w_i v_iᵀ). Here three vectors in the plane have one relation, 8 instead of 9, which is the number of monomials of
degrees one and five as well. The v_i and the c_i1 are determined all the same: a general binary quintic is a sum of
three fifth powers in one way (Sylvester).

**Established here.** That the dimension is at least 9 is refuted, over Q and every extension. Only that the matrices
w_i v_iᵀ are independent fails.

**Taken on trust.** Nothing.

**Not claimed.** The same for two outputs: there the three matrices are independent in general, while the v_i are not.
"""

from algebra_tnn import DimensionAtLeast, Verdict, verify
from algebra_tnn.models.derivatives import FlexibleNetwork

INSTANCE = FlexibleNetwork((2, 3, 1), basis=("t", "t^5"))


def proof(instance: FlexibleNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), 9))
