"""Linear terms that may be added to all activations without a change of the sum.

**Limits** `identifiability/decoupling`.

**Instance.** Three terms, two variables, one output, with t and t⁵, all weights and coefficients free.

**Proof.** For vectors v_0, v_1, v_2 of the plane det(v_1, v_2) v_0 + det(v_2, v_0) v_1 + det(v_0, v_1) v_2 = 0. With
λ_i this determinant times the product of the other two weights, Σ_i λ_i w_i ⟨v_i, u⟩ is that times w_0 w_1 w_2, zero.

**Established here.** f does not change if s λ_i t is added to g_i, as polynomials in u, s, the weights and the
coefficients, over Q and every extension. Only that the matrices w_i v_iᵀ are independent fails.

**Taken on trust.** Nothing.

**Not claimed.** That nothing else may be added: see `identifiability/decoupling_dependent` for the dimension.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.laws.traced_values import traced_value
from algebra_tnn.models.derivatives import FlexibleNetwork

INSTANCE = FlexibleNetwork((2, 3, 1), basis=("t", "t^5"))
SIGNS = [[[(j - i) * (k - j) * (k - i) // 2 for k in range(3)] for j in range(3)] for i in range(3)]
DISTINCT = [[[sign * sign for sign in row] for row in part] for part in SIGNS]


def change(network: FlexibleNetwork) -> Law:
    """f with the linear terms minus f without."""

    def forward(x: Any, s: Any, W1: Any, W2: Any, C1_0: Any, C1_1: Any) -> Any:
        determinants = einsum("ijk,ja,kb,ab->i", SIGNS, W1, W1, [[0, 1], [-1, 0]]) / 2
        others = einsum("ijk,j,k->i", DISTINCT, W2[0], W2[0]) / 2
        moved = C1_0 + s * determinants * others
        before, after = (
            traced_value(network.law(), {"x": x, "W1": W1, "W2": W2, "C1_0": c, "C1_1": C1_1}) for c in (C1_0, moved)
        )
        return after - before

    return Law.trace(forward, {**network.inputs, "s": ()}, network.parameters)


def proof(instance: FlexibleNetwork = INSTANCE) -> Verdict:
    return verify(Vanishes(change(instance)))
