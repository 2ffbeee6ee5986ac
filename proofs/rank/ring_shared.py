"""A ring of four equal nodes, all sizes 2: rank 3 where the cut is 4.

**Limits** `rank/min_cut_attained` and `rank/min_cut`.

**Instance.** The functions (A, M(A) v), where M(A) is the flattening, at the first and third mode, of the ring with the
node A four times.

**Proof.** The entry of M at (i,k), (j,l) is tr(A_i A_j A_k A_l). It does not change if j and l are exchanged for i = k,
by cyclic symmetry, and at i ≠ k both tr(A₀ A₀ A₁ A₁) and tr(A₀ A₁ A₁ A₀) are the same. So e₀ ⊗ e₁ − e₁ ⊗ e₀ is in the
kernel of M(A) for all A.

**Established here.** That the dimension of (A, M(A) v) is at least 8 + 4 is refuted, over Q and every extension. The
bound of the statement holds, and only the hypothesis that the nodes are independent fails.

**Taken on trust.** Nothing.

**Not claimed.** Rings of more nodes.
"""

from typing import Any

from algebra_tnn import DimensionAtLeast, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.tensors.formats import RingFormat

FORMAT = RingFormat((2, 2, 2, 2), 2)
MODES = (0, 2)
PAIRS = [[[1, 0], [0, 0]], [[0, 1], [0, 0]], [[0, 0], [1, 0]], [[0, 0], [0, 1]]]


def flattened(A: Any, v: Any, w: Any, z: Any) -> Any:
    """⟨w, M(A) v⟩ + ⟨A, z⟩."""
    image = einsum("iab,jbc,kcd,lda,njl,n->ik", A, A, A, A, PAIRS, v)
    return einsum("ik,ik->", image, w) + einsum("iab,iab->", A, z)


INSTANCE = Law.trace(flattened, {"w": (2, 2), "z": (2, 2, 2)}, {"A": (2, 2, 2), "v": (4,)})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance, 8 + FORMAT.min_cut(MODES)))
