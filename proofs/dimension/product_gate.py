"""A product of n variables from one hidden layer of 2^(n−1) neurons with t^n.

**Instance.** n = 3: 24 xyz = (x + y + z)³ − (x − y + z)³ − (x + y − z)³ + (x − y − z)³.

**Proof.** Σ_e (Π e_i) (x_1 + Σ_(i≥2) e_i x_i)^n, over all signs e, has 2^(n−1) times the coefficients of monomials of
which the exponents of x_2, …, x_n are odd: this is x_1 ⋯ x_n alone, with n!. Fewer neurons do not suffice
[CarliniCatalisanoGeramita2012]. Let x_1 ⋯ x_n = Σ_j w_j ⟨a_j, x⟩^n, w_j ≠ 0, with s pairwise non-proportional a_j,
and let I be the ideal of the points [a_j] in the ring T of differential operators. Each form G of I takes x_1 ⋯ x_n
to Σ_j (const) G(a_j) ⟨a_j, x⟩^(n−deg G) = 0, so I lies in the annihilator (∂_1², …, ∂_n²) of x_1 ⋯ x_n. The points
off the hyperplane ∂_1 = 0 have the ideal I′ = I : ∂_1, in (∂_1², …, ∂_n²) : ∂_1 = (∂_1, ∂_2², …, ∂_n²). On T/I′ the
multiplication by ∂_1 is injective. So in high degrees d the number of these points is dim (T/I′)_d = Σ_(i≤d) dim
(T/(I′ + (∂_1)))_i ≥ Σ_i dim (T/(∂_1, ∂_2², …, ∂_n²))_i = 2^(n−1).

**Established here.** The identity for n = 3, over Q and every extension; in the wide run for n = 2, 4 and 5.

**Taken on trust.** Nothing.

**Not claimed.** That the neurons are determined: (x, y, z) can be replaced by (a x, b y, z/(a b)).

**See also** `dimension/product_gate_square`, and `dimension/product_tree` for a deep network.
"""

from itertools import product
from math import factorial, prod
from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify

INSTANCE = 3
INSTANCES = [2, 3, 4, 5]


def difference(n: int) -> Law:
    """c times (sum of 2^(n−1) powers − 2^(n−1) n! times the product of n variables)."""
    signs = [(1, *others) for others in product((1, -1), repeat=n - 1)]

    def forward(x: Any, c: Any) -> Any:
        return c * ([prod(e) for e in signs] @ (signs @ x) ** n - 2 ** (n - 1) * factorial(n) * prod(x))

    return Law.trace(forward, {"x": (n,)}, {"c": ()})


def proof(instance: int = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0))
