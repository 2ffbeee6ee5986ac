"""A network cut at a hidden layer: the dimensions of both parts, less its width.

**Instance.** Widths (5,4,3,1) with t², cut at the first hidden layer: (5,4) and (4,3,1).

**Proof.** Let V and V′ be the closures for (d_0, …, d_k) and (d_k, …, d_L). Composition with the activation between
them maps V × V′ onto a dense subset of the network's functions. It does not change if output i of the first part is
multiplied by s ≠ 0 and input i of the second by s^(−r). This torus has d_k factors, and its orbit is that large
where no output of the first part is zero. So all fibres that matter have dimension at least d_k. Here 20 + 9 − 4 =
25, where 9 is the dimension of quadratic forms of rank 3 in 4 variables (`dimension/shallow_quadratic`).

**Established here.** The dimension is 25, over Q and every extension: the bound is attained.

**Taken on trust.** Nothing.

**Not claimed.** That some cut always attains it; (3,4,2,1) with t² needs `dimension/overlap`.

**See also** `dimension/recursion_two_terms`: the torus needs activations that are powers.
"""

from math import comb

from algebra_tnn import DimensionBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((5, 4, 3, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((4, 4, 3, 1), degrees=2),
    PolynomialNetwork((4, 3, 3, 1), degrees=2),
    PolynomialNetwork((5, 5, 3, 1), degrees=2),
    PolynomialNetwork((3, 3, 2, 1), degrees=2),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    n, m, k, _ = instance.widths
    bound = n * m + (m * k - comb(k, 2)) - m
    return verify(DimensionBetween(instance.law(), bound, bound))
