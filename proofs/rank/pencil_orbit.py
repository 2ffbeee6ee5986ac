"""General pencils of p×q matrices, p < q, are sums of blocks of almost equal sizes.

**Instance.** The pencils g (L_1 ⊕ L_2) h of 3×5 matrices, where g and h are free: 30 entries.

**Proof.** Let L_a be the pencil of the a×(a + 1) matrices [1 0] and [0 1], where 1 is a unit matrix, and L a sum of q −
p of them whose sizes a add up to p and differ by at most one. The derivative of (g, h) ↦ g L h at the identity maps (X,
Y) to X L + L Y; block by block (X, Y) ↦ X L_b + L_a Y to pairs of a×(b + 1) matrices. A pair Z of (b + 1)×a matrices is
orthogonal to its image if L_b·Z = 0 and Z·L_a = 0, that is, if Z_1[i, j] + Z_2[i + 1, j] = 0 for i < b, and Z_1[i, 0] =
0, Z_1[i, j] + Z_2[i, j − 1] = 0 for 0 < j < a, and Z_2[i, a − 1] = 0. So Z_2 is constant along diagonals, is zero in
its last column, and in its first below the first row. Each diagonal meets one of these if a − 1 ≤ b. Then Z_2 = 0, and
Z_1 = 0 follows. So the derivative is surjective and the orbit of L is open in the space of all pencils.

**Established here.** The dimension of the pencils g L h is 30, that of all pencils, over Q and every extension; in the
wide run also for 2×3, 3×4, 2×5 and 4×7.

**Taken on trust.** Nothing.

**Not claimed.** Which pencils are not of this kind.

**See also** `rank/pencil_square`, and `rank/pencil_product` for what it is good for.
"""

from typing import Any

from algebra_tnn import DimensionAtLeast, Law, Verdict, verify
from algebra_tnn.laws import einsum

INSTANCE = (3, 5)
INSTANCES = [INSTANCE, (2, 3), (3, 4), (2, 5), (4, 7)]


def blocks(p: int, q: int) -> list[int]:
    """The sizes of q − p blocks, which differ by at most one and add up to p."""
    small, more = divmod(p, q - p)
    return [small] * (q - p - more) + [small + 1] * more


def pencil(p: int, q: int) -> list[list[list[int]]]:
    """Their sum, the axis of length 2 first: row i, which is in block m, has its ones at i + m and i + m + 1."""
    sizes = blocks(p, q)
    places = [i + m for i, m in enumerate(m for m, size in enumerate(sizes) for _ in range(size))]
    return [[[int(j == place + k) for j in range(q)] for place in places] for k in (0, 1)]


def orbit(p: int, q: int) -> Law:
    """The values of the pencil g L h at three vectors."""

    def forward(u: Any, v: Any, w: Any, g: Any, h: Any) -> Any:
        return einsum("kab,ia,bj,k,i,j->", pencil(p, q), g, h, u, v, w)

    return Law.trace(forward, {"u": (2,), "v": (p,), "w": (q,)}, {"g": (p, p), "h": (q, q)})


def proof(instance: tuple[int, int] = INSTANCE) -> Verdict:
    p, q = instance
    return verify(DimensionAtLeast(orbit(p, q), 2 * p * q))
