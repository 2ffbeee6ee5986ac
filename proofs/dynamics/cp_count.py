"""From order three on, the differences of squared norms are all that gradient flow of a sum of terms conserves.

**Instance.** Shape 2×2×2 with two terms: 12 parameters.

**Proof.** By `dynamics/cp_norms` there are R (N − 1) quantities |w_rk|² − |w_r0|², with independent gradients where
no w_rk is zero. From above: at a point the gradients of the law, and brackets of these, span 12 − 4 = 8 dimensions,
and every conserved quantity is constant along them.

**Established here.** There are exactly R (N − 1) = 4 independent conserved quantities, over Q and every extension.
In the wide run 2×2×2 with one term and with three, 3×2×2 with two, and 2×2×2×2.

**Taken on trust.** Nothing.

**Not claimed.** The bound from above for all sizes.

**See also** `dynamics/cp_matrices`.
"""

from algebra_tnn import ConservedBetween, CPFormat, Verdict, verify

INSTANCE = CPFormat((2, 2, 2), 2)
INSTANCES = [
    INSTANCE,
    CPFormat((2, 2, 2), 1),
    CPFormat((2, 2, 2), 3),
    CPFormat((3, 2, 2), 2),
    CPFormat((2, 2, 2, 2), 2),
]


def proof(instance: CPFormat = INSTANCE) -> Verdict:
    count = instance.terms * (len(instance.shape) - 1)
    return verify(ConservedBetween(instance.law(), count, count))
