"""Parameters with biases that are determined, since those of the homogenized network are.

**Instance.** Widths (2,2,2) with t² and biases; its homogenization, of widths (3,3,2), as the decomposition with the
factors [W_2, b_2] and twice the transpose of [[W_1, b_1], [0, 1]].

**Proof.** Let other parameters have the same function. The homogenizations then agree, too (C22), so by hypothesis
their matrices W̃_l, W̃′_l differ by permutations P_l and rescalings D_l. Suppose that these fix the last neuron of
layer l − 1, and rescale it by 1; for the inputs this is so. Then the last row of W̃_l is (0, …, 0, 1) also after the
rescaling of its columns. It is the last row of W̃′_l, too, and there it is a multiple of some row of the former
matrix. By G9 no two rows of W̃_l are proportional, so it comes from the last row, multiplied by 1: layer l has the
property, too. Therefore P_l and D_l restrict to the other neurons, and relate the parameters with biases.

**Established here.** The decomposition is essentially unique over Q and every extension, so the parameters with
biases are determined up to permutation and rescaling.

**Taken on trust.** Nothing.

**Not claimed.** The converse.

**See also** `identifiability/homogenized_not_unique`, `identifiability/homogenization`.
"""

from typing import Any

from algebra_tnn import CP, EssentiallyUnique, PolynomialNetwork, Verdict, verify

NETWORK = PolynomialNetwork((2, 2, 2), degrees=2, biases=True)
INSTANCE = {"W1": [[1, 0], [1, 1]], "b1": [1, 2], "W2": [[1, 2], [0, 1]], "b2": [1, 3]}


def proof(instance: dict[str, Any] = INSTANCE) -> Verdict:
    weights = NETWORK.homogenized_weights(instance)
    rows = list(zip(*weights["W1"], strict=True))
    return verify(EssentiallyUnique(CP.from_factors(weights["W2"], rows, rows)))
