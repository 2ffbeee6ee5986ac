"""Multiplicative integration is a second-order network with n terms, for n hidden numbers.

**Instance.** One step of dimension 3 with two hidden numbers.

**Proof.** The k-th entry of α ⊙ U x ⊙ V h is Σ_{p,i} α_k V_{kp} U_{ki} h_p x_i. So the tensor of the bilinear term is
Σ_r V_r ⊗ U_r ⊗ α_r e_r, with rows of V and U: the CPRNN with the factors Vᵀ, Uᵀ and diag(α), of rank n. What a step
does with the bilinear term is the same in both, so all steps are.

**Established here.** Both steps are the same, as polynomials in state, input and weights, over Q and every extension.
In the wide run for other sizes.

**Taken on trust.** Nothing.

**Not claimed.** That fewer terms suffice: `depth/multiplicative_integration_short`.

**See also** `depth/cp_hierarchy`.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.recurrent import CPRNN, MIRNN
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = MIRNN(steps=2, dimension=3, hidden=2)
INSTANCES = [INSTANCE, MIRNN(steps=2, dimension=2, hidden=3), MIRNN(steps=2, dimension=3, hidden=3)]


def difference(network: MIRNN) -> Law:
    """c times (bilinear term − that of the CPRNN), read by w."""
    n, d = network.hidden, network.dimension
    other = CPRNN(network.steps, d, n, rank=n)
    copies = [[[int(k == r == q) for q in range(n)] for r in range(n)] for k in range(n)]

    def forward(h: Any, x: Any, w: Any, alpha: Any, U: Any, V: Any, c: Any) -> Any:
        factors = {"A": V.T, "B": U.T, "C": einsum("krq,q->kr", copies, alpha)}
        step = network.bilinear(h, x, {"alpha": alpha, "U": U, "V": V})
        return c * (w @ (step - other.bilinear(h, x, factors)))

    return Law.trace(forward, {"h": (n,), "x": (d,), "w": (n,), **network.bilinear_shapes}, {"c": ()})


def proof(instance: MIRNN = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0), by=identity)
