"""Tensor trains: every second mode against the others.

**Instance.** A train of shape 3×3×3×3 with ranks 2, at the inputs 0 and 2: rank 6, where q^(d/2) = 4.

**Proof.** Let d be even, n the size of the modes, r that of the bonds, and the modes 0, 2, … one side. *From above*, by
a cut: let w cores be on the other side than their modes. The letters of these modes are cut, and the bonds between two
cores that are on the same side as their modes, or both not: at least d − 1 − 2w of them. So the sizes of the best cuts
are n^(d/2), from w = d/2, and n^w r^(d−1−2w) for w < d/2, of which one of those for w = d/2 − 1 and w = 0 is least: the
rank is at most

    m = min(n^(d/2), r n^(d/2−1), r^(d−1)).

*From below* one train of this rank is enough. *(1)* If n ≤ r, let the bond inside each pair of modes 2k, 2k + 1 pass
the index on and the other bonds nothing: the flattening of T = Π δ(i_{2k}, i_{2k+1}) is a unit matrix of size n^(d/2).
*(2)* Let r ≤ n ≤ r². Let the outer cores be unit matrices, for the first r indices of their modes. A core between them
is a list of n matrices of size r×r, U_i at an even mode, S_j at an odd one. Read from left to right, the flattening is
a product of d/2 − 1 matrices, each of them Φ : (a, i) ↦ (j, c) with the entries (S_j U_i)_{ac}, and a unit matrix for
the indices that it leaves alone. Φ is square, of size rn, so it is enough that it is invertible for some S and U. Let X
be the cyclic shift of Z/r, S_j = X^k(j) W_j and U_i = V_i X^l(i) with diagonal matrices, where k and l take every value
s or s + 1 times, n = rs + t with t < r. Then Φ falls into r square matrices of size n, one for each u in Z/r, with the
entries V_i[p] W_j[p] at (i, j), p = u + l(i) − k(j). These are blocks of rank one, for l and k, whose vectors are
independent of each other. There is an r×r matrix of zeros and ones with these numbers of values as its sums of rows and
columns: s cyclic diagonals, and t entries of one more. Where it has zeros let the vectors be 0, and where it has ones
let them be different unit vectors in each block of rows and in each block of columns: a permutation matrix. So no
determinant of the r is zero for all V and W. *(3)* If n > r², the first r² indices have the rank r (r²)^(d/2−1) =
r^(d−1) by (2).

Modes with indices below q = min(n, r) alone give q^(d/2) in every case. The rank of a decomposition into terms is at
least that of any flattening.

**Established here.** For almost all cores the separation rank is 6 = m, over Q and every extension. So it is in the
wide run for (n, d, r) = (2,4,2), (3,4,3), (2,6,2), (2,6,3), (3,6,2), (5,4,2), (5,4,3): 4, 9, 8, 8, 18, 8, 15.

**Taken on trust.** Nothing.

**Not claimed.** That so many terms suffice. Modes and bonds of different sizes: see `rank/ring_seven` for a ring.

**See also** `depth/train_alternate_special`, `depth/equal_cores`, `rank/min_cut`.
"""

from algebra_tnn import SeparationRankBetween, Verdict, verify
from algebra_tnn.models.recurrent import MultiplicativeRNN

INSTANCE = MultiplicativeRNN(steps=4, dimension=3, hidden=2, shared=False)
SIZES = [(2, 4, 2), (3, 4, 3), (2, 6, 2), (2, 6, 3), (3, 4, 2), (3, 6, 2), (5, 4, 2), (5, 4, 3)]
INSTANCES = [MultiplicativeRNN(d, n, r, shared=False) for n, d, r in SIZES]


def cut(network: MultiplicativeRNN) -> int:
    """The least cut at every second mode."""
    n, d, r = network.dimension, network.steps, network.hidden
    return min(n ** (d // 2), r * n ** (d // 2 - 1), r ** (d - 1))


def proof(instance: MultiplicativeRNN = INSTANCE) -> Verdict:
    law, rank = instance.law(), cut(instance)
    return verify(SeparationRankBetween(law, law.input_names[::2], rank, rank))
