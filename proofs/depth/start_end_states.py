"""Two layers of a recurrent circuit as a polynomial: what passes through the states in the middle.

**Instance.** Four steps of dimension 3 with two layers of two hidden numbers: rank 6.

**Proof.** Let there be T = 2k steps, R hidden numbers, and u, v the states of both layers after k steps: all that f
knows of the first half of the inputs. The states of layer 1 in the second half are linear in u, and those of layer 2
are h_{t,2} = (I_2 h_{t,1}) ⊙ (H_2 h_{t−1,2}): so f is linear in v and of degree k in u, a sum of R · C(R + k − 1, k)
products of a monomial in u and v and a function of the second half. On unit vectors this holds all the more, so that
the grid tensor has a rank of at most

    min(min(R, M) · M^(k−1), R · C(R + k − 1, k)).

On templates the sums of v_β u^γ over all words so far, for the monomials γ of the degree that is left, depend linearly
on those of one step before: the grid tensor is a tensor train, and its bond before the last m steps has the size R ·
C(R + m − 1, m). The law of the grid tensor is written so where that is less than the number of words.

**Established here.** For almost all weights the separation rank of the polynomial is 6 = R · C(R + k − 1, k), over Q
and every extension; it is at most that for all. In the wide run for (T, M, R) = (6,2,2), too: 8.

**Taken on trust.** Nothing.

**Not claimed.** That the minimum is attained by all grid tensors: see `depth/start_end_grid`. With few inputs the
polynomial may have a smaller rank than this, too.

**See also** `depth/start_end_one`, `depth/start_end_deep`.
"""

from math import comb

from algebra_tnn import SeparationRankBetween, Verdict, verify
from algebra_tnn.models.recurrent import RecurrentCircuit

INSTANCE = RecurrentCircuit(steps=4, dimension=3, hidden=2, depth=2)
INSTANCES = [INSTANCE, RecurrentCircuit(steps=6, dimension=2, hidden=2, depth=2)]


def proof(instance: RecurrentCircuit = INSTANCE) -> Verdict:
    half, hidden = instance.steps // 2, instance.hidden
    rank = hidden * comb(hidden + half - 1, half)
    return verify(SeparationRankBetween(instance.law(), instance.law().input_names[:half], rank, rank))
