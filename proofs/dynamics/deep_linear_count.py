"""The Gram matrices of consecutive layers are all that gradient flow of a deep linear network conserves.

**Instance.** Widths (2, 2, 2, 2): 12 parameters.

**Proof.** By `dynamics/deep_linear` the two symmetric matrices W_l W_lᵀ − W_(l+1)ᵀ W_(l+1) are conserved, 3 + 3
entries with independent gradients. Gradients and their brackets span 6 dimensions at a point, along which every
conserved quantity is constant.

**Established here.** There are exactly 6 = Σ d_l (d_l + 1)/2 independent conserved quantities, the sum over the
hidden layers, over Q and every extension. In the wide run (2,3,2,2), (2,2,1,2) and (2,2,2,2,2).

**Taken on trust.** Nothing.

**Not claimed.** The number for all widths.

**See also** `dynamics/deep_linear_single`.
"""

from algebra_tnn import ConservedBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 2, 2, 2), degrees=1)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 3, 2, 2), degrees=1),
    PolynomialNetwork((2, 2, 1, 2), degrees=1),
    PolynomialNetwork((2, 2, 2, 2, 2), degrees=1),
]


def count(network: PolynomialNetwork) -> int:
    return sum(d * (d + 1) // 2 for d in network.widths[1:-1])


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(ConservedBetween(instance.law(), count(instance), count(instance)))
