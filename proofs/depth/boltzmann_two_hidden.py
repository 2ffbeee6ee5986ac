"""With two hidden units, flattenings have the rank 4.

**Limits** `depth/boltzmann_product`.

**Instance.** Four visible and two hidden units, all b_i = c_j = 1, the weights e^W of the first hidden unit 2 on the
visible units 0 and 2 and 1 elsewhere, those of the second 2 on 1 and 3: T = (1 + 2^(v_0 + v_2)) (1 + 2^(v_1 + v_3)).

**Proof.** The flattening at 0 and 1 is the Kronecker product of [[2, 3], [3, 5]] with itself. Entrywise products of
matrices of ranks r and s have a rank of at most r s: with m hidden units that is 2^m.

**Established here.** That the tensor has rank 2, as one hidden unit gives it, is refuted, over Q and every extension.
Only the hypothesis of one hidden unit fails.

**Taken on trust.** Nothing.

**Not claimed.** The rank of T: it is at least 4.
"""

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify
from algebra_tnn.models.probabilistic import RestrictedBoltzmannMachine

MACHINE = RestrictedBoltzmannMachine(visible=4, hidden=2)
INSTANCE = Tensor.from_nested(MACHINE.tensor(MACHINE.nodes([1] * 4, [1, 1], [[2, 1, 2, 1], [1, 2, 1, 2]])))


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, 2))
