"""Nine slices A D(g) F D(h) Bᵀ with 2×2 diagonal matrices.

**Instance.** The rows g of G and h of H are (1, s) and (1, t) for s, t = 0, 1, 2. A, B and F are any 2×2 matrices such
that A and B are invertible, and no entry and no minor of F is zero.

**Proof.** If no form of degree 2 in g and in h vanishes at all nine pairs, quadrics that vanish at the slices vanish at
all matrices A D F E Bᵀ with diagonal D, E. These are cut out by quadrics; so for other nodes with the same slices they
are the same set. It is the set of the matrices of rank one, changed entry by entry, and among the maps M ↦ P M Q from
one such set to another P and Q are diagonal up to permutation. The details, for all ranks R, S ≥ 2, and for how many
general slices suffice, are in the docstring of algebra_tnn/explore/fibres_of_formats.py.

**Established here.** The nine products of the monomials of degree 2 in g and those in h are independent: rank 9, over Q
and every extension. By the proof above A, G, F, H, B are determined, up to permutation and rescaling, but for rows of G
and H at slices that are zero, of which there are none.

**Taken on trust.** Nothing.

**Not claimed.** That nine slices are needed: six general ones are enough (statement A12b).

**See also** `uniqueness/paratuck_flat`.
"""

from itertools import product

from algebra_tnn import Tensor, TensorRankAtLeast, Verdict, verify

INSTANCE = tuple(product((0, 1, 2), repeat=2))


def proof(instance: tuple[tuple[int, int], ...] = INSTANCE) -> Verdict:
    forms = [[s**i * t**j for i in range(3) for j in range(3)] for s, t in instance]
    return verify(TensorRankAtLeast(Tensor.from_nested(forms), 9))
