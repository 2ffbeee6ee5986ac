"""Tensor rings: the parameters modulo one matrix group for each bond.

**Instance.** Shape 3×3×3 and ranks 2: 36 parameters, 3·4 − 1 = 11 dimensions of gauge.

**Proof.** Matrices X_k in GL(r_k) act by G_k[i] ↦ X_k G_k[i] X_(k+1)^(−1), and the trace of the product of the cores
does not change. If X fixes general cores, with n_k ≥ 2 for some k or ranks that tie all X together, then all X_k are
one scalar; where their orbits have dimension Σ r_k² − 1, a general fibre has at least this, and the dimension is at
most the number of parameters minus Σ r_k² − 1. It is at most the number of entries, too.

**Established here.** The dimension is 25, over Q and every extension: 11 independent fields, and a minor. In the wide
run 37 for 4×4×4, 33 for 3×3×3×3.

**Taken on trust.** Nothing.

**Not claimed.** That the bound is attained for all shapes; that tensor rings are a closed set, which they are not.

**See also** `dimension/tensor_ring_filling` and `dimension/tensor_train`.
"""

from algebra_tnn import DimensionBetween, Verdict, verify
from algebra_tnn.tensors.formats import RingFormat

INSTANCE = RingFormat((3, 3, 3), 2)
INSTANCES = [INSTANCE, RingFormat((4, 4, 4), 2), RingFormat((3, 3, 3, 3), 2)]


def count(format: RingFormat) -> int:
    """The number of parameters minus Σ r_k² − 1."""
    return format.parameter_count - sum(r * r for r in format.ranks) + 1


def proof(instance: RingFormat = INSTANCE) -> Verdict:
    return verify(DimensionBetween(instance.law(), count(instance), count(instance)))
