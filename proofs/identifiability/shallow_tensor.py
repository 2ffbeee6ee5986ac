"""The outputs of two layers are the values of a partially symmetric tensor.

**Instance.** Widths (3,2,2) with t². F = Σ_j w_j ⊗ a_j ⊗ a_j, w_j the columns of W_2 and a_j the rows of W_1.

**Proof.** f(x) = Σ_j w_j ⟨a_j, x⟩^r is F contracted with x in its last r modes. F is determined by f, since a
symmetric tensor is by its form. A term w ⊗ a^⊗r is not zero if neither w nor a is; it determines a up to a factor s ≠
0, and with a the vector w: w′ ⊗ (s a)^⊗r = w ⊗ a^⊗r says w′ = s^(−r) w. So weights without zero columns of W_2 and
zero rows of W_1 are determined up to permutation and rescaling of the neurons if and only if F has only one
decomposition into d_1 terms w ⊗ a^⊗r.

**Established here.** f(x) = F(·, x, …, x), as polynomials in x and all weights, over Q and every extension. In the
wide run for t³, t⁴, and other widths.

**Taken on trust.** Nothing.

**Not claimed.** That F has no other decompositions, with vectors that differ from mode to mode: uniqueness among
those is more than what is needed, and what the rules about uniqueness prove.

**See also** `identifiability/shallow_tensor_two_terms`, and `tensors/unfolding` for W_2 (W_1ᵀ ⊙ … ⊙ W_1ᵀ)ᵀ.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, PolynomialNetwork, Verdict, verify
from algebra_tnn.laws import einsum

INSTANCE = PolynomialNetwork((3, 2, 2), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((3, 2, 1), degrees=2),
    PolynomialNetwork((2, 3, 2), degrees=3),
    PolynomialNetwork((2, 2, 1), degrees=4),
]


def difference(network: PolynomialNetwork) -> Law:
    """c times (outputs − values of the tensor)."""
    modes = "bcde"[: network.degree]

    def forward(x: Any, W1: Any, W2: Any, c: Any) -> Any:
        F = einsum(f"aj,{','.join('j' + mode for mode in modes)}->a{modes}", W2, *[W1] * len(modes))
        return c * (network.forward(x, W1=W1, W2=W2) - einsum(f"a{modes},{','.join(modes)}->a", F, *[x] * len(modes)))

    return Law.trace(forward, {"x": (network.widths[0],), **network.parameters}, {"c": ()})


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0))
