"""A layer in the tensor train format is the linear map of its matrix.

**Instance.** A 4×6 matrix with rows (2,2), columns (2,3) and rank 2; in `INSTANCES` three cores, and ranks 1 and 3.

**Proof.** The matrix has the entry G0[i_0, j_0] G1[i_1, j_1] … at the row (i_0, i_1, …) and the column (j_0, j_1, …).
Its product with x is the sum over all j of these, times x_(j_0 j_1 …); the layer does the same sum one j_k after the
other, core by core, which distributivity allows. No order of the numbers i and j matters as long as input, matrix and
output have the same one.

**Established here.** The output of the cascade is Σ_j W_(i, j) x_j with W written out, as polynomials in x and the
cores, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Which matrices have small ranks.

**See also** `depth/train_layer_order`.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.structured import TrainLayer
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = TrainLayer(rows=(2, 2), columns=(2, 3), ranks=(2,))
INSTANCES = [
    INSTANCE,
    TrainLayer((2, 1, 2), (2, 2, 2), (2, 2)),
    TrainLayer((2, 3), (3, 2), (1,)),
    TrainLayer((2,), (3,), ()),
]


def difference(layer: TrainLayer) -> Law:
    """c times (the cascade − the matrix times x)."""
    rows, columns = "ijk"[: len(layer.rows)], "abd"[: len(layer.rows)]

    def forward(x: Any, c: Any, **cores: Any) -> Any:
        (train,) = layer.matrix.networks
        matrix = train.contracted(cores, {}, "w")
        return c * (layer.forward(x, **cores) - einsum(f"{rows}{columns},{columns}->{rows}", matrix, x))

    return Law.trace(forward, {**layer.inputs, **layer.parameters}, {"c": ()})


def proof(instance: TrainLayer = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0), by=identity)
