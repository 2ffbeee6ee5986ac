"""A matrix F of rank one.

**Limits** `uniqueness/paratuck`.

**Instance.** All nine slices A D(g) F D(h) Bᵀ with 2×2 diagonal matrices, where all entries of F are 1.

**Proof.** The slices are (A g)(B h)ᵀ, so that A, G and B, H may be replaced by A P, G P⁻ᵀ, and likewise.

**Established here.** That general nodes are finitely many with the same tensor, up to rescaling of two columns of A and
G, of B and H, and of rows of G and H, is refuted, over Q and every extension: 44 parameters less 13 are 31, and the
dimension is 27. Only that no minor of F is zero fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about other matrices of rank one: they are rescaled to this one, if no entry is zero.
"""

from algebra_tnn import DimensionAtLeast, Law, Verdict, verify
from algebra_tnn.laws.tracing import einsum

INSTANCE = Law.trace(
    lambda x, y, z, A, G, H, B: einsum("k,k->", einsum("k,k->k", G @ (x @ A), H @ (y @ B)), z),
    {"x": (2,), "y": (2,), "z": (9,)},
    {"A": (2, 2), "G": (9, 2), "H": (9, 2), "B": (2, 2)},
)


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance, instance.parameter_count - 13))
