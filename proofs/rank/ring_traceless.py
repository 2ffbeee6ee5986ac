"""Rings whose modes are one less than the square of a bond miss their cut.

**Instance.** The functions (h, M(h) v), where M(h) is the flattening, at the first and third mode, of the ring of four
nodes with bonds 2 and modes of size 3 in the normal form below; in `INSTANCES` also bonds 3, modes of size 8.

**Proof.** *Normal form.* The rank depends only on the spaces U_k of r×r matrices that the nodes span, each of them {X :
tr(P_k X) = 0} for an invertible matrix P_k, if the nodes are general. The gauge X_k ↦ g_k X_k g_(k+1)⁻¹ changes P_k to
g_(k+1) P_k g_k⁻¹; with g_0 = 1 and g_(k+1) = g_k P_k⁻¹ all but the last are 1, and the matrices of the last node are Y
h for traceless Y and some h. Over the algebraic closure what is left of the gauge makes a general h diagonal. So let S
be the traceless matrices, N = r² − 1 their dimension, and, for u, v ∈ V = S ⊗ … ⊗ S with m factors,

    B(u, v) = tr(u_1 v_1 u_2 v_2 … u_m v_m h).

*Four nodes.* For a diagonal matrix y let K_y = Σ_(a≠b) (y_b − y_a) h_a⁻¹ E_ab ⊗ E_ba. Then

    B(K_y, v) = Σ_ab (y_b − y_a) (v_1)_bb (v_2)_aa = tr(y v_1) tr(v_2) − tr(v_1) tr(y v_2) = 0.

K_y = 0 only for scalar y, so the kernel has a dimension of at least r − 1. For r = 2 the vector is E₁₂ ⊗ E₂₁/h₁ − E₂₁ ⊗
E₁₂/h₂. With its second factor transposed it is a multiple of q(e) f ⊗ f − q(f) e ⊗ e, where q = det, e = αE₁₂ + βE₂₁, f
= αE₁₂ − βE₂₁, α² = 1/h₁ and β² = −1/h₂.

*d = 2m nodes, m even.* Let σ(u_1 ⊗ … ⊗ u_m) = u_2 ⊗ … ⊗ u_m ⊗ h u_1 h⁻¹. By cyclic symmetry B(u, v) = B(v, σu), and so
B(σu, σv) = B(u, v). The eigenspace V₋ of σ for −1 is orthogonal to all others, and B is skew on it. Let ρ(u_1 ⊗ … ⊗
u_m) = u_mᵀ ⊗ … ⊗ u_1ᵀ. Transposing gives B(u, v) = B(ρv, ρu), and ρσ = σ⁻¹ρ, so ρ acts on V₋, and there B(ρu, ρv) =
−B(u, v). So the two eigenspaces of ρ on V₋ are isotropic, and the kernel has at least the difference of their
dimensions, the trace of ρ on V₋. This lies in the space V⁰ where σ^m is 1, so the trace is the mean of (−1)^k tr(ρσ^k |
V⁰) over k < m. For even k, ρσ^k exchanges the places in pairs, E_ab ⊗ E_ba is mapped to itself, and the trace is
N^(m/2). For odd k two places remain, where only the diagonal matrices contribute: N^(m/2 − 1) (r − 1)². The mean is (r
− 1) N^(m/2 − 1).

*The cut.* A cut that takes the other side for t of the d nodes has t modes and, since each of these nodes saves two
bonds, at least 2m − 2t bonds: N^t r^(2m − 2t) ≥ N^m for t ≤ m, and N^t ≥ N^m for t > m.

**Established here.** The dimension of (h, M(h) v) is 2 + 8, from both sides, over Q and every extension: general nodes
have rank 8 = 9 − 1, where the least cut is 9. In the wide run 62 = 64 − 2 for bonds 3.

**Taken on trust.** Nothing.

**Not claimed.** That the bound is the rank for more nodes; at random nodes modulo a prime it is, for r = 2 and eight or
twelve nodes, and for r = 4, 5 and four.

**See also** `rank/ring_eight` (another normal form for r = 2), `rank/ring_full` and `rank/ring_three_pairs`.
"""

from collections.abc import Sequence
from itertools import product
from typing import Any

from algebra_tnn import Certificate, DimensionBetween, Law, Verdict, verify
from algebra_tnn.laws import VectorField, einsum
from algebra_tnn.laws.operations import LETTERS
from algebra_tnn.provers.bounds import joined, sides
from algebra_tnn.provers.dimensions import jacobian_minor
from algebra_tnn.provers.dimensions.fields import field_plan

INSTANCE = 2
INSTANCES = [INSTANCE, 3]


def traceless(r: int) -> dict[tuple[int, int], list[list[int]]]:
    """The basis E_ab, a ≠ b, and E_aa − E_(a+1)(a+1)."""
    return {
        (a, b): [[int((i, j) == (a, b)) - int(a == b and i == j == a + 1) for j in range(r)] for i in range(r)]
        for a, b in product(range(r), repeat=2)
        if (a, b) != (r - 1, r - 1)
    }


def image(r: int) -> Law:
    """⟨w, M(h) v⟩ + ⟨h, z⟩."""
    X, n = list(traceless(r).values()), r * r - 1

    def flattened(h: Any, v: Any, w: Any, z: Any) -> Any:
        moved = einsum("iab,jbc,kcd,lda,a,ik->jl", X, X, X, X, h, v)
        return einsum("jl,jl->", moved, w) + einsum("a,a->", h, z)

    return Law.trace(flattened, {"w": (n, n), "z": (r,)}, {"h": (r,), "v": (n, n)})


def along(r: int, y: int, law: Law) -> VectorField:
    """The field that moves v along h_1 ⋯ h_r K_E, where E is the diagonal matrix with a one at y."""
    places, others = list(traceless(r)), LETTERS[3 : r + 2]
    weights = [
        [[(int(b == y) - int(a == y)) * int(p == a != b and q == (b, a)) for p in range(r)] for q in places]
        for a, b in places
    ]
    complements = [spread([p for p in range(r) if p != a], r) for a in range(r)]
    pattern = f"{','.join(('abc', *others, 'c' + others))}->ab"

    def field(h: Any, v: Any) -> dict[str, Any]:
        return {"v": einsum(pattern, weights, *[h] * (r - 1), complements)}

    return VectorField.trace(field, law)


def spread(place: Sequence[int], size: int) -> Any:
    """The unit tensor with a one at this place; all its modes have this size."""
    if not place:
        return 1
    return [spread(place[1:], size) if k == place[0] else zeros(len(place) - 1, size) for k in range(size)]


def zeros(order: int, size: int) -> Any:
    return [zeros(order - 1, size) for _ in range(size)] if order else 0


def proof(instance: int = INSTANCE) -> Verdict:
    r, law = instance, image(instance)
    rank = (r * r - 1) ** 2 - (r - 1)

    def by_kernel(claim: DimensionBetween) -> Certificate:
        lower, _ = sides(claim)
        plan = field_plan(law, [along(r, y, law) for y in range(r - 1)])
        return joined(claim, jacobian_minor(lower), plan.certificate())

    return verify(DimensionBetween(law, r + rank, r + rank), by=by_kernel)
