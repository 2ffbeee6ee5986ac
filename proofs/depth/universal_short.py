"""A shallow circuit that is too narrow for some function.

**Limits** `depth/universal`.

**Instance.** N = 4 inputs of dimension 2, width 3, and ⟨x_0, x_2⟩ ⟨x_1, x_3⟩: its tensor has a one where the indices 0
and 2 are equal, and 1 and 3 are.

**Established here.** That the rank of this tensor is at most 3 is refuted, over Q and every extension; so width 3 is
less than the largest rank of its shape, and only that fails.

**Taken on trust.** Nothing.

**Not claimed.** That width 4 is enough.
"""

from itertools import product

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify
from algebra_tnn.models.circuits import ShallowCircuit

CIRCUIT = ShallowCircuit(inputs=4, dimension=2, width=3)
INSTANCE = Tensor((2, 2, 2, 2), tuple(int(i == k and j == m) for i, j, k, m in product(range(2), repeat=4)))


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, CIRCUIT.width))
