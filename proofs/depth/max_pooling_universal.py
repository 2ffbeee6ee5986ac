"""One layer of rectified units with max pooling has every grid tensor.

**Instance.** Two inputs of two templates, four units, and any 2×2 tensor A.

**Proof.** Let m_c(d) be the largest of 1 − [d_i = c_i] over all inputs i, for a tuple c of templates: it is 0 at d =
c, and 1 elsewhere. It is a rectified unit with max pooling, if the templates are independent: choose w with ⟨w, φ(d)⟩
= 1 − [d = c_i]. All T^N of them sum to T^N − 1 everywhere. So for A with the sum s of its entries Σ_c (s/(T^N − 1) −
A_c) m_c = s − s + A = A. A deep network may compute each m_c in a channel of its own, since the largest of values from
0 on may be taken step by step, and rectifying does not change them; so T^N channels in each level suffice.

**Established here.** Σ_c (s/3 − A_c) m_c = A, with the grid tensors m_c of the units, as polynomials in all A, over Q
and every extension. In the wide run for (N, T) = (2,3), (3,2) and (4,2).

**Taken on trust.** Nothing.

**Not claimed.** That so many units are needed.

**See also** `depth/max_pooling_equal_templates`, `depth/max_pooling_shared`, and `depth/average_pooling` for sums and
means.
"""

from fractions import Fraction
from typing import Any

from algebra_tnn import DimensionAtMost, Law, Tensor, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.pooling import network_of
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = (2, 2)
INSTANCES = [(2, 2), (2, 3), (3, 2), (4, 2)]


def difference(inputs: int, templates: int) -> Law:
    """c times (Σ_c (s/(T^N − 1) − A_c) m_c − A), as a function of one vector for each input."""
    shape, count = (templates,) * inputs, templates**inputs
    network, weights = network_of(Tensor(shape, (0,) * count))
    unit = [[int(i == j) for j in range(count)] for i in range(count)]
    units = [network.grid_tensor({**weights, "W1": row}).nested() for row in unit]
    places = [Tensor(shape, tuple(row)).nested() for row in unit]
    modes = "abcd"[:inputs]

    def forward(A: Any, c: Any, **x: Any) -> Any:
        last = einsum("i,j->j", A, [Fraction(1, count - 1)] * count) - A
        first = einsum(f"j,j{modes},{','.join(modes)}->", last, units, *x.values())
        return c * (first - einsum(f"j,j{modes},{','.join(modes)}->", A, places, *x.values()))

    return Law.trace(forward, {"A": (count,), **network.vectors}, {"c": ()})


def proof(instance: tuple[int, int] = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(*instance), 0), by=identity)
