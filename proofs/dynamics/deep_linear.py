"""Deep linear networks conserve the differences of Gram matrices of consecutive layers.

**Instance.** Widths (2, 2, 2, 2): W_3 W_2 W_1, with the quantity Σ_l ⟨E_l, W_l W_lᵀ − W_(l+1)ᵀ W_(l+1)⟩, l = 1, 2,
for matrices E_1, E_2 of coefficients, which are parameters that the network does not use.

**Proof.** The network does not change along W_l ↦ S W_l, W_(l+1) ↦ −W_(l+1) S; for symmetric S the generator is
symmetric, and `dynamics/symmetric_generators` says what is conserved: ⟨S, W_l W_lᵀ − W_(l+1)ᵀ W_(l+1)⟩.

**Established here.** The identity, over Q and every extension. In the wide run (2,3,2,2) and (1,2,2,2,1).

**Taken on trust.** Nothing.

**Not claimed.** The number of independent quantities: see `dynamics/deep_linear_count`.

**See also** `dynamics/deep_linear_cubed`.
"""

from typing import Any

from algebra_tnn import Conserved, Law, PolynomialNetwork, Verdict, verify
from algebra_tnn.laws import einsum


def with_coefficients(network: PolynomialNetwork) -> Law:
    """The same law with parameters E1, E2, … that it does not use."""
    law, idle = network.law(), [(f"E{i}", (n, n)) for i, n in enumerate(network.widths[1:-1], 1)]
    return Law(law.inputs, (*law.parameters, *idle), law.let, law.output)


def balance(**tensors: Any) -> Any:
    layers = sum(name.startswith("W") for name in tensors)
    first, *rest = (difference(*(tensors[x] for x in (f"E{i}", f"W{i}", f"W{i + 1}"))) for i in range(1, layers))
    return sum(rest, first)


def difference(E: Any, below: Any, above: Any) -> Any:
    return einsum("ij,ik,jk->", E, below, below) - einsum("ij,ki,kj->", E, above, above)


INSTANCE = with_coefficients(PolynomialNetwork((2, 2, 2, 2), degrees=1))
INSTANCES = [
    INSTANCE,
    with_coefficients(PolynomialNetwork((2, 3, 2, 2), degrees=1)),
    with_coefficients(PolynomialNetwork((1, 2, 2, 2, 1), degrees=1)),
]


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(Conserved.trace(instance, balance))
