"""Read in another order, the vector meets another matrix.

**Limits** `depth/train_layer`.

**Instance.** Rows (1,1), columns (2,2), rank 1: a row (a_0, a_1) ⊗ (b_0, b_1). The vector is read with its first index
varying fastest, the columns of the matrix with their last.

**Proof.** The outputs are Σ a_j b_k x_(jk) and Σ a_j b_k x_(kj), which differ in the coefficient of x_01.

**Established here.** That the difference is zero is refuted, over Q and every extension. Only the hypothesis that
vectors and matrix are read in the same order fails.

**Taken on trust.** Nothing.

**Not claimed.** That there is a right order: both conventions are in use.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.structured import TrainLayer

LAYER = TrainLayer(rows=(1, 1), columns=(2, 2), ranks=(1,))


def difference(x: Any, c: Any, **cores: Any) -> Any:
    """c times (the layer at x − its matrix times x with the indices exchanged)."""
    (train,) = LAYER.matrix.networks
    return c * (LAYER.forward(x, **cores) - einsum("ijab,ba->ij", train.contracted(cores, {}, "w"), x))


INSTANCE = Law.trace(difference, {**LAYER.inputs, **LAYER.parameters}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0))
