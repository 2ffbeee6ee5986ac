"""Recurrent networks, whose cores are equal: every second input against the others.

**Instance.** Four steps of dimension 2 with two hidden numbers and one core G: rank 4.

**Proof.** Let d be even, n the dimension, r the hidden size. *From above* as for cores of their own, with the same
least cut m = min(n^(d/2), r n^(d/2−1), r^(d−1)).

*From below*, *(1)* let n ≤ r, and let G_{pik} = K_{pi} for k = i and 0 otherwise, with an invertible n×n matrix K
without zeros, s and w all ones. The state after the index i is a multiple of e_i, and T = c(i_0) K(i_0, i_1) K(i_1,
i_2) ⋯ with the column sums c(i) of K, which may be taken to be nonzero. For d = 2 the flattening is K with its rows
multiplied. For d + 2, with the new indices i, j and the last old one l, it is a product of two matrices: one is block
diagonal over the values of i, with the blocks M · diag(K(l, i)), where M is the flattening for d; the other is block
diagonal over all old columns, with the blocks K(i, j). Both are invertible, so the rank is n^(d/2). *(2)* Let n ≥ r and
G_i be the matrices of G. Read from left to right, the flattening is a product of d/2 − 1 matrices, each of them Φ : (a,
i) ↦ (j, c) with the entries (G_j G_i)_{ac} and a unit matrix for the indices that it leaves alone, between (sᵀ G_i) and
(G_j w), which have rank r in general. For n ≤ r², Φ is square, of size rn. If it is invertible for one G, the rank is r
n^(d/2−1) for all d and almost all G, s and w; and that is so if the rank is rn for d = 4. *(3)* For n ≥ r² let the G_i
be the matrices with one entry 1, and 0 from then on: Φ is a permutation matrix, and the rank r^(d−1).

So equal cores attain the cut for n ≤ r, for n ≥ r², and for r ≤ n ≤ r² if they do for d = 4. In every case the rank is
at least q^(d/2), q = min(n, r), since the first r indices alone have that by (1).

**Established here.** For almost all G, s, w the separation rank is 4, over Q and every extension. In the wide run it is
m for (n, d, r) = (3,4,2), (2,6,2), (2,6,3), (3,4,3), (3,6,2), (5,4,2), too: 6, 8, 8, 9, 18, 8; and for d = 4, r = 3 and
n = 4, …, 8: 3n, so that with (2) equal cores attain the cut for all n and all even d if r ≤ 3.

**Taken on trust.** Nothing.

**Not claimed.** (2) for all r: the tests check that Φ is invertible for r ≤ 5. Other bipartitions: at random weights
modulo a prime all of them attained their least cuts, for 18 triples with n ≤ 4, d ≤ 8 and r ≤ 4. In a ring of equal
nodes the cut need not be attained: `rank/ring_shared`.

**See also** `depth/equal_cores_diagonal`, `depth/train_alternate`.
"""

from algebra_tnn import SeparationRankBetween, Verdict, verify
from algebra_tnn.models.recurrent import MultiplicativeRNN

INSTANCE = MultiplicativeRNN(steps=4, dimension=2, hidden=2)
SIZES = [(2, 4, 2), (3, 4, 2), (2, 6, 2), (2, 6, 3), (3, 4, 3), (3, 6, 2), (5, 4, 2)]
INSTANCES = [MultiplicativeRNN(d, n, r) for n, d, r in [*SIZES, *((n, 4, 3) for n in range(4, 9))]]


def proof(instance: MultiplicativeRNN = INSTANCE) -> Verdict:
    names = instance.law().input_names[::2]
    cut = instance.min_cut(range(0, instance.steps, 2))
    return verify(SeparationRankBetween(instance.law(), names, cut, cut))
