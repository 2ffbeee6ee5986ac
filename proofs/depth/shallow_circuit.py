"""The grid tensors of shallow circuits of width Z are the sums of Z rank-one tensors.

**Instance.** 3 inputs of dimension 2, width 2. In `INSTANCES` also other numbers of inputs, dimensions and widths.

**Proof.** f(x) = Σ_z w_z Π_j ⟨a_zj, x_j⟩ is the contraction of T = Σ_z w_z a_z0 ⊗ … ⊗ a_z(N−1) with x_0 ⊗ … ⊗ x_(N−1).
There are (NM + 1) Z parameters. Conversely a term of any sum of Z rank-one tensors is one with w_z = 1, and a zero term
one with w_z = 0. So the least width that realizes a tensor is its rank, M^N is enough for all tensors (the terms T_d
e_(d_0) ⊗ … ⊗ e_(d_(N−1))), and M^(N−1) as well (terms that differ in one mode alone are one term).

**Established here.** f(x) = T(x, …, x), with T as a tensor of indeterminates first, as polynomials in inputs and
weights, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** How large the rank of a tensor is, or can be.

**See also** `depth/shallow_shared`, circuits with one list of vectors for all inputs.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum, scaled_difference
from algebra_tnn.models.circuits import ShallowCircuit
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = ShallowCircuit(3, 2, 2)
INSTANCES = [INSTANCE, ShallowCircuit(2, 3, 4), ShallowCircuit(4, 2, 3), ShallowCircuit(3, 3, 2)]


def law_of_tensor(circuit: ShallowCircuit) -> Law:
    """The sum of rank-one tensors, contracted with the inputs after it has been formed."""
    law, modes = circuit.law(), "abcdefgh"[: circuit.inputs]

    def forward(W1: Any, **given: Any) -> Any:
        rows = [given[f"W0_{j}"] for j in range(circuit.inputs)]
        T = einsum("z," + ",".join(f"z{mode}" for mode in modes) + f"->{modes}", W1, *rows)
        return einsum(f"{modes}," + ",".join(modes) + "->", T, *(given[name] for name in law.input_names))

    return Law.trace(forward, dict(law.inputs), dict(law.parameters))


def proof(instance: ShallowCircuit = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(scaled_difference(instance.law(), law_of_tensor(instance)), 0), by=identity)
