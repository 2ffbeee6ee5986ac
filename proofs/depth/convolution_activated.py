"""With an activation between its steps, a cascade is no convolution.

**Limits** `depth/convolution_cascade`.

**Instance.** One channel, a 2×1 image and window, rank 1, and t² after the first step: a_3 (a_1 · (a_0 x)²).

**Proof.** The cascade is quadratic in x, a convolution linear.

**Established here.** That the difference of this cascade and the convolution with the kernel a_0 a_1 a_2 a_3 is zero is
refuted, over Q and every extension. Only the hypothesis that no activation stands between the steps fails.

**Taken on trust.** Nothing.

**Not claimed.** That networks do without activations there: many that are called separable do not.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.structured import CPConvolution

LAYER = CPConvolution(image=(2, 1), window=(2, 1), channels=(1, 1), rank=1)


def difference(x: Any, a0: Any, a1: Any, a2: Any, a3: Any, c: Any) -> Any:
    """c times (the cascade with t² after its first step − the convolution)."""
    squared = einsum("xys,rs->xyr", x, a0) ** 2
    kernel = einsum("rs,rp,rq,rt->spqt", a0, a1, a2, a3)
    return c * (LAYER.forward(squared, a0=[[1]], a1=a1, a2=a2, a3=a3) - LAYER.convolved(x, kernel))


INSTANCE = Law.trace(difference, {**LAYER.inputs, **LAYER.parameters}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0))
