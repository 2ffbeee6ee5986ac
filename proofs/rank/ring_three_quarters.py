"""Rings of 2m equal nodes, all sizes 2: three quarters of the cut.

**Instance.** Eight nodes with A_0 = [[0, 1], [1, 0]] and A_1 = diag(2, 1): the flattening at every other mode, 16×16.

**Proof.** *Normal form.* For general A_0, A_1 some combination of both is traceless with a square that is a number, not
zero, and becomes A_0 with A_0² = 1; and A_1 plus a multiple of A_0 is t + Y with Y traceless and Y A_0 = −A_0 Y. Over
the algebraic closure a basis of the bond makes Y diagonal and A_0 exchange its vectors: A_1 = diag(ρq, ρ/q). A word l_1
… l_2m then has the trace Σ_Z Π ρ q^(Z_p) over all cyclic Z ∈ {1, −1}^2m with Z_(p−1) Z_p = 1 where l_p = 1 and −1 where
l_p = 0, the product over p with l_p = 1; and these Z_p add up to half the sum of all Z_(p−1) + Z_p, to Σ Z_p. So after
rows and columns are divided by powers of ρ the entry is Σ_Z Π_p q^(Z_p).

*Fourier transform* in the signs Z_(p−1) Z_p that are the letters of rows and of columns, which is invertible: with
exponents ξ, η ∈ {0, 1}^m the sum over Z becomes a product over p, of c = q + 1/q or s = q − 1/q as the two exponents
next to p are equal or not. So row ξ is the tensor v(ξ_1, ξ_2) ⊗ v(ξ_2, ξ_3) ⊗ … ⊗ v(ξ_m, ξ_1) with v(0, 0) = (c², s²),
v(1, 1) = (s², c²), v(0, 1) = v(1, 0) = cs (1, 1). For general q these are a, b and a multiple of a + b for a basis a, b
of V, and rows may be multiplied by numbers: let v(0, 1) = v(1, 0) = w = a + b.

*The span of these tensors.* For words ξ_0 … ξ_m with ξ_0 = x and ξ_m = y let U_xy be the span of v(ξ_0, ξ_1) ⊗ … ⊗
v(ξ_(m−1), ξ_m). With E_y = U_0y of length m − 1, U_00 = E_0 ⊗ a + E_1 ⊗ w and U_01 = E_0 ⊗ w + E_1 ⊗ b; by induction
V^⊗m = U_00 ⊕ U_01, and likewise U_10 ⊕ U_11, all of dimension 2^(m−1). What is sought is the dimension of U_00 + U_11.
Let D exchange a with −b, and let S a = w, S b = −w. The involution that is 1 on U_00 and −1 on U_01 is T_m + D^⊗m, and
that with 1 on U_10 and −1 on U_11 is T_m − D^⊗m, where T_0 = 0 and T_m = 1 ⊗ S + T_(m−1) ⊗ D: for the first one by
induction, since S + D is 1 on a and −1 on w, and S − D is 1 on w and −1 on b; the second one starts with −1. So U_00 ∩
U_11 is where T_m is 0 and D^⊗m is 1. With u = a − b, where D u = u, D w = −w, S u = 2w and S w = 0, the kernel of T_m
consists of all T_(m−1) y/2 ⊗ u + y ⊗ w with y ∈ V^⊗(m−1), because T_(m−1)² = 0, as both are involutions; and D^⊗m acts
on y as −D^⊗(m−1). As the trace of D is 0, half of the y have the eigenvalue 1: 2^(m−2) dimensions, if m ≥ 2. So U_00 +
U_11 has 2^m − 2^(m−2) = 3 · 2^(m−2). That is the rank for general nodes, and by semicontinuity a bound for all.

**Established here.** The rank is 12 = 3 · 2², from both sides, over Q and every extension, where the least cut is 16;
in the wide run 3, 6 and 24 for four, six and ten nodes.

**Taken on trust.** Nothing.

**Not claimed.** Characteristic 2.

**See also** `rank/ring_shared` and `rank/ring_six`, where the bound is proved for all nodes by a certificate, and
`rank/ring_four_different`.
"""

from itertools import product
from math import prod
from typing import Any

from algebra_tnn import Tensor, TensorRankBetween, Verdict, verify

INSTANCE = 4
INSTANCES = [INSTANCE, 2, 3, 5]
NODE = [[[0, 1], [1, 0]], [[2, 0], [0, 1]]]


def trace(word: tuple[int, ...]) -> Any:
    """Of the product of these matrices: from a state there is one way at most."""
    return sum(entry(word, state) for state in (0, 1))


def entry(word: tuple[int, ...], state: int) -> int:
    """The diagonal entry of the product at this state."""
    states = [(state + word[:p].count(0)) % 2 for p in range(len(word) + 1)]
    return int(states[-1] == state) * prod(NODE[x][states[p]][states[p + 1]] for p, x in enumerate(word))


def flattening(m: int) -> Tensor:
    """At every other mode of the ring of 2m nodes."""
    words = [*product((0, 1), repeat=m)]
    return Tensor.from_nested(
        [[trace(tuple(x for pair in zip(i, j, strict=True) for x in pair)) for j in words] for i in words]
    )


def proof(instance: int = INSTANCE) -> Verdict:
    rank = 3 * 2 ** (instance - 2)
    return verify(TensorRankBetween(flattening(instance), rank, rank))
