"""Two nodes with a bond of size 2: the rank of what they are together.

**Instance.** Nodes of sizes 4×7×2 and 7×4×2, bond 2: the flattening at the modes 4 and 7, a 28×28 matrix.

**Proof.** The flattening is A_1 ⊗ B_1 + A_2 ⊗ B_2 for the pencils A and B of the nodes. Its rank is the same for
equivalent pencils, so for general ones A is a sum of blocks L_a and B one of transposed blocks L_bᵀ
(`rank/pencil_orbit`), and the rank is the sum of those of the a(b + 1)×(a + 1)b matrices L_a ⊗ L_bᵀ. Such a matrix has
ones at the row (i, j′) and the columns (i, j′) and (i + 1, j′ − 1), as far as these exist: i + j is constant, and on
each of these antidiagonals rows and columns alternate along a path. So each has full rank, the least of its numbers of
rows and of columns. Their difference is [s ≥ b] − [s ≥ a] on the antidiagonal s, of one sign, so the rank is the least
of a(b + 1) and (a + 1)b:

    Σ_a Σ_b (ab + min(a, b)).

If both pencils have blocks of two sizes k and k + 1, there are pairs with a < b and with a > b, and the rank is less
than both sides of the matrix. For p = 4 = 1 + 1 + 2 on both sides it is 26.

**Established here.** The rank is 26, from both sides, over Q and every extension, where the least cut is 28; in the
wide run also 19 of 20 for 3×5 and 7×4, and 6 of 6 for 2×3 and 3×2, where all blocks have one size.

**Taken on trust.** Nothing.

**Not claimed.** Bonds of size 3 and more.

**See also** `rank/train_fourteen`, the least of these networks that misses its cut, and `rank/pencil_square`.
"""

from algebra_tnn import Tensor, TensorRankBetween, Verdict, verify

INSTANCE = ((4, 7), (4, 7))
INSTANCES = [INSTANCE, ((3, 5), (4, 7)), ((2, 3), (2, 3))]


def blocks(p: int, q: int) -> list[int]:
    """The sizes of q − p blocks, which differ by at most one and add up to p."""
    small, more = divmod(p, q - p)
    return [small] * (q - p - more) + [small + 1] * more


def pencil(p: int, q: int) -> list[list[list[int]]]:
    """Their sum, the axis of length 2 first: row i, which is in block m, has its ones at i + m and i + m + 1."""
    sizes = blocks(p, q)
    places = [i + m for i, m in enumerate(m for m, size in enumerate(sizes) for _ in range(size))]
    return [[[int(j == place + k) for j in range(q)] for place in places] for k in (0, 1)]


def flattening(one: tuple[int, int], two: tuple[int, int]) -> Tensor:
    """Σ A_k ⊗ B_kᵀ for the pencils A and B of these sizes."""
    (p, q), (t, s) = one, two
    A, B = pencil(p, q), pencil(t, s)
    rows = [
        [sum(A[k][i][column] * B[k][j][m] for k in (0, 1)) for column in range(q) for j in range(t)]
        for i in range(p)
        for m in range(s)
    ]
    return Tensor.from_nested(rows)


def proof(instance: tuple[tuple[int, int], tuple[int, int]] = INSTANCE) -> Verdict:
    rank = sum(a * b + min(a, b) for a in blocks(*instance[0]) for b in blocks(*instance[1]))
    return verify(TensorRankBetween(flattening(*instance), rank, rank))
