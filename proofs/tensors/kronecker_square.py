"""Tensor rank is not multiplicative under Kronecker products: W ⊠ W has rank at most 7, not 3 · 3.

**Limits** `tensors/kronecker_rank`.

**Instance.** W = e1⊗e0⊗e0 + e0⊗e1⊗e0 + e0⊗e0⊗e1, of rank 3, and its Kronecker square W ⊠ W of shape 4×4×4, with the
entry W_ijk W_i′j′k′ at ((i,i′), (j,j′), (k,k′)).

**Proof.** W ⊠ W is symmetric, so it is the polar form of the cubic z ↦ 3 z00² z11 + 6 z00 z01 z10: the two indices 1
are in the same place in 3 ways and in different places in 6. Write x = z00, y = z01, z = z10, w = z11. With

    6 xyz = ¼ [(x+y+z)³ − (x+y−z)³ − (x−y+z)³ − (−x+y+z)³],        3 x²w = ½ [(x+w)³ − (x−w)³] − w³

it is a combination of the cubes of seven linear forms, that is, W ⊠ W is a sum of seven symmetric rank-one tensors.

**Established here.** rank(W ⊠ W) ≤ 7 over Q and every extension of it, while rank(W)² = 9 (`rank/w_border_rank` is
about W).

**Taken on trust.** Nothing.

**Not claimed.** That 7 is the rank, nor anything about the outer product W ⊗ W of order six.
"""

from fractions import Fraction

from algebra_tnn import Certificate, Tensor, TensorRankAtMost, Verdict, verify

W = (((0, 1), (1, 0)), ((1, 0), (0, 0)))
INSTANCE = Tensor.from_nested(
    [[[W[i // 2][j // 2][k // 2] * W[i % 2][j % 2][k % 2] for k in range(4)] for j in range(4)] for i in range(4)]
)
#  Rows x, y, z, w; one column per linear form.
FORMS = ((1, 1, 1, -1, 1, 1, 0), (1, 1, -1, 1, 0, 0, 0), (1, -1, 1, 1, 0, 0, 0), (0, 0, 0, 0, 1, -1, 1))
QUARTER, HALF = Fraction(1, 4), Fraction(1, 2)
WEIGHTS = (QUARTER, -QUARTER, -QUARTER, -QUARTER, HALF, -HALF, -1)


def seven_cubes(claim: TensorRankAtMost) -> Certificate:
    weighted = [[c * x for c, x in zip(WEIGHTS, row, strict=True)] for row in FORMS]
    return Certificate(claim, "decomposition", {"factors": [weighted, FORMS, FORMS], "root": None}, remark="7 cubes")


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, 7), by=seven_cubes)
