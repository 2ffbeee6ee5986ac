"""A tensor train layer of bond dimension r has fewer degrees of freedom than it stores, and than a dense layer.

**Instance.** A 4×4 matrix as a train with the rows 2·2, the columns 2·2 and r = 1: 8 stored numbers for 16 entries. In
`INSTANCES` r = 2, 3 for 9×4 matrices, and three cores.

**Proof.** Cores with the sizes r_(k−1), m_k, n_k, r_k store P = Σ r_(k−1) m_k n_k r_k numbers, and the product of the
matrices does not change if an invertible r_k × r_k matrix and its inverse are put between two cores: the dimension of
the set of all matrices is P − Σ r_k², if no r_k is more than what the unfoldings allow. The *compression ratio* is
Π m_k n_k / P. A matrix of rank r, with two factors, is the case of one bond, r (m + n) − r².

**Established here.** The dimension of the layers is P − Σ r_k², less than P and less than the number of entries, over Q
and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That layers of trained networks are close to such ones.

**See also** `learning/compression_wide`, and `dimension/tensor_train` for the formula.
"""

from algebra_tnn import DimensionBetween, Verdict, verify
from algebra_tnn.models.structured import TrainLayer

INSTANCE = TrainLayer(rows=(2, 2), columns=(2, 2), ranks=(1,))
INSTANCES = [
    INSTANCE,
    TrainLayer((3, 3), (2, 2), (2,)),
    TrainLayer((3, 3), (2, 2), (3,)),
    TrainLayer((2, 2, 2), (2, 1, 2), (2, 2)),
]


def proof(instance: TrainLayer = INSTANCE) -> Verdict:
    dimension = instance.parameter_count - sum(r * r for r in instance.ranks)
    return verify(DimensionBetween(instance.law(), dimension, dimension))
