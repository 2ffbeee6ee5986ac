"""With the activation t + t² the correlation has rank two.

**Limits** `learning/convolution_correlation`.

**Instance.** Three layers without overlap, with kernels (1), (1, 2) and (1, 3), and σ(t) = t + t² after each of them:
f = σ(Σ_i k3_i σ(Σ_j k2_j σ(x_ij))), for inputs of shape 2×2 with independent standard normal entries.

**Proof.** E[f x_ij] = E[∂f/∂x_ij] = k3_i k2_j E[σ′(z) σ′(y_i) σ′(x_ij)] for the values y_i and z that the path from
x_ij goes through. The expectation depends on k2_j and k3_i, and not as a product. With the activation t², f is even in
each x_ij, and there is no correlation at all.

**Established here.** "Rank at most 1" is refuted for the 2×2 matrix E[f x], whose entries are computed monomial by
monomial: its rank is 2, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That it is far from rank one.
"""

from math import prod

from algebra_tnn import Law, Tensor, TensorRankAtMost, Verdict, verify
from algebra_tnn.exact import Number, Polynomial
from algebra_tnn.exact.measures import Normal
from algebra_tnn.laws import apply, einsum, expansion

INSTANCE = ((1, 2), (1, 3))
SIGMA = [0, 1, 1]


def mean(f: Polynomial) -> Number:
    """E[f] for independent standard normal variables, monomial by monomial."""
    return sum(c * prod(map(Normal().moment, exponents)) for exponents, c in f.terms())


def correlations(second: tuple[int, ...], third: tuple[int, ...]) -> Tensor:
    """E[f(x) x_ij] for these kernels of the second and the third layer."""
    law = Law.trace(
        lambda x: apply(SIGMA, einsum("i,i->", third, apply(SIGMA, einsum("ij,j->i", apply(SIGMA, x), second)))),
        {"x": (2, 2)},
        {},
    )
    (f,) = expansion(law)
    return Tensor((2, 2), tuple(mean(f * x) for x in f.ring.variables))


def proof(instance: tuple[tuple[int, ...], tuple[int, ...]] = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(correlations(*instance), 1))
