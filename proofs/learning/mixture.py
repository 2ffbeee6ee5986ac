"""Mixtures of generalized linear models have sums of powers of their vectors as correlations.

**Instance.** Two components in the plane with a link g of degree 2, the order 1; symbolic vectors, offsets, weights,
and coefficients of g. In `INSTANCES` orders up to 3, and degrees up to 4.

**Proof.** Let h be drawn with the probabilities π_h, independently of x, and let y have the mean g(⟨u_h, x⟩ + b_h) for
given h and x. Then E[y S_m(x)] = Σ_h π_h E[g(⟨u_h, x⟩ + b_h) S_m(x)], and each summand is that of a network with one
neuron. (For classifiers, y in {0, 1}, this mean is a probability, so that g is no polynomial.)

**Established here.** Σ_h π_h E[g(⟨u_h, x⟩ + b_h) S_m(x)] = Σ_h π_h E[g^(m)(⟨u_h, x⟩ + b_h)] u_h ⊗ … ⊗ u_h as
polynomials in all symbols, over Q and every extension. The mean of g^(m) is written by the moments of a normal variable
with the mean b_h and the variance ‖u_h‖².

**Taken on trust.** Nothing.

**Not claimed.** Links that are no polynomials; that the vectors are determined, for which see `learning/first_layer`.

**See also** `learning/mixture_gated`.
"""

from math import comb, factorial
from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.laws.traced_values import traced_value
from algebra_tnn.models.moments import score_moment
from algebra_tnn.models.moments.hermite import pairings

INSTANCE = (2, 2, 1)  # components, degree of the link, order
INSTANCES = [INSTANCE, (2, 2, 2), (2, 3, 3), (1, 4, 3), (3, 2, 2), (2, 3, 1)]


def component(degree: int) -> Law:
    """g(⟨u, x⟩ + b) for g = Σ_k g_k t^k."""

    def forward(x: Any, u: Any, b: Any, g: Any) -> Any:
        z = u @ x + b
        return sum((g[k] * z**k for k in range(1, degree + 1)), start=g[0])

    return Law.trace(forward, {"x": (2,)}, {"u": (2,), "b": (), "g": (degree + 1,)})


def normal_power(n: int, u: Any, b: Any) -> Any:
    """E[z^n] for z normal with the mean b and the variance ⟨u, u⟩."""
    return sum((pairings(n, j) * (b ** (n - 2 * j) * (u @ u) ** j) for j in range(1, n // 2 + 1)), start=b**n)


def mean_slope(degree: int, order: int, u: Any, b: Any, g: Any) -> Any:
    """E[g^(m)(z)] for the same z."""
    others = (comb(k, order) * (g[k] * normal_power(k - order, u, b)) for k in range(order + 1, degree + 1))
    return factorial(order) * sum(others, start=g[order])


def difference(components: int, degree: int, order: int) -> Law:
    """The correlation of the mixture minus the sum of powers."""
    moment, letters = score_moment(component(degree), order), "abcdefgh"[:order]

    def forward(pi: Any, U: Any, b: Any, g: Any) -> Any:
        def summand(h: int) -> Any:
            correlation = traced_value(moment, {"u": U[h], "b": b[h], "g": g})
            scale = mean_slope(degree, order, U[h], b[h], g)
            power = einsum(f"{','.join(letters)}->{letters}", *[U[h]] * order)
            return pi[h] * (correlation - scale * power)

        return sum((summand(h) for h in range(1, components)), start=summand(0))

    shapes = {"pi": (components,), "U": (components, 2), "b": (components,), "g": (degree + 1,)}
    return Law.trace(forward, {}, shapes)


def proof(instance: tuple[int, int, int] = INSTANCE) -> Verdict:
    return verify(Vanishes(difference(*instance)))
