"""Two independent neurons, seen by two independent outputs.

**Instance.** Widths (3,2,2) with t², W_2 = [[1, 1], [0, 1]], W_1 = [[1, 0, 2], [0, 1, 1]].

**Proof.** By C9 the function is the tensor w_0 ⊗ a_0 ⊗ a_0 + w_1 ⊗ a_1 ⊗ a_1. Its second and third factor W_1ᵀ have
full column rank, and no two columns of W_2 are proportional: Jennrich's theorem. W_2 need not be square: that no
column is zero and no two are proportional is all that is used.

**Established here.** The decomposition is essentially unique over Q and every extension: the weights are determined
up to permutation and rescaling of the two neurons.

**Taken on trust.** Nothing.

**Not claimed.** General weights of all widths: `identifiability/kruskal_weights`.

**See also** `identifiability/running_example_dependent_outputs`, `identifiability/running_example_dependent_rows`.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, verify

W1_TRANSPOSED = [[1, 0], [0, 1], [2, 1]]
INSTANCE = CP.from_factors([[1, 1], [0, 1]], W1_TRANSPOSED, W1_TRANSPOSED)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance))
