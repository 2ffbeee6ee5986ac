"""The Gram matrix of a simplex frame of K vectors has rank K − 1.

**Instance.** K = 4: ones on the diagonal, −1/3 elsewhere. In `INSTANCES` K from 2 to 6.

**Proof.** The vectors e_k − (1/K) Σ e_j, divided by their length √(1 − 1/K), have the inner products −1/(K − 1): their
Gram matrix is K/(K − 1) (I − 11ᵀ/K). Its kernel is spanned by 1, since I − 11ᵀ/K projects along it.

**Established here.** The rank of the matrix, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That features of trained networks come close to this.

**See also** `learning/simplex_angle`, `learning/simplex_frame_uncentred`.
"""

from fractions import Fraction

from algebra_tnn import Tensor, TensorRankBetween, Verdict, verify

INSTANCE = 4
INSTANCES = [2, 3, INSTANCE, 5, 6]


def gram(K: int) -> Tensor:
    """K/(K − 1) (I − 11ᵀ/K)."""
    return Tensor((K, K), tuple(Fraction(1) if i == j else Fraction(-1, K - 1) for i in range(K) for j in range(K)))


def proof(instance: int = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(gram(instance), instance - 1, instance - 1))
