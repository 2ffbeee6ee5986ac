"""A residual network whose weights all count.

**Instance.** Three inputs, one output, t³: 9 + 3 weights.

**Proof.** The linear part of the function is V. Its part of degree three is Σ_i V_i ⟨W_i, x⟩³, and general sums of
three cubes of linear forms in three variables have dimension 9.

**Established here.** The dimension is 12, over Q and every extension: a minor of the Jacobian from below, the number
of weights from above.

**Taken on trust.** Nothing.

**Not claimed.** That the weights are determined.

**See also** `dimension/residual_without_skipping`, where the inputs do not skip the activation.
"""

from algebra_tnn import DimensionBetween, Verdict, verify
from algebra_tnn_residual.models import Residual

INSTANCE = Residual(3, degree=3)


def proof(instance: Residual = INSTANCE) -> Verdict:
    weights = instance.inputs * (instance.inputs + instance.outputs)
    return verify(DimensionBetween(instance.law(), weights, weights))
