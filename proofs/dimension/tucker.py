"""The tensors of bounded multilinear ranks.

**Instance.** Shape 3×3×3 and ranks (2,2,2): 26 parameters, 12 dimensions of gauge.

**Proof.** Let R_n ≤ I_n and R_n ≤ Π_{m≠n} R_m. Then every unfolding of a general core has full row rank, and general
U_n have full column rank, so that a general tensor of the format has the multilinear ranks R. Its U_n has the column
space of the unfolding at mode n as its own, so it is known up to a matrix of GL(R_n) on its right; the core is then
known. General fibres are orbits of Π GL(R_n), which acts freely there: the dimension is Π R_n + Σ I_n R_n − Σ R_n².

**Established here.** The dimension is 14, over Q and every extension; in the wide run 16 for shape 4×3×3, 10 for ranks
(2,2,1), 54 for 6×6×6 and (3,3,3), and a format of order four.

**Taken on trust.** Nothing.

**Not claimed.** Anything about ranks that are not those of a general core: see `dimension/tucker_overcounted`.

**See also** `dimension/tensor_train` and `dimension/hierarchical_tucker`.
"""

from math import prod

from algebra_tnn import DimensionBetween, Verdict, verify
from algebra_tnn.tensors.formats import TuckerFormat

INSTANCE = TuckerFormat((3, 3, 3), (2, 2, 2))
INSTANCES = [
    INSTANCE,
    TuckerFormat((4, 3, 3), (2, 2, 2)),
    TuckerFormat((3, 3, 3), (2, 2, 1)),
    TuckerFormat((3, 3, 3), (3, 2, 2)),
    TuckerFormat((6, 6, 6), (3, 3, 3)),
    TuckerFormat((2, 3, 3, 2), (1, 2, 2, 2)),
]


def formula(format: TuckerFormat) -> int:
    """Π R_n + Σ R_n (I_n − R_n)."""
    return prod(format.ranks) + sum(r * (n - r) for n, r in zip(format.shape, format.ranks, strict=True))


def proof(instance: TuckerFormat = INSTANCE) -> Verdict:
    return verify(DimensionBetween(instance.law(), formula(instance), formula(instance)))
