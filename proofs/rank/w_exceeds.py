"""Multilinear ranks do not bound the rank from above: W has rank above all of them, and above all dimensions.

**Limits** `rank/multilinear_bounds`, `rank/ghz`.

**Instance.** W = e1⊗e0⊗e0 + e0⊗e1⊗e0 + e0⊗e0⊗e1 in 2×2×2, with multilinear ranks (2, 2, 2): max R_n = 2 < 3 < 4.

**Proof.** The pencil x W₀ + y W₁ of slices has determinant −x², so the hyperdeterminant is 0; for a sum of two terms
with multilinear ranks 2 it is a nonzero square.

**Established here.** "The rank is at most 2" is refuted over Q and every extension. For matrices row rank, column
rank and tensor rank agree; from order three on they part.

**Taken on trust.** Nothing.

**Not claimed.** That some tensor of shape 2×2×2 has rank above 3 (none has).
"""

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify

INSTANCE = Tensor.from_nested([[[0, 1], [1, 0]], [[1, 0], [0, 0]]])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, 2))
