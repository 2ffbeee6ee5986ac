"""The tangent spaces at two general points span all of 2×2×2.

**Instance.** The tangent vectors of the rank-one tensors (1, 2) ⊗ (1, 1) ⊗ (1, 1) and (1, −1) ⊗ (2, 1) ⊗ (1, 3): four
for each, in the coordinates of 2×2×2.

**Proof.** The parametrization (a, b, …) ↦ a⊗b⊗c + a′⊗b′⊗c′ is dominant onto σ_2, so in characteristic 0 its derivative
at a general point is onto the tangent space there. The derivative is the sum of those of the two terms.

**Established here.** The rank is 8, over Q and every extension, so that σ_2 fills. That sums of two terms are dense was
also counted over GF(3).

**Taken on trust.** Nothing.

**Not claimed.** Positive characteristic, where derivatives may vanish that are not zero: the squares x² + y² of linear
forms over GF(2).

**See also** `dimension/terracini_special`.
"""

from algebra_tnn import Tensor, TensorRankBetween, Verdict, verify

TERMS = [([1, 2], [1, 1], [1, 1]), ([1, -1], [2, 1], [1, 3])]
UNITS = [[1, 0], [0, 1]]


def tangent_vectors(terms: list[tuple[list[int], list[int], list[int]]]) -> Tensor:
    """The derivatives of the terms by the entries of their vectors; all of the first, one of each other vector."""
    moved = [
        vectors
        for a, b, c in terms
        for vectors in ((UNITS[0], b, c), (UNITS[1], b, c), (a, UNITS[1], c), (a, b, UNITS[1]))
    ]
    return Tensor.from_nested([[x * y * z for x in a for y in b for z in c] for a, b, c in moved])


INSTANCE = tangent_vectors(TERMS)


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(instance, 8, 8))
