"""With a bond that is too large nothing is compressed.

**Limits** `learning/compression`.

**Instance.** A 4×4 matrix with the rows 2·2, the columns 2·2 and r = 5, where the unfolding has only four rows: 40
stored numbers for 16 entries, ratio 2/5.

**Proof.** P − r² = 15, but every matrix is such a train, also with r = 4, where P − r² = 16.

**Established here.** "Dimension at most P − r² = 15" is refuted, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That four is a good choice either: P = 32 numbers for 16.
"""

from algebra_tnn import DimensionAtMost, Verdict, verify
from algebra_tnn.models.structured import TrainLayer

INSTANCE = TrainLayer(rows=(2, 2), columns=(2, 2), ranks=(5,))


def proof(instance: TrainLayer = INSTANCE) -> Verdict:
    dimension = instance.parameter_count - sum(r * r for r in instance.ranks)
    return verify(DimensionAtMost(instance.law(), dimension))
