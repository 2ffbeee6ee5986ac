"""The unfolding lemma has no converse: all flattenings have rank 2, the rank is 4.

**Limits** `rank/flattening`.

**Instance.** The W tensor of order four over GF(2): e1⊗e0⊗e0⊗e0 + e0⊗e1⊗e0⊗e0 + e0⊗e0⊗e1⊗e0 + e0⊗e0⊗e0⊗e1.

**Proof.** For every bipartition S it is w_S ⊗ z + z′ ⊗ w, with products z, z′ of the e0 and the W tensors w_S, w of
the two sides: two terms, so all seven flattenings have rank 2. There are 81 rank-one tensors of this shape over
GF(2), and the 95,283 multisets of one to three of them are soon added up.

**Established here.** "The rank over GF(2) is at most 3" is refuted by exhaustion; four terms are visible.

**Taken on trust.** Nothing.

**Not claimed.** Anything over larger fields: sums over GF(2) are what was enumerated.
"""

from itertools import product

from algebra_tnn import Field, Tensor, TensorRankAtMost, Verdict, verify

INSTANCE = Tensor((2, 2, 2, 2), tuple(int(sum(place) == 1) for place in product(range(2), repeat=4)))


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, 3, Field.named("GF(2)")))
