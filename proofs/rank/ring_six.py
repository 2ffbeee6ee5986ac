"""A ring of six equal nodes, all sizes 2: rank 6 where the cut is 8.

**Limits** `rank/min_cut_attained`.

**Instance.** The functions (A, M(A) v), where M(A) is the flattening, at the modes 0, 2, 4, of the ring with the node A
six times, and v has the indices of the modes 1, 3, 5.

**Proof.** Let t_i = tr A_i, and e_jlp the unit vector at the modes 1, 3, 5. For all nodes the vectors

    t₁ (e₀₁₀ − e₁₀₀) + t₀ (e₁₀₁ − e₀₁₁)    and    t₁ (e₀₀₁ − e₁₀₀) + t₀ (e₁₁₀ − e₀₁₁)

are in the kernel of M(A), which the checker multiplies out, and they are independent unless t₀ = t₁ = 0.

**Established here.** The dimension of (A, M(A) v) is 8 + 6, from both sides, over Q and every extension: the rank is 6
for general nodes, and at most 6 for all. Only the hypothesis that the nodes are independent fails; the least cut is 8.

**Taken on trust.** Nothing.

**Not claimed.** More nodes: see `rank/ring_three_quarters`.

**See also** `rank/ring_shared`, and `rank/ring_skew` for what holds for all sizes.
"""

from typing import Any

from algebra_tnn import Certificate, DimensionBetween, Law, Verdict, verify
from algebra_tnn.laws import VectorField, einsum
from algebra_tnn.provers.bounds import joined, sides
from algebra_tnn.provers.dimensions import jacobian_minor
from algebra_tnn.provers.dimensions.fields import field_plan
from algebra_tnn.tensors.formats import RingFormat

FORMAT = RingFormat((2,) * 6, 2)
MODES = (0, 2, 4)
RANK = 6
KERNEL = [  # the words j l p, and (i, s) where the entry is s tr A_i
    {(0, 1, 0): (1, 1), (1, 0, 0): (1, -1), (1, 0, 1): (0, 1), (0, 1, 1): (0, -1)},
    {(0, 0, 1): (1, 1), (1, 0, 0): (1, -1), (1, 1, 0): (0, 1), (0, 1, 1): (0, -1)},
]


def flattened(A: Any, v: Any, w: Any, z: Any) -> Any:
    """⟨w, M(A) v⟩ + ⟨A, z⟩."""
    image = einsum("iab,jbc,kcd,lde,mef,pfa,jlp->ikm", A, A, A, A, A, A, v)
    return einsum("ikm,ikm->", image, w) + einsum("iab,iab->", A, z)


INSTANCE = Law.trace(flattened, {"w": (2, 2, 2), "z": (2, 2, 2)}, {"A": (2, 2, 2), "v": (2, 2, 2)})


def along(kernel: dict[tuple[int, ...], tuple[int, int]]) -> VectorField:
    """The field that moves v along this vector."""
    signed = {word: [sign * int(i == k) for k in (0, 1)] for word, (i, sign) in kernel.items()}
    entries = [[[signed.get((j, m, p), [0, 0]) for p in (0, 1)] for m in (0, 1)] for j in (0, 1)]
    return VectorField.trace(lambda A, v: {"v": einsum("jmpi,iaa->jmp", entries, A)}, INSTANCE)


def by_kernel(claim: DimensionBetween) -> Certificate:
    """From below a minor of the Jacobian, from above the two fields."""
    lower, _ = sides(claim)
    return joined(claim, jacobian_minor(lower), field_plan(claim.law, [*map(along, KERNEL)]).certificate())


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionBetween(instance, 8 + RANK, 8 + RANK), by=by_kernel)
