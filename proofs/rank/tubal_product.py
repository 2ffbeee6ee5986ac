"""A t-product of inner size r: all Fourier slices have rank at most r, and r is the least inner size.

**Instance.** A of shape 3×2×4, B of shape 2×3×4, and T = A * B of shape 3×3×4; the 12×12 matrix of T as a linear map of
tubes, a block circulant whose block (k, s) is the slice T_{k−s mod 4}.

**Proof.** The matrix of A * B is the product of those of A and B. Over Q(i) the Fourier transform of tubes
diagonalizes all circulants at once: the matrix of T becomes block diagonal, with the Fourier slices T̂_k = Â_k B̂_k as
blocks. So each has rank at most r = 2, and their ranks sum to that of the matrix of T, which is rational. Conversely
over Q the ring of tubes Q[x]/(x⁴ − 1) is Q × Q × Q(i); factor T over each of these fields with as many columns as the
rank there, fill with zeros up to the largest of them, and put the factors together: T has a t-product of rational
factors whose inner size is the largest of the ranks of the Fourier slices. Hence *tubal rank*, for that number.

**Established here.** The rank of the 12×12 matrix is 8 over Q and every extension. As four slices of rank at most 2
have ranks that sum to 8, all four have rank 2: the tubal rank of T is 2.

**Taken on trust.** Nothing.

**Not claimed.** Orthogonal factors, as in the singular value decomposition of tubes: they need square roots.

**See also** `rank/tubal_rank_mixed`.
"""

from algebra_tnn import Tensor, TensorRankBetween, TubalProduct, Verdict, verify

INSTANCE = TubalProduct.of(
    [[[1, 0, 2, 1], [0, 1, 1, 0]], [[2, 1, 0, 0], [1, 1, 0, 3]], [[0, 1, 1, 1], [1, 0, 0, 2]]],
    [[[1, 1, 0, 0], [0, 2, 1, 0], [1, 0, 0, 1]], [[0, 1, 0, 2], [1, 0, 3, 0], [0, 0, 1, 1]]],
)


def block_circulant(T: Tensor) -> Tensor:
    """Rows (k, i) and columns (s, j), with the entry T[i, j, k − s]."""
    n, m, K = T.shape
    return Tensor.from_nested(
        [[T[i, j, (k - s) % K] for s in range(K) for j in range(m)] for k in range(K) for i in range(n)]
    )


def proof(instance: TubalProduct = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(block_circulant(instance.tensor()), 8, 8))
