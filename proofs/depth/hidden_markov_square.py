"""A distribution of rank 3 that no hidden Markov model with three states has.

**Limits** `depth/hidden_markov` and `depth/hidden_markov_rank`.

**Instance.** The slack matrix of a square: two steps with four symbols, p(x_0, x_1) = S/8, where the entry of S at
(i, j) is 1 if j is i + 2 or i + 3 modulo 4, and 0 otherwise. In a square with the edges j in turn and the vertex i
between the edges i and i + 1 these are the distances of vertices from edges.

**Proof.** With three hidden states S would be a sum of three matrices a bᵀ without negative entries, and the places
where a bᵀ is not zero are a rectangle of places where S is not zero. Take the four places (i, i + 2). Two of them, (i,
i + 2) and (k, k + 2), in one rectangle need S_(i, k+2) and S_(k, i+2) to be nonzero, so that both k − i and i − k are 0
or 1 modulo 4: then i = k. So four rectangles are needed, and four do, one for each row.

**Established here.** S has rank 3, over Q and every extension. What fails is the converse: a rank of 3 does not come
from three states.

**Taken on trust.** Nothing.

**Not claimed.** Anything about other matrices of rank 3. That rectangles bound the non-negative rank from below is the
argument of [Yannakakis1991]; it is not always the rank.
"""

from algebra_tnn import Tensor, TensorRankBetween, Verdict, verify

INSTANCE = Tensor.from_nested([[int((j - i) % 4 in (2, 3)) for j in range(4)] for i in range(4)])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(instance, 3, 3))
