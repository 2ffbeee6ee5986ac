"""Three neurons that are all needed.

**Limits** `identifiability/neuron_added`, `identifiability/features_dependent`.

**Instance.** Widths (3,3,2) with t², as the decomposition with the factors W_2, W_1ᵀ, W_1ᵀ; W_1 is invertible, and no
two columns of W_2 are proportional.

**Proof.** The unfolding of the tensor at its second mode has rank 3, so two neurons do not suffice; and the squares
of three independent linear forms are independent.

**Established here.** The decomposition is essentially unique over Q and every extension, so the weights are
determined up to permutation and rescaling. Only that a neuron less suffices, or that activations are dependent,
fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, verify

W1_TRANSPOSED = [[1, 0, 1], [0, 1, 1], [2, 1, 1]]
INSTANCE = CP.from_factors([[1, 2, 1], [3, 1, 0]], W1_TRANSPOSED, W1_TRANSPOSED)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance))
