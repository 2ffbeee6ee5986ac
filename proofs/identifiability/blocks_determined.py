"""Both blocks of a network determine their weights.

**Instance.** Widths (2,2,2,2) with t², W_1 = 1, W_2 = [[1, 1], [1, −1]], W_3 = 1, which has the outputs (x² + y²)²
and (x² − y²)². The first block is W_2 (W_1 x)², as the decomposition with the factors W_2, W_1ᵀ, W_1ᵀ.

**Proof.** All three matrices are invertible: `identifiability/running_example`.

**Established here.** The decomposition is essentially unique over Q and every extension; in the wide run that of the
second block, W_3 (W_2 y)², too.

**Taken on trust.** Nothing.

**Not claimed.** That the network determines its weights: it does not.

**See also** `identifiability/blocks_not_enough`.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, verify

ONE = [[1, 0], [0, 1]]
W2 = [[1, 1], [1, -1]]
INSTANCE = CP.from_factors(W2, ONE, ONE)
INSTANCES = [INSTANCE, CP.from_factors(ONE, W2, W2)]


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance))
