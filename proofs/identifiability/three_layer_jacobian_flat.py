"""A middle layer of rank one.

**Limits** `identifiability/three_layer_jacobian`.

**Instance.** Widths (2,2,2,2) and nine points, where all entries of W_2 are 1; slopes and the other weights are free.

**Proof.** The slices are (W_3 g)(W_1ᵀ h)ᵀ, so that W_3 and G may be replaced by W_3 P and G P⁻ᵀ for invertible P, here
with the rows (1, 1) and (0, 1). The slopes G P⁻ᵀ are those of polynomial activations if the pre-activations are
different at points where they are; so there are networks with other weights and the same Jacobians at the points.

**Established here.** The tensor does not change, as polynomials in slopes and weights, over Q and every extension: W_3
is not determined up to permutation and scale. Only that no minor of W_2 is zero fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about W_1 and W_2 together.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.derivatives import jacobian_format

INSTANCE = jacobian_format((2, 2, 2, 2), points=9).networks[0]
MIDDLE, MIX, CONTRARY = [[1, 1], [1, 1]], [[1, 1], [0, 1]], [[1, -1], [0, 1]]


def change(**nodes: Any) -> Any:
    """The change of the tensor, with a vector for the points."""
    point = nodes.pop("w")
    A2 = 0 * nodes["A3"] + MIDDLE
    moved = {"A3": nodes["A3"] @ MIX, "G2": einsum("nr,rs->ns", nodes["G2"], list(zip(*CONTRARY, strict=True)))}
    before = INSTANCE.contracted({**nodes, "A2": A2}, {"n": point})
    return INSTANCE.contracted({**nodes, **moved, "A2": A2}, {"n": point}) - before


def proof(instance: Any = INSTANCE) -> Verdict:
    shapes = {name: shape for name, shape in instance.parameters.items() if name != "A2"}
    return verify(Vanishes(Law.trace(change, {"w": (9,)}, shapes)))
