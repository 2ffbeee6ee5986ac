"""The tensors of bounded tensor train ranks.

**Instance.** Shape 2×2×2×2 and ranks (2,2,2): 24 parameters, 12 dimensions of gauge.

**Proof.** Let r_k ≤ r_(k−1) n_k and r_(k−1) ≤ n_k r_k for every k. Then general cores have full rank r_k when their
first two axes are read as one, and r_(k−1) when their last two are. So products of the first cores have full column
rank, products of the last ones full row rank, and the flattening at the modes 0 … k has rank r_k. The column space of
this flattening is that of the product of the cores up to k; it fixes this product up to GL(r_k), for one k after the
other. General fibres are orbits of Π GL(r_k), which acts freely: the dimension is Σ r_(k−1) n_k r_k − Σ r_k².

**Established here.** The dimension is 12, over Q and every extension; in the wide run 15 for ranks (2,3,2), 24 for
3×3×3×3, 96 for five modes of size 4 and ranks 3.

**Taken on trust.** Nothing.

**Not claimed.** Anything about ranks that violate the inequalities: see `dimension/tensor_train_overcounted`.

**See also** `dimension/tensor_ring`.
"""

from algebra_tnn import DimensionBetween, Verdict, verify
from algebra_tnn.tensors.formats import TrainFormat

INSTANCE = TrainFormat((2, 2, 2, 2), (2, 2, 2))
INSTANCES = [
    INSTANCE,
    TrainFormat((2, 2, 2, 2), (2, 3, 2)),
    TrainFormat((2, 3, 2), (2, 2)),
    TrainFormat((3, 3, 3, 3), (2, 2, 2)),
    TrainFormat((4, 4, 4, 4, 4), (3, 3, 3, 3)),
]


def formula(format: TrainFormat) -> int:
    """Σ r_(k−1) n_k r_k − Σ r_k²."""
    ends = (1, *format.ranks, 1)
    return sum(r * n * s for r, n, s in zip(ends[:-1], format.shape, ends[1:], strict=True)) - sum(
        r * r for r in format.ranks
    )


def proof(instance: TrainFormat = INSTANCE) -> Verdict:
    return verify(DimensionBetween(instance.law(), formula(instance), formula(instance)))
