"""Jacobians do not know the scale of slopes, point by point.

**Limits** `depth/jacobian_paratuck`.

**Instance.** Widths (2,2,2,2) and two points, with free weights and slopes.

**Proof.** In W_3 D_n(G) W_2 D_n(H) W_1 the row G_n may be multiplied by μ_n and H_n divided by it. If the activations
are given, the slopes of one network are moved to those of no network with the same weights, in general: H_n is a
function of x_n, and G_n of the hidden values. If they may be any polynomials, all numbers are slopes at different
pre-activations, and the moved ones belong to a network with the same weights and other activations: values of f have to
be known as well, F = W_3 h_2 at each point.

**Established here.** The tensor is the same for the slopes μ_n G_n and ν_n H_n wherever all μ_n ν_n − 1 are zero, as
polynomials, over Q and every extension. No hypothesis of the theorem fails: it does not say that the slopes are
determined.

**Taken on trust.** Nothing.

**Not claimed.** That the weights are not determined: see statement G29.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import einsum, named
from algebra_tnn.models.derivatives import jacobian_format
from algebra_tnn.provers.cofactors import cofactors

INSTANCE = jacobian_format((2, 2, 2, 2), points=2).networks[0]


def moved(mu: Any, nu: Any, **nodes: Any) -> Any:
    """The change of the tensor."""
    named("inverse", mu * nu - [1, 1])
    scaled = {"G1": einsum("n,nr->nr", nu, nodes["G1"]), "G2": einsum("n,nr->nr", mu, nodes["G2"])}
    return INSTANCE.contracted({**nodes, **scaled}, {}) - INSTANCE.contracted(nodes, {})


def inverse(A1: Any, G1: Any, A2: Any, G2: Any, A3: Any) -> Any:
    """The coefficient of μ_m ν_m − 1: the slice, at its own place."""
    tensor = INSTANCE.contracted({"A1": A1, "G1": G1, "A2": A2, "G2": G2, "A3": A3}, {})
    return einsum("ijn,nm->ijnm", tensor, [[1, 0], [0, 1]])


def proof(instance: Any = INSTANCE) -> Verdict:
    law = Law.trace(moved, {"mu": (2,), "nu": (2,)}, instance.parameters)
    return verify(Vanishes(law, zero=("inverse",)), by=lambda claim: cofactors(claim, {"inverse": inverse}))
